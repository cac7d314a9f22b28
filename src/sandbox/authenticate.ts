import { regionOf } from '#domain/region/search.ts'
import { headerOf } from '#domain/sigv4/signing-request.ts'
import { checkPresented, checkSignature, type PresentedSignature } from '#domain/sigv4/verify.ts'
import { SECOND, type Instant } from '#domain/time/instant.ts'
import { secretAccessKeyOf } from './access-key.ts'
import { KEY_UNKNOWN, TOKEN_EXPIRED, TOKEN_INVALID, type ApiError } from './api-error.ts'
import type { SandboxRequest } from './exchange.ts'
import { acceptsRegion } from './hosts.ts'
import type { Principal } from './principal-table.ts'
import { plainContext, type SessionContext } from './session-context.ts'
import { openSessionToken } from './session-token.ts'
import { signatureRefusal } from './signature-refusal.ts'
import type { World } from './world.ts'

/** Who signed a request. */
export type Caller = {
  readonly kind: 'caller'
  readonly principal: Principal
  readonly accessKeyId: string
  /** The Region it was signed for. */
  readonly region: string
  /** Null for a long-term key. */
  readonly session: CallerSession | null
}

/** The session that a caller's temporary credentials belong to. */
export type CallerSession = SessionContext & {
  readonly issuedAt: Instant
  readonly expiresAt: Instant
}

/**
 * Finds out who signed a request, checking in AWS's order: the signature's form, clock and scope, the session token,
 * the access key, and last the signature itself.
 */
export async function authenticate(
  request: SandboxRequest,
  world: World,
  service = 'sts',
): Promise<Caller | ApiError> {
  const host = headerOf(request, 'host') ?? ''
  const presented = checkPresented(request, {
    isRegion: (code) => acceptsRegion(host, code),
    service,
    now: world.now,
  })
  if (presented.fault !== null) return signatureRefusal(presented)
  const who = await whoIs(presented, world)
  if ('kind' in who) return who
  const accessKeyId = presented.accessKeyId.reveal()
  const checked = await checkSignature(request, presented, await secretAccessKeyOf(accessKeyId))
  if (checked.fault !== null) return signatureRefusal(checked)
  return { kind: 'caller', ...who, accessKeyId, region: presented.scope.region }
}

async function whoIs(
  presented: PresentedSignature,
  world: World,
): Promise<Pick<Caller, 'principal' | 'session'> | ApiError> {
  const { region } = presented.scope
  const place = regionOf(region)
  const accessKeyId = presented.accessKeyId.reveal()
  const key = world.longTermKeys.find((each) => each.accessKeyId === accessKeyId)
  // Nobody opens a token that comes with such a key.
  if (key?.isActive === false) return KEY_UNKNOWN
  if (presented.sessionToken === null) {
    if (!key || world.disabledRegions.includes(region)) return KEY_UNKNOWN
    const isAtHome = key.principal.partition === place?.partition.id
    return isAtHome ? { principal: key.principal, session: null } : KEY_UNKNOWN
  }
  const terms = await openSessionToken(presented.sessionToken.reveal())
  if (!terms) return TOKEN_INVALID
  if (terms.accessKeyId !== accessKeyId) return key ? TOKEN_INVALID : KEY_UNKNOWN
  const { principal, issuedAt, expiresAt } = terms
  if (principal.partition !== place?.partition.id) return TOKEN_INVALID
  if (terms.version === 1 && place.region.optIn) return TOKEN_INVALID
  const hasEnded = expiresAt <= world.now || world.endedSessions.includes(accessKeyId)
  if (hasEnded) return TOKEN_EXPIRED
  const isNew = world.now - issuedAt < world.propagationSeconds * SECOND
  if (isNew || world.disabledRegions.includes(region)) return KEY_UNKNOWN
  const context = terms.session ?? plainContext(principal.arn)
  return { principal, session: { ...context, issuedAt, expiresAt } }
}
