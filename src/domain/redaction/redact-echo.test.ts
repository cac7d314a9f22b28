import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Secret } from '../credentials/secret.ts'
import { redact } from './redact.ts'

const KEY_ID = 'AKIAEXAMPLEEXAMPLE22'
const SECRET = 'EXAMPLEq8Zt/w2XkRm5vB0+hT7cYpL4nJ9sDfGeX'
const TOKEN = `IQoJb3JpZ2luX2Vj${Array.from({ length: 40 }, (_, at) => `EXAMPLE/${String(at * 7919)}k+`).join('')}==`
const SCOPE = '/20261101/us-east-1/sts/aws4_request'

const HEAD = SECRET.slice(0, 17)
const TAIL = SECRET.slice(17)

/** Whether so many letters and digits in a row of the value are in the text, in any case and with anything between. */
function leaks(text: string, value: string): boolean {
  const bare = (each: string): string => each.replace(/[^A-Za-z0-9]/g, '').toLowerCase()
  const shown = bare(text.replace(/\[\d+ characters hidden\]/g, '|'))
  const whole = bare(value)
  for (let at = 0; at + 8 <= whole.length; at += 1) {
    if (shown.includes(whole.slice(at, at + 8))) return true
  }
  return false
}

describe('an echoed request shows no value in the place of a key ID, though none is known', () => {
  test.each([
    [
      'the second half, quoted',
      `'${TAIL}${SCOPE}' not a valid key=value pair (missing equal-sign)`,
    ],
    ['two halves', `Credential=${HEAD} ${TAIL}${SCOPE}, SignedHeaders=host`],
    ['a line break', `Credential=${HEAD}\n${TAIL}${SCOPE}`],
    ['a written line break', `Credential=${HEAD}\\n${TAIL}${SCOPE}`],
    ['a no-break space', `Credential=${HEAD}\u00A0${TAIL}${SCOPE}`],
    ['two halves that were got', `got '${HEAD} ${TAIL}${SCOPE}'`],
    ['two halves without quotes', `got ${HEAD} ${TAIL}${SCOPE}`],
    ['a piece without a scope', `'${TAIL}' not a valid key=value pair`],
    ['percent-encoded', `Credential%3D${encodeURIComponent(SECRET + SCOPE)}&X-Amz-Date=2026`],
    ['a slash of JSON', `Credential=${(SECRET + SCOPE).replaceAll('/', '\\/')}`],
    ['escaped for markup', `Credential=${SECRET.replaceAll('/', '&#x2F;')}${SCOPE}`],
    ['cut off', `Credential=${HEAD} ${TAIL}`],
    ['<Got>', `<Got>${SECRET.slice(0, 38)}</Got>`],
    ['<Got>, percent-encoded', `<Got>${encodeURIComponent(SECRET)}</Got>`],
    ['a refused value', `Value '${SECRET}' at 'roleArn' failed to satisfy constraint`],
    ['a refused value, cut', `Value '${SECRET.slice(0, 38)}' at 'roleArn' failed`],
  ])('%s', (_, text) => {
    expect(leaks(redact(text, []), SECRET)).toBe(false)
  })

  test('a token glued to a key ID, broken by blanks', () => {
    for (const blank of ['', ' ', '\n', '\u200B', '\u00A0', '…', '\\n']) {
      const glued = TOKEN.slice(16).replace(/(.{60})/g, `$1${blank}`)
      expect(leaks(redact(`Credential=${KEY_ID}${glued}${SCOPE}`, []), TOKEN.slice(16))).toBe(false)
      expect(leaks(redact(`got '${KEY_ID}${glued}${SCOPE}'`, []), TOKEN.slice(16))).toBe(false)
    }
  })

  test('a signature that S3 repeats', () => {
    const signature = '0123456789abcdef'.repeat(4)
    const text = `<SignatureProvided>${signature}</SignatureProvided>`
    expect(redact(text, [])).toBe('<SignatureProvided>[64 characters hidden]</SignatureProvided>')
  })
})

