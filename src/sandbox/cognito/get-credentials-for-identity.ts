import { parseIso, SECOND } from '#domain/time/instant.ts'
import type { OperationResult, ResultField } from '../operation.ts'
import { shownIdentity, type CognitoCall, type ShownIdentity } from './cognito-call.ts'
import { openIdToken } from './get-open-id-token.ts'
import { notAuthorized, refuse, type JsonAnswer } from './json-protocol.ts'
import { assumeRoleForIdentity } from './role-for-identity.ts'

const BAD_CONFIGURATION = refuse(
  'InvalidIdentityPoolConfigurationException',
  'Invalid identity pool configuration. Check assigned IAM roles for this pool.',
)

/**
 * Temporary credentials of an identity for an hour: the enhanced flow. Cognito asks STS for the role, as anybody would,
 * and tells nothing of why STS refused.
 * @see https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_GetCredentialsForIdentity.html
 */
export async function getCredentialsForIdentity(call: CognitoCall): Promise<JsonAnswer> {
  const shown = await shownIdentity(call)
  if (shown.kind !== 'shown') return shown
  const role = roleOf(shown, call.texts.get('CustomRoleArn') ?? null)
  if (role.kind !== 'role') return role
  const assumed = await assumeRoleForIdentity(
    {
      roleArn: role.arn,
      token: await openIdToken(shown, call),
      region: shown.identity.pool.id.split(':')[0] ?? '',
      isGuest: shown.login === null,
    },
    call.world,
  )
  return assumed.kind === 'error' ? BAD_CONFIGURATION : credentialsOf(shown.identity.id, assumed)
}

type Role = { readonly kind: 'role'; readonly arn: string }

function roleOf({ identity, login }: ShownIdentity, custom: string | null): Role | JsonAnswer {
  const { pool } = identity
  if (login && pool.isRoleFromToken) return roleOfClaims(login.claims, custom)
  // Only a token that names roles lets a caller choose. AWS's words for it are not documented.
  if (custom !== null) return notAuthorized('Custom role is not allowed for this identity.')
  const arn = login ? pool.memberRoleArn : pool.guestRoleArn
  return arn === null ? BAD_CONFIGURATION : { kind: 'role', arn }
}

/**
 * With roles from the token the chosen one must be among them; without a choice the preferred one counts, or the only
 * one.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/role-based-access-control.html
 */
function roleOfClaims(
  claims: { readonly [name: string]: unknown },
  custom: string | null,
): Role | JsonAnswer {
  const named = claims['cognito:roles']
  const roles = Array.isArray(named) ? named.filter((each) => typeof each === 'string') : []
  const preferred = claims['cognito:preferred_role']
  const only = roles.length === 1 ? roles[0] : undefined
  const arn = custom ?? (typeof preferred === 'string' ? preferred : only)
  return arn !== undefined && roles.includes(arn)
    ? { kind: 'role', arn }
    : notAuthorized('The ambiguous role mapping rules denied this request')
}

function credentialsOf(identityId: string, { fields }: OperationResult): JsonAnswer {
  const given = new Map(inside(fields, 'Credentials'))
  const text = (name: string): string => {
    const content = given.get(name)
    return typeof content === 'string' ? content : ''
  }
  return {
    kind: 'result',
    result: {
      Credentials: {
        AccessKeyId: text('AccessKeyId'),
        Expiration: { seconds: (parseIso(text('Expiration')) ?? 0) / SECOND },
        SecretKey: text('SecretAccessKey'),
        SessionToken: text('SessionToken'),
      },
      IdentityId: identityId,
    },
  }
}

function inside(fields: readonly ResultField[], name: string): readonly ResultField[] {
  const content = fields.find(([each]) => each === name)?.[1]
  return content === undefined || typeof content === 'string' ? [] : content
}
