import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Secret } from '../credentials/secret.ts'
import { redact } from './redact.ts'

const KEY_ID = 'ASIAEXAMPLEEXAMPLE22'
const SECRET = 'EXAMPLE/secret+q8Zt/w2XkRm5vB0/EXAMPLE40'
const TOKEN = `IQoJb3JpZ2luX2Vj${Array.from({ length: 40 }, (_, at) => `EXAMPLE/${String(at * 7919)}k+`).join('')}==`
const SIGNATURE = 'e'.repeat(64)
const secrets = [new Secret(KEY_ID), new Secret(SECRET), new Secret(TOKEN)]
const scope = '20261122/us-east-1/sts/aws4_request'

function hidden(count: number): string {
  return `[${count} characters hidden]`
}

describe('what is hidden', () => {
  test.each([
    ['the secret', `a ${SECRET} b`, `a ${hidden(40)} b`],
    ['the secret twice', `${SECRET},${SECRET}`, `${hidden(40)},${hidden(40)}`],
    ['the token', `token ${TOKEN}.`, `token ${hidden(TOKEN.length)}.`],
    ['percent-encoded', encodeURIComponent(SECRET), hidden(encodeURIComponent(SECRET).length)],
    [
      'percent-encoded in lower case',
      encodeURIComponent(SECRET).replaceAll(/%../g, (code) => code.toLowerCase()),
      hidden(encodeURIComponent(SECRET).length),
    ],
    ['JSON-escaped', SECRET.replaceAll('/', '\\/'), hidden(43)],
    ['a plus sign turned into a blank', SECRET.replaceAll('+', ' '), hidden(40)],
    ['a signature', `Signature=${SIGNATURE}, x`, `Signature=${hidden(64)}, x`],
    ['a query signature', `X-Amz-Signature=${SIGNATURE}&a=b`, `X-Amz-Signature=${hidden(64)}&a=b`],
    [
      'a token in a header',
      'x-amz-security-token:EXAMPLEshort1',
      `x-amz-security-token:${hidden(13)}`,
    ],
  ])('%s', (_, text, expected) => {
    expect(redact(text, secrets)).toBe(expected)
  })

  test.each([
    ['a secret where the key ID should stand', `Credential=${SECRET}/${scope}, Signed`],
    ['the same after a blank', `Credential= ${SECRET}/${scope}`],
    ['the quoted piece', `'${SECRET}/${scope}' not a valid key=value pair`],
    ['without a scope', `Credential=${SECRET}, SignedHeaders=host`],
    ['a short token without its owner', `got IQoJb3JpZ2luX2VjEXAMPLE`],
    ['a labelled secret', `aws_secret_access_key = ${SECRET}`],
    ['a labelled secret in JSON', `{"SecretAccessKey": "${SECRET}"}`],
  ])('%s, with no secret given', (_, text) => {
    const redacted = redact(text, [])
    expect(redacted).not.toContain('EXAMPLE')
    expect(redacted).toMatch(/\[\d+ characters hidden\]/)
  })

  test.each([
    [
      'S3',
      `<AWSAccessKeyId>${SECRET}</AWSAccessKeyId>`,
      `<AWSAccessKeyId>${hidden(40)}</AWSAccessKeyId>`,
    ],
    ['a program', `{ accessKeyId: '${SECRET}' }`, `{ accessKeyId: '${hidden(40)}' }`],
    [
      'a key ID',
      `<AWSAccessKeyId>${KEY_ID}</AWSAccessKeyId>`,
      `<AWSAccessKeyId>${KEY_ID}</AWSAccessKeyId>`,
    ],
  ])('a secret that was given as a key ID, as %s shows it', (_, text, expected) => {
    expect(redact(text, [])).toBe(expected)
  })

  test('both halves of a secret that AWS tore apart at a blank', () => {
    const torn = new Secret('firstEXAMPLEhalf secondEXAMPLEhalf')
    const redacted = redact(`'secondEXAMPLEhalf/${scope}' in 'Credential=firstEXAMPLEhalf'`, [torn])
    expect(redacted).not.toContain('EXAMPLE')
  })

  test('a value with a blank, percent-encoded', () => {
    expect(redact('a%20EXAMPLE%2Fb', [new Secret('a EXAMPLE/b')])).toBe(hidden(15))
  })

  test('overlapping values once', () => {
    const text = 'abcdefghijEXAMPLE'
    expect(redact(text, [new Secret('abcdefghij'), new Secret('ghijEXAMPLE')])).toBe(hidden(17))
  })
})

describe('what stays', () => {
  test.each([
    ['a key ID', `Credential=${KEY_ID}/${scope}, SignedHeaders=host;x-amz-date`],
    ['an ARN', 'User: arn:aws:sts::111122223333:assumed-role/ExampleRole/example-session is not'],
    ['a request ID', 'RequestId: c2d94a7f-60b3-4e18-8f2d-7a5b1e9c0d36'],
    ['times', '20261122T011204Z is now earlier than 20261122T012204Z (20261122T013704Z - 15 min.)'],
    ["an emulator's key", `Credential=test/${scope}`],
    ['AWS words', 'The security token included in the request is invalid.'],
    ['an encoded authorization message', `failure message: ${'aB3-xY9_'.repeat(40)}`],
    ['an empty signature', "Signature=, 'Signature'"],
  ])('%s', (_, text) => {
    expect(redact(text, secrets)).toBe(text)
  })

  test('the words of a paste that are no values', () => {
    const paste = new Secret(
      'AWS_REGION=ap-northeast-2\n[profile EXAMPLE-profile]\nregion = us-east-1',
    )
    const text = "not 'us-east-1', EXAMPLE-profile, ap-northeast-2"
    expect(redact(text, [paste])).toBe(text)
    const bare = new Secret(`${KEY_ID}\n${SECRET}\nus-east-1`)
    expect(redact(`us-east-1 ${KEY_ID} ${SECRET}`, [bare])).toBe(
      `us-east-1 ${KEY_ID} ${hidden(40)}`,
    )
  })

  test('everything, once the secret is forgotten and looks like nothing', () => {
    const gone = new Secret('EXAMPLEgone')
    gone.forget()
    expect(redact('EXAMPLEgone', [gone])).toBe('EXAMPLEgone')
  })
})

describe('properties', () => {
  const value = fc.string({ unit: 'binary', minLength: 4, maxLength: 60 })

  test('no value survives, whatever stands around it', () => {
    fc.assert(
      fc.property(value, fc.string(), fc.string(), (secret, before, after) => {
        fc.pre(!'[0123456789] characters hidden'.includes(secret))
        fc.pre(!`${before}${after}`.includes(secret))
        const redacted = redact(`${before}\n${secret}\n${after}`, [new Secret(secret)])
        expect(redacted.includes(secret)).toBe(false)
      }),
    )
  })

  test('never throws, and leaves a text without secrets as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 15 }), (text) => {
        expect(redact(text, [])).toBe(text)
      }),
    )
  })

  test('a hostile text costs linear work', () => {
    const text = 'Credential=Credential= '.repeat(4_000) + '/'.repeat(60_000) + 'a'.repeat(60_000)
    expect(redact(text, secrets).length).toBeGreaterThan(0)
  })
})
