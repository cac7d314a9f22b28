import type { SamlFacts, SamlRole } from '../../federation/saml.ts'
import { actionsOf, policyText } from './policy-text.ts'
import type { PolicyText } from './policy-text.ts'

/** Where AWS expects a response in each partition; `SAML:aud` is compared with it. */
const SIGN_IN: ReadonlyMap<string, string> = new Map([
  ['aws', 'https://signin.aws.amazon.com/saml'],
  ['aws-cn', 'https://signin.amazonaws.cn/saml'],
  ['aws-us-gov', 'https://signin.amazonaws-us-gov.com/saml'],
])

/**
 * A trust policy that would admit the holder of this response to one of its roles. `SAML:aud` is the recipient that the
 * response names, else the sign-in endpoint of the role's partition.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_saml.html
 */
export function samlTrust({ roleArn, providerArn }: SamlRole, facts: SamlFacts): PolicyText {
  const usual = SIGN_IN.get(roleArn.split(':')[1] ?? '') ?? null
  const audience = facts.recipient ?? usual
  return policyText(
    {
      Effect: 'Allow',
      Principal: { Federated: providerArn },
      Action: actionsOf([
        'sts:AssumeRoleWithSAML',
        ...(facts.principalTags.length > 0 ? ['sts:TagSession'] : []),
        ...(facts.sourceIdentity === null ? [] : ['sts:SetSourceIdentity']),
      ]),
      Condition: audience === null ? {} : { StringEquals: { 'SAML:aud': audience } },
    },
    audience === null ? ['condition-missing'] : [],
  )
}
