import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Secret } from '../credentials/secret.ts'
import type { StsReply } from './call.ts'
import { judgeReply } from './judge-reply.ts'

const request = {
  method: 'POST',
  url: 'https://sts.us-east-1.amazonaws.com/',
  host: 'sts.us-east-1.amazonaws.com',
  headers: [],
  body: '',
}
const timing = { sentAt: 0, tookMs: 184 }
const nothing = { account: null, arn: null, userId: null }

function answered(
  status: number,
  body: string,
  rest: {
    readonly headers?: Record<string, string>
    readonly result?: Extract<StsReply, { kind: 'answered' }>['result']
  } = {},
): StsReply {
  return {
    kind: 'answered',
    request,
    response: { status, headers: rest.headers ?? {}, body, bytes: body.length },
    timing,
    result: rest.result ?? null,
  }
}

const xmlError = (code: string, message: string): string =>
  `<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type>` +
  `<Code>${code}</Code><Message>${message}</Message></Error><RequestId>body-1</RequestId></ErrorResponse>`

const xmlIdentity =
  `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>` +
  `<Arn>arn:aws:sts::111122223333:assumed-role/ExampleRole/example</Arn><UserId>AROAEXAMPLE:example</UserId>` +
  `<Account>111122223333</Account></GetCallerIdentityResult>` +
  `<ResponseMetadata><RequestId>body-2</RequestId></ResponseMetadata></GetCallerIdentityResponse>`

const identity = {
  account: '111122223333',
  arn: 'arn:aws:sts::111122223333:assumed-role/ExampleRole/example',
  userId: 'AROAEXAMPLE:example',
}

describe('an answer', () => {
  test.each([
    [
      'an identity',
      answered(200, xmlIdentity),
      { kind: 'identified', ...identity, requestId: 'body-2' },
    ],
    [
      'an identity in JSON',
      answered(
        200,
        JSON.stringify({
          GetCallerIdentityResponse: {
            GetCallerIdentityResult: {
              Account: identity.account,
              Arn: identity.arn,
              UserId: identity.userId,
            },
          },
        }),
      ),
      { kind: 'identified', ...identity },
    ],
    [
      'an XML error',
      answered(403, xmlError('ExpiredToken', 'a &lt; b')),
      { kind: 'refused', code: 'ExpiredToken', message: 'a < b', status: 403, requestId: 'body-1' },
    ],
    [
      'the request ID of the header first',
      answered(403, xmlError('X', 'y'), { headers: { 'x-amzn-requestid': 'head-1' } }),
      { kind: 'refused', requestId: 'head-1' },
    ],
    [
      'an XML error without a message',
      answered(
        403,
        '<ErrorResponse><Error><Code>SignatureDoesNotMatch</Code></Error></ErrorResponse>',
      ),
      { kind: 'refused', code: 'SignatureDoesNotMatch', message: '', requestId: null },
    ],
    [
      'a JSON error',
      answered(403, '{"Error":{"Code":"ExpiredToken","Message":"m"},"RequestId":"body-3"}'),
      { kind: 'refused', code: 'ExpiredToken', message: 'm', requestId: 'body-3' },
    ],
    [
      'a typed JSON error',
      answered(400, '{"__type":"com.amazon.example#ExpiredTokenException","message":"m"}'),
      { kind: 'refused', code: 'ExpiredTokenException', message: 'm' },
    ],
    [
      "S3's spelling",
      answered(
        403,
        '<Error><Code>InvalidAccessKeyId</Code><Message>m</Message><RequestId>r</RequestId></Error>',
      ),
      { kind: 'refused', code: 'InvalidAccessKeyId', requestId: 'r' },
    ],
    [
      "EC2's spelling",
      answered(
        401,
        '<Response><Errors><Error><Code>AuthFailure</Code></Error></Errors><RequestID>r</RequestID></Response>',
      ),
      { kind: 'refused', code: 'AuthFailure', requestId: 'r' },
    ],
    [
      'an error with status 200',
      answered(200, xmlError('Throttling', 'Rate exceeded'), { result: nothing }),
      { kind: 'refused', code: 'Throttling', status: 200 },
    ],
    [
      'HTML with 200',
      answered(200, '<!doctype html><html></html>', { result: nothing }),
      { kind: 'unreadable', what: 'html', status: 200 },
    ],
    [
      'XHTML',
      answered(403, '<?xml version="1.0"?><html><body/></html>'),
      { kind: 'unreadable', what: 'html' },
    ],
    [
      'HTML that is no XML',
      answered(407, '<HTML><br>a & b'),
      { kind: 'unreadable', what: 'html', status: 407 },
    ],
    ['nothing', answered(503, ' \n'), { kind: 'unreadable', what: 'empty', status: 503 }],
    [
      'nothing with 200',
      answered(200, '', { result: nothing }),
      { kind: 'unreadable', what: 'empty' },
    ],
    [
      'an answer without an Arn',
      answered(200, xmlIdentity.replace(/<Arn>.*<\/Arn>/, ''), { result: nothing }),
      { kind: 'unreadable', what: 'no-arn', status: 200 },
    ],
    ['JSON without an Arn', answered(200, '{"ok":true}'), { kind: 'unreadable', what: 'no-arn' }],
    ['plain text', answered(502, 'upstream error'), { kind: 'unreadable', what: 'other' }],
    [
      'a code that is none',
      answered(403, xmlError('&lt;b&gt;', 'm')),
      { kind: 'unreadable', what: 'other' },
    ],
    [
      'a code that is a sentence',
      answered(403, xmlError('Not a code', 'm')),
      { kind: 'unreadable', what: 'other' },
    ],
    ['broken JSON', answered(200, '{"a":'), { kind: 'unreadable', what: 'other' }],
  ] as const)('%s', (_, reply, expected) => {
    expect(judgeReply(reply, [])).toMatchObject(expected)
  })
})

