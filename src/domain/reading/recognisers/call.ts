import { MOST_VALUES, NOTHING, type Entry } from '../entry.ts'
import { EXAMPLE_KEY, EXAMPLE_SECRET, EXAMPLE_TOKEN } from '../example-values.ts'
import { findingsOf } from '../named-entries.ts'
import type { Page } from '../page.ts'
import type { Recogniser } from '../recogniser.ts'
import type { Steps } from '../steps.ts'
import { valueAt } from '../value-at.ts'

/** Constructors that take ID, secret and token by position, in the SDKs' languages. */
const CONSTRUCTOR =
  /\b(?:NewStaticCredentials(?:Provider|FromCreds)?|AwsSessionCredentials\.create|AwsBasicCredentials\.create|Basic(?:Session|AWS)Credentials|SessionAWSCredentials|BasicAWSCredentials|AWS(?:\.|::)Credentials(?:\.new)?|Aws::Credentials\.new|Credentials(?:::new|::from_keys|Provider)?|AWSCredentials)\(/g
const GAP = /[\s,]{0,80}/y
/** About a millisecond's work. */
const CALLS_AT_ONCE = 512

const FIELDS = ['accessKeyId', 'secretAccessKey', 'sessionToken'] as const

/** Values handed to a function: `create("…", "…", "…")`, `.accessKeyId("…")`, `putenv("NAME", "…")`. */
export const call: Recogniser = {
  shape: 'call',
  example: `AwsSessionCredentials.create(
  "${EXAMPLE_KEY}", "${EXAMPLE_SECRET}",
  "${EXAMPLE_TOKEN}")`,
  *recognise(page) {
    const byName = yield* findingsOf(page, ['call'])
    const byPlace = page.text.includes('(') ? yield* positional(page) : []
    if (byPlace.length === 0) return byName.entries.length === 0 ? NOTHING : byName
    return { ...byName, entries: [...byName.entries, ...byPlace] }
  },
}

function* positional({ text, isFree }: Page): Steps<readonly Entry[]> {
  const entries: Entry[] = []
  let group = 0
  CONSTRUCTOR.lastIndex = 0
  for (let m = CONSTRUCTOR.exec(text); m; m = CONSTRUCTOR.exec(text)) {
    if (entries.length >= MOST_VALUES) break
    let at = skipGap(text, CONSTRUCTOR.lastIndex)
    group += 1
    if (group % CALLS_AT_ONCE === 0) yield
    for (const field of FIELDS) {
      const value = valueAt(text, at, field)
      if (!value.isQuoted || !isFree(at)) break
      const { raw, end } = value
      entries.push({
        field,
        strength: 'faint',
        name: '',
        raw,
        at,
        end,
        group,
        isClose: true,
        profile: null,
      })
      at = skipGap(text, end)
    }
    CONSTRUCTOR.lastIndex = Math.max(at, m.index + m[0].length)
  }
  return entries
}

function skipGap(text: string, at: number): number {
  GAP.lastIndex = at
  return at + (GAP.exec(text)?.[0].length ?? 0)
}
