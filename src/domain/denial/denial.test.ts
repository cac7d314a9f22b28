import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { encodeSessionToken } from '../credentials/session-token-encode.ts'
import { readDecodedMessage } from './decoded-message.ts'
import { decodeCommand, encodedMessageIn } from './encoded-message.ts'
import { parseDenial } from './parse-denial.ts'
import { keeperOf, POLICY_KINDS } from './policy-kinds.ts'
import { admissionOf, noteFactsOf, remedyOf, roleOfSession } from './remedy.ts'

const SESSION = 'arn:aws:sts::111122223333:assumed-role/ExampleRole/example'
const TARGET = 'arn:aws:iam::444455556666:role/ExampleTarget'
const HEAD = `User: ${SESSION} is not authorized to perform: sts:AssumeRole`
const ENCODED = `${'Ab3_dEf-'.repeat(20)}Zz9`

describe('the sentence', () => {
  test.each([
    ['bare', HEAD, { resource: null, effect: null, policy: null, tail: '' }],
    ['with a resource', `${HEAD} on resource: ${TARGET}`, { resource: TARGET, effect: null }],
    [
      'implicit',
      `${HEAD} on resource: ${TARGET} because no identity-based policy allows the sts:AssumeRole action`,
      { resource: TARGET, effect: 'implicit', policy: 'identity-based policy', tail: '' },
    ],
    [
      'explicit without a kind',
      `${HEAD} on resource: ${TARGET} with an explicit deny`,
      { effect: 'explicit', policy: null, policyWords: null },
    ],
    [
      'explicit with the ARN of the policy',
      `${HEAD} on resource: ${TARGET} with an explicit deny in a service control policy: arn:aws:organizations::111122223333:policy/o-example/service_control_policy/p-example`,
      {
        policy: 'service control policy',
        policyArn:
          'arn:aws:organizations::111122223333:policy/o-example/service_control_policy/p-example',
      },
    ],
    [
      'through another policy',
      `${HEAD} with an explicit deny in a VPC endpoint policy transitively through a service control policy`,
      { policy: 'VPC endpoint policy', through: 'service control policy' },
    ],
    [
      'a slip of the pen of AWS',
      `${HEAD} with an explicit deny in a sessions policy`,
      { policy: 'session policy', policyWords: 'sessions policy' },
    ],
    [
      'the trust policy',
      `${HEAD} with an explicit deny in the role trust policy`,
      { policy: 'role trust policy' },
    ],
    [
      'a kind nobody knows',
      `${HEAD} because no lunar policy allows the sts:AssumeRole action`,
      { effect: 'implicit', policy: null, policyWords: 'lunar policy' },
    ],
    [
      'a tail nobody knows',
      `${HEAD} on resource: ${TARGET} under a full moon`,
      { resource: TARGET, tail: 'under a full moon' },
    ],
    [
      'an encoded message',
      `You are not authorized to perform this operation. User: ${SESSION} is not authorized to perform: ec2:RunInstances on resource: arn:aws:ec2:us-east-1:111122223333:instance/* with an explicit deny in an identity-based policy. Encoded authorization failure message: ${ENCODED}`,
      { encodedMessage: ENCODED },
    ],
    [
      'nobody',
      'User: anonymous is not authorized to perform: execute-api:Invoke on resource: arn:aws:execute-api:us-east-1:111122223333:abc/prod/GET/ with an explicit deny in a resource-based policy',
      { principal: 'anonymous', action: 'execute-api:Invoke', policy: 'resource-based policy' },
    ],
    [
      'no principal',
      'Not authorized to perform sts:AssumeRoleWithWebIdentity',
      { principal: null, action: 'sts:AssumeRoleWithWebIdentity' },
    ],
  ])('%s', (_, text, expected) => {
    expect(parseDenial(text)).toMatchObject(expected)
  })

  test.each(POLICY_KINDS)('both effects of %s', (kind) => {
    const implicit = parseDenial(`${HEAD} because no ${kind} allows the sts:AssumeRole action`)
    const explicit = parseDenial(`${HEAD} with an explicit deny in a ${kind}`)
    expect([implicit?.policy, implicit?.effect]).toEqual([kind, 'implicit'])
    expect([explicit?.policy, explicit?.effect]).toEqual([kind, 'explicit'])
    expect(keeperOf(kind)).not.toBe('unknown')
  })

  test('the last of several', () => {
    const text = `User: a is fine\nUser: ${SESSION} is not authorized to perform: s3:GetObject`
    expect(parseDenial(text)?.principal).toBe(SESSION)
  })

  test('of nothing is none, and nothing throws', () => {
    expect(parseDenial('all is well')).toBeNull()
    const piece = fc.constantFrom(
      ' because no ',
      ' policy',
      ' allows the ',
      HEAD,
      ' with an explicit deny in a ',
      ': arn:',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 9 }), (pieces) => {
        parseDenial(pieces.join(''))
      }),
    )
  })
})

