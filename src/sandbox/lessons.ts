import type { SigningCredentials } from '#domain/ports.ts'
import { revealText } from '#domain/sigv4/secret-text.ts'
import { sign } from '#domain/sigv4/sign.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { Lesson, Role } from './accounts/account.ts'
import { SAML_PROVIDER_ARN } from './accounts/provider-table.ts'
import { EXTERNAL_ID, MISSING_ROLE_ARN, ROLES } from './accounts/role-table.ts'
import { USERS } from './accounts/user-table.ts'
import { secretAccessKeyOf } from './access-key.ts'
import { answer } from './answer.ts'
import { INSTANCES } from './ec2/instance-table.ts'
import type { Fault, Reply, SandboxRequest } from './exchange.ts'
import { issueLoginToken, OIDC_AUDIENCE, OIDC_ISSUER } from './issuers/json-web-token.ts'
import { totpCode } from './issuers/one-time-password.ts'
import { issueAssertion } from './issuers/saml-assertion.ts'
import type { World } from './world.ts'

/** What an example fills into the form of AssumeRole. */
export type RoleExample = {
  /** Null for a role that does not exist. */
  readonly shows: Lesson | null
  readonly name: string
  readonly values: Readonly<Record<string, string>>
}

/** Who vouches for the sessions of a role: STS's ordinary callers, or a provider. */
const isFederated = ({ shows }: Role): boolean =>
  ['web-identity', 'saml', 'identity-pool-authenticated', 'identity-pool-guest'].includes(shows)

/** Roles that a signed caller may try to assume, each with what it asks for beside its ARN. */
export const ROLE_EXAMPLES: readonly RoleExample[] = [
  ...ROLES.filter((role) => !isFederated(role)).map(({ shows, name, arn }) => ({
    shows,
    name,
    values: {
      RoleArn: arn,
      ...(shows === 'external-id' && { ExternalId: EXTERNAL_ID }),
    },
  })),
  { shows: null, name: 'NoSuchRole', values: { RoleArn: MISSING_ROLE_ARN } },
]

/** The text that a person of the sandbox would paste: their first long-term key as shell exports. */
export async function pasteOfPerson(shows: Lesson, region: string): Promise<string> {
  const person = USERS.find((each) => each.shows === shows)
  const accessKeyId = person?.keys[0]?.accessKeyId ?? ''
  const secret = await secretAccessKeyOf(accessKeyId)
  return [
    `export AWS_ACCESS_KEY_ID=${accessKeyId}`,
    `export AWS_SECRET_ACCESS_KEY=${secret.reveal()}`,
    `export AWS_DEFAULT_REGION=${region}\n`,
  ].join('\n')
}

/** The MFA device of an access key's owner and the code that it shows now; null where there is none. */
export async function codeFor(
  accessKeyId: string,
  now: Instant,
): Promise<{ readonly serial: string; readonly code: string } | null> {
  const isOwner = ({ keys }: { readonly keys: readonly { readonly accessKeyId: string }[] }) =>
    keys.some((key) => key.accessKeyId === accessKeyId)
  const serial = USERS.find(isOwner)?.mfaSerial ?? null
  return serial === null ? null : { serial, code: await totpCode(serial, now) }
}

const roleShowing = (lesson: Lesson): string =>
  ROLES.find(({ shows }) => shows === lesson)?.arn ?? ''

/** A token of the sandbox's provider, and the role that trusts it. */
export async function webIdentityExample(
  now: Instant,
): Promise<{ readonly token: string; readonly roleArn: string }> {
  const login = { issuer: OIDC_ISSUER, subject: 'repo:example/sandbox', audience: OIDC_AUDIENCE }
  return { token: await issueLoginToken(now, login), roleArn: roleShowing('web-identity') }
}

/** A response of the sandbox's SAML provider that offers two roles; one of them does not trust it. */
export function samlExample(now: Instant): Promise<string> {
  const offered = [roleShowing('saml'), roleShowing('same-account')]
  return issueAssertion({
    issuedAt: now,
    roles: offered.map((roleArn) => ({ roleArn, principalArn: SAML_PROVIDER_ARN })),
  })
}

/** The instances of the pretend EC2 in an account. */
export const instancesOf = (account: string) =>
  INSTANCES.filter((instance) => instance.account === account)

/** Uses a permission: one call of the pretend EC2 on one instance, signed with these credentials. */
export async function callEc2(
  order: {
    readonly action: 'StopInstances' | 'TerminateInstances'
    readonly instanceId: string
    readonly region: string
    readonly credentials: SigningCredentials
    readonly now: Instant
  },
  world: World,
): Promise<Reply | Fault> {
  const { action, instanceId, region, credentials, now } = order
  const host = `ec2.${region}.amazonaws.com`
  const body = `Action=${action}&InstanceId.1=${instanceId}&Version=2016-11-15`
  const headers = [
    ['host', host],
    ['content-type', 'application/x-www-form-urlencoded; charset=utf-8'],
  ] as const
  const signed = await sign(
    { method: 'POST', path: '/', query: '', headers, body },
    credentials,
    { region, service: 'ec2' },
    now,
  )
  const request: SandboxRequest = {
    method: 'POST',
    path: '/',
    query: '',
    headers: signed.headers.map(([name, value]) => [name, revealText(value)] as const),
    body,
  }
  return answer(request, world)
}
