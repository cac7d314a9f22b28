import type { StsReply } from '../sts/call.ts'
import { parseHttpDate } from './instant.ts'

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
