import { decodeComponent, uriEncode } from './uri-encode.ts'

/** Parameters of a query or form as on the wire, in its order; bytes that are not UTF-8 become U+FFFD. */
export function readParameters(wire: string): readonly (readonly [name: string, value: string])[] {
  const text = new TextDecoder()
  return pairsOf(wire).map(([name, value]) => [
    text.decode(decodeComponent(name)),
    text.decode(decodeComponent(value)),
  ])
}

/**
 * The query encoded anew and sorted by name, then by value, without `X-Amz-Signature`; a name without a value gets an
 * empty one.
 */
export function canonicalQueryString(wire: string): string {
  return pairsOf(wire)
    .map(([name, value]) => [recode(name), recode(value)] as const)
    .filter(([name]) => name.toLowerCase() !== 'x-amz-signature')
    .sort(([a, v], [b, w]) => compare(a, b) || compare(v, w))
    .map(([name, value]) => `${name}=${value}`)
    .join('&')
}

const recode = (component: string): string => uriEncode(decodeComponent(component))

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function pairsOf(wire: string): readonly (readonly [string, string])[] {
  return wire
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const at = pair.indexOf('=')
      return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)]
    })
}
