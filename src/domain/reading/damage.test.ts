import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Secret } from '../credentials/secret.ts'
import { isPlaceholder, isSecretShaped } from '../credentials/value-shapes.ts'
import type {
  CredentialFormat,
  WritableCredentials,
} from '../credentials/write/credential-format.ts'
import { CREDENTIAL_FORMATS } from '../credentials/write/format-table.ts'
import { DAMAGES, INCOMPATIBLE, type Damage, type Exclusion } from './damage.ts'
import { readPaste } from './read-paste.ts'
import { A, B, ENDS, tripleOf, valuesOf, type Triple } from './written-pastes.ts'

const VARIANTS = [0, 1, 2, 3, 4, 5, 6, 41]

const writableOf = ({ key, secret, token }: Triple, profile: string): WritableCredentials => ({
  accessKeyId: new Secret(key),
  secretAccessKey: new Secret(secret),
  sessionToken: new Secret(token),
  expiration: ENDS,
  region: null,
  profile,
})

/** What was written and done to it. */
type Chain = {
  readonly format: CredentialFormat
  readonly triples: readonly Triple[]
  readonly damages: readonly (readonly [Damage, variant: number])[]
}

const PROFILES = ['example', 'prod']

function textOf({ format, triples, damages }: Chain): string {
  const sets = triples.map((triple, i) => writableOf(triple, PROFILES[i] ?? ''))
  const written = format.write(sets) ?? ''
  return damages.reduce((text, [{ harm }, variant]) => harm(text, variant), written)
}

/** What has to be read back, and what was. */
function comparison(chain: Chain): { readonly expected: unknown; readonly seen: unknown } {
  const { holds } = chain.format
  const expected = chain.triples.map((triple, i) => ({
    ...triple,
    expiration: holds.expiration ? ENDS : null,
    profile: holds.profile ? PROFILES[i] : null,
  }))
  const seen = readPaste(textOf(chain)).credentials.map((set) => ({
    ...valuesOf(set),
    expiration: set.expiration?.instant ?? null,
    profile: set.profile,
  }))
  return { expected, seen }
}

function isReadBack(chain: Chain): boolean {
  const { expected, seen } = comparison(chain)
  return JSON.stringify(expected) === JSON.stringify(seen)
}

/** A link of a chain: the format first, then the damages in their order. */
const linksOf = ({ format, damages }: Chain): readonly string[] => [
  format.id,
  ...damages.map(([{ name }]) => name),
]

function excludes({ after, damages }: Exclusion, links: readonly string[]): boolean {
  return links.some(
    (link, i) =>
      after.some((name) => name === link) &&
      links.slice(i + 1).some((later) => damages.some((name) => name === later)),
  )
}

const isAllowed = (chain: Chain): boolean =>
  !INCOMPATIBLE.some((exclusion) => excludes(exclusion, linksOf(chain)))

const singles = (damage: Damage): readonly Chain[] =>
  CREDENTIAL_FORMATS.flatMap((format) =>
    VARIANTS.flatMap((variant) =>
      [[A], [A, B]].map((triples) => ({ format, triples, damages: [[damage, variant] as const] })),
    ),
  )

const chainName = (chain: Chain): string =>
  [
    ...linksOf(chain),
    ...chain.damages.map(([, variant]) => variant),
    `${String(chain.triples.length)} sets`,
  ].join(', ')

describe('whatever a writer writes is read back', () => {
  test.each(CREDENTIAL_FORMATS.map((format) => [format.id, format] as const))(
    '%s, as it is',
    (_id, format) => {
      for (const triples of [[A], [A, B]]) {
        const { expected, seen } = comparison({ format, triples, damages: [] })
        expect(seen).toEqual(expected)
      }
    },
  )

  test.each(DAMAGES.map((damage) => [damage.name, damage] as const))(
    '%s, in every format',
    (_name, damage) => {
      const chains = singles(damage).filter(isAllowed)
      expect(chains.length).toBeGreaterThan(0)
      expect(chains.filter((chain) => !isReadBack(chain)).map(chainName)).toEqual([])
    },
  )
})

