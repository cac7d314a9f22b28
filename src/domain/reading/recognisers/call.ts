import { NOTHING, type Entry } from '../entry.ts'
import { EXAMPLE_KEY, EXAMPLE_SECRET, EXAMPLE_TOKEN } from '../example-values.ts'
import { findingsOf } from '../named-entries.ts'
import type { Page } from '../page.ts'
import type { Recogniser } from '../recogniser.ts'
import { valueAt } from '../value-at.ts'

/** Constructors that take ID, secret and token by position, in the SDKs' languages. */
const CONSTRUCTOR =
  /\b(?:NewStaticCredentials(?:Provider|FromCreds)?|AwsSessionCredentials\.create|AwsBasicCredentials\.create|Basic(?:Session|AWS)Credentials|SessionAWSCredentials|BasicAWSCredentials|AWS(?:\.|::)Credentials(?:\.new)?|Aws::Credentials\.new|Credentials(?:::new|::from_keys|Provider)?|AWSCredentials)\(/g
const GAP = /[\s,]{0,80}/y
const FIELDS = ['accessKeyId', 'secretAccessKey', 'sessionToken'] as const

/** Values handed to a function: `create("…", "…", "…")`, `.accessKeyId("…")`, `putenv("NAME", "…")`. */
export const call: Recogniser = {
  shape: 'call',
  example: `AwsSessionCredentials.create(
  "${EXAMPLE_KEY}", "${EXAMPLE_SECRET}",
  "${EXAMPLE_TOKEN}")`,
  recognise: (page) => {
    const byName = findingsOf(page, ['call'])
    const byPlace = page.text.includes('(') ? positional(page) : []
    if (byPlace.length === 0) return byName.entries.length === 0 ? NOTHING : byName
    return { ...byName, entries: [...byName.entries, ...byPlace] }
  },
}

function positional({ text, isFree }: Page): readonly Entry[] {
  const entries: Entry[] = []
  let group = 0
  CONSTRUCTOR.lastIndex = 0
  for (let m = CONSTRUCTOR.exec(text); m; m = CONSTRUCTOR.exec(text)) {
    let at = skipGap(text, CONSTRUCTOR.lastIndex)
    group += 1
    for (const field of FIELDS) {
      const value = valueAt(text, at, field === 'sessionToken')
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
    CONSTRUCTOR.lastIndex = Math.max(at, CONSTRUCTOR.lastIndex)
  }
  return entries
}

function skipGap(text: string, at: number): number {
  GAP.lastIndex = at
  return at + (GAP.exec(text)?.[0].length ?? 0)
}
