import { describeAccessKeyId } from '../credentials/access-key-id.ts'
import type { KeyIdFacts } from '../credentials/facts.ts'
import type { ToldToken } from './facts.ts'

/** Facts that a person gives beside an error text, as they came; null for what is not known. */
export type SaidFacts = {
  readonly operation: string | null
  readonly accessKeyIdPrefix: string | null
  /** `present`, `missing`, `truncated`, … */
  readonly sessionToken: string | null
  readonly region: string | null
  readonly endpoint: string | null
  /** Client minus AWS. */
  readonly clockSkewSeconds: number | null
  readonly other: string | null
}

export const NO_FACTS: SaidFacts = {
  operation: null,
  accessKeyIdPrefix: null,
  sessionToken: null,
  region: null,
  endpoint: null,
  clockSkewSeconds: null,
  other: null,
}

const LONGEST = 8192

/** Reads facts from parsed JSON; every field may be absent or null, and what is unknown or of another type is listed. */
export function readSaidFacts(value: unknown): {
  readonly facts: SaidFacts
  readonly ignored: readonly string[]
} {
  if (value === null || value === undefined) return { facts: NO_FACTS, ignored: [] }
  if (typeof value !== 'object' || Array.isArray(value))
    return { facts: NO_FACTS, ignored: ['facts'] }
  const fields = value as Readonly<Record<string, unknown>>
  const ignored: string[] = []
  const text = (name: keyof SaidFacts): string | null => {
    const field = fields[name]
    if (field === undefined || field === null) return null
    if (typeof field === 'string') return field.slice(0, LONGEST)
    if (typeof field === 'boolean' && name === 'sessionToken') return field ? 'present' : 'missing'
    ignored.push(name)
    return null
  }
  const skew = fields['clockSkewSeconds']
  const isSkew = typeof skew === 'number' && Number.isFinite(skew)
  if (skew !== undefined && skew !== null && !isSkew) ignored.push('clockSkewSeconds')
  for (const name of Object.keys(fields)) {
    if (!Object.hasOwn(NO_FACTS, name)) ignored.push(name.slice(0, 64))
  }
  const token = text('sessionToken')
  if (token !== null && readToldToken(token) === null) ignored.push('sessionToken')
  return {
    facts: {
      operation: text('operation'),
      accessKeyIdPrefix: text('accessKeyIdPrefix'),
      sessionToken: token,
      region: text('region'),
      endpoint: text('endpoint'),
      clockSkewSeconds: isSkew ? skew : null,
      other: text('other'),
    },
    ignored,
  }
}

const TOKEN_WORDS: readonly (readonly [RegExp, ToldToken])[] = [
  [
    /^(?:missing|absent|none|no|false|empty|not[ -](?:sent|set|present|given)|unset|omitted|without)\b/i,
    'missing',
  ],
  [/trunc|cut|short|partial|incomplete/i, 'cut'],
  [/space|newline|line ?break|quote|blank|padded/i, 'blanks'],
  [/mangl|damag|corrupt|alter|chang|encod|escap|invalid|broken|wrong/i, 'changed'],
  [/v(?:ersion)?[- ]?1|global|legacy/i, 'version-1'],
  [/v(?:ersion)?[- ]?2|regional/i, 'version-2'],
  [/expired/i, 'expired'],
  [/foreign|stale|old|other|another|mismatch|different|mixed/i, 'foreign'],
  [/present|yes|true|sent|set|whole|valid|given|fresh|ok|complete/i, 'present'],
]

/** The state of a token in a word of the person's; null where the word is not known. */
export function readToldToken(text: string): ToldToken | null {
  return TOKEN_WORDS.find(([words]) => words.test(text.trim().slice(0, 80)))?.[1] ?? null
}

/** A key ID, whole or its first characters: `ASIA` alone tells its kind. */
export function readKeyPrefix(text: string): KeyIdFacts | null {
  const bare = text.trim().replace(/[*.…x]+$/u, '')
  if (bare === '') return null
  const facts = describeAccessKeyId(bare)
  if (facts.kind !== 'other' || facts.prefix !== null || facts.isDocumentation) {
    // What was not shown is not missing.
    return { ...facts, flaws: facts.flaws.filter(({ flaw }) => flaw !== 'length') }
  }
  return facts
}
