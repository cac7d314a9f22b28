import { execFileSync } from 'node:child_process'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Secret } from '../secret.ts'
import { instantOf } from '../../time/instant.ts'
import type { FormatId, WritableCredentials } from './credential-format.ts'
import { CREDENTIAL_FORMATS } from './format-table.ts'

const KEY = 'ASIARTX3GSDSQEXAMPLE'
const SECRET = 'EXAMPLE/secret+0123456789/ABCDEF/EXAMPLE'
const TOKEN = 'IQoJb3JpZ2luX2VjEXAMPLE+/=='

const setOf = (secret = SECRET, more: Partial<WritableCredentials> = {}): WritableCredentials => ({
  accessKeyId: new Secret(KEY),
  secretAccessKey: new Secret(secret),
  sessionToken: new Secret(TOKEN),
  expiration: instantOf(2026, 11, 22, 2),
  region: null,
  profile: null,
  ...more,
})

const bare = { sessionToken: null, expiration: null }

function write(id: FormatId, ...sets: readonly WritableCredentials[]): string | null {
  const format = CREDENTIAL_FORMATS.find((one) => one.id === id)
  return format ? format.write(sets) : null
}

describe('as aws configure export-credentials prints them', () => {
  test.each([
    [
      'env',
      `export AWS_ACCESS_KEY_ID=${KEY}
export AWS_SECRET_ACCESS_KEY=${SECRET}
export AWS_SESSION_TOKEN=${TOKEN}
export AWS_CREDENTIAL_EXPIRATION=2026-11-22T02:00:00Z
`,
    ],
    [
      'env-no-export',
      `AWS_ACCESS_KEY_ID=${KEY}
AWS_SECRET_ACCESS_KEY=${SECRET}
AWS_SESSION_TOKEN=${TOKEN}
AWS_CREDENTIAL_EXPIRATION=2026-11-22T02:00:00Z
`,
    ],
    [
      'powershell',
      `$Env:AWS_ACCESS_KEY_ID="${KEY}"
$Env:AWS_SECRET_ACCESS_KEY="${SECRET}"
$Env:AWS_SESSION_TOKEN="${TOKEN}"
$Env:AWS_CREDENTIAL_EXPIRATION="2026-11-22T02:00:00Z"
`,
    ],
    [
      'windows-cmd',
      `set AWS_ACCESS_KEY_ID=${KEY}
set AWS_SECRET_ACCESS_KEY=${SECRET}
set AWS_SESSION_TOKEN=${TOKEN}
set AWS_CREDENTIAL_EXPIRATION=2026-11-22T02:00:00Z
`,
    ],
    [
      'fish',
      `set -gx AWS_ACCESS_KEY_ID ${KEY}
set -gx AWS_SECRET_ACCESS_KEY ${SECRET}
set -gx AWS_SESSION_TOKEN ${TOKEN}
set -gx AWS_CREDENTIAL_EXPIRATION 2026-11-22T02:00:00Z
`,
    ],
    [
      'process',
      `{
  "Version": 1,
  "AccessKeyId": "${KEY}",
  "SecretAccessKey": "${SECRET}",
  "SessionToken": "${TOKEN}",
  "Expiration": "2026-11-22T02:00:00Z"
}
`,
    ],
  ] as const)('%s', (id, expected) => {
    expect(write(id, setOf())).toBe(expected)
  })
})

test('the other formats', () => {
  expect(write('ini', setOf(SECRET, { profile: 'dev', region: 'eu-west-1' }))).toBe(`[dev]
aws_access_key_id = ${KEY}
aws_secret_access_key = ${SECRET}
aws_session_token = ${TOKEN}
x_security_token_expires = 2026-11-22T02:00:00Z
region = eu-west-1
`)
  expect(write('docker', setOf(SECRET, bare))).toBe(
    `-e AWS_ACCESS_KEY_ID=${KEY} -e AWS_SECRET_ACCESS_KEY=${SECRET}\n`,
  )
  expect(JSON.parse(write('sts-answer', setOf(SECRET, bare)) ?? '')).toEqual({
    Credentials: { AccessKeyId: KEY, SecretAccessKey: SECRET },
  })
})