describe('the remedy', () => {
  test('an implicit denial asks for the smallest statement', () => {
    const denial = parseDenial(
      `${HEAD} on resource: ${TARGET} because no identity-based policy allows the sts:AssumeRole action`,
    )
    const remedy = denial && remedyOf(denial)
    expect(JSON.parse(remedy?.statement ?? '')).toEqual({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Resource: TARGET }],
    })
  })

  test("a role's resource-based policy is its trust policy, and names the role", () => {
    const denial = parseDenial(
      `${HEAD} on resource: ${TARGET} because no resource-based policy allows the sts:AssumeRole action`,
    )
    const remedy = denial && remedyOf(denial)
    expect(remedy).toMatchObject({ document: 'role trust policy', keeper: 'administrator-of-role' })
    expect(JSON.parse(remedy?.statement ?? '')).toMatchObject({
      Statement: [{ Principal: { AWS: 'arn:aws:iam::111122223333:role/ExampleRole' } }],
    })
  })

  test('an explicit denial is not lifted by a statement', () => {
    const denial = parseDenial(`${HEAD} with an explicit deny in a service control policy`)
    // AWS words a missing Allow of such a policy alike.
    expect(denial && remedyOf(denial)).toMatchObject({ statement: null, change: 'add-or-narrow' })
    for (const policy of [
      'role trust policy',
      'resource control policy',
      'identity-based policy',
    ]) {
      const other = parseDenial(`${HEAD} with an explicit deny in a ${policy}`)
      expect(other && remedyOf(other)).toMatchObject({ statement: null, change: 'narrow' })
    }
  })

  test('a role of IAM Identity Center is admitted by its name, since its path is unknown', () => {
    const session =
      'arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Example_Admin_0123456789abcdef/jane'
    const denial = parseDenial(
      `User: ${session} is not authorized to perform: sts:AssumeRole on resource: ${TARGET} because no role trust policy allows the sts:AssumeRole action`,
    )
    const remedy = denial && remedyOf(denial)
    expect(remedy?.isPathUnknown).toBe(true)
    expect(JSON.parse(remedy?.statement ?? '')).toMatchObject({
      Statement: [
        {
          Principal: { AWS: 'arn:aws:iam::111122223333:root' },
          Condition: {
            ArnLike: {
              'aws:PrincipalArn':
                'arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com*/AWSReservedSSO_Example_Admin_*',
            },
          },
        },
      ],
    })
    expect(admissionOf(SESSION)).toEqual({
      Principal: { AWS: 'arn:aws:iam::111122223333:role/ExampleRole' },
    })
  })

  test('sessions are named by their role', () => {
    expect(roleOfSession(SESSION)).toBe('arn:aws:iam::111122223333:role/ExampleRole')
    expect(roleOfSession('anonymous')).toBeNull()
  })

  test.each([
    [
      'behind the short form',
      `UnauthorizedOperation: You are not authorized to perform this operation. ${HEAD}`,
      HEAD,
    ],
    [
      'of the right caller',
      `User: arn:aws:iam::444455556666:user/B is not authorized to perform: s3:GetObject\n${HEAD}`,
      'User: arn:aws:iam::444455556666:user/B is not authorized to perform: s3:GetObject',
    ],
    [
      'without a caller',
      'x failed: You are not authorized to perform this operation.',
      'You are not authorized to perform this operation.',
    ],
    [
      'without a caller, in XML',
      '<Message>You are not authorized to perform this operation.',
      'You are not authorized to perform this operation.',
    ],
  ])('the note quotes a whole sentence, %s', (_, text, expected) => {
    const denial = parseDenial(text)
    expect(denial && noteFactsOf(denial, text, null).sentence).toBe(expected)
  })

  test('a hidden value within a resource is part of it', () => {
    const resource = 'arn:aws:s3:::example-bucket/[40 characters hidden]/a'
    const text = `${HEAD.replace(/ on resource:.*$/, '')} on resource: ${resource} because no identity-based policy allows the sts:AssumeRole action`
    expect(parseDenial(text)).toMatchObject({ resource, effect: 'implicit' })
    expect(parseDenial(text.replace('/a because', ' because'))).toMatchObject({
      resource: resource.slice(0, -2),
      effect: 'implicit',
    })
  })

  test('the note has no encoded message and no secret', () => {
    const text = `denied: ${HEAD}. Encoded authorization failure message: ${ENCODED}`
    const denial = parseDenial(text)
    const note = denial && noteFactsOf(denial, text, 'c2d94a7f')
    expect(note?.sentence).not.toContain(ENCODED)
    expect(note).toMatchObject({ action: 'sts:AssumeRole', principal: SESSION })
  })
})

