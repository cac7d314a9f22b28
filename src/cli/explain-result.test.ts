import { describe, expect, test } from 'vitest'
import { explainResult } from './explain-result.ts'

const MISSING =
  'An error occurred (InvalidClientTokenId) when calling the GetCallerIdentity operation: The security token included in the request is invalid.'

describe('explain', () => {
  test('a cause with its evidence and steps', () => {
    const result = explainResult(MISSING, { accessKeyIdPrefix: 'ASIA', sessionToken: 'missing' })
    expect(result).toMatchObject({ cause: 'missing-session-token', certainty: 'certain' })
    expect(result.evidence.map((row) => row.name)).toContain('session-token')
    expect(result.next[1]?.commands[0]).toContain('export-credentials')
    expect(result.extracted).toMatchObject({ code: 'InvalidClientTokenId', service: 'sts' })
  })

  test('several candidates and no certainty', () => {
    const result = explainResult(MISSING, null)
    expect(result).toMatchObject({ cause: 'cannot-tell', certainty: null })
    expect(result.alternatives.length).toBeGreaterThanOrEqual(3)
    expect(result.next.length).toBeGreaterThanOrEqual(3)
  })

  test('a fact that was stated is told, and a value in the text is pasted', () => {
    const text =
      'An error occurred (InvalidClientTokenId) when calling the GetCallerIdentity operation: The security token included in the request is invalid.'
    const stated = explainResult(text, {
      accessKeyIdPrefix: 'ASIA',
      sessionToken: 'missing',
      clockSkewSeconds: 2,
    })
    const sourcesOf = (names: readonly string[], rows: typeof stated.evidence) =>
      rows.filter(({ name }) => names.includes(name)).map(({ name, source }) => [name, source])
    expect(sourcesOf(['key-kind', 'session-token'], stated.evidence)).toEqual([
      ['key-kind', 'told'],
      ['session-token', 'told'],
    ])
    const open = explainResult(text, { clockSkewSeconds: 2 })
    expect(sourcesOf(['clock-difference'], open.evidence)).toEqual([['clock-difference', 'told']])
    const found = explainResult(`AWS_ACCESS_KEY_ID=ASIAEXAMPLE111122223\n${text}`, {
      sessionToken: 'missing',
    })
    expect(sourcesOf(['key-kind', 'session-token'], found.evidence)).toEqual([
      ['key-kind', 'pasted'],
      ['session-token', 'told'],
    ])
  })

  test('no error in the text', () => {
    expect(explainResult('all is well', {})).toMatchObject({
      cause: null,
      certainty: null,
      evidence: [],
      alternatives: [],
      extracted: { code: null, message: null, ignoredFacts: [] },
    })
  })

  test.each([
    [{ moon: 1, region: null }, ['moon']],
    [{ clockSkewSeconds: 'soon', operation: 5 }, ['clockSkewSeconds', 'operation']],
    [{ sessionToken: 'purple' }, ['sessionToken']],
    ['text', ['facts']],
    [null, []],
    [{ region: 'eu-west-1', sessionToken: 'truncated' }, []],
  ])('facts %j leave %j aside', (facts, ignored) => {
    expect([...explainResult(MISSING, facts).extracted.ignoredFacts].sort()).toEqual(ignored)
  })

  test("the person's words are evidence, redacted", () => {
    const result = explainResult(MISSING, {
      accessKeyIdPrefix: 'AKIA',
      sessionToken: 'missing',
      other: 'the key was switched off last week; aws_secret_access_key=EXAMPLEsecretEXAMPLEsecret',
    })
    expect(result.cause).toBe('key-deleted-or-inactive')
    expect(result.evidence).toContainEqual(
      expect.objectContaining({ name: 'told', source: 'told', bearing: 'supports' }),
    )
    expect(JSON.stringify(result)).not.toContain('EXAMPLEsecret')
  })

  test('a denial is taken apart, with the statement to ask for', () => {
    const result = explainResult(
      'User: arn:aws:iam::111122223333:user/Example is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::example-bucket/a because no identity-based policy allows the s3:GetObject action',
      {},
    )
    expect(result.extracted.denial).toMatchObject({
      action: 's3:GetObject',
      policy: 'identity-based policy',
      remedy: { change: 'add', keeper: 'administrator-of-caller' },
    })
  })

  test.each([
    ['an error', MISSING, null],
    ['no error', 'all is well', { moon: 1 }],
    ['nothing', '', null],
  ])('the same keys for %s', (_name, text, facts) => {
    const result = explainResult(text, facts)
    expect(Object.keys(result)).toEqual([
      'cause',
      'finer',
      'certainty',
      'evidence',
      'alternatives',
      'next',
      'extracted',
    ])
    expect(Object.keys(result.extracted).sort()).toEqual(
      Object.keys(explainResult(MISSING, null).extracted).sort(),
    )
  })
})

describe('no secret is printed', () => {
  const SECRET = 'EXAMPLE/secret/0123456789/ABCDEF/EXAMPLE'

  test.each([
    ['labelled', `AWS_SECRET_ACCESS_KEY=${SECRET}\n${MISSING}`, {}],
    ['in the sentence', `${MISSING} The secret is ${SECRET}, the key is fine.`, {}],
    [
      'cut short, labelled and again in the sentence',
      `aws_secret_access_key = ${SECRET.slice(0, -3)}\nIncompleteSignature: '${SECRET.slice(0, -3)}' is no key=value pair`,
      {},
    ],
    ['in AWS’s own words', `IncompleteSignature: '${SECRET}' not a valid key=value pair`, {}],
    [
      'in a denial',
      `AccessDenied: User: ${SECRET} is not authorized to perform: ${SECRET} on resource: ${SECRET} because no identity-based policy allows the action ${SECRET}`,
      {},
    ],
    [
      'as a host',
      `Could not connect to the endpoint URL: "https://sts.${SECRET}.amazonaws.com/"`,
      {},
    ],
    ['as the name of a fact', MISSING, { [SECRET]: 1 }],
    ['as the name of a fact beside no error', 'all is well', { [SECRET]: 1 }],
    ...['operation', 'accessKeyIdPrefix', 'sessionToken', 'region', 'endpoint', 'other'].map(
      (name): [string, string, object] => [`as ${name}`, MISSING, { [name]: SECRET }],
    ),
  ])('%s', (_name, text, facts) => {
    const printed = JSON.stringify(explainResult(text, facts))
    expect(printed).not.toContain(SECRET)
    expect(printed.toLowerCase()).not.toContain(SECRET.slice(8, -8).toLowerCase())
  })

  test('names stay readable', () => {
    const arn =
      'arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_ExampleAccess_0123456789abcdef/Example'
    const user = 'arn:aws:iam::111122223333:user/Division/Example0123456789/ExampleA'
    const { extracted } = explainResult(
      `AccessDenied: User: ${arn} is not authorized to perform: sts:AssumeRole on resource: ${user}`,
      {},
    )
    expect(extracted.denial).toMatchObject({ principal: arn, resource: user })
  })
})
