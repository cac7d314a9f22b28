import { ROLE_SESSION } from '#sandbox/principal-table.ts'
import { mintSession } from '#sandbox/mint.ts'

/** Credentials that the sandbox honours, in the clear: invented, and only ever used here. */
export type TestCredentials = {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken: string
  /** Milliseconds since 1970. */
  readonly expiresAt: number
}

const MINUTE = 60_000

let seed = Date.now() % 100_000

/** A role session in account 111122223333, issued a while ago; an hour long unless told otherwise. */
export async function mintCredentials({
  issuedAt = Date.now() - 18 * MINUTE,
  durationSeconds = 3600,
}: {
  readonly issuedAt?: number
  readonly durationSeconds?: number
} = {}): Promise<TestCredentials> {
  seed += 1
  const minted = await mintSession({
    principal: ROLE_SESSION,
    region: 'ap-northeast-2',
    issuedAt,
    durationSeconds,
    seed,
  })
  return { ...minted, secretAccessKey: minted.secretAccessKey.reveal() }
}

/** The same value with the character at one place changed. */
export function otherCharacterAt(value: string, at: number): string {
  return value.slice(0, at) + (value.charAt(at) === 'Q' ? 'R' : 'Q') + value.slice(at + 1)
}

type Write = (credentials: TestCredentials) => string

const iso = (instant: number): string => new Date(instant).toISOString().replace('.000Z', 'Z')

/** The six shapes in which people have credentials. */
export const PASTES = {
  'aws sts assume-role': (c) =>
    JSON.stringify(
      {
        Credentials: {
          AccessKeyId: c.accessKeyId,
          SecretAccessKey: c.secretAccessKey,
          SessionToken: c.sessionToken,
          Expiration: iso(c.expiresAt),
        },
        AssumedRoleUser: { AssumedRoleId: ROLE_SESSION.userId, Arn: ROLE_SESSION.arn },
      },
      null,
      4,
    ),
  'export lines': (c) =>
    [
      `export AWS_ACCESS_KEY_ID="${c.accessKeyId}"`,
      `export AWS_SECRET_ACCESS_KEY="${c.secretAccessKey}"`,
      `export AWS_SESSION_TOKEN="${c.sessionToken}"\n`,
    ].join('\n'),
  PowerShell: (c) =>
    [
      `$Env:AWS_ACCESS_KEY_ID="${c.accessKeyId}"`,
      `$Env:AWS_SECRET_ACCESS_KEY="${c.secretAccessKey}"`,
      `$Env:AWS_SESSION_TOKEN="${c.sessionToken}"\n`,
    ].join('\n'),
  'credentials file': (c) =>
    [
      '[developer]',
      `aws_access_key_id = ${c.accessKeyId}`,
      `aws_secret_access_key = ${c.secretAccessKey}`,
      `aws_session_token = ${c.sessionToken}`,
      'region = ap-northeast-2\n',
    ].join('\n'),
  'Cognito, with SecretKey': (c) =>
    JSON.stringify({
      IdentityId: 'ap-northeast-2:00000000-0000-4000-8000-000000000000',
      Credentials: {
        AccessKeyId: c.accessKeyId,
        SecretKey: c.secretAccessKey,
        SessionToken: c.sessionToken,
        Expiration: c.expiresAt / 1000,
      },
    }),
  'three bare lines': (c) => `${c.accessKeyId}\n${c.secretAccessKey}\n${c.sessionToken}\n`,
} as const satisfies Readonly<Record<string, Write>>
