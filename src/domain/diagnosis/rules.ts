import { awsSideFailure } from './causes/aws-side-failure.ts'
import { clockSkew } from './causes/clock-skew.ts'
import { credentialMangled } from './causes/credential-mangled.ts'
import { credentialWhitespace } from './causes/credential-whitespace.ts'
import { expiredSession } from './causes/expired-session.ts'
import { fieldsSwapped } from './causes/fields-swapped.ts'
import { keyDeletedOrInactive } from './causes/key-deleted-or-inactive.ts'
import { localstackKeyOnAws } from './causes/localstack-key-on-aws.ts'
import { longTermAndSessionKeyMixed } from './causes/long-term-and-session-key-mixed.ts'
import { missingSessionToken } from './causes/missing-session-token.ts'
import { NO_ANSWER_RULES } from './causes/no-answer.ts'
import { notYetPropagated } from './causes/not-yet-propagated.ts'
import { POLICY_RULES } from './causes/policies.ts'
import { presignedUrlExpired } from './causes/presigned-url-expired.ts'
import { proxyAlteredRequest } from './causes/proxy-altered-request.ts'
import { proxyOrPortalAnswered } from './causes/proxy-or-portal-answered.ts'
import { regionNotEnabled } from './causes/region-not-enabled.ts'
import { requestNotSigned } from './causes/request-not-signed.ts'
import { signerFaulty } from './causes/signer-faulty.ts'
import { signingRegionMismatch } from './causes/signing-region-mismatch.ts'
import { stsRegionDeactivated } from './causes/sts-region-deactivated.ts'
import { v1TokenInOptInRegion } from './causes/v1-token-in-opt-in-region.ts'
import { COGNITO_RULES } from './causes/cognito.ts'
import { FEDERATION_RULES } from './causes/federation.ts'
import { MFA_RULES } from './causes/mfa.ts'
import { PARAMETER_RULES } from './causes/parameters.ts'
import { SOURCE_RULES } from './causes/sources.ts'
import { TRUST_RULES } from './causes/trust.ts'
import { vpcEndpointPolicy } from './causes/vpc-endpoint-policy.ts'
import { wrongPartition } from './causes/wrong-partition.ts'
import type { Rule } from './rule.ts'

/** Every rule. Of two causes with equal points the one that stands first here is named first. */
export const RULES: readonly Rule[] = [
  missingSessionToken,
  expiredSession,
  credentialWhitespace,
  fieldsSwapped,
  credentialMangled,
  longTermAndSessionKeyMixed,
  v1TokenInOptInRegion,
  regionNotEnabled,
  keyDeletedOrInactive,
  localstackKeyOnAws,
  wrongPartition,
  notYetPropagated,
  clockSkew,
  signingRegionMismatch,
  signerFaulty,
  proxyAlteredRequest,
  requestNotSigned,
  presignedUrlExpired,
  stsRegionDeactivated,
  ...SOURCE_RULES,
  ...TRUST_RULES,
  ...POLICY_RULES,
  ...MFA_RULES,
  ...COGNITO_RULES,
  ...FEDERATION_RULES,
  ...PARAMETER_RULES,
  vpcEndpointPolicy,
  ...NO_ANSWER_RULES,
  proxyOrPortalAnswered,
  awsSideFailure,
]
