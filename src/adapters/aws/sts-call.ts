import { STSClient, type STSClientConfig } from '@aws-sdk/client-sts'
import { clearCredentialCache, getSigningKey } from '@smithy/signature-v4'
import type { Secret } from '#domain/credentials/secret.ts'
import type { CallAddress, CallOptions, SigningCredentials } from '#domain/ports.ts'
import type { ReceivedResponse, SentRequest, StsReply, Timing } from '#domain/sts/call.ts'
import { watchPolicy } from '../browser/policy-watch.ts'
import {
  hasForbiddenHeader,
  readBody,
  recordRequest,
  recordResponse,
  type WireRequest,
} from './call-record.ts'

type Result = Extract<StsReply, { kind: 'answered' }>['result']

/** What a call is made of. */
export type Call = {
  /** Null for an operation that carries no credentials. */
  readonly credentials: SigningCredentials | null
  readonly endpoint: CallAddress
  readonly options: CallOptions
  /** Answers in place of the network; the browser's fetch where it is undefined. */
  readonly requestHandler: STSClientConfig['requestHandler']
  /** Secret parameters, which are recorded as references. */
  readonly secrets: readonly Secret[]
  /** Sends one command and reads what came of it. */
  readonly send: (client: STSClient, abortSignal: AbortSignal) => Promise<Result>
}

type Record_ = { request: SentRequest | null; response: ReceivedResponse | null; refused: boolean }

/**
 * Makes one call through the AWS SDK: a fresh client and a single attempt, so that nothing is corrected or retried
 * behind the person's back. The client is destroyed afterwards and the signer's cache, whose keys contain the session
 * token, is emptied. Never rejects.
 */
export async function ask(call: Call): Promise<StsReply> {
  const { endpoint, options, send } = call
  const sentAt = Date.now()
  const started = performance.now()
  const timing = (): Timing => ({ sentAt, tookMs: performance.now() - started })
  const record: Record_ = { request: null, response: null, refused: false }
  const policy = watchPolicy(new URL(endpoint.url).host)
  const wait = waitAtMost(options)
  const client = createClient(call)
  recordCall(client, call, record)
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
    await emptySignerCache()
  }
}

/**
 * Empties the signer's cache. V8 also remembers the key that was last looked up there, for speed, after the key itself
 * is gone; so an empty one is looked up last.
 */
async function emptySignerCache(): Promise<void> {
  clearCredentialCache()
  await getSigningKey(NoHash, { accessKeyId: '', secretAccessKey: '' }, '', '', '')
  clearCredentialCache()
}

class NoHash {
  update(): void {}
  reset(): void {}
  digest(): Promise<Uint8Array> {
    return Promise.resolve(new Uint8Array(0))
  }
}

function createClient({ credentials, endpoint, requestHandler }: Call): STSClient {
  return new STSClient({
    region: endpoint.signingRegion,
    endpoint: endpoint.url,
    maxAttempts: 1,
    ...(credentials && { credentials: revealed(credentials) }),
    ...(requestHandler && { requestHandler }),
  })
}

function revealed({ accessKeyId, secretAccessKey, sessionToken }: SigningCredentials) {
  return {
    accessKeyId: accessKeyId.reveal(),
    secretAccessKey: secretAccessKey.reveal(),
    ...(sessionToken && { sessionToken: sessionToken.reveal() }),
  }
}

/** Keeps what was sent and what came back, as near to the wire as the SDK allows. */
function recordCall(client: STSClient, { credentials, secrets }: Call, record: Record_): void {
  client.middlewareStack.add(
    (next) => async (args) => {
      const request = args.request as WireRequest
      record.request = recordRequest(request, credentials, secrets)
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
