import type { OperationName } from '#domain/sts/operations/descriptor.ts'
import type { Operation } from './operation.ts'
import { assumeRoleWithSaml } from './operations/assume-role-with-saml.ts'
import { assumeRoleWithWebIdentity } from './operations/assume-role-with-web-identity.ts'
import { assumeRole } from './operations/assume-role.ts'
import { assumeRoot } from './operations/assume-root.ts'
import { decodeAuthorizationMessage } from './operations/decode-authorization-message.ts'
import { getAccessKeyInfo } from './operations/get-access-key-info.ts'
import { getCallerIdentity } from './operations/get-caller-identity.ts'
import { getDelegatedAccessToken } from './operations/get-delegated-access-token.ts'
import { getFederationToken } from './operations/get-federation-token.ts'
import { getSessionToken } from './operations/get-session-token.ts'
import { getWebIdentityToken } from './operations/get-web-identity-token.ts'

/** The operations that the sandbox answers, by the name of the Action. */
export const PERFORMED: Readonly<Record<OperationName, Operation>> = {
  AssumeRole: assumeRole,
  AssumeRoleWithSAML: assumeRoleWithSaml,
  AssumeRoleWithWebIdentity: assumeRoleWithWebIdentity,
  AssumeRoot: assumeRoot,
  DecodeAuthorizationMessage: decodeAuthorizationMessage,
  GetAccessKeyInfo: getAccessKeyInfo,
  GetCallerIdentity: getCallerIdentity,
  GetDelegatedAccessToken: getDelegatedAccessToken,
  GetFederationToken: getFederationToken,
  GetSessionToken: getSessionToken,
  GetWebIdentityToken: getWebIdentityToken,
}
