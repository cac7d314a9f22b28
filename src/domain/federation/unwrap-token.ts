import type { TokenWrapping } from './jwt.ts'

/** A token and what was taken off it, outermost first. */
export type UnwrappedToken = {
  readonly token: string
  readonly wrappings: readonly TokenWrapping[]
}

const NAME = /^["'`]?[A-Za-z][\w.-]{0,63}["'`]?\s{0,8}[:=]\s{0,8}(?=["'`]?(?:bearer\s|ey))/i
const BEARER = /^bearer\s{1,8}/i
const QUOTES = /^["'`]([\s\S]*)["'`][,;]?$/

const IN_JSON = /"([\w.-]{1,64})"\s{0,8}:\s{0,8}"(ey[A-Za-z0-9_.-]{8,})"/g

/** The token in a JSON answer of an identity provider: an ID token before all others. */
function tokenInJson(text: string): string | null {
  if (!text.startsWith('{') && !text.startsWith('[')) return null
  const found = [...text.matchAll(IN_JSON)]
  const best = found.find(([, name = '']) => /^(?:id_?token|value)$/i.test(name)) ?? found[0]
  return best?.[2] ?? null
}

/** Takes off what people copy along with a token: the JSON of an answer, a name, `Bearer`, quotes, blanks. */
export function unwrapToken(text: string): UnwrappedToken {
  const wrappings = new Set<TokenWrapping>()
  const trimmed = text.trim()
  if (trimmed !== text) wrappings.add('white-space')
  const inJson = tokenInJson(trimmed)
  if (inJson !== null) wrappings.add('json')
  let token = inJson ?? trimmed
  // Each may stand inside the other: `authorization: "Bearer …"`.
  for (let round = 0; round < 3; round++) {
    const withoutName = token.replace(NAME, '')
    if (withoutName !== token) wrappings.add('name')
    const unquoted = QUOTES.exec(withoutName)?.[1]?.trim() ?? withoutName
    if (unquoted !== withoutName) wrappings.add('quotes')
    const bare = unquoted.replace(BEARER, '')
    if (bare !== unquoted) wrappings.add('bearer')
    token = bare
  }
  const joined = token.replace(/\s+/g, '')
  if (joined !== token) wrappings.add('white-space')
  return { token: joined, wrappings: [...wrappings] }
}
