import type { JwtFacts } from '#domain/federation/jwt.ts'
import type { SamlFacts, SamlRole } from '#domain/federation/saml.ts'
import { accountInArn } from '#domain/sts/operations/role-arn.ts'
import type { PolicyText } from '#domain/sts/skeletons/policy-text.ts'
import { samlTrust } from '#domain/sts/skeletons/saml-trust.ts'
import { webIdentityTrust } from '#domain/sts/skeletons/web-identity-trust.ts'
import { TrustBefore } from '#features/operations/trust-before.tsx'
import { formMessages as text } from '#messages/en/operation-forms.ts'
import { operationMessages } from '#messages/en/operations.ts'
import { useOperations } from '#state/operations-context.ts'
import { useSession } from '#state/session-context.ts'

/** What the trust policy of a role must say for a token with these claims. */
export function WebIdentityTrust({ facts }: { readonly facts: JwtFacts }) {
  const partition = useSession((state) => state.session.target.partition)
  const arn = useOperations((state) => state.values.AssumeRoleWithWebIdentity?.['RoleArn'])
  const account = typeof arn === 'string' ? accountInArn(arn) : null
  return <Shown policy={webIdentityTrust(facts, { partition, account })} />
}

/** What the trust policy of the chosen role must say for this response. */
export function SamlTrust({ role, facts }: { readonly role: SamlRole; readonly facts: SamlFacts }) {
  return <Shown policy={samlTrust(role, facts)} />
}

function Shown({ policy }: { readonly policy: PolicyText | null }) {
  if (!policy) return null
  return <TrustBefore policy={policy} notes={operationMessages.skeletonNotes} text={text} />
}
