import { EXTERNAL_ID, ROLES } from '#sandbox/accounts/role-table.ts'
import { SAML_PROVIDER_ARN } from '#sandbox/accounts/provider-table.ts'
import { IAM_USER } from '#sandbox/principal-table.ts'
import type { Lesson } from '#sandbox/accounts/account.ts'
import { USERS } from '#sandbox/accounts/user-table.ts'
import { secretAccessKeyOf } from '#sandbox/access-key.ts'
import { INSTANCES } from '#sandbox/ec2/instance-table.ts'
import { issueJwt, OIDC_AUDIENCE, OIDC_ISSUER } from '#sandbox/issuers/json-web-token.ts'
import { totpCode } from '#sandbox/issuers/one-time-password.ts'
import { issueAssertion } from '#sandbox/issuers/saml-assertion.ts'
import { callEc2 } from '#sandbox/lessons.ts'
import { SITUATION_REGION } from '#sandbox/situations.ts'
import { ORDINARY, worldAt } from '#sandbox/world.ts'
import { Secret } from '#domain/credentials/secret.ts'
import { otherCharacterAt } from './credentials.ts'

/** What the sandbox's own providers, devices and services hand out, made in the process of the test. */

const HOUR_S = 3600
const MINUTE = 60_000

/** The role that teaches something. */
export function roleFor(lesson: Lesson): string {
  const role = ROLES.find(({ shows }) => shows === lesson)
  if (!role) throw new Error(`no role shows ${lesson}`)
  return role.arn
}

/** The instance of an account that is there to be stopped. */
export const INSTANCE = INSTANCES.find(({ account }) => account === IAM_USER.account)?.id ?? ''

export { EXTERNAL_ID, SAML_PROVIDER_ARN }

const personShowing = (lesson: Lesson) => {
  const person = USERS.find(({ shows }) => shows === lesson)
  if (!person) throw new Error(`nobody shows ${lesson}`)
  return person
}

/** The serial number of minji's MFA device. */
export const MFA_SERIAL = personShowing('user-with-mfa').mfaSerial ?? ''

/** The code that minji's device shows now. */
export const mfaCode = (): Promise<string> => totpCode(MFA_SERIAL, Date.now())

/** Six digits that it shows in none of the half minutes around now. */
export async function wrongMfaCode(): Promise<string> {
  const near = await Promise.all(
    [-60_000, -30_000, 0, 30_000, 60_000].map((off) => totpCode(MFA_SERIAL, Date.now() + off)),
  )
  return ['000000', '111111', '222222', '333333', '444444', '555555'].find(
    (code) => !near.includes(code),
  ) as string
}

/** A web identity token of the sandbox's provider, an hour long, with some claims otherwise. */
export function webIdentityToken(claims: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const iat = Math.floor(Date.now() / 1000)
  return issueJwt({
    iss: OIDC_ISSUER,
    sub: 'repo:example/sandbox',
    aud: OIDC_AUDIENCE,
    iat,
    exp: iat + HOUR_S,
    ...claims,
  })
}

/** A web identity token that is over since an hour. */
export function expiredWebIdentityToken(): Promise<string> {
  const iat = Math.floor(Date.now() / 1000) - 2 * HOUR_S
  return webIdentityToken({ iat, exp: iat + HOUR_S })
}

/** The token with one byte of its signature changed; it still reads as a token. */
export const alteredToken = (token: string): string => otherCharacterAt(token, token.length - 40)

/** A SAML response of the sandbox's provider that offers one role, issued so long ago. */
export const samlResponse = (roleArn: string, ageMs = 0): Promise<string> =>
  issueAssertion({
    issuedAt: Date.now() - ageMs,
    roles: [{ roleArn, principalArn: SAML_PROVIDER_ARN }],
  })

export const expiredSamlResponse = (roleArn: string): Promise<string> =>
  samlResponse(roleArn, 20 * MINUTE)

/** The response with its subject changed, base64 again: the signature no longer fits. */
export function alteredSamlResponse(response: string): string {
  const xml = Buffer.from(response, 'base64').toString('utf8')
  return Buffer.from(xml.replace('minji@sandbox', 'jisoo@sandbox')).toString('base64')
}

/** The encoded message of a denial by the sandbox's EC2, for somebody who may not stop an instance. */
export async function encodedMessage(lesson: Lesson): Promise<string> {
  const person = personShowing(lesson)
  const accessKeyId = person.keys[0]?.accessKeyId ?? ''
  const now = Date.now()
  const came = await callEc2(
    {
      action: lesson === 'under-service-control-policy' ? 'TerminateInstances' : 'StopInstances',
      instanceId:
        INSTANCES.find(({ account }) => account === person.principal.account)?.id ?? INSTANCE,
      region: SITUATION_REGION,
      credentials: {
        accessKeyId: new Secret(accessKeyId),
        secretAccessKey: await secretAccessKeyOf(accessKeyId),
        sessionToken: null,
      },
      now,
    },
    worldAt(ORDINARY, now, 1),
  )
  const body = came.kind === 'reply' ? came.body : ''
  const message = /failure message: ([\w-]{20,})/.exec(body)?.[1]
  if (message === undefined) throw new Error('no encoded message in the denial')
  return message
}