describe('no answer', () => {
  const noAnswer = {
    kind: 'no-answer',
    request,
    timing,
    online: true,
    policyViolation: null,
  } as const
  test.each([
    ['offline', { ...noAnswer, online: false, message: '' }, 'offline'],
    ['policy', { ...noAnswer, policyViolation: 'connect-src', message: '' }, 'policy'],
    [
      'policy before offline',
      { ...noAnswer, online: false, policyViolation: 'connect-src', message: '' },
      'policy',
    ],
    ['unknown', { ...noAnswer, message: 'TypeError: Failed to fetch' }, 'unknown'],
    ['timed out', { kind: 'timed-out', request, timing, limitMs: 10_000 }, 'timed-out'],
  ] as const)('%s', (_, reply, why) => {
    expect(judgeReply(reply, [])).toMatchObject({ kind: 'unreachable', why })
  })

  test('cancelled and not sent', () => {
    expect(judgeReply({ kind: 'cancelled', request: null, timing }, [])).toEqual({
      kind: 'cancelled',
    })
    expect(judgeReply({ kind: 'not-sent', why: 'insecure-origin', message: 'm' }, [])).toEqual({
      kind: 'not-sent',
      why: 'insecure-origin',
      message: 'm',
    })
  })
})

describe('secrets', () => {
  test('stay out of every message', () => {
    const secret = new Secret('EXAMPLE/secret+EXAMPLE/secret+EXAMPLE/40')
    const text = `got '${secret.reveal()}/20261122/us-east-1/sts/aws4_request'`
    const replies: readonly StsReply[] = [
      answered(400, xmlError('IncompleteSignature', text)),
      { kind: 'not-sent', why: 'refused-by-sdk', message: text },
      { kind: 'no-answer', request, timing, online: true, policyViolation: null, message: text },
    ]
    for (const reply of replies) {
      const outcome = judgeReply(reply, [secret])
      expect(JSON.stringify(outcome)).not.toContain(secret.reveal())
      expect(JSON.stringify(outcome)).toContain('hidden')
    }
  })
})

test('never throws, and names an identity only where three fields came back', () => {
  const body = fc.oneof(
    fc.string(),
    fc.json(),
    fc.constantFrom(xmlIdentity, xmlError('A', 'b'), '<html>', '<a/>'),
  )
  fc.assert(
    fc.property(fc.integer({ min: 100, max: 599 }), body, (status, text) => {
      const outcome = judgeReply(answered(status, text, { result: nothing }), [])
      if (outcome.kind === 'identified') expect(text).toBe(xmlIdentity)
      else expect(['refused', 'unreadable']).toContain(outcome.kind)
    }),
  )
})
