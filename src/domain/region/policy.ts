import { LOOPBACK_SOURCES } from './reachable-hosts.ts'
import { stsHosts } from './sts-hosts.ts'

/** The Content-Security-Policy header that a host should send with the page, with every STS host named one by one. */
export function contentSecurityPolicy(): string {
  return [...directives(), "frame-ancestors 'none'"].join('; ')
}

/**
 * The same policy for a `<meta>` element, which may not hold `frame-ancestors`.
 * @see https://www.w3.org/TR/CSP3/#meta-element
 */
export function metaContentSecurityPolicy(): string {
  return directives().join('; ')
}

function directives(): readonly string[] {
  const sources = [...stsHosts().map((host) => `https://${host}`), ...LOOPBACK_SOURCES]
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    `connect-src ${sources.join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ]
}
