import { ownCopy, Secret } from '../../credentials/secret.ts'
import { redact } from '../../redaction/redact.ts'
import { readInstant } from '../../time/read-instant.ts'
import type { Instant } from '../../time/instant.ts'
import type { XmlElement } from '../../xml/read-xml.ts'
import { childOf, readXml, textOf } from '../../xml/read-xml.ts'
import type { StsReply } from '../call.ts'
import { errorInJson, fieldOf, stringOf } from '../error-body.ts'
import type { CallFailure } from '../judge-failure.ts'
import { judgeFailure } from '../judge-failure.ts'
import type { OperationDescriptor, ReplyField } from './descriptor.ts'

/** Credentials that an answer holds. */
export type MintedCredentials = {
  readonly accessKeyId: Secret
  readonly secretAccessKey: Secret
  readonly sessionToken: Secret
  /** Null where the answer has none that can be read. */
  readonly expiration: Instant | null
}

/** A field of an answer that came, by its path; texts are redacted. */
export type ReplyValue =
  | { readonly path: string; readonly kind: 'text'; readonly text: string }
  | { readonly path: string; readonly kind: 'number'; readonly number: number }
  | { readonly path: string; readonly kind: 'instant'; readonly instant: Instant }
  | { readonly path: string; readonly kind: 'secret'; readonly secret: Secret }

/** An answer that holds what the operation gives. */
export type OperationDone = {
  readonly kind: 'done'
  /** Those of the descriptor's fields that came, in its order. */
  readonly values: readonly ReplyValue[]
  /** Null for operations that give none. */
  readonly credentials: MintedCredentials | null
  readonly requestId: string | null
}

/** What came of a call of any operation. */
export type OperationOutcome = OperationDone | CallFailure

/** The text of a field under its path in the result; null where there is none. */
type Lookup = (path: string) => string | null

/**
 * What came of a call, read from the text of the answer alone: done where everything is there that makes such an answer
 * (the credentials, or one of the fields), else what every answer of STS is judged as. A 2xx answer with half of its
 * credentials is unreadable.
 */
export function readReply(
  descriptor: OperationDescriptor,
  reply: StsReply,
  secrets: readonly Secret[],
): OperationOutcome {
  if (reply.kind !== 'answered') return judgeFailure(reply, secrets)
  const { status, body, headers } = reply.response
  const found = status >= 200 && status <= 299 ? resultIn(descriptor, body.trim()) : null
  if (!found) return judgeFailure(reply, secrets)
  const credentials = descriptor.mints === null ? null : credentialsIn(found.lookup)
  const hidden = [...secrets, ...(credentials ? secretsOf(credentials) : [])]
  const values = descriptor.fields.flatMap((field) => valueOf(field, found.lookup, hidden))
  const isWhole = descriptor.mints === null ? values.length > 0 : credentials !== null
  if (!isWhole) return { kind: 'unreadable', what: 'other', status }
  const requestId = headers['x-amzn-requestid'] ?? (found.requestId && ownCopy(found.requestId))
  return { kind: 'done', values, credentials, requestId }
}

/** Every secret in an answer: hide them wherever its text is shown. */
export function secretsInReply(outcome: OperationOutcome): readonly Secret[] {
  if (outcome.kind !== 'done') return []
  const inValues = outcome.values.flatMap((value) =>
    value.kind === 'secret' ? [value.secret] : [],
  )
  return outcome.credentials ? [...secretsOf(outcome.credentials), ...inValues] : inValues
}

/** The text of a field of an answer; null where it did not come or is no text. */
export function textInReply(done: OperationDone, path: string): string | null {
  const value = done.values.find((candidate) => candidate.path === path)
  return value?.kind === 'text' ? value.text : null
}

function secretsOf(credentials: MintedCredentials): readonly Secret[] {
  return [credentials.secretAccessKey, credentials.sessionToken]
}

function credentialsIn(lookup: Lookup): MintedCredentials | null {
  const accessKeyId = lookup('Credentials.AccessKeyId')
  const secretAccessKey = lookup('Credentials.SecretAccessKey')
  const sessionToken = lookup('Credentials.SessionToken')
  if (!accessKeyId || !secretAccessKey || !sessionToken) return null
  return {
    accessKeyId: new Secret(ownCopy(accessKeyId)),
    secretAccessKey: new Secret(ownCopy(secretAccessKey)),
    sessionToken: new Secret(ownCopy(sessionToken)),
    expiration: readInstant(lookup('Credentials.Expiration') ?? ''),
  }
}

function valueOf(
  { path, kind }: ReplyField,
  lookup: Lookup,
  secrets: readonly Secret[],
): readonly ReplyValue[] {
  const text = lookup(path)
  if (!text) return []
  switch (kind) {
    case 'text':
      return [{ path, kind, text: redact(ownCopy(text), secrets) }]
    case 'secret':
      return [{ path, kind, secret: new Secret(ownCopy(text)) }]
    case 'instant': {
      const instant = readInstant(text)
      return instant === null ? [] : [{ path, kind, instant }]
    }
    case 'number':
      return /^\d{1,15}$/.test(text) ? [{ path, kind, number: Number(text) }] : []
  }
}

type Found = { readonly lookup: Lookup; readonly requestId: string | null }

function resultIn({ name }: OperationDescriptor, body: string): Found | null {
  return body.startsWith('{') ? inJson(name, body) : inXml(name, body)
}

function inXml(name: string, body: string): Found | null {
  const reading = readXml(body)
  if (reading.kind !== 'read' || reading.root.name !== `${name}Response`) return null
  const { root } = reading
  const result = childOf(root, `${name}Result`)
  if (!result) return null
  const requestId = textOf(childOf(childOf(root, 'ResponseMetadata'), 'RequestId'))
  return {
    lookup: (path) =>
      textOf(
        path
          .split('.')
          .reduce<XmlElement | null>((element, part) => childOf(element, part), result),
      ),
    requestId: requestId || null,
  }
}

/** STS answers JSON to a client that asked for it; numbers may be seconds since 1970, as float. */
function inJson(name: string, body: string): Found | null {
  const value = parseJson(body)
  if (errorInJson(value)) return null
  const response = fieldOf(value, `${name}Response`)
  const result = fieldOf(response, `${name}Result`)
  if (result === undefined || result === null) return null
  return {
    lookup: (path) => {
      const found = path.split('.').reduce<unknown>((at, part) => fieldOf(at, part), result)
      return typeof found === 'number' ? String(found) : stringOf(found)
    },
    requestId: stringOf(fieldOf(fieldOf(response, 'ResponseMetadata'), 'RequestId')),
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
