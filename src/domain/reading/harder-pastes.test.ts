import { describe, expect, test } from 'vitest'
import { readPaste } from './read-paste.ts'
import { describeCredentials } from '../credentials/describe.ts'
import { judgeCredentials } from '../credentials/judge.ts'
import { A, B, ENDS, FAMILIES, setsOf } from './written-pastes.ts'

const FOREIGN = 'OTHER/program/EXAMPLE/0123456789/abcdefg'

describe('the secret of another program in the same list', () => {
  const shell = FAMILIES['shell without quotes'](A)
  test.each([
    ['above', `SECRET=${FOREIGN}\n${shell}`],
    ['above, exported', `export SECRET_KEY=${FOREIGN}\n${shell}`],
    ['above, in small letters', `secret=${FOREIGN}\n${FAMILIES['INI, no section'](A)}`],
    ['in a section', `[a]\nsecret_key=${FOREIGN}\n${FAMILIES['INI, no section'](A)}`],
    ['between', shell.replace('export AWS_SESS', `SECRET_KEY=${FOREIGN}\nexport AWS_SESS`)],
    ['below', `${shell}SECRET_KEY=${FOREIGN}\n`],
    ['a token above', `TOKEN=${B.token}\n${shell}`],
    ['in JSON', `{"token":"${B.token}","secret":"${FOREIGN}",${FAMILIES.camelCase(A).slice(1)}`],
  ])('%s', (_name, text) => {
    expect(setsOf(readPaste(text))).toEqual([A])
  })

  test.each([
    ['key first', `ACCESS_KEY=${B.key}\nSECRET_KEY=${B.secret}\n`],
    ['secret first', `SECRET_KEY=${B.secret}\nACCESS_KEY=${B.key}\n`],
  ])('a whole set of weak names stays one: %s', (_name, weak) => {
    const b = { ...B, token: null }
    expect(setsOf(readPaste(shell + weak))).toEqual([A, b])
    expect(setsOf(readPaste(weak + shell))).toEqual([b, A])
  })
})

describe('a quote is lost', () => {
  const lost = (text: string, value: string, side: 'opening' | 'closing'): string =>
    side === 'closing' ? text.replace(`${value}"`, value) : text.replace(`"${value}`, value)
  const lines: Readonly<Record<string, string>> = {
    shell: FAMILIES.shell(A),
    'shell, then a name of another program': `${FAMILIES.shell(A)}HOME="/home/example"\n`,
    PowerShell: FAMILIES.PowerShell(A),
    fish: FAMILIES.fish(A).replace(A.token, `"${A.token}"`),
    'one line': FAMILIES.shell(A).replaceAll('\n', ' '),
    JSON: FAMILIES['assume-role'](A),
    'JSON, commas lost': FAMILIES['assume-role'](A).replaceAll(',', ''),
  }
  const fields = { key: 'accessKeyId', secret: 'secretAccessKey', token: 'sessionToken' } as const
  const rows = Object.entries(lines).flatMap(([name, text]) =>
    (['key', 'secret', 'token'] as const).map((value) => [name, value, text] as const),
  )
  test.each(rows)('%s, behind the %s', (_name, value, text) => {
    const reading = readPaste(lost(text, A[value], 'closing'))
    expect(setsOf(reading)).toEqual([A])
    expect(reading.notes).toContainEqual({ note: 'quotes-removed', field: fields[value] })
  })

  test('the next line has lost its opening one', () => {
    const text = lost(lost(FAMILIES.shell(A), A.secret, 'closing'), A.token, 'opening')
    expect(setsOf(readPaste(text))).toEqual([A])
  })

  test('a token broken over lines in quotes is no lost quote', () => {
    const token = A.token.replace(/(.{64})/g, '$1\n')
    const { credentials, notes } = readPaste(FAMILIES.shell({ ...A, token }))
    expect(setsOf({ credentials, notes, lines: 0, shape: null })).toEqual([A])
    expect(notes.map(({ note }) => note)).toEqual(['line-breaks-removed'])
  })
})

