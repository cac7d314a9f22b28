import { writeSeconds } from '../json.ts'

/** An answer of the JSON 1.1 protocol, or a refusal. */
export type JsonAnswer = { readonly kind: 'result'; readonly result: JsonFields } | JsonRefusal

type JsonRefusal = {
  readonly kind: 'error'
  readonly status: number
  readonly code: string
  readonly message: string
}

/** Instants are whole seconds since 1970, wrapped so that they are written as AWS writes them. */
export type JsonFields = {
  readonly [name: string]: string | { readonly seconds: number } | JsonFields
}

/** Cognito answers every refusal with status 400, whatever its model says. */
export const refuse = (code: string, message: string): JsonRefusal => ({
  kind: 'error',
  status: 400,
  code,
  message,
})

export const notAuthorized = (message: string): JsonRefusal =>
  refuse('NotAuthorizedException', message)

export const notFound = (message: string): JsonRefusal =>
  refuse('ResourceNotFoundException', message)

/** The parameters of a call. */
export type JsonParameters = {
  readonly texts: ReadonlyMap<string, string>
  /** `Logins`: login tokens by the name of their provider. */
  readonly logins: ReadonlyMap<string, string>
}

/** Reads the body of a call; null where it is no JSON object, or a member has another type. */
export function readParameters(body: string): JsonParameters | null {
  const given = objectOf(body.trim() === '' ? '{}' : body)
  if (!given) return null
  const texts = new Map<string, string>()
  let logins = new Map<string, string>()
  for (const [name, value] of Object.entries(given)) {
    if (value === null) continue
    if (name === 'Logins') {
      const entries = isObject(value) ? Object.entries(value) : null
      if (!entries?.every((entry): entry is [string, string] => typeof entry[1] === 'string')) {
        return null
      }
      logins = new Map(entries)
    } else if (typeof value === 'string') texts.set(name, value)
    else return null
  }
  return { texts, logins }
}

function objectOf(json: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(json)
    return isObject(value) ? value : null
  } catch {
    return null
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The text of a body. */
export function writeFields(fields: JsonFields): string {
  const members = Object.entries(fields).map(([name, value]) => {
    const text =
      typeof value === 'string'
        ? JSON.stringify(value)
        : isInstant(value)
          ? writeSeconds(value.seconds)
          : writeFields(value)
    return `${JSON.stringify(name)}:${text}`
  })
  return `{${members.join(',')}}`
}

const isInstant = (
  value: { readonly seconds: number } | JsonFields,
): value is { readonly seconds: number } => typeof value['seconds'] === 'number'
