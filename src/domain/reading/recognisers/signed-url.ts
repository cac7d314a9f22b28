import { NOTHING, type Entry, type Span } from '../entry.ts'
import { EXAMPLE_KEY, EXAMPLE_TOKEN } from '../example-values.ts'
import type { Recogniser } from '../recogniser.ts'
import { readSignedQuery } from '../signed-query.ts'

const ADDRESS = /https?:\/\/[^\s"'<>`]{8,20000}/gi
const SIGN = /X-Amz-Credential=|AWSAccessKeyId=/i

/** A presigned address, Signature Version 4 or 2. It holds no secret, and its expiry is its own. */
export const signedUrl: Recogniser = {
  shape: 'signed-url',
  example: `https://example-bucket.s3.amazonaws.com/key?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=${EXAMPLE_KEY}%2F20261122%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20261122T010000Z&X-Amz-Expires=300&X-Amz-Security-Token=${EXAMPLE_TOKEN}&X-Amz-SignedHeaders=host&X-Amz-Signature=00`,
  recognise: ({ text, isFree }) => {
    if (!SIGN.test(text)) return NOTHING
    const entries: Entry[] = []
    const closed: Span[] = []
    let group = 0
    for (const m of text.matchAll(ADDRESS)) {
      if (!isFree(m.index) || !SIGN.test(m[0])) continue
      group += 1
      entries.push(...readSignedQuery(m[0], m.index, group, true).entries)
      closed.push({ at: m.index, end: m.index + m[0].length })
    }
    return { entries, closed, notes: noteFor(entries.length) }
  },
}

const noteFor = (count: number) =>
  count > 0 ? [{ note: 'no-secret-inside', shape: 'signed-url' } as const] : []
