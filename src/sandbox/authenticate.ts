import { regionOf } from '#domain/region/search.ts'
import { headerOf } from '#domain/sigv4/signing-request.ts'
import { checkPresented, checkSignature, type PresentedSignature } from '#domain/sigv4/verify.ts'
import { SECOND } from '#domain/time/instant.ts'
import { secretAccessKeyOf } from './access-key.ts'
import { KEY_UNKNOWN, TOKEN_EXPIRED, TOKEN_INVALID, type ApiError } from './api-error.ts'
import type { SandboxRequest } from './exchange.ts'
import { acceptsRegion } from './hosts.ts'
import type { Principal } from './principal-table.ts'
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
}

/**
 * Finds out who signed a request, checking in AWS's order: the signature's form, clock and scope, the session token,
 * the access key, and last the signature itself.
 */
export async function authenticate(
  request: SandboxRequest,
  world: World,
): Promise<Caller | ApiError> {
  const host = headerOf(request, 'host') ?? ''
  const presented = checkPresented(request, {
    isRegion: (code) => acceptsRegion(host, code),
    service: 'sts',
    now: world.now,
  })
  if (presented.fault !== null) return signatureRefusal(presented)
  const principal = await principalOf(presented, world)
  if ('kind' in principal) return principal
  const accessKeyId = presented.accessKeyId.reveal()
  const checked = await checkSignature(request, presented, await secretAccessKeyOf(accessKeyId))
  if (checked.fault !== null) return signatureRefusal(checked)
  return { kind: 'caller', principal, accessKeyId, region: presented.scope.region }
}

async function principalOf(
  presented: PresentedSignature,
  world: World,
): Promise<Principal | ApiError> {
  const { region } = presented.scope
  const place = regionOf(region)
  const accessKeyId = presented.accessKeyId.reveal()
  if (presented.sessionToken === null) {
    const key = world.longTermKeys.find((each) => each.accessKeyId === accessKeyId)
    if (!key?.isActive || world.disabledRegions.includes(region)) return KEY_UNKNOWN
    return key.principal.partition === place?.partition.id ? key.principal : KEY_UNKNOWN
  }
  const terms = await openSessionToken(presented.sessionToken.reveal())
  if (!terms || terms.accessKeyId !== accessKeyId) return TOKEN_INVALID
  if (terms.principal.partition !== place?.partition.id) return TOKEN_INVALID
  if (terms.version === 1 && place.region.optIn) return TOKEN_INVALID
  const hasEnded = terms.expiresAt <= world.now || world.endedSessions.includes(accessKeyId)
  if (hasEnded) return TOKEN_EXPIRED
  const isNew = world.now - terms.issuedAt < world.propagationSeconds * SECOND
  return isNew || world.disabledRegions.includes(region) ? KEY_UNKNOWN : terms.principal
}
