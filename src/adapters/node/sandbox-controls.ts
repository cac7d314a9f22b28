import type { Instant } from '#domain/time/instant.ts'
import { SAML_PROVIDER_ARN } from '#sandbox/accounts/provider-table.ts'
import { ROLES } from '#sandbox/accounts/role-table.ts'
import { USERS } from '#sandbox/accounts/user-table.ts'
import { IDENTITY_POOLS, USER_POOL_PROVIDER } from '#sandbox/cognito/identity-pool-table.ts'
import {
  issueLoginToken,
  OIDC_AUDIENCE,
  OIDC_ISSUER,
  USER_POOL_ISSUER,
} from '#sandbox/issuers/json-web-token.ts'
import { totpCode } from '#sandbox/issuers/one-time-password.ts'
import { issueAssertion } from '#sandbox/issuers/saml-assertion.ts'
import { readSettings } from '#sandbox/read-settings.ts'
import { ORDINARY, type WorldSettings } from '#sandbox/world.ts'

/** Where the knobs are; STS itself has no such path. */
export const CONTROL_PATH = '/_sandbox/'

/** What a person or a test turns while the sandbox runs. */
export type Controls = {
  settings(): WorldSettings
  answer(request: ControlRequest): Promise<ControlReply>
}

export type ControlRequest = {
  readonly method: string
  /** Behind `/_sandbox/`, with its query. */
  readonly target: string
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  readonly body: string
}

export type ControlReply = {
  readonly status: number
  readonly type: 'application/json' | 'text/plain; charset=utf-8'
  readonly body: string
}

/** The knobs, as set at the start. `now` is the device's clock. */
export function createControls(start: WorldSettings, now: () => Instant): Controls {
  let settings = start
  const sandboxNow = (): Instant => now() + settings.clockOffsetMs

  const answerSettings = (request: ControlRequest): ControlReply => {
    if (request.method === 'DELETE') settings = ORDINARY
    else if (request.method === 'PUT') {
      const read = readSettings(request.body, settings)
      if (read.kind === 'refused') return json(400, { error: read.why })
      settings = read.settings
    } else if (request.method !== 'GET') return json(405, { error: { finding: 'wrong-method' } })
    return json(200, settings)
  }

  const answerThing = async (request: ControlRequest): Promise<ControlReply> => {
    const url = new URL(request.target, 'http://127.0.0.1/')
    const give = (name: string, otherwise: string): string =>
      url.searchParams.get(name) ?? otherwise
    switch (url.pathname) {
      case '/totp':
        return text(await totpCode(give('serial', FIRST_DEVICE), sandboxNow()))
      case '/jwt': {
        const issuer = give('issuer', 'oidc') === 'user-pool' ? USER_POOL_ISSUER : OIDC_ISSUER
        const subject = give('sub', 'repo:example/app:ref:refs/heads/main')
        const audience = give('aud', OIDC_AUDIENCE)
        const roles = url.searchParams.getAll('role')
        return text(await issueLoginToken(sandboxNow(), { issuer, subject, audience, roles }))
      }
      case '/saml': {
        const roleArn = give('role', SAML_ROLE)
        const roles = [{ roleArn, principalArn: give('provider', SAML_PROVIDER_ARN) }]
        return text(await issueAssertion({ issuedAt: sandboxNow(), roles }))
      }
      case '/principals':
        return json(200, principals())
      default:
        return json(404, { error: { finding: 'no-such-path' }, paths: PATHS })
    }
  }

  return {
    settings: () => settings,
    answer: async (request) => {
      const refusal = refusalOf(request)
      if (refusal) return json(403, { error: { finding: refusal } })
      if (request.target.split('?', 1)[0] === 'settings') return answerSettings(request)
      if (request.method !== 'GET') return json(405, { error: { finding: 'wrong-method' } })
      return answerThing(request)
    },
  }
}

const PATHS = ['settings', 'principals', 'totp', 'jwt', 'saml'].map((each) => CONTROL_PATH + each)

const FIRST_DEVICE = USERS.find(({ mfaSerial }) => mfaSerial !== null)?.mfaSerial ?? ''

const SAML_ROLE = ROLES.find(({ shows }) => shows === 'saml')?.arn ?? ''

/** `http://127.0.0.1:4587`, `[::1]`: the only names that a page of another site cannot have pointed here. */
const LOOPBACK = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?$/

/**
 * A page of another site that somebody has open must not turn the knobs: its name may have been pointed at this machine
 * (`not-loopback`), it names its origin (`from-a-page`), and it cannot send JSON without asking (`not-json`).
 */
function refusalOf(request: ControlRequest): 'not-loopback' | 'from-a-page' | 'not-json' | null {
  const header = (name: string): string => String(request.headers[name] ?? '')
  if (!LOOPBACK.test(header('host'))) return 'not-loopback'
  if (header('origin') !== '') return 'from-a-page'
  const isJson = header('content-type').split(';', 1)[0]?.trim() === 'application/json'
  return request.method === 'PUT' && !isJson ? 'not-json' : null
}

/** Everybody and everything that a call can name. */
function principals(): object {
  return {
    users: USERS.map(({ shows, principal, mfaSerial, keys }) => ({
      shows,
      arn: principal.arn,
      mfaSerial,
      keys,
    })),
    roles: ROLES.map(({ shows, arn, maxSessionSeconds, trust }) => ({
      shows,
      arn,
      maxSessionSeconds,
      trustPolicy: trust.document,
    })),
    samlProvider: SAML_PROVIDER_ARN,
    identityPools: IDENTITY_POOLS,
    loginProvider: USER_POOL_PROVIDER,
  }
}

const json = (status: number, body: object): ControlReply => ({
  status,
  type: 'application/json',
  body: `${JSON.stringify(body, null, 2)}\n`,
})

/** One value and nothing else, for `$(curl -s …)`. */
const text = (body: string): ControlReply => ({
  status: 200,
  type: 'text/plain; charset=utf-8',
  body,
})
