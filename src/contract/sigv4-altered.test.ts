import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { presign } from '#domain/sigv4/presign.ts'
import { revealText } from '#domain/sigv4/secret-text.ts'
import { sign } from '#domain/sigv4/sign.ts'
import type { SigningRequest } from '#domain/sigv4/signing-request.ts'
import { checkPresented, checkSignature } from '#domain/sigv4/verify.ts'
import { ourCredentials, ourRequest, randomRequest } from './random-request.fixture.ts'

/** A request on the wire, each part a text. */
type Wire = { readonly parts: readonly string[]; readonly names: readonly string[] }

/** Everything that a signature covers, and the signature. Header names are left as they are. */
function partsOf(request: SigningRequest): Wire {
  const body = Array.from(bytes(request.body), (byte) => String.fromCharCode(byte)).join('')
  const headers = request.headers.map(([, value]) => revealText(value))
  return {
    parts: [request.method, request.path, request.query, body, ...headers],
    names: request.headers.map(([name]) => name),
  }
}

function requestOf({ parts, names }: Wire): SigningRequest {
  const [method = '', path = '', query = '', body = '', ...values] = parts
  return {
    method,
    path,
    query,
    headers: names.map((name, at) => [name, values[at] ?? '']),
    body: Uint8Array.from(body, (character) => character.charCodeAt(0)),
  }
}

const bytes = (body: string | Uint8Array): Uint8Array =>
  typeof body === 'string' ? new TextEncoder().encode(body) : body

/** Letters and digits mean the same in no two ways; blanks and `%` may. */
const ALTERABLE = /[A-Za-z0-9]/

/** The request with one character of one part altered; null where nothing in that part can be. */
function altered(wire: Wire, part: number, place: number): Wire | null {
  const at = part % wire.parts.length
  const text = wire.parts[at] ?? ''
  const places = Array.from(text).flatMap((letter, index) =>
    ALTERABLE.test(letter) ? [index] : [],
  )
  const index = places[place % Math.max(1, places.length)]
  if (index === undefined) return null
  // No hexadecimal digit, so that an escape never becomes another way to write the same byte.
  const letters = Array.from(text)
  letters[index] = /x/i.test(letters[index] ?? '') ? 'q' : 'x'
  return { ...wire, parts: wire.parts.with(at, letters.join('')) }
}

describe('one altered character anywhere in what is signed', () => {
  test.each(['header', 'query'] as const)('%s', async (form) => {
    let judged = 0
    await fc.assert(
      fc.asyncProperty(randomRequest, fc.nat(), fc.nat(), async (plain, part, place) => {
        // What stands before `..` is no part of a path.
        const each = { ...plain, path: plain.path.replaceAll('..', 'up') }
        const { region, service, instant } = each
        const credentials = ourCredentials(each)
        const signed =
          form === 'header'
            ? await sign(ourRequest(each), credentials, { region, service }, instant)
            : await presign(
                ourRequest(each),
                credentials,
                { region, service },
                { instant, expiresSeconds: 900 },
              )
        const verdict = async (request: SigningRequest): Promise<string | null> => {
          const arrival = { isRegion: (code: string) => code === region, service, now: instant }
          const presented = checkPresented(request, arrival)
          if (presented.fault !== null) return presented.fault
          const isSameKey = presented.accessKeyId.reveal() === credentials.accessKeyId.reveal()
          if (!isSameKey) return 'another key'
          const secret = credentials.secretAccessKey
          return (await checkSignature(request, presented, secret)).fault
        }
        const wire = partsOf(signed)
        expect(await verdict(requestOf(wire))).toBeNull()
        const other = altered(wire, part, place)
        if (!other) return
        judged += 1
        expect(await verdict(requestOf(other))).not.toBeNull()
      }),
      { numRuns: 600 },
    )
    expect(judged).toBeGreaterThan(300)
  })
})
