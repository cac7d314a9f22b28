import { afterEach, beforeEach, expect, test } from 'vitest'
import { readPaste } from './read-paste.ts'

/**
 * Steps are characters that are looked at: one by one, or by regular expressions and searches, which count the distance
 * from where they began to where they ended. Twice the text must be about twice the steps.
 */
let steps = 0
const native: unknown = Reflect.get(RegExp.prototype, 'exec')

function countingExec(this: RegExp, text: string): RegExpExecArray | null {
  const from = this.global || this.sticky ? this.lastIndex : 0
  const match = Reflect.apply(native as typeof countingExec, this, [text])
  const to = match ? match.index + match[0].length : this.sticky ? from : text.length
  steps += Math.max(to - from, 0) + 1
  return match
}

const nativeCode: unknown = Reflect.get(String.prototype, 'charCodeAt')
const nativeIndex: unknown = Reflect.get(String.prototype, 'indexOf')

function countingCode(this: string, at: number): number {
  steps += 1
  return Reflect.apply(nativeCode as typeof countingCode, this, [at])
}

function countingIndex(this: string, part: string, from = 0): number {
  const at = Reflect.apply(nativeIndex as typeof countingIndex, this, [part, from])
  steps += Math.max((at < 0 ? this.length : at) - from, 0) + 1
  return at
}

const nativeLast: unknown = Reflect.get(String.prototype, 'lastIndexOf')

function countingLast(this: string, part: string, from = this.length): number {
  const at = Reflect.apply(nativeLast as typeof countingLast, this, [part, from])
  steps += Math.max(Math.min(from, this.length) - at, 0) + 1
  return at
}

beforeEach(() => {
  Reflect.set(RegExp.prototype, 'exec', countingExec)
  Reflect.set(String.prototype, 'charCodeAt', countingCode)
  Reflect.set(String.prototype, 'indexOf', countingIndex)
  Reflect.set(String.prototype, 'lastIndexOf', countingLast)
})

afterEach(() => {
  Reflect.set(RegExp.prototype, 'exec', native)
  Reflect.set(String.prototype, 'charCodeAt', nativeCode)
  Reflect.set(String.prototype, 'indexOf', nativeIndex)
  Reflect.set(String.prototype, 'lastIndexOf', nativeLast)
})

const KEY = 'ASIARTX3GSDSQEXAMPLE'
const SECRET = 'EXAMPLE/secret/0123456789/ABCDEF/EXAMPLE'
const HEAD = 'IQoJb3JpZ2luX2VjEIn//////////wEaCXVzLWVhc3QtMS'

const UNITS: readonly (readonly [string, string])[] = [
  ['equal signs', '='],
  ['assignments', 'a=b '],
  ['quotes', '"'],
  ['apostrophes', `a='`],
  ['opening quotes', 'AWS_SESSION_TOKEN="\n;'],
  ['smart quotes', 'AWS_SESSION_TOKEN=“x y\n'],
  ['backslashes', '\\'],
  ['escaped quotes', '"\\"\\"\\"\n'],
  ['open tokens', '"Token":"\n'],
  ['open tokens, escaped', '"Token":"\\"\n'],
  ['open brackets', '['],
  ['nested objects', '{"Credentials":'],
  ['blanks', ' '],
  ['line ends', '\n'],
  ['blanks in quotes', 'AWS_SESSION_TOKEN="   \n    ",'],
  ['letters', 'a'],
  ['base64', 'QUJDREVGR0hJSktMTU5P'],
  ['base64 lines', `${'QUJD'.repeat(30)}\n`],
  ['token heads', `${HEAD}\n`],
  ['named heads', `AWS_SESSION_TOKEN=${HEAD}\n`],
  ['heads and words', `${HEAD} word word\n`],
  ['keys', `${KEY}\n`],
  ['sets', `${KEY} ${SECRET} `],
  ['heads and secrets', `${HEAD}\n${SECRET}\n`],
  ['exports', `export AWS_ACCESS_KEY_ID=${KEY}\nexport AWS_SECRET_ACCESS_KEY=${SECRET}\n`],
  ['sections', `[a]\naws_access_key_id=${KEY}\n`],
  ['log', '2026-11-22T01:02:03Z INFO "GET /a?b=c HTTP/1.1" 200 {"token": "x", "n": 1}\n'],
  ['set', 'set -gx '],
  ['percent', '%41'],
  ['names', 'token '],
  ['names and colons', 'token: '],
  ['tags', '<AccessKeyId>'],
  ['headers of CSV', 'access key,secret\n'],
  ['escaped names', '\\"AccessKeyId\\":'],
  ['quoted lines', '> > a\n'],
  ['soft line breaks', '=3D=\n'],
  ['entities', '&amp;'],
  ['prompts', 'me@host:~$ '],
  ['numbers', '12 a\n'],
  ['Windows line ends', 'a\r\n'],
  ['constructors', 'Credentials("a", '],
  ['addresses', 'https://x?X-Amz-Credential='],
  ['user and password', `x://${KEY}:${SECRET}@ `],
  ['half addresses', 'x://AKIA'],
  ['scopes', `${KEY}/20261122/us-east-1/s3/aws4_request `],
  ['cluster tokens', `k8s-aws-v1.${'A'.repeat(60)} `],
  ['PEM', '-----BEGIN A KEY-----'],
  ['JSON web tokens', `eyJ${'A'.repeat(12)}.`],
  ['hashes', '0123456789abcdef0123456789abcdef01234567 '],
  ['string pieces', `'${'A'.repeat(64)}' +\n`],
  ['times', '2026-11-22T01:02:03Z\n'],
  ['ampersands', '&'],
  ['headers', '[a]\n'],
  ['open headers', '[aaaa bbbb\n'],
  ['percent-encoded names', '%22AccessKeyId%22%3A%22x%22%2C'],
  ['JSON in JSON', '{"m":"{\\"AccessKeyId\\":\\"x\\"}"}\n'],
  ['expirations', 'expires: x\n'],
  ['open calls', 'expires=f('],
  ['rows', `access key,secret\n${`${KEY},${SECRET}\n`.repeat(20)}`],
  ['zero-width', 'a\u200B'],
  ['frames', `│${' '.repeat(200)}│\n`],
  ['bars', '│ '],
  ['short heads', `word IQoJb3\n${'A'.repeat(64)}\n`],
  ['heads with blanks', `AWS_SESSION_TOKEN=${HEAD} ${'QUJD '.repeat(8)}\n`],
  ['broken secrets', `${KEY}\nabcdefghij\nABCDEFGHIJ0123\n`],
  ['one head, then blanks', `${KEY}\nI Q o J `],
  ['addresses on lines', `https://x?X-Amz-Credential=${'a'.repeat(60)}\n`],
  ['words of sets', `DEV_AWS_ACCESS_KEY_ID=${KEY}\n`],
  ['lost quotes', `AWS_SECRET_ACCESS_KEY="${SECRET}\n`],
  ['objects in objects', `{"region":"a","c":{"AccessKeyId":"${KEY}"}}\n`],
  ['hexadecimal', '0123456789abcdef'],
]

const stepsOf = (text: string): number => {
  steps = 0
  readPaste(text)
  return steps
}

test.each(UNITS)('%s: steps grow with the length, no faster', (_name, unit) => {
  const small = unit.repeat(Math.ceil(20_000 / unit.length))
  const one = stepsOf(small)
  const four = stepsOf(small.repeat(4))
  expect(four / one).toBeLessThan(4.8)
  expect(four / (4 * small.length)).toBeLessThan(100)
})
