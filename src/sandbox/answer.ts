import { readParameters } from '#domain/sigv4/canonical-query-string.ts'
import { bytesOf, sha256Hex } from '#domain/sigv4/hash.ts'
import { headerOf } from '#domain/sigv4/signing-request.ts'
import { findBrokenEscape } from '#domain/sigv4/uri-encode.ts'
import { formatHttpDate } from '#domain/time/instant.ts'
import { INTERNAL_FAILURE, SERVICE_UNAVAILABLE, THROTTLING, type ApiError } from './api-error.ts'
import { answerCognito, isForCognito } from './cognito/answer-cognito.ts'
import { ec2ErrorXml, ec2ResultXml } from './ec2/ec2-xml.ts'
import { performEc2 } from './ec2/perform-ec2.ts'
import type { Fault, Reply, SandboxRequest } from './exchange.ts'
import { serviceOf } from './hosts.ts'
import { errorJson, resultJson, wantsJson } from './json.ts'
import { perform } from './perform.ts'
import { PORTAL_PAGE } from './portal-page.ts'
import type { Interference, World } from './world.ts'
import { errorXml, resultXml } from './xml.ts'

/**
 * STS as one function: verifies the signature and answers as AWS does. The same request in the same world gets the same
 * answer; nothing is kept between two.
 */
export async function answer(request: SandboxRequest, world: World): Promise<Reply | Fault> {
  const date = formatHttpDate(world.now)
  const reply = (
    status: number,
    headers: Readonly<Record<string, string>>,
    body: string,
  ): Reply => ({
    kind: 'reply',
    status,
    headers: { ...headers, date },
    body,
  })
  const { interference } = world
  if (interference === 'hang' || interference === 'cut') {
    return { kind: 'fault', fault: interference }
  }
  if (interference === 'no-cors') {
    const came = await answer(request, { ...world, interference: 'none' })
    return came.kind === 'fault' ? came : { kind: 'fault', fault: interference, reply: came }
  }
  if (interference === 'portal-html') {
    return reply(200, { 'content-type': 'text/html; charset=utf-8' }, PORTAL_PAGE)
  }
  const requestId = await requestIdOf(request, world)
  const identified = { 'x-amzn-requestid': requestId }
  if (isForCognito(request)) {
    const came = await answerCognito(request, { world, requestId })
    return reply(came.status, { ...identified, ...came.headers }, came.body)
  }
  const unroutable = unroutableReply(request)
  if (unroutable)
    return reply(unroutable.status, { ...identified, ...unroutable.headers }, unroutable.body)

  const parameters = parametersOf(request)
  const action = parameters.get('Action') ?? ''
  const isEc2 = serviceOf(request) === 'ec2'
  const result =
    OUTAGES[interference] ?? (await (isEc2 ? performEc2 : perform)(request, parameters, world))
  const form = isEc2 ? EC2_FORM : wantsJson(headerOf(request, 'accept')) ? JSON_FORM : XML_FORM
  const headers = { ...identified, 'content-type': form.type }
  return result.kind === 'error'
    ? reply(result.status, headers, form.error(result, requestId))
    : reply(200, headers, form.result(action, result.fields, requestId))
}

const XML_FORM = { type: 'text/xml', result: resultXml, error: errorXml }
const JSON_FORM = { type: 'application/json', result: resultJson, error: errorJson }
const EC2_FORM = { type: 'text/xml;charset=UTF-8', result: ec2ResultXml, error: ec2ErrorXml }

/** What the service answers without looking at the request. */
const OUTAGES: Partial<Record<Interference, ApiError>> = {
  'internal-failure': INTERNAL_FAILURE,
  'service-unavailable': SERVICE_UNAVAILABLE,
  throttling: THROTTLING,
}

/** What AWS's front end answers before it looks for a signature; null for an ordinary request. */
function unroutableReply(
  request: SandboxRequest,
): { status: number; headers: Readonly<Record<string, string>>; body: string } | null {
  if (!request.path.startsWith('/') || findBrokenEscape(request.path)) {
    return { status: 400, headers: {}, body: '' }
  }
  const isBareGet = request.method === 'GET' && request.query === '' && !isSigned(request)
  if (isBareGet || !['GET', 'POST'].includes(request.method)) {
    return { status: 302, headers: { location: 'https://aws.amazon.com/iam' }, body: '' }
  }
  const type = headerOf(request, 'content-type')?.split(';')[0]?.trim().toLowerCase() ?? ''
  if (request.method === 'POST' && type !== 'application/x-www-form-urlencoded') {
    const body = '<html><body><h1>403 Forbidden</h1></body></html>\n'
    return { status: 403, headers: { 'content-type': 'text/html' }, body }
  }
  return null
}

const isSigned = (request: SandboxRequest): boolean => headerOf(request, 'authorization') !== null

function parametersOf(request: SandboxRequest): ReadonlyMap<string, string> {
  const form = new TextDecoder().decode(bytesOf(request.body))
  return new Map([...readParameters(request.query), ...readParameters(form)])
}

/** A UUID that the seed, the clock and the signature determine. */
async function requestIdOf(request: SandboxRequest, world: World): Promise<string> {
  const what = [world.seed, world.now, headerOf(request, 'authorization'), request.query].join('\n')
  const hex = await sha256Hex(what)
  const variant = '89ab'.charAt(Number.parseInt(hex.charAt(16), 16) % 4)
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join('-')
}
