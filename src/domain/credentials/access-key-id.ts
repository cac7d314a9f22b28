import type { Flaw, KeyIdFacts } from './facts.ts'
import { inspect } from './flaws.ts'
import { isSecretShaped, isTokenShaped } from './value-shapes.ts'

/** RFC 4648 base32: the letters of AWS's unique IDs. @see https://www.rfc-editor.org/rfc/rfc4648#section-6 */
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** The bit above the 40 bits of the account: set in IDs that carry one. */
const NEW_STYLE = 2 ** 40

const LENGTHS = { ASIA: 20, AKIA: 20, AROA: 21, AIDA: 21 } as const

/**
 * The 12-digit account inside an access key ID (20 characters) or another unique ID (`AROA…`, `AIDA…`, 21
 * characters); null for old-style IDs (fifth character A–P) and for texts of another shape. Inferred: AWS does not
 * document it.
 * @see https://awsteele.com/blog/2020/09/26/aws-access-key-format.html
 */
export function accountOfUniqueId(id: string): string | null {
  if (!/^[A-Z]{4}[Q-Z2-7][A-Z2-7]{15,16}$/.test(id)) return null
  let leading = 0
  for (const letter of id.slice(4, 12)) leading = leading * 32 + BASE32.indexOf(letter)
  const account = leading * 2 + Math.floor(BASE32.indexOf(id.charAt(12)) / 16) - NEW_STYLE
  return account < 1e12 ? String(account).padStart(12, '0') : null
}

/**
 * Makes an ID that carries `account` (12 digits). `tail` is base32 letters for the end: 7 of them are free in a
 * 20-character ID and 8 in a 21-character one; of one letter more the low 4 bits count; a shorter tail is filled with
 * `A` on its left.
 */
export function encodeAccessKeyId(parts: {
  readonly prefix: keyof typeof LENGTHS
  readonly account: string
  readonly tail: string
}): string {
  const leading = NEW_STYLE + Number(parts.account)
  const free = LENGTHS[parts.prefix] - 13
  const tail = parts.tail.padStart(free + 1, 'A').slice(-free - 1)
  let letters = ''
  for (let rest = Math.floor(leading / 2); rest > 0; rest = Math.floor(rest / 32)) {
    letters = BASE32.charAt(rest % 32) + letters
  }
  const shared = (leading % 2) * 16 + (BASE32.indexOf(tail.charAt(0)) & 15)
  return parts.prefix + letters + BASE32.charAt(shared) + tail.slice(1)
}

const KINDS: Readonly<Record<string, 'temporary' | 'long-term'>> = {
  ASIA: 'temporary',
  AKIA: 'long-term',
}

const PREFIX = /^A(?:BIA|CCA|GPA|IDA|IPA|KIA|NPA|NVA|PKA|ROA|SCA|SIA)/

/**
 * What an access key ID shows without asking AWS; stray blanks and quotes are looked through and reported.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids
 */
export function describeAccessKeyId(text: string): KeyIdFacts {
  const { bare, flaws } = inspect(text, /[^A-Z2-7]/g)
  const prefix = PREFIX.exec(bare)?.[0] ?? null
  const account = accountOfUniqueId(bare)
  const isDocumentation =
    account === null && /^A[A-Za-z0-9]{9,40}$/.test(bare) && bare.includes('EXAMPLE')
  const looksLike = isSecretShaped(bare)
    ? 'secret-access-key'
    : isTokenShaped(bare)
      ? 'session-token'
      : null
  return {
    kind: KINDS[prefix ?? ''] ?? 'other',
    prefix,
    account: bare.length === 20 ? account : null,
    isDocumentation,
    flaws: isDocumentation ? flaws.filter(isStray) : [...flaws, ...lengthFlaw(bare)],
    looksLike,
  }
}

const isStray = ({ flaw }: Flaw): boolean => flaw !== 'foreign-characters'

function lengthFlaw(bare: string): Flaw[] {
  return bare.length === 20 ? [] : [{ flaw: 'length', expected: 20, seen: bare.length }]
}
