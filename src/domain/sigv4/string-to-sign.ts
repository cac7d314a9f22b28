import { writeCredentialScope, type CredentialScope } from './credential-scope.ts'

/** The only algorithm of header and query signatures here; SigV4A has another. */
export const ALGORITHM = 'AWS4-HMAC-SHA256'

/**
 * Algorithm, date (`20261122T011204Z`), credential scope and the canonical request's hash.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function stringToSign(
  amzDate: string,
  scope: CredentialScope,
  canonicalRequestHash: string,
): string {
  return [ALGORITHM, amzDate, writeCredentialScope(scope), canonicalRequestHash].join('\n')
}
