import type { NotOffered } from './target.ts'

type CustomAddress =
  | { readonly kind: 'address'; readonly url: string; readonly host: string }
  | { readonly kind: 'refused'; readonly why: NotOffered }

const LOOPBACK = ['localhost', '127.0.0.1']

/** What a person types without a scheme: `localhost:4566`, which a URL parser takes for the scheme `localhost:`. */
const BARE_LOOPBACK = /^(?:localhost|127\.0\.0\.1|\[::1\])(?=[:/?#]|$)/i

const refused = (why: NotOffered): CustomAddress => ({ kind: 'refused', why })

/**
 * Reads the address of an STS on this machine: http or https, `localhost` or `127.0.0.1`, an optional port, nothing
 * else. `[::1]` is refused because a Content Security Policy cannot name it.
 * @see https://www.w3.org/TR/CSP3/#grammardef-host-source
 */
export function readCustomAddress(typed: string): CustomAddress {
  const text = typed.trim()
  if (text === '') return refused('custom-empty')
  const whole = BARE_LOOPBACK.test(text) ? `http://${text}` : text
  if (!/^https?:\/\//i.test(whole) || !URL.canParse(whole)) return refused('custom-not-url')
  const url = new URL(whole)
  if (!LOOPBACK.includes(url.hostname)) return refused('custom-not-loopback')
  if (url.username !== '' || url.password !== '') return refused('custom-has-user')
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '')
    return refused('custom-has-path')
  return { kind: 'address', url: `${url.protocol}//${url.host}/`, host: url.host }
}
