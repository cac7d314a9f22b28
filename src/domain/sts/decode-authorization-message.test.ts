import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Secret } from '../credentials/secret.ts'
import type { StsReply } from './call.ts'
import { judgeDecoded } from './decode-authorization-message.ts'

const SECRET = 'EXAMPLEsecretEXAMPLEsecretEXAMPLEsecret0'
const request = {
  method: 'POST',
  url: 'https://sts.us-east-1.amazonaws.com/',
  host: 'sts.us-east-1.amazonaws.com',
  headers: [],
  body: '',
}
const timing = { sentAt: 0, tookMs: 90 }

const JSON_TEXT = JSON.stringify({
  allowed: false,
  explicitDeny: true,
  matchedStatements: {
    items: [
      {
        statementId: 'DenyWithoutMfa',
        effect: 'DENY',
        actions: { items: [{ value: 'ec2:*' }] },
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
    conditions: { items: [] },
  },
})

function answered(status: number, body: string, decoded?: string | null): StsReply {
  return {
    kind: 'answered',
    request,
    response: { status, headers: {}, body, bytes: body.length },
    timing,
    result: decoded === undefined ? null : { account: null, arn: null, userId: null, decoded },
  }
}

const xml = (text: string): string =>
  `<DecodeAuthorizationMessageResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">` +
  `<DecodeAuthorizationMessageResult><DecodedMessage>${text.replaceAll('"', '&quot;')}</DecodedMessage>` +
  `</DecodeAuthorizationMessageResult><ResponseMetadata><RequestId>body-1</RequestId></ResponseMetadata>` +
  `</DecodeAuthorizationMessageResponse>`

const xmlError = (code: string, message: string): string =>
  `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error>` +
  `<RequestId>body-2</RequestId></ErrorResponse>`

const ARN = 'arn:aws:sts::111122223333:assumed-role/Example/minji'
const IDENTITY = `<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>${ARN}</Arn><UserId>AROAEXAMPLE:minji</UserId><Account>111122223333</Account></GetCallerIdentityResult></GetCallerIdentityResponse>`

const MESSAGE = {
  meaning: 'explicit-deny-without-mfa',
  allowed: false,
  explicitDeny: true,
  action: 'ec2:StopInstances',
  mfa: null,
}

describe('a message', () => {
  test.each([
    ['from the SDK', answered(200, xml('not this one'), JSON_TEXT)],
    ['from the body where the SDK read nothing', answered(200, xml(JSON_TEXT), null)],
    ['from the body where the SDK failed', answered(200, xml(JSON_TEXT))],
    ['from JSON', answered(200, JSON.stringify({ DecodedMessage: JSON_TEXT }))],
    [
      'from JSON with its wrappers',
      answered(
        200,
        JSON.stringify({
          DecodeAuthorizationMessageResponse: {
            DecodeAuthorizationMessageResult: { DecodedMessage: JSON_TEXT },
          },
        }),
      ),
    ],
  ])('%s', (_, reply) => {
    expect(judgeDecoded(reply, [])).toMatchObject({
      kind: 'decoded',
      message: MESSAGE,
      json: JSON_TEXT,
    })
  })

  test('a text of another form is kept', () => {
    expect(judgeDecoded(answered(200, '', '{"verdict":"no"}'), [])).toEqual({
      kind: 'unfamiliar',
      json: '{"verdict":"no"}',
    })
  })

  test('a secret in it is hidden', () => {
    const text = JSON_TEXT.replace('i-EXAMPLE', SECRET)
    const judged = judgeDecoded(answered(200, '', text), [new Secret(SECRET)])
    expect(judged).toMatchObject({ kind: 'decoded', message: MESSAGE })
    expect(JSON.stringify(judged)).not.toContain(SECRET)
  })
})

describe('no message', () => {
  const failed = (outcome: object) => ({ kind: 'failed', outcome })
  test.each([
    [
      'not allowed',
      answered(403, xmlError('AccessDenied', 'User is not authorized')),
      { kind: 'refused', code: 'AccessDenied', status: 403, requestId: 'body-2' },
    ],
    [
      'not valid',
      answered(400, xmlError('InvalidAuthorizationMessageException', 'Message is not valid')),
      { kind: 'refused', code: 'InvalidAuthorizationMessageException', status: 400 },
    ],
    [
      'an error with status 200',
      answered(200, xmlError('AccessDenied', 'no')),
      { kind: 'refused', code: 'AccessDenied' },
    ],
    ['an identity', answered(200, IDENTITY), { kind: 'unreadable', what: 'other', status: 200 }],
    ['another answer', answered(200, '<A/>'), { kind: 'unreadable', what: 'other', status: 200 }],
    ['an empty message', answered(200, xml(''), ''), { kind: 'unreadable', what: 'other' }],
    ['a message with status 500', answered(500, xml(JSON_TEXT)), { kind: 'unreadable' }],
    ['a portal', answered(200, '<html><body>Sign in</body></html>'), { what: 'html' }],
    ['nothing', answered(200, ''), { what: 'empty' }],
    [
      'a browser without a network',
      {
        kind: 'no-answer',
        request,
        timing,
        online: false,
        policyViolation: null,
        message: 'Failed to fetch',
      },
      { kind: 'unreachable', why: 'offline' },
    ],
    [
      'no time left',
      { kind: 'timed-out', request, timing, limitMs: 10_000 },
      { kind: 'unreachable', why: 'timed-out' },
    ],
    ['called off', { kind: 'cancelled', request, timing }, { kind: 'cancelled' }],
    [
      'not sent',
      { kind: 'not-sent', why: 'chunk-unavailable', message: '' },
      { kind: 'not-sent', why: 'chunk-unavailable' },
    ],
  ] satisfies readonly (readonly [string, StsReply, object])[])('%s', (_, reply, outcome) => {
    expect(judgeDecoded(reply, [])).toMatchObject(failed(outcome))
  })

  test('a refusal that quotes a secret', () => {
    const reply = answered(403, xmlError('IncompleteSignature', `in Authorization=${SECRET}`))
    expect(JSON.stringify(judgeDecoded(reply, [new Secret(SECRET)]))).not.toContain(SECRET)
  })

  test('never an identity, never a throw', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100, max: 599 }),
        fc.oneof(fc.string(), fc.json(), fc.string().map(xml), fc.constant(IDENTITY)),
        fc.option(fc.oneof(fc.string(), fc.json()), { nil: undefined }),
        (status, body, decoded) => {
          const judged = judgeDecoded(answered(status, body, decoded), [])
          expect(JSON.stringify(judged)).not.toContain('"identified"')
        },
      ),
    )
  })
})
