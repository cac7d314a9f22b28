import { bytesOf } from '#domain/sigv4/hash.ts'
import { headerOf } from '#domain/sigv4/signing-request.ts'
import type { SandboxRequest } from '../exchange.ts'
import type { Interference } from '../world.ts'
import type { CognitoCall } from './cognito-call.ts'
import { getCredentialsForIdentity } from './get-credentials-for-identity.ts'
import { getId } from './get-id.ts'
import { getOpenIdToken } from './get-open-id-token.ts'
import { readParameters, refuse, writeFields, type JsonAnswer } from './json-protocol.ts'

const TARGET = 'AWSCognitoIdentityService.'

const OPERATIONS: ReadonlyMap<string, (call: CognitoCall) => Promise<JsonAnswer>> = new Map([
  ['GetId', getId],
  ['GetCredentialsForIdentity', getCredentialsForIdentity],
  ['GetOpenIdToken', getOpenIdToken],
])

/** What it answers without looking at the request. */
const OUTAGES: Partial<Record<Interference, JsonAnswer>> = {
  'internal-failure': { ...refuse('InternalErrorException', ''), status: 500 },
  'service-unavailable': { ...refuse('ServiceUnavailableException', ''), status: 503 },
  throttling: refuse('TooManyRequestsException', 'Rate exceeded'),
}

const TYPE = 'application/x-amz-json-1.1'

/** Whether a request is one for Cognito: it says so in its headers, whatever the host. */
export const isForCognito = (request: SandboxRequest): boolean =>
  headerOf(request, 'x-amz-target')?.startsWith(TARGET) === true ||
  /^cognito-identity[.-]/.test(headerOf(request, 'host')?.toLowerCase() ?? '')

/** Status, headers and body of Cognito's answer, in the JSON 1.1 protocol. */
export async function answerCognito(
  request: SandboxRequest,
  call: Pick<CognitoCall, 'world' | 'requestId'>,
): Promise<{ status: number; headers: Readonly<Record<string, string>>; body: string }> {
  const came = OUTAGES[call.world.interference] ?? (await perform(request, call))
  if (came.kind === 'result') {
    return { status: 200, headers: { 'content-type': TYPE }, body: writeFields(came.result) }
  }
  const { status, code, message } = came
  const headers = {
    'content-type': TYPE,
    'x-amzn-errortype': `${code}:`,
    ...(isHeaderText(message) ? { 'x-amzn-errormessage': message } : {}),
  }
  return { status, headers, body: writeFields({ __type: code, message }) }
}

async function perform(
  request: SandboxRequest,
  call: Pick<CognitoCall, 'world' | 'requestId'>,
): Promise<JsonAnswer> {
  const name = headerOf(request, 'x-amz-target')?.slice(TARGET.length) ?? ''
  const operation = request.method === 'POST' ? OPERATIONS.get(name) : undefined
  if (!operation) return refuse('UnknownOperationException', '')
  const parameters = readParameters(new TextDecoder().decode(bytesOf(request.body)))
  if (!parameters) return refuse('SerializationException', '')
  return operation({ ...call, ...parameters, region: regionOfHost(request) })
}

function regionOfHost(request: SandboxRequest): string | null {
  const host = headerOf(request, 'host')?.toLowerCase() ?? ''
  return /^cognito-identity(?:-fips)?\.([a-z0-9-]{1,30})\./.exec(host)?.[1] ?? null
}

/** Whether a text can stand in a header as it is. */
const isHeaderText = (text: string): boolean => text !== '' && /^[\x20-\x7e]*$/.test(text)
