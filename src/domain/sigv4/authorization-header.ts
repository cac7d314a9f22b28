import { Secret } from '../credentials/secret.ts'
import type { HeaderValue } from '../sts/call.ts'
import { writeCredentialScope, type CredentialScope } from './credential-scope.ts'
import { ALGORITHM } from './string-to-sign.ts'

/** `AWS4-HMAC-SHA256 Credential=…, SignedHeaders=…, Signature=…`, key ID and signature as references. */
export function writeAuthorizationHeader(parts: {
  readonly accessKeyId: Secret
  readonly scope: CredentialScope
  readonly signedHeaders: readonly string[]
  readonly signature: Secret
}): HeaderValue {
  const scope = writeCredentialScope(parts.scope)
  return [
    `${ALGORITHM} Credential=`,
    parts.accessKeyId,
    `/${scope}, SignedHeaders=${parts.signedHeaders.join(';')}, Signature=`,
    parts.signature,
  ]
}

/**
 * What an Authorization header says. Its texts are secrets: a person who swaps the fields puts a secret access key
 * where the key ID belongs. A parameter that is absent is null; of two with one name the last counts.
 */
export type AuthorizationHeader =
  | {
      readonly kind: 'parsed'
      readonly credential: Secret | null
      /** Sorted. */
      readonly signedHeaders: readonly string[] | null
      readonly signature: Secret | null
    }
  | { readonly kind: 'unsupported-algorithm'; readonly algorithm: Secret }
  /** `part` has no equal sign; `header` is the whole value. */
  | { readonly kind: 'not-key-value-pair'; readonly part: Secret; readonly header: Secret }

/** Reads an Authorization header as AWS does, whose parts end at commas and at blanks. */
export function parseAuthorizationHeader(value: string): AuthorizationHeader {
  const header = value.trim()
  const algorithm = header.split(/\s/, 1)[0] ?? ''
  if (algorithm !== ALGORITHM) {
    return { kind: 'unsupported-algorithm', algorithm: new Secret(algorithm) }
  }
  const parameters = new Map<string, string>()
  for (const part of header.slice(algorithm.length).split(/[\s,]+/)) {
    if (part === '') continue
    const equals = part.indexOf('=')
    if (equals < 0) {
      return { kind: 'not-key-value-pair', part: new Secret(part), header: new Secret(header) }
    }
    parameters.set(part.slice(0, equals), part.slice(equals + 1))
  }
  const secretOf = (name: string): Secret | null => {
    const text = parameters.get(name)
    return text === undefined ? null : new Secret(text)
  }
  return {
    kind: 'parsed',
    credential: secretOf('Credential'),
    signedHeaders: parameters.get('SignedHeaders')?.split(';').sort() ?? null,
    signature: secretOf('Signature'),
  }
}
