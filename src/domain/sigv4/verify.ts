import { Secret } from '../credentials/secret.ts'
import { MINUTE, SECOND, type Instant } from '../time/instant.ts'
import { TERMINATOR, type CredentialScope } from './credential-scope.ts'
import { sha256Hex } from './hash.ts'
import { readSignature } from './read-signature.ts'
import type { ScopeFault, SignatureFault, SignatureForm } from './signature-fault.ts'
import { signature, type SigningTrace } from './signature.ts'
import type { SigningRequest } from './signing-request.ts'

/** How far STS lets the signer's clock be off, either way. */
export const CLOCK_TOLERANCE = 15 * MINUTE

/** Where and when a request arrived. */
export type Arrival = {
  readonly isRegion: (code: string) => boolean
  readonly service: string
  readonly now: Instant
}

/** A signature whose parts are all there and fit the place and the time. */
export type PresentedSignature = {
  readonly fault: null
  readonly form: SignatureForm
  readonly accessKeyId: Secret
  /** Null where none was sent; an empty one counts as none. */
  readonly sessionToken: Secret | null
  readonly amzDate: string
  readonly scope: CredentialScope
  readonly signedHeaders: readonly string[]
  readonly signature: Secret
}

/**
 * Makes every check that needs no secret, in AWS's order: query, presence, form, host, date, clock, credential, scope.
 * Session token, key and signature are left to the caller.
 */
export function checkPresented(
  request: SigningRequest,
  arrival: Arrival,
): PresentedSignature | SignatureFault {
  const read = readSignature(request)
  if (read.fault !== null) return read
  const clock = clockFault(read.signedAt, arrival.now)
  if (clock) return clock
  const [accessKeyId, date, region, service, terminator, ...more] = read.credential
    .reveal()
    .split('/')
  if (
    accessKeyId === undefined ||
    date === undefined ||
    region === undefined ||
    service === undefined ||
    terminator === undefined ||
    more.length > 0
  ) {
    return { fault: 'not-five-parts', credential: read.credential }
  }
  const scope = { date, region, service, terminator }
  const wrong = scopeFaults(scope, read.amzDate, arrival)
  if (wrong.length > 0) return { fault: 'scope', wrong }
  return {
    fault: null,
    form: read.form,
    accessKeyId: new Secret(accessKeyId),
    sessionToken: read.sessionToken,
    amzDate: read.amzDate,
    scope,
    signedHeaders: read.signedHeaders,
    signature: read.signature,
  }
}

function clockFault(signedAt: Instant, exactNow: Instant): SignatureFault | null {
  const now = Math.floor(exactNow / SECOND) * SECOND
  const earliest = now - CLOCK_TOLERANCE
  const latest = now + CLOCK_TOLERANCE
  if (signedAt < earliest) return { fault: 'too-old', signedAt, limit: earliest, now }
  if (signedAt > latest) return { fault: 'too-new', signedAt, limit: latest, now }
  return null
}

function scopeFaults(scope: CredentialScope, amzDate: string, arrival: Arrival): ScopeFault[] {
  const wrong: ScopeFault[] = []
  const expected = amzDate.slice(0, 8)
  if (!arrival.isRegion(scope.region)) wrong.push({ part: 'region', seen: scope.region })
  if (scope.service !== arrival.service) {
    wrong.push({ part: 'service', seen: scope.service, expected: arrival.service })
  }
  if (scope.terminator !== TERMINATOR) wrong.push({ part: 'terminator', seen: scope.terminator })
  if (scope.date !== expected) wrong.push({ part: 'date', seen: scope.date, expected, amzDate })
  return wrong
}

/**
 * Calculates the signature anew from what arrived and compares. The body is hashed here, whatever
 * `x-amz-content-sha256` claims.
 */
export async function checkSignature(
  request: SigningRequest,
  presented: PresentedSignature,
  secretAccessKey: Secret,
): Promise<{ readonly fault: null; readonly trace: SigningTrace } | SignatureFault> {
  const { amzDate, scope, signedHeaders } = presented
  const terms = { amzDate, scope, signedHeaders, payloadHash: await sha256Hex(request.body) }
  const trace = await signature(request, terms, secretAccessKey)
  return isSame(presented.signature.reveal(), trace.signature.reveal())
    ? { fault: null, trace }
    : { fault: 'mismatch', form: presented.form, seen: presented.signature, expected: trace }
}

function isSame(seen: string, expected: string): boolean {
  let difference = seen.length ^ expected.length
  for (let at = 0; at < expected.length; at++) {
    difference |= seen.charCodeAt(at) ^ expected.charCodeAt(at)
  }
  return difference === 0
}
