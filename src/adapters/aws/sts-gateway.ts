import {
  DecodeAuthorizationMessageCommand,
  GetCallerIdentityCommand,
  STSClient,
  type STSClientConfig,
} from '@aws-sdk/client-sts'
import { clearCredentialCache } from '@smithy/signature-v4'
import type { CallAddress, CallOptions, SigningCredentials, StsGateway } from '#domain/ports.ts'
import type { ReceivedResponse, SentRequest, StsReply, Timing } from '#domain/sts/call.ts'
import { watchPolicy } from '../browser/policy-watch.ts'
import {
  hasForbiddenHeader,
  readBody,
  recordRequest,
  recordResponse,
  type WireRequest,
} from './call-record.ts'

type GatewayOptions = {
  /** Answers in place of the network; the browser's fetch where it is left out. */
  readonly requestHandler?: STSClientConfig['requestHandler']
}

type Result = Extract<StsReply, { kind: 'answered' }>['result']

/** Sends one command and reads what came of it. */
type Send = (client: STSClient, abortSignal: AbortSignal) => Promise<Result>

type Record_ = { request: SentRequest | null; response: ReceivedResponse | null; refused: boolean }

/**
 * Asks STS through the AWS SDK: a fresh client for each call and a single attempt, so that nothing is corrected or
 * retried behind the person's back. The client is destroyed afterwards and the signer's cache, whose keys contain the
 * session token, is emptied.
 */
export function createStsGateway({ requestHandler }: GatewayOptions = {}): StsGateway {
  return {
    getCallerIdentity: (credentials, endpoint, options) =>
      ask(credentials, endpoint, options, requestHandler, sendGetCallerIdentity),
    decodeAuthorizationMessage: (credentials, endpoint, { encodedMessage }, options) =>
      ask(credentials, endpoint, options, requestHandler, sendDecode(encodedMessage)),
  }
}

const sendGetCallerIdentity: Send = async (client, abortSignal) => {
  const { Account, Arn, UserId } = await client.send(new GetCallerIdentityCommand({}), {
    abortSignal,
  })
  return { account: Account ?? null, arn: Arn ?? null, userId: UserId ?? null }
}

const sendDecode =
  (encodedMessage: string): Send =>
  async (client, abortSignal) => {
    const { DecodedMessage } = await client.send(
      new DecodeAuthorizationMessageCommand({ EncodedMessage: encodedMessage }),
      { abortSignal },
    )
    return { account: null, arn: null, userId: null, decoded: DecodedMessage ?? null }
  }

async function ask(
  credentials: SigningCredentials,
  endpoint: CallAddress,
  options: CallOptions,
  requestHandler: STSClientConfig['requestHandler'],
  send: Send,
): Promise<StsReply> {
  const sentAt = Date.now()
  const started = performance.now()
  const timing = (): Timing => ({ sentAt, tookMs: performance.now() - started })
  const record: Record_ = { request: null, response: null, refused: false }
  const policy = watchPolicy(new URL(endpoint.url).host)
  const wait = waitAtMost(options)
  const client = createClient(credentials, endpoint, requestHandler)
  recordCall(client, credentials, record)
  try {
    const result = await send(client, wait.signal)
    const { request, response } = record
    if (!request || !response) return { kind: 'not-sent', why: 'refused-by-sdk', message: '' }
    return { kind: 'answered', request, response, timing: timing(), result }
  } catch (error) {
    const { request, response, refused } = record
    if (wait.hasRunOut()) {
      return { kind: 'timed-out', request, timing: timing(), limitMs: options.limitMs }
    }
    if (options.signal.aborted) return { kind: 'cancelled', request, timing: timing() }
    if (request && response) {
      return { kind: 'answered', request, response, timing: timing(), result: null }
    }
    const message = error instanceof Error ? `${error.name}: ${error.message}` : ''
    if (!request || refused) return { kind: 'not-sent', why: 'refused-by-sdk', message }
    // A violation is reported after the fetch has failed.
    await new Promise((resolve) => setTimeout(resolve, 0))
    return {
      kind: 'no-answer',
      request,
      timing: timing(),
      online: typeof navigator === 'undefined' || navigator.onLine,
      policyViolation: policy.directive(),
      message,
    }
  } finally {
    wait.stop()
    policy.stop()
    client.destroy()
    clearCredentialCache()
  }
}

function createClient(
  { accessKeyId, secretAccessKey, sessionToken }: SigningCredentials,
  endpoint: CallAddress,
  requestHandler: STSClientConfig['requestHandler'],
): STSClient {
  return new STSClient({
    region: endpoint.signingRegion,
    endpoint: endpoint.url,
    maxAttempts: 1,
    credentials: {
      accessKeyId: accessKeyId.reveal(),
      secretAccessKey: secretAccessKey.reveal(),
      ...(sessionToken && { sessionToken: sessionToken.reveal() }),
    },
    ...(requestHandler && { requestHandler }),
  })
}

/** Keeps what was sent and what came back, as near to the wire as the SDK allows. */
function recordCall(client: STSClient, credentials: SigningCredentials, record: Record_): void {
  client.middlewareStack.add(
    (next) => async (args) => {
      const request = args.request as WireRequest
      record.request = recordRequest(request, credentials)
      if (hasForbiddenHeader(request)) {
        record.refused = true
        throw new TypeError('a header value holds a character that no header may hold')
      }
      const output = await next(args)
      const response = output.response as {
        statusCode: number
        headers: Record<string, string>
        body: unknown
      }
      const body = await readBody(response.body)
      response.body = body
      record.response = recordResponse(response.statusCode, response.headers, body)
      return output
    },
    { step: 'deserialize', priority: 'low', name: 'recordCall' },
  )
}

/** Joins the caller's signal and a time limit. */
function waitAtMost({ signal, limitMs }: CallOptions): {
  readonly signal: AbortSignal
  hasRunOut(): boolean
  stop(): void
} {
  const controller = new AbortController()
  let ranOut = false
  const abort = (): void => controller.abort()
  const timer = setTimeout(() => {
    ranOut = true
    abort()
  }, limitMs)
  if (signal.aborted) abort()
  signal.addEventListener('abort', abort)
  return {
    signal: controller.signal,
    hasRunOut: () => ranOut,
    stop: () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', abort)
    },
  }
}
