import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readPaste, typedCredentials } from './read-paste.ts'
import { A, FAMILIES, setsOf } from './written-pastes.ts'

describe('partial and false', () => {
  test.each([
    [
      'key and secret',
      `AWS_ACCESS_KEY_ID=${A.key}\nAWS_SECRET_ACCESS_KEY=${A.secret}`,
      { ...A, token: null },
    ],
    ['key only', `aws_access_key_id = ${A.key}`, { key: A.key, secret: null, token: null }],
    ['token only', A.token, { key: null, secret: null, token: A.token }],
    ['secret only', ` ${A.secret}\n`, { key: null, secret: A.secret, token: null }],
    [
      'null token',
      `{"AccessKeyId":"${A.key}","SecretAccessKey":"${A.secret}","SessionToken":null}`,
      { ...A, token: null },
    ],
    [
      'empty token',
      `AWS_ACCESS_KEY_ID=${A.key}\nAWS_SECRET_ACCESS_KEY=${A.secret}\nAWS_SESSION_TOKEN=\n`,
      { ...A, token: null },
    ],
    [
      'secret of 39',
      FAMILIES.shell({ ...A, secret: A.secret.slice(1) }),
      { ...A, secret: A.secret.slice(1) },
    ],
    [
      'masked secret',
      FAMILIES.shell({ ...A, secret: '****************EXAM' }),
      { ...A, secret: null },
    ],
    [
      'placeholder token',
      FAMILIES.shell({ ...A, token: '<your-session-token>' }),
      { ...A, token: null },
    ],
    ['shell variable', FAMILIES.shell({ ...A, token: '${TOKEN}' }), { ...A, token: null }],
    [
      "another program's token",
      `TOKEN=EXAMPLE_not_of_aws\nSECRET_KEY=EXAMPLE-django\n${FAMILIES.shell(A)}`,
      A,
    ],
    ['old and new spelling', `${FAMILIES.shell(A)}export AWS_SECURITY_TOKEN=${A.token}`, A],
    [
      'commit hash beside them',
      `commit 0123456789abcdef0123456789abcdef01234567\n${FAMILIES.lines(A)}`,
      A,
    ],
    [
      'line breaks lost',
      `AWS_ACCESS_KEY_ID=${A.key}AWS_SECRET_ACCESS_KEY=${A.secret}AWS_SESSION_TOKEN=${A.token}`,
      A,
    ],
    [
      'line breaks lost, exports',
      `export AWS_ACCESS_KEY_ID=${A.key}export AWS_SECRET_ACCESS_KEY=${A.secret}export AWS_SESSION_TOKEN=${A.token}`,
      A,
    ],
    [
      'the environment of a process',
      `PATH=/bin\0AWS_ACCESS_KEY_ID=${A.key}\0AWS_SECRET_ACCESS_KEY=${A.secret}\0AWS_SESSION_TOKEN=${A.token}\0HOME=/\0`,
      A,
    ],
    ['UTF-16 read as bytes', FAMILIES.INI(A).replace(/(.|\n)/g, '$1\0'), A],
    [
      'a line commented out',
      `[a]\n# aws_access_key_id = AKIAIOSFODNN7EXAMPLE\n${FAMILIES['INI, no section'](A)}`,
      A,
    ],
    [
      'an export commented out between the others',
      FAMILIES.shell(A).replace('\n', '\n#export AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE\n'),
      A,
    ],
    ['all commented out', FAMILIES.shell(A).replace(/^/gm, '#'), A],
    ['the prompt of root', FAMILIES.shell(A).replace(/^(?=e)/gm, '# '), A],
    [
      's3cmd',
      `[default]\naccess_key = ${A.key}\nsecret_key = ${A.secret}\naccess_token = ${A.token}\n`,
      A,
    ],
  ])('%s', (_name, text, expected) => {
    expect(setsOf(readPaste(text))).toEqual([expected])
  })

  test.each(['[MASKED]', '[REDACTED]', '***', '<sensitive>'])('%s is masked', (mask) => {
    const { credentials, notes } = readPaste(`AWS_SECRET_ACCESS_KEY=${mask}\n`)
    expect(credentials).toEqual([])
    expect(notes).toMatchObject([{ note: 'decoy', decoy: 'masked' }])
  })

  test.each([
    ['cookie', 'Set-Cookie: a=b; expires=Sun, 22 Nov 2026 02:00:00 GMT'],
    ['header', 'Expires: Sun, 22 Nov 2026 02:00:00 GMT'],
  ])('the date of a %s is no expiration', (_name, line) => {
    const [set] = readPaste(`${line}\n${FAMILIES.shell(A)}`).credentials
    expect(set).toMatchObject({ sessionToken: {}, expiration: null })
  })

  test.each([
    ['empty', ''],
    ['prose', 'The security token included in the request is invalid.'],
    [
      'placeholders',
      'export AWS_ACCESS_KEY_ID=<your-access-key>\nexport AWS_SECRET_ACCESS_KEY=<your-secret>',
    ],
    ['masked', 'aws_access_key_id = AKIA****************\naws_secret_access_key = ****'],
    ['masked with X', 'AWS_ACCESS_KEY_ID=AKIAXXXXXXXXXXXXXXXX'],
    ['forty characters in prose', `The nonce of this request was ${A.secret} and no more.`],
    ['commit hash', '0123456789abcdef0123456789abcdef01234567'],
    ['JSON web token', `eyJhbGciOiJFWEFNUExFIn0.eyJ${'RVhBTVBMRQ'.repeat(12)}.RVhBTVBMRQ`],
    ['SSH key', `ssh-rsa AAAA${'B3NzaC1yc2EEXAMPLE'.repeat(12)} me@example`],
    [
      'certificate',
      `-----BEGIN CERTIFICATE-----\nMII${'EXAMPLE0123456789'.repeat(8)}\n-----END CERTIFICATE-----`,
    ],
    ['weak names alone', '{"token":"abc","secret":"EXAMPLE","region":"us-east-1"}'],
    ['code that reads them', 'const c = { accessKeyId: process.env.AWS_ACCESS_KEY_ID }'],
    ['a Region alone', 'export AWS_REGION=us-east-1'],
  ])('nothing in: %s', (_name, text) => {
    expect(readPaste(text)).toMatchObject({ shape: null, credentials: [] })
  })
})

