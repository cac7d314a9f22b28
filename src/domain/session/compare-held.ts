import type { HeldFacts } from './held-facts.ts'

/** What two held sets are compared by. */
export type ComparedFact =
  | 'account'
  | 'principal'
  | 'kind'
  | 'key-kind'
  | 'made-by'
  | 'parent'
  | 'ends'
  | 'token-version'
  | 'token-region'
  | 'limits'
  | 'verdict'

/** `sameness`: `unknown` where one of the two does not show it. */
export type Comparison = {
  readonly fact: ComparedFact
  readonly sameness: 'same' | 'differs' | 'unknown'
}

/** The facts of two held sets side by side, in a fixed order. */
export function compareHeld(one: HeldFacts, other: HeldFacts): readonly Comparison[] {
  return FACTS.map(([fact, read]) => {
    const [a, b] = [read(one), read(other)]
    return {
      fact,
      sameness: a === null || b === null ? 'unknown' : a === b ? 'same' : 'differs',
    }
  })
}

const FACTS: readonly (readonly [ComparedFact, (facts: HeldFacts) => string | null])[] = [
  ['account', ({ account }) => account?.id ?? null],
  ['principal', ({ identity }) => identity?.arn ?? null],
  ['kind', ({ identity }) => identity?.kind ?? null],
  ['key-kind', ({ facts }) => facts.accessKeyId?.kind ?? null],
  [
    'made-by',
    ({ held: { origin } }) => (origin.kind === 'minted' ? origin.operation : origin.kind),
  ],
  ['parent', ({ ancestors }) => String(ancestors.at(-1)?.id ?? '')],
  ['ends', ({ expiry }) => endOf(expiry)],
  ['token-version', ({ facts }) => text(facts.sessionToken?.version)],
  ['token-region', ({ facts }) => text(facts.sessionToken?.region)],
  ['limits', ({ identity }) => identity && identity.limits.map(({ never }) => never).join(' ')],
  ['verdict', ({ verdict }) => verdict.verdict],
]

const text = (value: string | number | null | undefined): string | null =>
  value === null || value === undefined ? null : String(value)

function endOf(expiry: HeldFacts['expiry']): string | null {
  if (expiry.kind === 'stated') return String(expiry.expiresAt)
  return expiry.kind === 'no-end' ? 'no-end' : null
}
