/** A request as it reaches the sandbox: the wire, after any transport. */
export type SandboxRequest = {
  /** Upper case. */
  readonly method: string
  /** As on the wire, without the query. */
  readonly path: string
  /** As on the wire, without the question mark; empty where there is none. */
  readonly query: string
  /** In any case; `host` is among them. */
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: string | Uint8Array
}

/** An answer. Header names are lower-case. */
export type Reply = {
  readonly kind: 'reply'
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/**
 * What is no answer, acted out by the mount: `hang` never answers, `cut` breaks off. `no-cors` answers without the
 * headers that let a page read it, which other clients do not miss.
 */
export type Fault =
  | { readonly kind: 'fault'; readonly fault: 'hang' | 'cut' }
  | { readonly kind: 'fault'; readonly fault: 'no-cors'; readonly reply: Reply }