describe('what an echoed request shows of a known value', () => {
  const breaks = fc.constantFrom(
    '',
    ' ',
    '\n',
    '\r\n',
    '\u200B',
    '\u00A0',
    '…',
    '\\n',
    '\\u200b',
    '&nbsp;',
  )
  const escapes = fc.constantFrom<(text: string) => string>(
    (text) => text,
    (text) => encodeURIComponent(text),
    (text) => encodeURIComponent(encodeURIComponent(text)),
    (text) => text.replaceAll('/', '\\/'),
    (text) => text.replace(/[/+=]/g, (sign) => `&#${String(sign.charCodeAt(0))};`),
    (text) => text.toLowerCase(),
    (text) => text.replaceAll('+', ' '),
  )
  const frames = fc.constantFrom<(value: string) => string>(
    (value) => `Credential=${value}${SCOPE}, SignedHeaders=host`,
    (value) => `got '${value}${SCOPE}'`,
    (value) => `'${value}${SCOPE}' not a valid key=value pair`,
    (value) => `<Got>${value}</Got>`,
    (value) => `https://sts.${value}.amazonaws.com/`,
    (value) => `Credential=${KEY_ID}${value}${SCOPE}`,
    (value) => `valid region, not '${value}'`,
    (value) => `Value '${value}' at 'roleArn' failed`,
    (value) => `AccessDenied: User: x is not authorized to perform: y on resource: ${value}`,
  )

  test.each([SECRET, TOKEN])('%#', (value) => {
    fc.assert(
      fc.property(
        frames,
        escapes,
        breaks,
        fc.integer({ min: 14, max: value.length }),
        fc.integer({ min: 0, max: 20 }),
        (frame, escape, brk, at, cut) => {
          const part = value.slice(0, value.length - (cut > 12 ? 0 : Math.min(cut, 2)))
          const torn = escape(part.slice(0, at)) + brk + escape(part.slice(at))
          const redacted = redact(frame(torn), [new Secret(value)])
          expect(leaks(redacted, value.slice(value === TOKEN ? 16 : 0)), redacted).toBe(false)
        },
      ),
      { numRuns: 600 },
    )
  })
})

describe('what an echoed request keeps', () => {
  test.each([
    `Credential=${KEY_ID}${SCOPE}, SignedHeaders=host;x-amz-date, Signature=`,
    `Credential= ${KEY_ID}${SCOPE}`,
    `Credential=${KEY_ID}\n${SCOPE}`,
    `Credential=test${SCOPE}`,
    `'${KEY_ID}${SCOPE}' not a valid key=value pair (missing equal-sign) in Authorization header`,
    `Credential must have exactly 5 slash-delimited elements, got '${KEY_ID}/20261101//sts/aws4_request'`,
    `'SignedHeaders' not a valid key=value pair`,
    `Value 'arn:aws:iam::111122223333:role/Example' at 'roleArn' failed to satisfy constraint`,
    `Value 'Example session of 2026' at 'roleSessionName' failed to satisfy constraint`,
    `Credential=${KEY_ID}, SignedHeaders=host\nGET /logs/20261101/app.log`,
    `Signature expired: 20261122T011204Z is now earlier than 20261122T012204Z`,
  ])('%s', (text) => {
    expect(redact(text, [])).toBe(text)
  })
})

describe('hostile texts', () => {
  test.each([
    'Credential=',
    'Credential=a /20261101/a/b/aws4_request',
    "a1B' not a valid key=value pair",
    'A1b ',
    '/20261101/a/b/aws4_request',
    "Value '",
    '<Got>',
    '%25',
    '&#x2F;',
  ])('%j a great many times', (piece) => {
    const text = piece.repeat(Math.ceil(400_000 / piece.length))
    expect(redact(text, [new Secret(SECRET), new Secret(TOKEN)]).length).toBeGreaterThan(0)
    expect(redact(`${text}/20261101/us-east-1/sts/aws4_request`, []).length).toBeGreaterThan(0)
  })
})
