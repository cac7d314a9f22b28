import type { Secret } from '../credentials/secret.ts'
import type { CredentialScope } from './credential-scope.ts'
import { bytesOf, hmacSha256 } from './hash.ts'

/**
 * The 32 bytes that sign for one day, Region and service, derived from a secret access key. The bytes of the secret
 * are wiped after use.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export async function signingKey(
  secretAccessKey: Secret,
  scope: CredentialScope,
): Promise<Uint8Array<ArrayBuffer>> {
  const secret = bytesOf(`AWS4${secretAccessKey.reveal()}`)
  let key = await hmacSha256(secret, scope.date)
  secret.fill(0)
  for (const part of [scope.region, scope.service, scope.terminator])
    key = await hmacSha256(key, part)
  return key
}
