import { uriEncode } from './uri-encode.ts'

/**
 * The path without empty, `.` and `..` segments, encoded once more than on the wire, as every service but S3 wants it.
 * @see https://www.rfc-editor.org/rfc/rfc3986#section-5.2.4
 */
export function canonicalUri(path: string): string {
  const segments: string[] = []
  for (const segment of path.split('/')) {
    if (segment === '..') segments.pop()
    else if (segment !== '' && segment !== '.') segments.push(uriEncode(segment))
  }
  if (segments.length === 0) return '/'
  return `/${segments.join('/')}${path.endsWith('/') ? '/' : ''}`
}
