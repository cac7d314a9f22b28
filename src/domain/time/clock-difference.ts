import type { StsReply } from '../sts/call.ts'
import { MINUTE, parseHttpDate, SECOND } from './instant.ts'

/** More than two clocks that are both right can differ. */
export const CLOCK_TOLERANCE = 2 * MINUTE

/** A difference worth counting with, in milliseconds: the Date header tells no less than a second; null below that. */
export function notableDifference(differenceMs: number | null): number | null {
  return differenceMs === null || Math.abs(differenceMs) < SECOND ? null : differenceMs
}

/**
 * This device's clock minus AWS's in milliseconds, from the answer's Date header; null where the header cannot be read.
 * Half the round trip is taken into account; the header has whole seconds, so the middle of that second is used.
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-6.6.1
 */
export function clockDifference(reply: StsReply): number | null {
  if (reply.kind !== 'answered') return null
  const header = reply.response.headers['date']
  const server = header === undefined ? null : parseHttpDate(header)
  if (server === null) return null
  return reply.timing.sentAt + reply.timing.tookMs / 2 - (server + 500)
}
