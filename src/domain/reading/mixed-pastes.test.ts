import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readPaste, readPasteInSteps } from './read-paste.ts'
import type { Reading } from './reading.ts'
import { A, B, ENDS, FAMILIES, setsOf, tripleOf } from './written-pastes.ts'

const C = tripleOf('777788889999', 'EXAMPLE/third/9876543210/abcdef/EXAMPLE/', 3)

describe('several shapes in one paste', () => {
  const names = Object.keys(FAMILIES) as (keyof typeof FAMILIES)[]

  test('any two families, one after the other', () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.constantFrom(...names), (first, second) => {
        const text = `${FAMILIES[first](A)}\n\nand the other account:\n\n${FAMILIES[second](B)}`
        expect(setsOf(readPaste(text))).toEqual([A, B])
      }),
      { numRuns: 150 },
    )
  })

  test('the same set in two shapes is one, and what only one of them says is kept', () => {
    const json = `{"AccessKeyId":"${A.key}","SecretAccessKey":"${A.secret}","SessionToken":"${A.token}","Expiration":"2026-11-22T02:00:00Z"}`
    const reading = readPaste(`${FAMILIES.shell(A)}\n${json}\n`)
    expect(setsOf(reading)).toEqual([A])
    expect(reading.credentials[0]?.expiration?.instant).toBe(ENDS)
    expect(reading.notes).toEqual([{ note: 'repeated', count: 1 }])
  })

  test('values in different shapes complete each other', () => {
    const text = `export AWS_ACCESS_KEY_ID=${A.key}\nthe secret is ${A.secret}\n"SessionToken": "${A.token}"`
    expect(setsOf(readPaste(text))).toEqual([A])
  })

  test('two events do not complete each other', () => {
    const text = `{"a":{"accessKeyId":"${A.key}"}}\n{"b":{"secretAccessKey":"${B.secret}"}}`
    expect(setsOf(readPaste(text))).toEqual([
      { key: A.key, secret: null, token: null },
      { key: null, secret: B.secret, token: null },
    ])
  })

  test('three profiles in order, two of them alike', () => {
    const section = (name: string, set: typeof A) =>
      `[${name}]\naws_access_key_id=${set.key}\naws_secret_access_key=${set.secret}\naws_session_token=${set.token}\n`
    const { credentials } = readPaste(section('a', A) + section('b', C) + section('c', A))
    expect(credentials.map(({ profile }) => profile)).toEqual(['a', 'b', 'c'])
  })

  test('names with a suffix are sets of their own', () => {
    const lines = (set: typeof A, suffix: string) => [
      `AWS_ACCESS_KEY_ID_${suffix}=${set.key}`,
      `AWS_SECRET_ACCESS_KEY_${suffix}=${set.secret}`,
      `AWS_SESSION_TOKEN_${suffix}=${set.token}`,
    ]
    const [a, b] = [lines(A, 'DEV'), lines(B, 'PROD')]
    const reading = readPaste(a.flatMap((line, index) => [line, b[index]]).join('\n'))
    expect(setsOf(reading)).toEqual([A, B])
    expect(reading.credentials.map(({ profile }) => profile)).toEqual(['DEV', 'PROD'])
  })

  test('profile and Region beside exports', () => {
    const { credentials } = readPaste(
      `export AWS_PROFILE=dev\n${FAMILIES.shell(A)}AWS_REGION=ap-northeast-2\n`,
    )
    expect(credentials[0]).toMatchObject({ profile: 'dev', region: { code: 'ap-northeast-2' } })
  })

  test('the Region of a signed request', () => {
    const text = `Authorization: AWS4-HMAC-SHA256 Credential=${A.key}/20261122/eu-west-3/sts/aws4_request, SignedHeaders=host, Signature=00`
    expect(readPaste(text).credentials[0]?.region?.code).toBe('eu-west-3')
  })
})

describe('in steps', () => {
  test('the same reading, with pauses between', () => {
    const text = `\uFEFF${FAMILIES.INI(A)}`
    const steps = readPasteInSteps(text)
    let pauses = 0
    let step = steps.next()
    while (!step.done) {
      pauses += 1
      step = steps.next()
    }
    expect(pauses).toBeGreaterThan(10)
    expect(step.value).toEqual(readPaste(text))
  })
})

