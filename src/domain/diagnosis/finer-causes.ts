import type { Cause } from './causes.ts'

/** What a cause divides into where AWS's words tell the parts from one another, and each calls for another step. */
const PARTS = {
  'long-term-and-session-key-mixed': ['long-term-key-with-token', 'two-sets'],
  'credential-mangled': ['access-key-id', 'secret-access-key', 'session-token'],
  'localstack-key-on-aws': ['placeholder', 'foreign-key'],
  'proxy-altered-request': ['authorization-header', 'region'],
  'invalid-region-name': ['isolated-partition', 'empty-scope'],
  'session-duration-limit': ['role-chaining', 'role-maximum', 'own-session'],
  'mfa-code-rejected': ['code', 'serial-number', 'half-missing'],
  'signer-faulty': [
    'service',
    'terminator',
    'scope-date',
    'host-not-signed',
    'headers-not-signed',
    'part-missing',
    'algorithm',
    'date-format',
    'url-encoding',
  ],
  'policy-invalid-or-too-large': ['malformed', 'too-large'],
  'saml-mapping': ['attribute', 'audience', 'signature', 'provider'],
  'web-identity-token-expired': ['login-token', 'trade-in-token'],
  'identity-provider-unreachable': ['keys-not-fetched', 'claim-rejected'],
  'cognito-wrong-login-entry': ['provider-name', 'wrong-token'],
  'browser-blocked-request': ['page-policy', 'other-policy', 'extension'],
  'proxy-or-portal-answered': ['proxy-authentication', 'web-page'],
  'aws-side-failure': ['throttled', 'server-error'],
} as const satisfies Partial<Record<Cause, readonly string[]>>

type Divided = keyof typeof PARTS

/** `session-duration-limit/role-chaining`: a cause of the closed list and the part of it that is meant. */
export type FinerCause = {
  [Parent in Divided]: `${Parent}/${(typeof PARTS)[Parent][number]}`
}[Divided]

/** Every finer cause, in the order of the closed list. */
export const FINER_CAUSES: readonly FinerCause[] = Object.entries(PARTS).flatMap(
  ([parent, parts]) => parts.map((part) => `${parent}/${part}` as FinerCause),
)

/** `role-chaining`, what a finer cause adds to its parent. */
export function partOfFiner(finer: FinerCause): string {
  return finer.slice(finer.indexOf('/') + 1)
}
