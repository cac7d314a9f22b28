import type { Instant } from '../time/instant.ts'
import { MINUTE, parseAmzDate } from '../time/instant.ts'

/** The times in AWS's sentence about the age of a signature. */
export type ClockSentence = {
  /** `expired`: signed too long ago. `not-yet-current`: signed in AWS's future. */
  readonly kind: 'expired' | 'not-yet-current'
  readonly signedAt: Instant
  /** The nearest time AWS would have accepted. */
  readonly limit: Instant
  /** AWS's clock. */
  readonly awsNow: Instant
  readonly toleranceMs: number
}

const TIME = String.raw`(\d{8}T\d{6}Z)`
const EXPIRED = new RegExp(
  String.raw`Signature expired: ${TIME} is now earlier than ${TIME} \(${TIME} - (\d{1,4}) min\.?\)`,
)
const EARLY = new RegExp(
  String.raw`Signature not yet current: ${TIME} is still later than ${TIME} \(${TIME} \+ (\d{1,4}) min\.?\)`,
)

/**
 * Reads `Signature expired: T1 is now earlier than T2 (T3 - 15 min.)` and `Signature not yet current: T1 is still
 * later than T2 (T3 + 15 min.)`: T1 is when the request was signed, T3 is AWS's clock. Null for any other text.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html
 */
export function readClockSentence(message: string): ClockSentence | null {
  const expired = EXPIRED.exec(message)
  const match = expired ?? EARLY.exec(message)
  const signedAt = parseAmzDate(match?.[1] ?? '')
  const limit = parseAmzDate(match?.[2] ?? '')
  const awsNow = parseAmzDate(match?.[3] ?? '')
  if (signedAt === null || limit === null || awsNow === null) return null
  return {
    kind: expired ? 'expired' : 'not-yet-current',
    signedAt,
    limit,
    awsNow,
    toleranceMs: Number(match?.[4]) * MINUTE,
  }
}