describe('in steps, two readings at once', () => {
  const units = [
    FAMILIES.INI(A),
    `${FAMILIES['assume-role'](B)}\n`,
    `${A.key},${A.secret}\n`,
    'access key,secret\n',
    'token: x\n',
    `Credentials("${A.key}", "${A.secret}")\n`,
    '[section]\n',
    '12  ls\n13  ls\n',
    '&amp;lt; ',
    '%22AccessKeyId%22%3A ',
    '\u00A0\u200B“',
    '=3D=\n',
    '"\\"AccessKeyId\\""',
    '> > ```\n',
  ]
  test.each(units)('%j: each as it is read alone', (unit) => {
    const many = `${unit.repeat(Math.ceil(150_000 / unit.length))}\n${FAMILIES.INI(B)}`
    // Both are in the same step at different places.
    const texts = [many, `${'some words '.repeat(700)}\n${many.slice(9000)}`]
    const readings = texts.map((text) => ({
      steps: readPasteInSteps(text),
      result: null as Reading | null,
    }))
    while (readings.some(({ result }) => result === null)) {
      for (const reading of readings) {
        const step = reading.result === null ? reading.steps.next() : null
        if (step?.done) reading.result = step.value
      }
    }
    expect(readings.map(({ result }) => result)).toEqual(texts.map((text) => readPaste(text)))
  })
})