/** Bytes as random as a cipher's, the same in each run. */
function cipherOf(length: number): string {
  let state = 20_261_122
  const bytes = Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return String.fromCharCode(state >>> 24)
  })
  return urlSafe(btoa(bytes.join('')))
}

const urlSafe = (text: string): string =>
  text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')

const wrap = (text: string, width: number, line = '\n'): string =>
  (text.match(new RegExp(`.{1,${String(width)}}`, 'g')) ?? []).join(line)

describe('the encoded message', () => {
  const LONG = cipherOf(540)
  const STANDARD = LONG.replaceAll('-', '+').replaceAll('_', '/')
  const JSON_TEXT = urlSafe(btoa(JSON.stringify({ context: 'example '.repeat(40), more: '~~>>?' })))
  const TOKEN = encodeSessionToken({
    version: 2,
    region: 'ap-northeast-2',
    account: '111122223333',
    issuedAt: Date.UTC(2026, 10, 22),
    ciphertext: new Uint8Array(320).fill(7),
    signature: new Uint8Array(71).fill(9),
    iv: new Uint8Array(12).fill(3),
  })
  const LABEL = 'Encoded authorization failure message:'

  test.each([
    ['labelled', `${LABEL} ${ENCODED}\n\tstatus code: 403`, ENCODED],
    ['labelled, alone', `${LABEL} ${LONG}`, LONG],
    ['labelled, lower case', `encoded authorization message:\n${wrap(LONG, 76)}\n`, LONG],
    ['labelled, a stop behind it', `${LABEL} ${LONG}.`, LONG],
    ['labelled, wrapped, words behind', `${LABEL} ${wrap(LONG, 80)}\nrequest id: x`, LONG],
    ['bare', LONG, LONG],
    ['bare in quotes', `"${LONG}"\n`, LONG],
    ['bare, wrapped', wrap(LONG, 64), LONG],
    ['bare, wrapped by a shell', wrap(LONG, 64, '\\\n'), LONG],
    ['bare in a paragraph', `It says:\n\n${LONG}\n\nWhat now?`, LONG],
    ['bare in a line', `It says:\n${LONG}\nWhat now?`, LONG],
    ['too short to be known without its words', LONG.slice(0, 190), null],
    ['in the standard alphabet', STANDARD, null],
    ['a session token', TOKEN, null],
    ['a session token in the other alphabet', urlSafe(TOKEN), null],
    ['a JSON Web Token', `${JSON_TEXT}.${JSON_TEXT}.${LONG}`, null],
    ['base64 of JSON', JSON_TEXT, null],
    ['a digest', 'ab01'.repeat(64), null],
    ['words in hyphens', 'some-long-Name-of-1-thing-'.repeat(12), null],
    ['a rule', `${'-'.repeat(120)}aA1${'-'.repeat(120)}`, null],
    ['a secret', 'EXAMPLE/secret/0123456789/ABCDEF/EXAMPLE', null],
    ['a sentence', 'You are not authorized to perform this operation.', null],
    ['too short', `${LABEL} abc`, null],
  ])('%s', (_, text, expected) => {
    expect(encodedMessageIn(text)).toBe(expected)
  })

  test('any text: no exception, and letters of the alphabet only', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 600 }), (text) => {
        expect(encodedMessageIn(text) ?? 'A').toMatch(/^[\w-]+$/)
        expect(encodedMessageIn(`${LABEL} ${text}`) ?? 'A').toMatch(/^[\w-]+$/)
      }),
    )
  })

  test('its command', () => {
    expect(decodeCommand('abc')).toContain('decode-authorization-message --encoded-message abc')
  })
})

