import { Secret } from '#domain/credentials/secret.ts'
import type { SigningCredentials } from '#domain/ports.ts'
import type { HeaderValue, ReceivedResponse, SentRequest } from '#domain/sts/call.ts'

/** The parts of the SDK's HTTP request that are recorded. */
export type WireRequest = {
  readonly method: string
  readonly protocol: string
  readonly hostname: string
  readonly port?: number | undefined
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: unknown
}

const BODY_LIMIT = 1_000_000
const SHOWN_LIMIT = 65_536

/** The request as it was signed, with references in place of the key ID, the token and the signature. */
export function recordRequest(
  request: WireRequest,
  credentials: SigningCredentials | null,
  secrets: readonly Secret[],
): SentRequest {
  const host = request.port ? `${request.hostname}:${String(request.port)}` : request.hostname
  return {
    method: request.method,
    url: `${request.protocol}//${host}${request.path}`,
    host,
    headers: Object.entries(request.headers).map(([name, value]) => [
      name.toLowerCase(),
      recordHeader(name.toLowerCase(), value, credentials),
    ]),
    body: recordBody(typeof request.body === 'string' ? request.body : '', secrets),
  }
}

function recordHeader(
  name: string,
  value: string,
  credentials: SigningCredentials | null,
): HeaderValue {
  if (!credentials) return value
  if (name === 'x-amz-security-token' && credentials.sessionToken) return [credentials.sessionToken]
  if (name !== 'authorization') return value
  const [beforeKey, afterKey] = splitOnce(value, credentials.accessKeyId.reveal())
  const [beforeSignature, signature] = splitOnce(afterKey, 'Signature=')
  return [beforeKey, credentials.accessKeyId, `${beforeSignature}Signature=`, new Secret(signature)]
}

/** The form of a request with references in place of the secret parameters. */
function recordBody(body: string, secrets: readonly Secret[]): HeaderValue {
  const parts = secrets.reduce<readonly (string | Secret)[]>(
    (rest, secret) =>
      rest.flatMap((part) => {
        const form = encodeForm(secret.reveal())
        if (typeof part !== 'string' || form === '') return [part]
        return part.split(form).flatMap((piece, index) => (index === 0 ? [piece] : [secret, piece]))
      }),
    [body],
  )
  return parts.length === 1 ? body : parts
}

/** As the SDK writes a value into a form. */
const encodeForm = (value: string): string =>
  encodeURIComponent(value).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )

function splitOnce(text: string, separator: string): readonly [string, string] {
  const at = separator === '' ? -1 : text.indexOf(separator)
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + separator.length)]
}

/** True where the browser would refuse a header value before anything is sent. */
export function hasForbiddenHeader(request: WireRequest): boolean {
  try {
    return new Headers(Object.entries(request.headers)).get('host') === '\n'
  } catch {
    return true
  }
}

/** Reads a body of any kind that a request handler may give, at most 1 MB of it. */
export async function readBody(body: unknown): Promise<Uint8Array> {
  if (body instanceof Uint8Array) return body
  if (body instanceof Blob) return new Uint8Array(await body.slice(0, BODY_LIMIT).arrayBuffer())
  if (body instanceof ReadableStream) return readStream(body as ReadableStream<Uint8Array>)
  if (isAsyncIterable(body)) return readChunks(body)
  return new Uint8Array()
}

function isAsyncIterable(body: unknown): body is AsyncIterable<Uint8Array> {
  return typeof body === 'object' && body !== null && Symbol.asyncIterator in body
}

async function readStream(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const reader = stream.getReader()
  const chunks: Uint8Array[] = []
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    chunks.push(value)
    size += value.length
    if (size > BODY_LIMIT) {
      await reader.cancel()
      break
    }
  }
  return join(chunks, size)
}

async function readChunks(body: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body) {
    chunks.push(chunk)
    size += chunk.length
    if (size > BODY_LIMIT) break
  }
  return join(chunks, size)
}

function join(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const all = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    all.set(chunk, at)
    at += chunk.length
  }
  return all
}

/** What came back, with its body as text. */
export function recordResponse(
  status: number,
  headers: Readonly<Record<string, string>>,
  body: Uint8Array,
): ReceivedResponse {
  return {
    status,
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
    ),
    body: new TextDecoder().decode(body.subarray(0, SHOWN_LIMIT)),
    bytes: body.length,
  }
}