describe('chains', () => {
  const secrets = fc
    .stringMatching(/^[A-Za-z0-9/+]{40}$/)
    .filter((text) => isSecretShaped(text) && !isPlaceholder(text))
  const triples = fc
    .tuple(fc.stringMatching(/^\d{12}$/), secrets, fc.nat({ max: 10_000 }), fc.constantFrom(1, 2))
    .map(([account, secret, seed, version]) => tripleOf(account, secret, seed, version))
  const chains = fc
    .record({
      format: fc.constantFrom(...CREDENTIAL_FORMATS),
      triples: fc.uniqueArray(triples, { minLength: 1, maxLength: 2, selector: ({ key }) => key }),
      damages: fc.uniqueArray(fc.tuple(fc.constantFrom(...DAMAGES), fc.nat({ max: 400 })), {
        maxLength: 3,
        selector: ([{ name }]) => name,
      }),
    })
    .filter(isAllowed)

  test('two damages, each behind each other one', () => {
    const failed: string[] = []
    let tried = 0
    for (const first of DAMAGES) {
      for (const second of DAMAGES) {
        if (first === second) continue
        const damages = [[first, 1] as const, [second, 3] as const]
        const allowed = CREDENTIAL_FORMATS.map((format) => ({ format, triples: [A, B], damages }))
          .filter(isAllowed)
          .filter((_, i) => (i + tried) % 3 === 0)
        failed.push(...allowed.filter((chain) => !isReadBack(chain)).map(chainName))
        tried += 1
      }
    }
    expect(tried).toBe(DAMAGES.length * (DAMAGES.length - 1))
    expect(failed).toEqual([])
  }, 60_000)

  test('up to three damages, whatever the credentials', () => {
    fc.assert(
      fc.property(chains, (chain) => {
        const { expected, seen } = comparison(chain)
        expect(seen, linksOf(chain).join(', ')).toEqual(expected)
      }),
      // CHAIN_RUNS=100000 CHAIN_SEED=… walks further, for minutes.
      {
        numRuns: Number(process.env['CHAIN_RUNS'] ?? 300),
        seed: Number(process.env['CHAIN_SEED'] ?? 3),
      },
    )
  }, 600_000)

  test('no note holds a value, allowed chain or not', () => {
    fc.assert(
      fc.property(chains, fc.constantFrom(...DAMAGES), (chain, last) => {
        const text = last.harm(textOf(chain), 1)
        const { notes } = readPaste(text)
        const printed = JSON.stringify(notes)
        for (const { key, secret, token } of chain.triples) {
          for (const value of [key, secret, secret.slice(20), token.slice(0, 100)]) {
            expect(printed).not.toContain(value)
          }
        }
      }),
      { numRuns: 100 },
    )
  }, 60_000)

  test('nothing throws, whatever is done to whatever text', () => {
    const pieces = fc.array(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('AWS_SESSION_TOKEN=', '"SecretAccessKey":"', '=3D', '%3D', '&#x', '\\u00'),
        fc.constantFrom('> ', '```', '[', '{', '\\"', '=\n', '<Credentials>', A.key, A.token),
      ),
    )
    fc.assert(
      fc.property(pieces, fc.constantFrom(...DAMAGES), fc.nat(), (all, { harm }, variant) => {
        const text = harm(all.join(''), variant)
        expect(readPaste(text).lines).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: 200 },
    )
  }, 60_000)
})

describe('the tables of pairs', () => {
  const namesOf = (exclusion: Exclusion): string =>
    `${exclusion.after.join(', ')} then ${exclusion.damages.join(', ')}`

  /** The chains that one row alone forbids. */
  function forbidden(row: Exclusion): readonly Chain[] {
    const others = INCOMPATIBLE.filter((other) => other !== row)
    return CREDENTIAL_FORMATS.flatMap((format) =>
      row.after.flatMap((after) =>
        row.damages.flatMap((later) =>
          [1, 3].map((variant) => ({
            format,
            triples: [A, B],
            damages: DAMAGES.filter(({ name }) => name === after || name === later)
              .sort((a) => (a.name === after ? -1 : 1))
              .map((damage) => [damage, variant] as const),
          })),
        ),
      ),
    ).filter((chain) => {
      const links = linksOf(chain)
      return excludes(row, links) && !others.some((other) => excludes(other, links))
    })
  }

  test.each(INCOMPATIBLE.map((row) => [namesOf(row), row] as const))(
    '%s: cannot be taken back',
    (_name, row) => {
      const chains = forbidden(row)
      expect(chains.length).toBeGreaterThan(0)
      expect(chains.some((chain) => !isReadBack(chain))).toBe(true)
    },
  )

  test('every name is one of a format or a damage, and no row is empty', () => {
    const names = new Set<string>([
      ...CREDENTIAL_FORMATS.map(({ id }) => id),
      ...DAMAGES.map(({ name }) => name),
    ])
    for (const { after, damages, why } of INCOMPATIBLE) {
      expect([...after, ...damages].filter((name) => !names.has(name))).toEqual([])
      expect(Math.min(after.length, damages.length, why.length)).toBeGreaterThan(0)
    }
    expect(names.size).toBe(CREDENTIAL_FORMATS.length + DAMAGES.length)
  })
})