describe('the decoded message', () => {
  const base = {
    allowed: false,
    explicitDeny: true,
    matchedStatements: {
      items: [
        {
          statementId: 'DenyWithoutMfa',
          effect: 'DENY',
          principals: { items: [{ value: 'AIDAEXAMPLE' }] },
          principalGroups: { items: [] },
          actions: { items: [{ value: 'ec2:*' }] },
          resources: { items: [{ value: '*' }] },
          conditions: {
            items: [{ key: 'aws:MultiFactorAuthPresent', values: { items: [{ value: 'false' }] } }],
          },
        },
      ],
    },
    failures: { items: [] },
    context: {
      principal: { id: 'AIDAEXAMPLE', arn: 'arn:aws:iam::111122223333:user/Example' },
      action: 'ec2:StopInstances',
      resource: 'arn:aws:ec2:us-east-1:111122223333:instance/i-EXAMPLE',
      conditions: {
        items: [
          { key: 'aws:MultiFactorAuthPresent', values: { items: [{ value: 'false' }] } },
          { key: 'ec2:Region', values: { items: [{ value: 'us-east-1' }] } },
        ],
      },
    },
  }

  test.each([
    ['plain', JSON.stringify(base)],
    ['in an answer', JSON.stringify({ DecodedMessage: JSON.stringify(base) })],
    ['as a string', JSON.stringify(JSON.stringify(base))],
  ])('%s', (_, text) => {
    expect(readDecodedMessage(text)).toMatchObject({
      meaning: 'explicit-deny-without-mfa',
      action: 'ec2:StopInstances',
      mfa: false,
      principal: 'arn:aws:iam::111122223333:user/Example',
      matched: [{ id: 'DenyWithoutMfa', actions: ['ec2:*'] }],
    })
  })

  test.each([
    [{ ...base, explicitDeny: false, matchedStatements: { items: [] } }, 'nothing-allows'],
    [{ ...base, allowed: true, explicitDeny: false }, 'allowed'],
    [{ ...base, matchedStatements: { items: [] } }, 'explicit-deny'],
  ])('%#', (value, meaning) => {
    expect(readDecodedMessage(JSON.stringify(value))?.meaning).toBe(meaning)
  })

  test.each(['', '{', '[]', '{"a":1}', 'null', '"x"'])('not one: %s', (text) => {
    expect(readDecodedMessage(text)).toBeNull()
  })
})
