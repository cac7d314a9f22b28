import { ASSUME_ROLE_WITH_SAML } from './assume-role-with-saml.ts'
import { ASSUME_ROLE_WITH_WEB_IDENTITY } from './assume-role-with-web-identity.ts'
import { ASSUME_ROLE } from './assume-role.ts'
import { ASSUME_ROOT } from './assume-root.ts'
import { DECODE_MESSAGE } from './decode-authorization-message.ts'
import type { OperationDescriptor, OperationName } from './descriptor.ts'
import { GET_ACCESS_KEY_INFO } from './get-access-key-info.ts'
import { GET_IDENTITY } from './get-caller-identity.ts'
import { GET_DELEGATED_ACCESS_TOKEN } from './get-delegated-access-token.ts'
import { GET_FEDERATION_TOKEN } from './get-federation-token.ts'
import { GET_SESSION_TOKEN } from './get-session-token.ts'
import { GET_WEB_IDENTITY_TOKEN } from './get-web-identity-token.ts'

/** Every operation by its name, in the order in which a person is offered them. */
export const OPERATIONS: Readonly<Record<OperationName, OperationDescriptor>> = {
  GetCallerIdentity: GET_IDENTITY,
  AssumeRole: ASSUME_ROLE,
  GetSessionToken: GET_SESSION_TOKEN,
  GetFederationToken: GET_FEDERATION_TOKEN,
  AssumeRoleWithWebIdentity: ASSUME_ROLE_WITH_WEB_IDENTITY,
  AssumeRoleWithSAML: ASSUME_ROLE_WITH_SAML,
  DecodeAuthorizationMessage: DECODE_MESSAGE,
  GetAccessKeyInfo: GET_ACCESS_KEY_INFO,
  AssumeRoot: ASSUME_ROOT,
  GetWebIdentityToken: GET_WEB_IDENTITY_TOKEN,
  GetDelegatedAccessToken: GET_DELEGATED_ACCESS_TOKEN,
}

/** The operation of an Action; null for a name that STS does not have. */
export function operationNamed(name: string): OperationDescriptor | null {
  return Object.hasOwn(OPERATIONS, name) ? OPERATIONS[name as OperationName] : null
}