describe('typed', () => {
  test('as typed, empty is absent', () => {
    const reading = typedCredentials({
      accessKeyId: ` ${A.key}`,
      secretAccessKey: '',
      sessionToken: A.token,
    })
    expect(reading).toMatchObject({ shape: 'typed', notes: [] })
    expect(setsOf(reading)).toEqual([{ key: ` ${A.key}`, secret: null, token: A.token }])
    expect(reading.credentials[0]?.accessKeyId?.found).toEqual({ name: '', line: null })
  })

  test('nothing typed', () => {
    const reading = typedCredentials({ accessKeyId: '', secretAccessKey: ' ', sessionToken: '' })
    expect(reading.credentials).toEqual([])
  })
})

describe('hostile texts', () => {
  test('nothing throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), (text) => void readPaste(text)),
    )
  })

  test('nothing throws on scraps of real pastes', () => {
    const marks = ['"', "'", '=', '{', '}', '\\', '\n', '[', ']', '“', '$Env:', 'set -gx ', '[x]\n']
    const scraps = Object.values(FAMILIES)
      .flatMap((write) => write(A).split(/(?<=[\s"=:])/))
      .concat(marks)
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...scraps), { maxLength: 60 }), (parts) => {
        const written = JSON.stringify(readPaste(parts.join('')))
        for (const value of [A.key, A.secret, A.token]) expect(written).not.toContain(value)
      }),
    )
  })
})
