import { expect, test } from 'vitest'
import { Secret } from '../credentials/secret.ts'
import { toHex } from './hash.ts'
import { changeText, joinText, revealText } from './secret-text.ts'
import { sign } from './sign.ts'
import { signature } from './signature.ts'
import { signingKey } from './signing-key.ts'

/** The credentials of AWS's published signing examples. */
const SECRET = new Secret('wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY')
const EMPTY_HASH = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'

const scopeOf = (date: string, service: string) => ({
  date,
  region: 'us-east-1',
  service,
  terminator: 'aws4_request',
})

test("signing key of AWS's documentation example", async () => {
  expect(toHex(await signingKey(SECRET, scopeOf('20120215', 'iam')))).toBe(
    'f4780e2d9f65fa895f9c67b32ce1baf0b0d8a43505a000a1a9e090d414db404d',
  )
})

test.each([
  ['get-vanilla', '/', '', '5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31'],
  [
    'get-vanilla-query-order-key-case',
    '/',
    'Param2=value2&Param1=value1',
    'b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500',
  ],
])("%s of AWS's test suite", async (_name, path, query, expected) => {
  const request = {
    method: 'GET',
    path,
    query,
    headers: [
      ['Host', 'example.amazonaws.com'],
      ['X-Amz-Date', '20150830T123600Z'],
    ] as const,
    body: '',
  }
  const terms = {
    amzDate: '20150830T123600Z',
    scope: scopeOf('20150830', 'service'),
    signedHeaders: ['host', 'x-amz-date'],
    payloadHash: EMPTY_HASH,
  }
  expect((await signature(request, terms, SECRET)).signature.reveal()).toBe(expected)
})

test('nothing of a signed request prints a secret', async () => {
  const credentials = {
    accessKeyId: new Secret('ASIAEXAMPLEKEYID'),
    secretAccessKey: SECRET,
    sessionToken: new Secret('token-EXAMPLE'),
  }
  const request = {
    method: 'POST',
    path: '/',
    query: '',
    headers: [['host', 'h']],
    body: '',
  } as const
  const signed = await sign(request, credentials, { region: 'us-east-1', service: 'sts' }, 0)
  const printed = JSON.stringify(signed)
  for (const secret of [...Object.values(credentials), signed.trace.signature]) {
    expect(printed).not.toContain(secret.reveal())
  }
  expect(revealText(signed.trace.canonicalRequest)).toContain('token-EXAMPLE')
  credentials.sessionToken.forget()
  expect(revealText(signed.trace.canonicalRequest)).not.toContain('token-EXAMPLE')
})

test('texts keep their secrets as references', () => {
  const secret = new Secret('s')
  expect(joinText('a', 'b', ['c', secret], 'd')).toEqual(['abc', secret, 'd'])
  expect(changeText(['a', secret], (text) => text)).toEqual(['a', secret])
  const changed = changeText(['a', secret], (text) => `${text}!`)
  expect(JSON.stringify(changed)).not.toContain('s!')
  expect(revealText(changed)).toBe('as!')
})