describe('what looks like it and is not', () => {
  const jwt = `eyJhbGciOiJFWEFNUExFIn0.eyJ${'RVhBTVBMRQ'.repeat(12)}.RVhBTVBMRQ`
  const ec2 = `AQAEA${'RVhBTVBMRQ'.repeat(5)}==`
  test.each([
    ['JSON web token', jwt, 'jwt'],
    ['hash', '0123456789abcdef0123456789abcdef01234567', 'hash'],
    ['SSH key', `ssh-ed25519 AAAA${'C3NzaC1lZDI1EXAMPLE'.repeat(3)} me@example`, 'ssh-key'],
    [
      'private key',
      '-----BEGIN EC PRIVATE KEY-----\nRVhBTVBMRQ\n-----END EC PRIVATE KEY-----',
      'certificate',
    ],
    ['GitHub token', `ghp_${'EXAMPLE0'.repeat(5)}`, 'github-token'],
    ['IMDSv2 token', `X-aws-ec2-metadata-token: ${ec2}`, 'imds-token'],
    [
      'SSO token',
      JSON.stringify({
        startUrl: 'x',
        accessToken: `aoaAAAAAG${'EXAMPLE0'.repeat(20)}`,
        expiresAt: '2026-11-22T02:00:00Z',
      }),
      'sso-access-token',
    ],
    ['refresh token', JSON.stringify({ refreshToken: 'EXAMPLE-refresh-EXAMPLE' }), 'refresh-token'],
    ['placeholder', 'aws_secret_access_key = <your-secret-access-key>', 'placeholder'],
    ['masked', 'AWS_ACCESS_KEY_ID=AKIA****************', 'masked'],
    ['ID of a role', 'AROARTX3GSDSQEXAMPLEX', 'unique-id'],
  ] as const)('%s alone', (_name, text, decoy) => {
    const reading = readPaste(text)
    expect(reading.credentials).toEqual([])
    expect(reading.notes).toMatchObject([{ note: 'decoy', decoy }])
  })

  test.each([
    ['JSON web token', `id token: ${jwt}`],
    ['IMDSv2 token', `TOKEN=${ec2}\nX-aws-ec2-metadata-token: ${ec2}`],
    ['hash', 'commit 0123456789abcdef0123456789abcdef01234567'],
    ['SSO token', `"accessToken": "aoaAAAAAG${'EXAMPLE0'.repeat(20)}"`],
    ['GitHub token', `GITHUB_TOKEN=ghp_${'EXAMPLE0'.repeat(5)}`],
    ['GitHub token, named token', `token: ghp_${'EXAMPLE0'.repeat(20)}`],
  ])('%s beside credentials', (_name, text) => {
    expect(setsOf(readPaste(`${text}\n${FAMILIES.lines(A)}`))).toEqual([A])
    expect(setsOf(readPaste(`${FAMILIES.shell(A)}\n${text}\n`))).toEqual([A])
    expect(setsOf(readPaste(`${text}\n${FAMILIES['assume-role'](A)}`))).toEqual([A])
  })

  test('the cache of a login is warned of', () => {
    const text = JSON.stringify({
      accessToken: { accessKeyId: A.key, secretAccessKey: A.secret, sessionToken: A.token },
      refreshToken: 'EXAMPLE-refresh-token-EXAMPLE',
      dpopKey: '-----BEGIN EC PRIVATE KEY-----EXAMPLE',
    })
    const reading = readPaste(text)
    expect(setsOf(reading)).toEqual([A])
    expect(reading.notes.map(({ note }) => note)).toContain('login-cache')
  })

  test.each([
    [
      'variables of a program',
      'const c = { accessKeyId: accessKeyId, secretAccessKey: creds.secretAccessKey, sessionToken: getToken() }',
    ],
    ['types', 'type C = { accessKeyId: string; secretAccessKey: string; sessionToken?: string }'],
    ['prose', 'Your session token: it must be sent along, and the secret access key: never.'],
    [
      'keyword arguments',
      'boto3.client("sts", aws_access_key_id=ACCESS_KEY, aws_secret_access_key=SECRET_KEY, aws_session_token=SESSION_TOKEN)',
    ],
    [
      'secrets of a workflow',
      'aws-access-key-id: ${{ secrets.AWS_ACCESS_KEY_ID }}\naws-secret-access-key: ${{ secrets.AWS_SECRET_ACCESS_KEY }}',
    ],
    ['log noise', '2026-11-22T01:02:03Z INFO token refreshed for key=42 secret=none session=abc'],
  ])('%s hold nothing', (_name, text) => {
    expect(readPaste(text).credentials).toEqual([])
  })

  test('the key ID of the caller of an event is told and is no set', () => {
    const event = { userIdentity: { accessKeyId: B.key }, eventName: 'GetCallerIdentity' }
    const { credentials, notes } = readPaste(JSON.stringify(event))
    expect(credentials).toEqual([])
    expect(notes).toMatchObject([{ note: 'decoy', decoy: 'caller-key-id' }])
    const answer = { credentials: { accessKeyId: A.key, sessionToken: A.token } }
    const both = readPaste(JSON.stringify({ ...event, responseElements: answer }))
    expect(setsOf(both)).toEqual([{ ...A, secret: null }])
    expect(both.notes).toMatchObject([{ note: 'decoy', decoy: 'caller-key-id' }])
  })

  const pat = `github_pat_${'EXAMPLE0'.repeat(8)}`
  const sso = `aoaAAAAAG${'EXAMPLE0'.repeat(20)}:MGUCMQD${'EXAMPLE'.repeat(5)}`
  test.each([
    ['fine-grained GitHub token', pat, 'github-token'],
    ['IMDSv2 token, bare', ec2, 'imds-token'],
    ['IMDSv2 token, named', `TOKEN=${ec2}`, 'imds-token'],
    ['SSO token, bare', sso, 'sso-access-token'],
    ['SSO token of a refresh', sso.replace('aoa', 'aor'), 'sso-access-token'],
  ] as const)('%s: nothing but a finding', (_name, text, decoy) => {
    const { credentials, notes } = readPaste(text)
    expect(credentials).toEqual([])
    expect(notes).toMatchObject([{ note: 'decoy', decoy }])
  })

  test.each([
    ['IMDSv2 token', ec2, 'imds-token'],
    ['SSO token', sso, 'sso-access-token'],
    ['JSON web token', jwt, 'jwt'],
    ['GitHub token', pat, 'github-token'],
  ] as const)('%s in the place of the session token', (_name, token, decoy) => {
    for (const write of [FAMILIES.shell, FAMILIES['shell without quotes'], FAMILIES.IMDS]) {
      const { credentials, notes } = readPaste(write({ ...A, token }))
      expect(credentials).toMatchObject([
        { accessKeyId: {}, secretAccessKey: {}, sessionToken: null },
      ])
      expect(notes).toMatchObject([{ note: 'decoy', decoy }])
    }
  })

  test('credentials as the console of Ruby prints them', () => {
    const text = `#<struct Aws::STS::Types::Credentials access_key_id="${A.key}", secret_access_key="${A.secret}", session_token="${A.token}", expiration=2026-11-22 02:00:00 UTC>`
    const { credentials } = readPaste(text)
    expect(setsOf(readPaste(text))).toEqual([A])
    expect(credentials[0]?.expiration?.instant).toBe(ENDS)
  })

  test('the documentation’s key is read, for the verdict to say what it is', () => {
    const text =
      'AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE\nAWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'
    expect(readPaste(text).credentials).toHaveLength(1)
  })
})

describe('nearly right', () => {
  test.each([
    ['secret of 39', { ...A, secret: A.secret.slice(1) }],
    ['secret of 41', { ...A, secret: `${A.secret}x` }],
    ['key of 19', { ...A, key: A.key.slice(0, 19) }],
  ])('bare lines, %s', (_name, set) => {
    expect(setsOf(readPaste(`${set.key}\n${set.secret}\n${set.token}\n`))).toEqual([set])
  })
})

test('a value glued to a name stands in no finding', () => {
  const glued = [
    `${A.secret.replaceAll('/', '')}_aws_session_token=<your-token>`,
    JSON.stringify({ [`${A.secret.replaceAll('/', '')}accessToken`]: 'EXAMPLE-EXAMPLE-EXAMPLE' }),
    `${A.secret.replaceAll('/', '')}_session_token: ${A.token}`,
  ]
  for (const text of glued) {
    expect(JSON.stringify(readPaste(text))).not.toContain(A.secret.replaceAll('/', ''))
  }
})
