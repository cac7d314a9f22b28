import { SECOND, instantOf, type Instant } from '../time/instant.ts'
import type { Flaw, TokenFacts } from './facts.ts'
import { inspect } from './flaws.ts'
import { readMessage, type Message } from './protobuf-read.ts'
import { TOKEN_LAYOUTS, USER_PART } from './token-layout-table.ts'
import { isKeyIdShaped, isSecretShaped } from './value-shapes.ts'

/** The opaque parts of a whole token, for whoever made it; to anybody else they prove nothing. */
export type TokenParts = {
  /** Field 2, a signed byte. */
  readonly keyId: number
  readonly iv: Uint8Array
  readonly ciphertext: Uint8Array
  /** Field 4 of version 2; the opaque field 6 of version 1. Empty where the layout has none. */
  readonly signature: Uint8Array
}

/** Tokens have had up to some 1400 characters; far beyond that nothing is decoded. */
const LONGEST = 65_536

const EARLIEST = instantOf(2011, 1, 1) ?? 0
const LATEST = instantOf(2100, 1, 1) ?? 0

const NOTHING = new Uint8Array()

/** What a session token shows; all of it is inferred, since AWS calls the token opaque. */
export function readSessionToken(text: string): TokenFacts {
  return parseSessionToken(text).facts
}

/** As `readSessionToken`, with the raw parts of a token that is whole and has no flaw. */
export function parseSessionToken(text: string): {
  readonly facts: TokenFacts
  readonly parts: TokenParts | null
} {
  const { body, bare, flaws } = bodyOf(text)
  const bytes = decode(body)
  const firstByte = bytes[0] ?? null
  const unknown: TokenFacts = {
    state: 'unknown',
    version: null,
    firstByte,
    name: null,
    region: null,
    account: null,
    issuedAt: null,
    missingBytes: 0,
    bytes: bytes.length,
    flaws,
    looksLike: isKeyIdShaped(bare)
      ? 'access-key-id'
      : isSecretShaped(bare)
        ? 'secret-access-key'
        : null,
  }
  const layout = TOKEN_LAYOUTS[firstByte ?? 0]
  if (!layout) return { facts: asExample(unknown, bare), parts: null }

  const message = readMessage(bytes.subarray(1), layout.wires)
  const name = layout.names.find((name) => isNamed(message, name))
  if (name === undefined) return { facts: asExample(unknown, bare), parts: null }

  const user = layout.version === 2 ? readMessage(userBytes(message), USER_PART.wires) : null
  const issuedAt = instantIn(message.fields.get(layout.fields.time))
  const isSound =
    message.state === 'whole' && issuedAt !== null && (!user || user.state === 'whole')
  const state = message.state === 'whole' && !isSound ? 'damaged' : message.state
  const facts: TokenFacts = {
    ...unknown,
    state,
    version: layout.version,
    name,
    region: layout.version === 2 ? textIn(message.fields.get(3), /^[a-z][a-z0-9-]{4,31}$/) : null,
    account: user && textIn(user.fields.get(USER_PART.account), /^\d{12}$/),
    issuedAt,
    missingBytes: message.missingBytes,
    ...keyIdIn(message.fields.get(2)),
  }
  if (state !== 'whole') return { facts: asExample(facts, bare), parts: null }
  const opaque = user ? user.fields : message.fields
  const parts: TokenParts = {
    keyId: numberIn(message.fields.get(2)),
    iv: bytesIn(opaque.get(layout.fields.iv)),
    ciphertext: bytesIn(opaque.get(layout.fields.ciphertext)),
    signature: bytesIn(message.fields.get(layout.fields.signature)),
  }
  return { facts, parts: flaws.length === 0 ? parts : null }
}

/** The base64 letters of a text without padding, and everything that is wrong with its characters. */
function bodyOf(text: string): { body: string; bare: string; flaws: readonly Flaw[] } {
  const { bare, flaws } = inspect(text, /[^A-Za-z0-9+/=]/g)
  const standard = bare
    .replace(/-/g, '+')
    .replace(/_/g, '/')
    .replace(/={1,2}$/, '')
  const inner = standard.length - standard.replace(/=/g, '').length
  if (inner > 0) flaws.push({ flaw: 'foreign-characters', count: inner })
  const body = standard.replace(/[^A-Za-z0-9+/]/g, '')
  const isMissingOne = body.length % 4 === 1
  if (isMissingOne) flaws.push({ flaw: 'length', expected: body.length + 1, seen: body.length })
  return { body, bare, flaws }
}

/** The bytes of base64 letters; of an incomplete last group as many as it holds. */
function decode(body: string): Uint8Array {
  if (body.length > LONGEST) return NOTHING
  const whole = body.length % 4 === 1 ? body.slice(0, -1) : body
  const letters = atob(whole)
  const bytes = new Uint8Array(letters.length)
  for (let at = 0; at < letters.length; at += 1) bytes[at] = letters.charCodeAt(at)
  return bytes
}

/** AWS's documentation tokens spell EXAMPLE near their beginning and never read to their end. */
function asExample(facts: TokenFacts, bare: string): TokenFacts {
  const head = bare.slice(0, bare.startsWith('AQo') ? 400 : 40)
  if (!head.includes('EXAMPLE') && !head.startsWith('AQoXdzEL')) return facts
  return {
    ...facts,
    state: 'unknown',
    missingBytes: 0,
    flaws: [...facts.flaws, { flaw: 'placeholder' }],
  }
}

/** A token cut inside its name still has to begin like it. */
function isNamed({ fields, partial }: Message, name: string): boolean {
  const seen = fields.get(1)
  if (seen !== undefined) return textOf(bytesIn(seen)) === name
  return partial?.field === 1 && name.startsWith(textOf(partial.bytes)) && partial.bytes.length > 2
}

/** The user part, also where the token was cut inside it: the account stands before the long ciphertext. */
function userBytes({ fields, partial }: Message): Uint8Array {
  return partial?.field === USER_PART.field ? partial.bytes : bytesIn(fields.get(USER_PART.field))
}

type Field = number | Uint8Array | undefined

const bytesIn = (field: Field): Uint8Array => (field instanceof Uint8Array ? field : NOTHING)

const numberIn = (field: Field): number => (typeof field === 'number' ? field : 0)

const keyIdIn = (field: Field): { readonly keyId?: number } =>
  typeof field === 'number' ? { keyId: field } : {}

const textOf = (bytes: Uint8Array): string => String.fromCharCode(...bytes.subarray(0, 64))

function textIn(field: Field, shape: RegExp): string | null {
  const text = textOf(bytesIn(field))
  return shape.test(text) ? text : null
}

/** Unix seconds of a year in which tokens can have been issued. */
function instantIn(field: Field): Instant | null {
  const instant = numberIn(field) * SECOND
  return instant > EARLIEST && instant < LATEST ? instant : null
}
