import { encodeAccessKeyId } from '../credentials/access-key-id.ts'
import { encodeSessionToken } from '../credentials/session-token-encode.ts'
import { instantOf } from '../time/instant.ts'
import type { ReadCredentials, Reading } from './reading.ts'

// Invented credentials written in every family of paste: what the tests of this folder read back.

const ISSUED = instantOf(2026, 11, 22, 1) ?? 0
export const ENDS = instantOf(2026, 11, 22, 2) ?? 0

export type Triple = { key: string; secret: string; token: string }

export function tripleOf(
  account: string,
  secret: string,
  seed: number,
  version: 1 | 2 = 2,
): Triple {
  const fill = (length: number) => new Uint8Array(length).map((_, i) => (i * 31 + seed) % 256)
  return {
    key: encodeAccessKeyId({ prefix: 'ASIA', account, tail: 'EXAMPLE' }),
    secret,
    token: encodeSessionToken({
      version,
      region: 'us-east-1',
      account,
      issuedAt: ISSUED,
      ciphertext: fill(300 + (seed % 7)),
      signature: fill(70),
      iv: fill(12),
      opaque: fill(160),
    }),
  }
}

export const A = tripleOf('111122223333', 'EXAMPLE/secret/0123456789/ABCDEF/EXAMPLE', 1)
export const B = tripleOf('444455556666', 'EXAMPLE+Secret+9876543210+abcdef+EXAMPLE', 2)

/** What a set was read as, revealed: the only place of these tests that looks at the values. */
export const valuesOf = (set: ReadCredentials | undefined) => ({
  key: set?.accessKeyId?.value.reveal() ?? null,
  secret: set?.secretAccessKey?.value.reveal() ?? null,
  token: set?.sessionToken?.value.reveal() ?? null,
})
export const setsOf = (reading: Reading) => reading.credentials.map(valuesOf)

export const FAMILIES = {
  shell: ({ key, secret, token }: Triple) =>
    `export AWS_ACCESS_KEY_ID="${key}"\nexport AWS_SECRET_ACCESS_KEY="${secret}"\nexport AWS_SESSION_TOKEN="${token}"\n`,
  'shell without quotes': ({ key, secret, token }: Triple) =>
    `export AWS_ACCESS_KEY_ID=${key}\nexport AWS_SECRET_ACCESS_KEY=${secret}\nexport AWS_SESSION_TOKEN=${token}\n`,
  'single quotes': ({ key, secret, token }: Triple) =>
    `AWS_ACCESS_KEY_ID='${key}'\nAWS_SECRET_ACCESS_KEY='${secret}'\nAWS_SESSION_TOKEN='${token}'`,
  'one line, &&': ({ key, secret, token }: Triple) =>
    `export AWS_ACCESS_KEY_ID=${key} && export AWS_SECRET_ACCESS_KEY=${secret} && export AWS_SESSION_TOKEN=${token}`,
  'one line, ;': ({ key, secret, token }: Triple) =>
    `export AWS_ACCESS_KEY_ID=${key};export AWS_SECRET_ACCESS_KEY=${secret};export AWS_SESSION_TOKEN=${token};`,
  'environment of a command': ({ key, secret, token }: Triple) =>
    `AWS_ACCESS_KEY_ID=${key} AWS_SECRET_ACCESS_KEY=${secret} AWS_SESSION_TOKEN=${token} aws sts get-caller-identity`,
  cmd: ({ key, secret, token }: Triple) =>
    `SET AWS_ACCESS_KEY_ID=${key}\r\nSET AWS_SECRET_ACCESS_KEY=${secret}\r\nSET AWS_SESSION_TOKEN=${token}\r\n`,
  fish: ({ key, secret, token }: Triple) =>
    `set -gx AWS_ACCESS_KEY_ID "${key}"\nset -gx AWS_SECRET_ACCESS_KEY "${secret}"; set -gx AWS_SESSION_TOKEN ${token}`,
  'csh and setx': ({ key, secret, token }: Triple) =>
    `setenv AWS_ACCESS_KEY_ID ${key}\nsetx AWS_SECRET_ACCESS_KEY "${secret}"\nsetenv AWS_SESSION_TOKEN ${token}`,
  PowerShell: ({ key, secret, token }: Triple) =>
    `$Env:AWS_ACCESS_KEY_ID="${key}"\n$Env:AWS_SECRET_ACCESS_KEY="${secret}"\n$env:AWS_SESSION_TOKEN = "${token}"`,
  INI: ({ key, secret, token }: Triple) =>
    `[default]\naws_access_key_id = ${key}\naws_secret_access_key=${secret}\naws_session_token = ${token}\n`,
  'INI, no section': ({ key, secret, token }: Triple) =>
    `aws_access_key_id=${key}\naws_secret_access_key=${secret}\naws_security_token=${token}`,
  'assume-role': ({ key, secret, token }: Triple) =>
    JSON.stringify(
      { Credentials: { AccessKeyId: key, SecretAccessKey: secret, SessionToken: token } },
      null,
      4,
    ),
  Cognito: ({ key, secret, token }: Triple) =>
    JSON.stringify({
      IdentityId: 'x',
      Credentials: { AccessKeyId: key, SecretKey: secret, SessionToken: token },
    }),
  IMDS: ({ key, secret, token }: Triple) =>
    JSON.stringify({
      Code: 'Success',
      Type: 'AWS-HMAC',
      AccessKeyId: key,
      SecretAccessKey: secret,
      Token: token,
    }),
  camelCase: ({ key, secret, token }: Triple) =>
    JSON.stringify({ accessKeyId: key, secretAccessKey: secret, sessionToken: token }),
  'JSON environment': ({ key, secret, token }: Triple) =>
    JSON.stringify({
      AWS_ACCESS_KEY_ID: key,
      AWS_SECRET_ACCESS_KEY: secret,
      AWS_SESSION_TOKEN: token,
    }),
  lines: ({ key, secret, token }: Triple) => `${key}\n${secret}\n${token}\n`,
  'other order, tabs': ({ key, secret, token }: Triple) => `${token}\t${key}\t${secret}`,
  'labels and colons': ({ key, secret, token }: Triple) =>
    `Access key ID: ${key}\nSecret access key: ${secret}\nSession token: ${token}`,
} as const
