import { MOST_VALUES, NOTHING, type Entry } from '../entry.ts'
import { EXAMPLE_KEY, EXAMPLE_SECRET } from '../example-values.ts'
import type { Recogniser } from '../recogniser.ts'
import type { Steps } from '../steps.ts'

/** @see https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1 */
const USER_INFO =
  /:\/\/(A[KS]IA[A-Z0-9]{12,20}):([A-Za-z0-9/+]{36,44}|[A-Za-z0-9/+%]{37,132})(?:@|(?=["'\s]|$))/g

/** About a millisecond's work. */
const ADDRESSES_AT_ONCE = 1024

/** User and password of an address are ID and secret: queues (`sqs://…@`), old Hadoop (`s3n://…@bucket`), backups. */
export const userInfo: Recogniser = {
  shape: 'user-info',
  example: `broker_url = 'sqs://${EXAMPLE_KEY}:${encodeURIComponent(EXAMPLE_SECRET)}@'`,
  *recognise({ text, isFree }) {
    return text.includes('://A') ? { entries: yield* entriesOf(text, isFree) } : NOTHING
  },
}

function* entriesOf(text: string, isFree: (offset: number) => boolean): Steps<readonly Entry[]> {
  const entries: Entry[] = []
  let group = 0
  for (const m of text.matchAll(USER_INFO)) {
    const [, key = '', secret = ''] = m
    const at = m.index + '://'.length
    if (entries.length >= MOST_VALUES) break
    if (!isFree(at)) continue
    group += 1
    if (group % ADDRESSES_AT_ONCE === 0) yield
    const common = { strength: 'strong', name: '', group, isClose: true, profile: null } as const
    const secretAt = at + key.length + 1
    entries.push(
      { field: 'accessKeyId', raw: key, at, end: at + key.length, ...common },
      {
        field: 'secretAccessKey',
        raw: secret,
        at: secretAt,
        end: secretAt + secret.length,
        ...common,
      },
    )
  }
  return entries
}