describe('several sets', () => {
  test.each(CREDENTIAL_FORMATS.map((format) => [format.id, format] as const))(
    '%s: none, and one behind the other',
    (id, format) => {
      const [a, b] = [setOf(), setOf('EXAMPLE+second')]
      const both = format.write([a, b]) ?? ''
      expect(both.indexOf(SECRET)).toBeLessThan(both.indexOf('EXAMPLE+second'))
      expect(both.endsWith('\n')).toBe(true)
      if (id === 'process' || id === 'sts-answer') {
        expect(JSON.parse(both)).toHaveLength(2)
        expect(JSON.parse(format.write([]) ?? '')).toEqual([])
      } else {
        expect(format.write([])).toBe('')
      }
    },
  )

  test('no INI section comes twice', () => {
    const profiles = ['a', null, 'a', 'a-2', null, 'a', ' b]\n[c ']
    const text = write('ini', ...profiles.map((profile) => setOf(SECRET, { profile }))) ?? ''
    expect(text.match(/^\[.*\]$/gm)).toEqual([
      '[a]',
      '[default]',
      '[a-3]',
      '[a-2]',
      '[default-2]',
      '[a-4]',
      '[bc]',
    ])
  })
})

describe('special characters', () => {
  test.each([
    ['env', `a'b c`, String.raw`export AWS_SECRET_ACCESS_KEY='a'\''b c'`],
    ['env', '$(x)`y`', "export AWS_SECRET_ACCESS_KEY='$(x)`y`'"],
    ['env', '', "export AWS_SECRET_ACCESS_KEY=''"],
    ['fish', String.raw`a'b\c`, String.raw`set -gx AWS_SECRET_ACCESS_KEY 'a\'b\\c'`],
    ['powershell', 'a"b$c`d”e\nf', '$Env:AWS_SECRET_ACCESS_KEY="a`"b`$c``d`”e`nf"'],
    ['windows-cmd', 'a&b|c', 'set "AWS_SECRET_ACCESS_KEY=a&b|c"'],
    ['docker', `a b'c`, String.raw`-e 'AWS_SECRET_ACCESS_KEY=a b'\''c'`],
  ] as const)('%s: %j', (id, secret, expected) => {
    expect(write(id, setOf(secret, bare))).toContain(expected)
  })

  test.each([
    ['windows-cmd', 'a\nb'],
    ['windows-cmd', 'a%PATH%b'],
    ['windows-cmd', 'a"b'],
    ['ini', 'a\r\nb'],
    ['ini', ' a'],
    ['ini', 'a #b'],
    ['env', 'a\0b'],
    ['fish', 'a\0b'],
    ['powershell', 'a\0b'],
    ['docker', 'a\0b'],
  ] as const)('%s cannot hold %j', (id, secret) => {
    expect(write(id, setOf(SECRET), setOf(secret, bare))).toBeNull()
  })

  const texts = fc.string({ unit: 'binary', maxLength: 60 }).filter((text) => !text.includes('\0'))

  test('JSON reads back whatever the value', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (secret) => {
        expect(JSON.parse(write('process', setOf(secret)) ?? '')).toMatchObject({
          SecretAccessKey: secret,
        })
      }),
    )
  })

  test.runIf(process.platform !== 'win32')('a shell reads back whatever the value', () => {
    fc.assert(
      fc.property(texts, texts, (secret, profile) => {
        const set = setOf(secret, { profile, sessionToken: new Secret(`${secret}'"$`) })
        const script = `${write('env', set) ?? ''}printf '%s\\0%s' "$AWS_SECRET_ACCESS_KEY" "$AWS_SESSION_TOKEN"`
        const printed = execFileSync('sh', ['-c', script], { encoding: 'utf8' })
        expect(printed).toBe(`${secret}\0${secret}'"$`)
      }),
      { numRuns: 30 },
    )
  })
})
