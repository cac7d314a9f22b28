import { describe, expect, test } from 'vitest'
import { createStsGateway } from '#adapters/aws/sts-gateway.ts'
import { Secret } from '#domain/credentials/secret.ts'
import { judgeDecoded } from '#domain/sts/decode-authorization-message.ts'

type WireRequest = {
  readonly method: string
  readonly hostname: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: unknown
}

const SECRET = 'EXAMPLEsecretEXAMPLEsecretEXAMPLEsecret0'
const TOKEN = 'EXAMPLEtokenEXAMPLEtoken'
const ENCODED = `${'Ab3_dEf-'.repeat(20)}Zz9`
const HOST = 'sts.eu-west-1.amazonaws.com'
const ENDPOINT = { url: `https://${HOST}/`, signingRegion: 'eu-west-1' }

const DECODED = JSON.stringify({
  allowed: false,
  explicitDeny: false,
  matchedStatements: { items: [] },
  failures: { items: [] },
  context: {
    principal: {
      id: 'AROAEXAMPLE:minji',
      arn: 'arn:aws:sts::111122223333:assumed-role/Example/minji',
    },
    action: 'ec2:RunInstances',
    resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/*',
    conditions: {
      items: [{ key: 'ec2:InstanceType', values: { items: [{ value: 't3.<micro>&"' }] } }],
    },
  },
})

const escapeXml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

const SUCCESS = `<DecodeAuthorizationMessageResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
  <DecodeAuthorizationMessageResult>
    <DecodedMessage>${escapeXml(DECODED)}</DecodedMessage>
  </DecodeAuthorizationMessageResult>
  <ResponseMetadata><RequestId>6624a9ca-0000-0000-0000-000000000000</RequestId></ResponseMetadata>
</DecodeAuthorizationMessageResponse>`

const errorOf = (code: string, message: string): string =>
  `<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type>
<Code>${code}</Code><Message>${message}</Message></Error><RequestId>body-1</RequestId></ErrorResponse>`

/** Answers as STS does on the wire, and keeps what was sent. */
function createWire(status: number, body: string) {
  const sent: WireRequest[] = []
  const requestHandler = {
    handle: async (request: WireRequest, options?: { readonly abortSignal?: AbortSignal }) => {
      options?.abortSignal?.throwIfAborted()
      sent.push(request)
      const headers = { 'content-type': 'text/xml', 'x-amzn-requestid': 'header-1' }
      return { response: { statusCode: status, headers, body: new Blob([body]) } }
    },
    destroy: () => {},
  }
  const gateway = createStsGateway({ requestHandler: requestHandler as never })
  const secrets = [new Secret('ASIARTX3GSDS2EXAMPLE'), new Secret(SECRET), new Secret(TOKEN)]
  const [accessKeyId, secretAccessKey, sessionToken] = secrets as [Secret, Secret, Secret]
  const decode = (signal = new AbortController().signal) =>
    gateway.decodeAuthorizationMessage(
      { accessKeyId, secretAccessKey, sessionToken },
      ENDPOINT,
      { encodedMessage: ENCODED },
      { signal, limitMs: 5000 },
    )
  return { sent, decode, secrets }
}

describe('DecodeAuthorizationMessage through the SDK', () => {
  test('the message arrives as STS wrote it', async () => {
    const { sent, decode, secrets } = createWire(200, SUCCESS)
    const reply = await decode()
    expect(reply).toMatchObject({ kind: 'answered', result: { decoded: DECODED, arn: null } })
    expect(judgeDecoded(reply, secrets)).toMatchObject({
      kind: 'decoded',
      json: DECODED,
      message: {
        meaning: 'nothing-allows',
        action: 'ec2:RunInstances',
        conditions: [{ key: 'ec2:InstanceType', values: ['t3.<micro>&"'] }],
      },
    })
    expect(sent.length).toBe(1)
    expect(sent[0]?.hostname).toBe(HOST)
    expect(Object.fromEntries(new URLSearchParams(String(sent[0]?.body)))).toEqual({
      Action: 'DecodeAuthorizationMessage',
      EncodedMessage: ENCODED,
      Version: '2011-06-15',
    })
    expect(sent[0]?.headers['authorization']).toContain('/eu-west-1/sts/aws4_request')
  })

  test('what is recorded holds no secret', async () => {
    const reply = await createWire(200, SUCCESS).decode()
    const text = JSON.stringify(reply)
    expect(text).not.toContain(SECRET)
    expect(text).not.toContain(TOKEN)
    expect(text).not.toMatch(/Signature=[0-9a-f]/)
  })

  test.each([
    [
      'AccessDenied',
      403,
      'User: arn:aws:sts::111122223333:assumed-role/Example/minji is not authorized to perform: sts:DecodeAuthorizationMessage',
    ],
    ['InvalidAuthorizationMessageException', 400, 'Message is not valid'],
    ['Throttling', 400, 'Rate exceeded'],
    ['InternalFailure', 500, 'An internal failure'],
  ])('%s is a refusal, asked once', async (code, status, message) => {
    const { sent, decode, secrets } = createWire(status, errorOf(code, message))
    const reply = await decode()
    expect(judgeDecoded(reply, secrets)).toEqual({
      kind: 'failed',
      outcome: { kind: 'refused', code, message, status, requestId: 'header-1' },
    })
    expect(sent.length).toBe(1)
  })

  test('a portal is no message', async () => {
    const { decode, secrets } = createWire(200, '<!doctype html><html><body>Sign in</body></html>')
    expect(judgeDecoded(await decode(), secrets)).toMatchObject({
      kind: 'failed',
      outcome: { kind: 'unreadable', what: 'html' },
    })
  })

  test('a signal that came before it', async () => {
    const { sent, decode } = createWire(200, SUCCESS)
    expect((await decode(AbortSignal.abort())).kind).toBe('cancelled')
    expect(sent.length).toBe(0)
  })
})
