import { formatIso } from '../../time/instant.ts'
import type { CredentialFormat, WritableCredentials } from './credential-format.ts'

/**
 * What a `credential_process` prints, and `aws configure export-credentials` without `--format`.
 * @see https://docs.aws.amazon.com/sdkref/latest/guide/feature-process-credentials.html
 */
export const credentialProcess: CredentialFormat = {
  id: 'process',
  holds: { expiration: true, profile: false },
  write: (sets) => writeJson(sets, 2, (set) => ({ Version: 1, ...membersOf(set) })),
}

/**
 * What `aws sts assume-role` and its kind print.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_Credentials.html
 */
export const stsAnswer: CredentialFormat = {
  id: 'sts-answer',
  holds: { expiration: true, profile: false },
  write: (sets) => writeJson(sets, 4, (set) => ({ Credentials: membersOf(set) })),
}

function membersOf(set: WritableCredentials): Readonly<Record<string, string>> {
  return {
    AccessKeyId: set.accessKeyId.reveal(),
    SecretAccessKey: set.secretAccessKey.reveal(),
    ...(set.sessionToken ? { SessionToken: set.sessionToken.reveal() } : {}),
    ...(set.expiration === null ? {} : { Expiration: formatIso(set.expiration) }),
  }
}

/** One set as an object, several as an array. */
function writeJson(
  sets: readonly WritableCredentials[],
  indent: number,
  shape: (set: WritableCredentials) => object,
): string {
  const [first, ...others] = sets.map(shape)
  return `${JSON.stringify(first && others.length === 0 ? first : sets.map(shape), null, indent)}\n`
}