/** Words in lines of a width; one that is longer than what is left of its line goes on in the next. */
function filled(before: string, token: string, after: string, width: number): string {
  const lines: string[] = []
  let line = ''
  for (const word of before.split(' ')) {
    if (line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else line += `${line === '' ? '' : ' '}${word}`
  }
  const broken = `${line} ${token} ${after}`.replace(
    new RegExp(`(.{${String(width)}})(?=.)`, 'g'),
    '$1\n',
  )
  return [...lines, broken].join('\n')
}

describe('a token in wrapped prose', () => {
  const before = `Please use ${A.key} and secret ${A.secret} and the session token is`
  const widths = [56, 60, 64, 68, 70, 72, 74, 76, 78, 79, 80, 90, 100, 120]
  test.each(widths)('at %i columns', (width) => {
    const { credentials, notes } = readPaste(filled(before, A.token, 'thanks a lot', width))
    expect(setsOf({ credentials, notes, lines: 0, shape: null })).toEqual([A])
    expect(notes).toMatchObject([{ note: 'line-breaks-removed', field: 'sessionToken' }])
  })

  test.each([1, 3, 7, 8, 15])('behind its name, %i characters in the first line', (length) => {
    const token = `${A.token.slice(0, length)}\n${A.token.slice(length).replace(/(.{72})/g, '$1\n')}`
    const text = `AWS_ACCESS_KEY_ID=${A.key}\nAWS_SECRET_ACCESS_KEY=${A.secret}\nAWS_SESSION_TOKEN=${token}`
    expect(setsOf(readPaste(text))).toEqual([A])
  })
})

describe('a token that could not be read is not said to be missing', () => {
  const judged = (text: string) => {
    const { credentials, notes } = readPaste(text)
    const [set] = credentials
    const facts = describeCredentials({
      accessKeyId: set?.accessKeyId?.value ?? null,
      secretAccessKey: set?.secretAccessKey?.value ?? null,
      sessionToken: set?.sessionToken?.value ?? null,
    })
    const isTokenUnread = set?.isTokenUnread
    const context = { expiration: null, region: { isOptIn: false }, now: ENDS, isTokenUnread }
    return { verdict: judgeCredentials(facts, context), notes: notes.map(({ note }) => note) }
  }
  const keys = `${A.key}\n${A.secret}\n`
  test.each([
    ['a blank behind each few letters', A.token.slice(0, 300).replace(/(.{6})/g, '$1 ')],
    ['spelled in short lines', A.token.replace(/(.{5})/g, '$1\n')],
  ])('%s', (_name, token) => {
    const { verdict, notes } = judged(keys + token)
    expect(verdict).toMatchObject({ cause: 'missing-session-token', certainty: 'likely' })
    expect(notes).toContain('token-head-unread')
  })

  test('where none is there it is certain', () => {
    const { verdict, notes } = judged(keys)
    expect(verdict).toMatchObject({ cause: 'missing-session-token', certainty: 'certain' })
    expect(notes).toEqual([])
  })
})

describe('names with a word of their set', () => {
  const fields = ['ACCESS_KEY_ID', 'SECRET_ACCESS_KEY', 'SESSION_TOKEN'] as const
  const between = (name: (word: string, field: string) => string) =>
    fields
      .flatMap((field, index) => [
        `${name('DEV', field)}=${[A.key, A.secret, A.token][index] ?? ''}`,
        `${name('PROD', field)}=${[B.key, B.secret, B.token][index] ?? ''}`,
      ])
      .join('\n')
  test.each([
    ['before', between((word, field) => `${word}_AWS_${field}`)],
    ['before, in small letters', between((word, field) => `${word}_AWS_${field}`.toLowerCase())],
    ['behind', between((word, field) => `AWS_${field}_${word}`)],
    ['inside', between((word, field) => `AWS_${word}_${field}`)],
    ['behind the word of a tool', between((word, field) => `TF_VAR_${word}_AWS_${field}`)],
    ['exported', between((word, field) => `export ${word}_AWS_${field}`)],
  ])('%s: not mixed', (_name, text) => {
    const reading = readPaste(text)
    expect(setsOf(reading)).toEqual([A, B])
    expect(reading.credentials.map(({ profile }) => profile?.toUpperCase())).toEqual([
      'DEV',
      'PROD',
    ])
  })

  test.each(['TF_VAR', 'SPARK', 'INPUT', 'NEXT_PUBLIC'])('%s is a tool and no set', (tool) => {
    const text = FAMILIES['shell without quotes'](A).replaceAll('AWS_', `${tool}_AWS_`)
    const { credentials, notes } = readPaste(text)
    expect(setsOf({ credentials, notes, lines: 0, shape: null })).toEqual([A])
    expect(credentials[0]?.profile).toBeNull()
  })
})

describe('a signed address', () => {
  const scope = encodeURIComponent(`${A.key}/20261122/us-east-1/sts/aws4_request`)
  const address = `https://sts.us-east-1.amazonaws.com/?Action=GetCallerIdentity&X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=${scope}&X-Amz-Date=20261122T010000Z&X-Amz-Expires=3600&X-Amz-Security-Token=${encodeURIComponent(A.token)}&X-Amz-SignedHeaders=host&X-Amz-Signature=${'0f'.repeat(32)}`
  const cluster = `k8s-aws-v1.${btoa(address).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`
  const wrapped = (text: string, width: number): string =>
    text.replace(new RegExp(`(.{${String(width)}})(?=.)`, 'g'), '$1\n')
  const unsecret = { key: A.key, secret: null, token: A.token }
  const escaped = address.replaceAll('/', '\\/').replaceAll('&', '\\u0026')

  test.each<readonly [string, string, string]>([
    ['in JSON, escaped both ways', `{"url":"${escaped}"}`, 'escapes-resolved'],
    ['torn out of JSON', escaped, 'escapes-resolved'],
    ['ampersands escaped', address.replaceAll('&', '\\u0026'), 'escapes-resolved'],
    ...[60, 72, 76, 80, 100, 132].flatMap((width) =>
      [address, cluster, `token: ${cluster}`, `url: ${address}\nthanks a lot`].map(
        (text, kind) =>
          [
            `${String(width)} columns, ${String(kind)}`,
            wrapped(text, width),
            'line-breaks-removed',
          ] as const,
      ),
    ),
  ])('%s', (_name, text, note) => {
    const { credentials, notes } = readPaste(text)
    expect(setsOf({ credentials, notes, lines: 0, shape: null })).toEqual([unsecret])
    expect(notes.map((each) => each.note)).toContain(note)
  })

  test.each([
    ['words', 'thanks'],
    ['a name and a value', 'OTHER_NAME=EXAMPLE'],
    ['an export', 'AWS_REGION=eu-west-1'],
  ])('%s below it are none of it', (_name, line) => {
    for (const text of [address, cluster, address.replace(/&X-Amz-Signature.*/, '')]) {
      const { credentials, notes } = readPaste(`${text}\n${line}\n`)
      expect(setsOf({ credentials, notes, lines: 0, shape: null })).toEqual([unsecret])
      expect(notes.map((each) => each.note)).not.toContain('line-breaks-removed')
    }
  })
})

describe('plus signs that became blanks', () => {
  const { key, secret, token } = B
  test.each([
    ['unquoted', FAMILIES['shell without quotes'](B)],
    ['one line, ;', FAMILIES['one line, ;'](B)],
    ['one line, &&', FAMILIES['one line, &&'](B)],
    ['environment of a command', FAMILIES['environment of a command'](B)],
    ['INI', FAMILIES.INI(B)],
    ['lines', FAMILIES.lines(B)],
    ['labels and colons', FAMILIES['labels and colons'](B)],
    ['a form', `AccessKeyId=${key}&SecretAccessKey=${secret}&SessionToken=${token}`],
    ['a form, token first', `SessionToken=${token}&SecretAccessKey=${secret}&AccessKeyId=${key}`],
  ])('%s', (_name, text) => {
    const { credentials, notes } = readPaste(text.replaceAll('+', ' '))
    expect(setsOf({ credentials, notes, lines: 0, shape: null })).toEqual([B])
    for (const field of ['secretAccessKey', 'sessionToken'] as const)
      expect(notes).toContainEqual(expect.objectContaining({ note: 'plus-signs-restored', field }))
  })

  test.each([
    ['a token, then a command', `AWS_SESSION_TOKEN=${A.token} aws sts get-caller-identity`],
    ['a cut token and words', `AWS_SESSION_TOKEN=${A.token.slice(0, 300)} and some more words`],
  ])('words behind are no part of it: %s', (_name, text) => {
    expect(readPaste(text).notes).toEqual([])
  })

  test('a line of words is no secret', () => {
    const line = 'Please use these 12 keys For Staging Now'
    expect(line).toHaveLength(40)
    expect(setsOf(readPaste(`${key}\n${line}\n`))).toEqual([{ key, secret: null, token: null }])
  })
})

describe('what stands for a value is told and never read', () => {
  const masked = new Set(['AKIA...', 'ASIA••••', '(sensitive value)', '***', 'AKIA****'])
  const values = [
    'YOUR_ACCESS_KEY_ID',
    'YOUR_SECRET_ACCESS_KEY',
    'ACCESS_KEY_ID',
    '{{AWS_ACCESS_KEY_ID}}',
    '{{ aws_key }}',
    '(your key here)',
    ...masked,
    'STRING_VALUE',
    'TODO',
    'insert-key-here',
    'put_your_key_here',
    'akid',
    'AKIA_FAKE',
    'fake-access-key',
  ]
  test.each(values)('%s', (value) => {
    const decoy = masked.has(value) ? 'masked' : 'placeholder'
    const written = [
      `AWS_ACCESS_KEY_ID=${value}`,
      `export AWS_SECRET_ACCESS_KEY="${value}"`,
      `aws_access_key_id = ${value}\n`,
      `accessKeyId: ${value}`,
      `{"SecretAccessKey": "${value}"}`,
    ]
    for (const text of written) {
      const { credentials, notes } = readPaste(text)
      expect([text, credentials]).toEqual([text, []])
      expect([text, notes]).toMatchObject([text, [{ note: 'decoy', decoy }]])
    }
  })

  test.each([
    [
      'a log of a build',
      '2026-11-22T01:02:03.123Z AWS_ACCESS_KEY_ID: ***\n2026-11-22T01:02:03.123Z   AWS_SECRET_ACCESS_KEY: ***',
    ],
    [
      'aws configure list',
      'access_key     ****************ABCD shared-credentials-file\nsecret_key     ****************EFGH shared-credentials-file\n    region                us-east-1      config-file    ~/.aws/config',
    ],
    ['a plan', '  + access_key = (sensitive value)\n  + secret_key = (sensitive value)\n'],
  ])('%s: both are counted', (_name, text) => {
    const { credentials, notes } = readPaste(text)
    expect(credentials).toEqual([])
    expect(notes).toMatchObject([{ note: 'decoy', decoy: 'masked', count: 2 }])
  })

  test('all placeholders of a set are counted', () => {
    const { notes } = readPaste(FAMILIES.shell({ key: '<key>', secret: '<secret>', token: '<t>' }))
    expect(notes).toMatchObject([{ note: 'decoy', decoy: 'placeholder', count: 3 }])
  })
})

describe('forty characters without a name', () => {
  test.each([
    ['an identifier', 'SomeVeryLongIdentifierNameThatHasForty01'],
    ['a path', 'src/components/SomeThing/AnotherThing/ab'],
  ])('%s among words is none', (_name, text) => {
    expect(text).toHaveLength(40)
    for (const around of [`see ${text}`, `${text} fails`, `in ${text} too`])
      expect(readPaste(around).credentials).toEqual([])
  })

  test('a path alone is none', () => {
    expect(readPaste('src/components/SomeThing/AnotherThing/ab').credentials).toEqual([])
  })

  test.each([A.key, A.token])('beside a key ID or a token it is a secret', (other) => {
    const { credentials } = readPaste(`${A.secret} ${other}`)
    expect(credentials).toMatchObject([{ secretAccessKey: {} }])
  })
})

describe('Region and profile where else the text gives them', () => {
  const values = ({ key, secret, token }: typeof A) => ({
    AccessKeyId: key,
    SecretAccessKey: secret,
    SessionToken: token,
  })
  test.each([
    ['above', { region: 'eu-west-1', profile: 'dev', credentials: values(A) }],
    ['below', { credentials: values(A), awsRegion: 'eu-west-1', profile: 'dev' }],
  ])('one level %s in JSON', (_name, value) => {
    const { credentials } = readPaste(JSON.stringify(value))
    expect(credentials).toMatchObject([
      { accessKeyId: {}, region: { code: 'eu-west-1' }, profile: 'dev' },
    ])
  })

  test('each of several takes that of its own object', () => {
    const text = JSON.stringify([
      { region: 'eu-west-1', credentials: values(A) },
      { region: 'eu-west-3', credentials: values(B) },
    ])
    expect(readPaste(text).credentials.map(({ region }) => region?.code)).toEqual([
      'eu-west-1',
      'eu-west-3',
    ])
  })

  test('names of objects side by side are profiles', () => {
    const reading = readPaste(JSON.stringify({ dev: values(A), prod: values(B) }))
    expect(setsOf(reading)).toEqual([A, B])
    expect(reading.credentials.map(({ profile }) => profile)).toEqual(['dev', 'prod'])
    const one = readPaste(JSON.stringify({ Credentials: values(A) }))
    expect(one.credentials[0]?.profile).toBeNull()
  })

  test('on a command line', () => {
    const text = `${FAMILIES.shell(A)}aws s3 ls --region eu-west-1 --profile dev\n`
    expect(readPaste(text).credentials).toMatchObject([
      { region: { code: 'eu-west-1' }, profile: 'dev' },
    ])
  })

  test('in the dialogue of aws configure', () => {
    const text = `AWS Access Key ID [None]: ${A.key}\nAWS Secret Access Key [****************ABCD]: ${A.secret}\nDefault region name [None]: eu-west-1\nDefault output format [None]: json\n`
    const { credentials, shape } = readPaste(text)
    expect(shape).toBe('literal')
    expect(credentials).toMatchObject([
      { accessKeyId: {}, secretAccessKey: {}, region: { code: 'eu-west-1' } },
    ])
  })

  test('in SQL', () => {
    const text = `CREATE SECRET s (TYPE S3, KEY_ID '${A.key}', SECRET '${A.secret}', SESSION_TOKEN '${A.token}', REGION 'us-east-1');`
    const reading = readPaste(text)
    expect(setsOf(reading)).toEqual([A])
    expect(reading.credentials[0]?.region?.code).toBe('us-east-1')
  })
})

describe('a secret over two lines', () => {
  const broken = `${A.secret.slice(0, 25)}\n${A.secret.slice(25)}`
  test.each([
    ['unquoted', FAMILIES['shell without quotes']({ ...A, secret: broken })],
    ['INI, indented', FAMILIES.INI({ ...A, secret: broken.replace('\n', '\n    ') })],
    ['bare', FAMILIES.lines({ ...A, secret: broken })],
    ['in prose', `use ${A.key} and ${broken} please\n${A.token}`],
  ])('%s', (_name, text) => {
    const { credentials, notes } = readPaste(text)
    expect(setsOf({ credentials, notes, lines: 0, shape: null })).toEqual([A])
    expect(notes).toMatchObject([{ note: 'line-breaks-removed', field: 'secretAccessKey' }])
  })

  test.each([24, 26])('pieces of %i and 15 characters are left as they are', (length) => {
    const secret = `${A.secret.slice(0, length)}\n${'x'.repeat(15)}`
    const [set] = setsOf(readPaste(FAMILIES['shell without quotes']({ ...A, secret })))
    expect(set?.secret).toBe(A.secret.slice(0, length))
  })
})

test('percent codes twice over', () => {
  const twice = (text: string): string => encodeURIComponent(encodeURIComponent(text))
  const text = FAMILIES['shell without quotes']({
    ...B,
    secret: twice(B.secret),
    token: twice(B.token),
  })
  const reading = readPaste(text)
  expect(setsOf(reading)).toEqual([B])
  expect(reading.notes).toMatchObject([{ note: 'percent-decoded' }, { note: 'percent-decoded' }])
})

describe('a closing quote that nothing opened', () => {
  const shell = FAMILIES['shell without quotes']
  test.each([
    ['key', { ...A, key: `${A.key}"` }, 'accessKeyId'],
    ['secret', { ...A, secret: `${A.secret}'` }, 'secretAccessKey'],
    ['token', { ...A, token: `${A.token}"` }, 'sessionToken'],
  ] as const)('behind the %s', (_name, set, field) => {
    const reading = readPaste(shell(set))
    expect(setsOf(reading)).toEqual([A])
    expect(reading.notes).toEqual([{ note: 'quotes-removed', field }])
  })

  test('one that closes the whole assignment is none', () => {
    const { notes } = readPaste(shell(A).replace(/export (.*)/g, 'docker run -e "$1"'))
    expect(notes).toEqual([])
  })
})

describe('the frame of a pane', () => {
  const framed = (text: string, width: number, open: string, close: string): string =>
    text
      .split('\n')
      .flatMap((line) => line.match(new RegExp(`.{1,${String(width)}}`, 'g')) ?? [''])
      .map((line) => `${open}${line.padEnd(width)}${close}`)
      .join('\n')
  test.each([
    ['78 columns', FAMILIES['shell without quotes'](A), 78, '│', '│'],
    ['with a blank inside', FAMILIES['shell without quotes'](A), 76, '│ ', ' │'],
    ['heavy', FAMILIES.INI(A), 90, '┃', '┃'],
    ['around bare values', FAMILIES.lines(A), 78, '│', '│'],
  ] as const)('%s', (_name, text, width, open, close) => {
    const { credentials, notes } = readPaste(framed(text, width, open, close))
    expect(setsOf({ credentials, notes, lines: 0, shape: null })).toEqual([A])
    expect(notes).toContainEqual(
      expect.objectContaining({ note: 'text-repaired', repair: 'frame-lines' }),
    )
  })

  test('a table of two columns is none', () => {
    const { key, secret, token } = A
    const text = `│ AccessKeyId     │ ${key} │\n│ SecretAccessKey │ ${secret} │\n│ SessionToken    │ ${token} │`
    const reading = readPaste(text)
    expect(setsOf(reading)).toEqual([A])
    expect(reading.notes).toEqual([])
  })
})
