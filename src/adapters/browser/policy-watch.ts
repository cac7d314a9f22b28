/**
 * Listens for violations of this page's Content-Security-Policy while a call is under way.
 * @see https://www.w3.org/TR/CSP3/#eventdef-document-securitypolicyviolation
 */
export function watchPolicy(host: string): { directive(): string | null; stop(): void } {
  if (typeof document === 'undefined') return { directive: () => null, stop: () => {} }
  let directive: string | null = null
  const listen = (event: SecurityPolicyViolationEvent): void => {
    if (event.blockedURI.includes(host)) directive = event.effectiveDirective
  }
  document.addEventListener('securitypolicyviolation', listen)
  return {
    directive: () => directive,
    stop: () => document.removeEventListener('securitypolicyviolation', listen),
  }
}
