import { headerOf } from '#domain/sigv4/signing-request.ts'
import { findBrokenEscape, uriEncode } from '#domain/sigv4/uri-encode.ts'
import type { SandboxRequest } from './exchange.ts'

/** What AWS's front end answers by itself. `isOfSts` is false where not even a request ID is given. */
export type FrontEndReply = {
  readonly status: 302 | 400 | 403 | 404
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  readonly isOfSts: boolean
}

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']

/** What is answered before anybody looks for a signature; null for what goes on to the service. */
export function frontEndReply(
  request: SandboxRequest,
  parameters: ReadonlyMap<string, string>,
  service: 'sts' | 'ec2',
): FrontEndReply | null {
  const { method, path } = request
  if (!METHODS.includes(method) || !path.startsWith('/') || findBrokenEscape(path)) {
    return { status: 400, headers: {}, body: '', isOfSts: false }
  }
  const mayAct = method === 'GET' || method === 'POST'
  // EC2 has an error of its own for requests without.
  const hasAction = parameters.has('Action') || service === 'ec2'
  if (path !== '/') {
    if (method === 'POST' && hasAction) return null
    const body = method === 'HEAD' ? '' : '<UnknownOperationException/>\n'
    return { status: 404, headers: {}, body, isOfSts: true }
  }
  if (!mayAct) return redirect(request)
  if (method === 'POST') {
    const type = headerOf(request, 'content-type')
    if (type === null) return redirect(request)
    if (mediaTypeOf(type) !== 'application/x-www-form-urlencoded') {
      const body = '<html><body><h1>403 Forbidden</h1></body></html>\n'
      return { status: 403, headers: { 'content-type': 'text/html' }, body, isOfSts: true }
    }
  }
  return hasAction ? null : redirect(request)
}

const mediaTypeOf = (type: string): string => type.split(';')[0]?.trim().toLowerCase() ?? ''

/** To the page about the service, with the query as it came. */
function redirect({ query }: SandboxRequest): FrontEndReply {
  const behind =
    query === '' ? '' : `?${query.replace(/[^\x21-\x7e]+/g, (part) => uriEncode(part))}`
  const location = `https://aws.amazon.com/iam${behind}`
  return { status: 302, headers: { location }, body: '', isOfSts: true }
}
