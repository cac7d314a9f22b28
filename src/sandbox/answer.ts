import { readParameters } from '#domain/sigv4/canonical-query-string.ts'
import { bytesOf, sha256Hex } from '#domain/sigv4/hash.ts'
import { headerOf } from '#domain/sigv4/signing-request.ts'
import { formatHttpDate } from '#domain/time/instant.ts'
import { INTERNAL_FAILURE, SERVICE_UNAVAILABLE, THROTTLING, type ApiError } from './api-error.ts'
import { answerCognito, isForCognito } from './cognito/answer-cognito.ts'
import { ec2ErrorXml, ec2ResultXml } from './ec2/ec2-xml.ts'
import { performEc2 } from './ec2/perform-ec2.ts'
import type { Fault, Reply, SandboxRequest } from './exchange.ts'
import { frontEndReply } from './front-end.ts'
import { regionOfHost, serviceOf } from './hosts.ts'
import { errorJson, resultJson, wantsJson } from './json.ts'
import { perform } from './perform.ts'
import { PORTAL_PAGE } from './portal-page.ts'
import type { Interference, World } from './world.ts'
import { errorXml, resultXml } from './xml.ts'

/**
 * STS as one function: verifies the signature and answers as AWS does. The same request in the same world gets the same
 * answer; nothing is kept between two but the one-time codes that the world remembers.
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
  const parameters = parametersOf(request)
  const service = serviceOf(request)
  const isEc2 = service === 'ec2'
  const identifiers = isEc2
    ? identified
    : {
        ...identified,
        'x-amz-sts-extended-request-id': extendedRequestId(request, world, requestId),
      }
  const outside = frontEndReply(request, parameters, service)
  if (outside) {
    const headers = { ...(outside.isOfSts && identifiers), ...outside.headers }
    return reply(outside.status, headers, outside.body)
  }
  const action = parameters.get('Action') ?? ''
  const result =
    OUTAGES[interference] ?? (await (isEc2 ? performEc2 : perform)(request, parameters, world))
  const form = isEc2 ? EC2_FORM : wantsJson(headerOf(request, 'accept')) ? JSON_FORM : XML_FORM
  const headers = { ...identifiers, 'content-type': form.type }
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

/** The first value of a name counts, in the query before the form. */
function parametersOf(request: SandboxRequest): ReadonlyMap<string, string> {
  const form = new TextDecoder().decode(bytesOf(request.body))
  const parameters = new Map<string, string>()
  for (const part of [request.query, form]) {
    for (const [name, value] of readParameters(part)) {
      if (!parameters.has(name)) parameters.set(name, value)
    }
  }
  return parameters
}

/** `1:us-east-1:S:1763579652304:R:1Qdxo2gT` in base64: where, when in milliseconds, and eight letters. */
function extendedRequestId(request: SandboxRequest, world: World, requestId: string): string {
  const region = regionOfHost(headerOf(request, 'host') ?? '', world.defaultRegion)
  return btoa(`1:${region}:S:${String(world.now)}:R:${btoa(requestId).slice(-12, -4)}`)
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
