import type { HeaderValue } from '../sts/call.ts'
import { revealText } from './secret-text.ts'

/** A request as signer and verifier see it: the wire, without its signature or with it. */
export type SigningRequest = {
  /** Upper case, `POST`. */
  readonly method: string
  /** As on the wire, `/`. */
  readonly path: string
  /** As on the wire, without the question mark; empty where there is none. */
  readonly query: string
  /** In any order and any case; a name may stand more than once. `host` is among them. */
  readonly headers: readonly (readonly [name: string, value: HeaderValue])[]
  readonly body: string | Uint8Array
}

/** The first value of a header in the clear, or null where it is absent; `name` in lower case. */
export function headerOf(request: SigningRequest, name: string): string | null {
  const found = request.headers.find(([each]) => each.toLowerCase() === name)
  return found ? revealText(found[1]) : null
}
