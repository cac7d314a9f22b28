import { formatIso, HOUR, MINUTE, type Instant } from '#domain/time/instant.ts'
import { USERS } from './accounts/user-table.ts'
import { pasteOfPerson } from './lessons.ts'
import { mintSession, type MintedCredentials } from './mint.ts'
import { ROLE_SESSION } from './principal-table.ts'
import { ORDINARY, type WorldSettings } from './world.ts'

/** Somebody of the sandbox with a long-term key. */
export type PersonId =
  | 'user-with-mfa'
  | 'administrator'
  | 'user-without-permissions'
  | 'under-service-control-policy'
  | 'root-user'
  | 'inactive-key'

export type SituationId =
  | 'valid-role-session'
  | 'expired-session'
  | 'token-missing'
  | 'wrong-secret'
  | 'clock-20-minutes-off'
  | 'altered-token'
  | 'service-unavailable'
  | 'portal-html'
  | PersonId

/** A state that a person can try. */
export type Situation = {
  readonly id: SituationId
  /** AWS's error code; null where the answer carries none: an identity, or a page that is not AWS's. */
  readonly expectedCode: string | null
}

/** What a situation begins with. */
export type PreparedSituation = {
  /** The text a person would paste. */
  readonly paste: string
  readonly settings: WorldSettings
}

export const SITUATIONS: readonly Situation[] = [
  { id: 'valid-role-session', expectedCode: null },
  { id: 'expired-session', expectedCode: 'ExpiredToken' },
  { id: 'token-missing', expectedCode: 'InvalidClientTokenId' },
  { id: 'wrong-secret', expectedCode: 'SignatureDoesNotMatch' },
  { id: 'clock-20-minutes-off', expectedCode: 'SignatureDoesNotMatch' },
  { id: 'altered-token', expectedCode: 'InvalidClientTokenId' },
  { id: 'service-unavailable', expectedCode: 'ServiceUnavailable' },
  { id: 'portal-html', expectedCode: null },
  { id: 'user-with-mfa', expectedCode: null },
  { id: 'administrator', expectedCode: null },
  { id: 'user-without-permissions', expectedCode: null },
  { id: 'under-service-control-policy', expectedCode: null },
  { id: 'root-user', expectedCode: null },
  { id: 'inactive-key', expectedCode: 'InvalidClientTokenId' },
]

/** The Region of every situation. */
export const SITUATION_REGION = 'ap-northeast-2'

/**
 * Makes a situation ready for `now` of the device's clock. The session lasts an hour and has 42 minutes left, unless it
 * is the expired one. An odd seed puts the sandbox's clock behind the device's, an even one ahead.
 */
export async function prepareSituation(
  id: SituationId,
  now: Instant,
  seed: number,
): Promise<PreparedSituation> {
  const settings = settingsOf(id, seed)
  if (isPerson(id)) return { paste: await pasteOfPerson(id, SITUATION_REGION), settings }
  const age = id === 'expired-session' ? 4 * HOUR : 18 * MINUTE
  const minted = await mintSession({
    principal: ROLE_SESSION,
    region: SITUATION_REGION,
    issuedAt: now + settings.clockOffsetMs - age,
    durationSeconds: 3600,
    seed,
  })
  return { paste: pasteOf(id, minted), settings }
}

const isPerson = (id: SituationId): id is PersonId => USERS.some(({ shows }) => shows === id)

function settingsOf(id: SituationId, seed: number): WorldSettings {
  if (id === 'service-unavailable' || id === 'portal-html') return { ...ORDINARY, interference: id }
  if (id !== 'clock-20-minutes-off') return ORDINARY
  return { ...ORDINARY, clockOffsetMs: (Math.abs(seed) % 2 === 1 ? -20 : 20) * MINUTE }
}

function pasteOf(id: Exclude<SituationId, PersonId>, minted: MintedCredentials): string {
  const key = minted.accessKeyId
  const secret = minted.secretAccessKey.reveal()
  const token = minted.sessionToken
  switch (id) {
    case 'valid-role-session':
    case 'expired-session':
      return assumeRoleJson(minted)
    case 'token-missing':
      return exportLines([
        ['AWS_ACCESS_KEY_ID', key],
        ['AWS_SECRET_ACCESS_KEY', secret],
        ['AWS_DEFAULT_REGION', SITUATION_REGION],
      ])
    case 'wrong-secret':
      return iniBlock(key, otherCharacterAt(secret, 9), token)
    case 'clock-20-minutes-off':
      return [
        `$Env:AWS_ACCESS_KEY_ID="${key}"`,
        `$Env:AWS_SECRET_ACCESS_KEY="${secret}"`,
        `$Env:AWS_SESSION_TOKEN="${token}"\n`,
      ].join('\n')
    case 'altered-token':
      return exportLines([
        ['AWS_ACCESS_KEY_ID', key],
        ['AWS_SECRET_ACCESS_KEY', secret],
        // The middle of a token is its sealed part, so that the layout stays whole.
        ['AWS_SESSION_TOKEN', otherCharacterAt(token, Math.floor(token.length / 2))],
      ])
    case 'service-unavailable':
      return [key, secret, token, ''].join('\n')
    case 'portal-html':
      return iniBlock(key, secret, token)
    default:
      return id satisfies never
  }
}

function assumeRoleJson(minted: MintedCredentials): string {
  const [assumedRoleId, arn] = [ROLE_SESSION.userId, ROLE_SESSION.arn]
  const answer = {
    Credentials: {
      AccessKeyId: minted.accessKeyId,
      SecretAccessKey: minted.secretAccessKey.reveal(),
      SessionToken: minted.sessionToken,
      Expiration: formatIso(minted.expiresAt).replace('Z', '+00:00'),
    },
    AssumedRoleUser: { AssumedRoleId: assumedRoleId, Arn: arn },
  }
  return `${JSON.stringify(answer, null, 4)}\n`
}

function exportLines(pairs: readonly (readonly [name: string, value: string])[]): string {
  return pairs.map(([name, value]) => `export ${name}="${value}"\n`).join('')
}

function iniBlock(key: string, secret: string, token: string): string {
  return [
    '[developer]',
    `aws_access_key_id = ${key}`,
    `aws_secret_access_key = ${secret}`,
    `aws_session_token = ${token}`,
    `region = ${SITUATION_REGION}\n`,
  ].join('\n')
}

/** The text with the character at one place replaced by another letter. */
function otherCharacterAt(text: string, at: number): string {
  return text.slice(0, at) + (text.charAt(at) === 'Q' ? 'R' : 'Q') + text.slice(at + 1)
}
