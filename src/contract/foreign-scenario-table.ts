import { expect } from 'vitest'
import { HOUR, SECOND } from '#domain/time/instant.ts'
import { secretAccessKeyOf } from '#sandbox/access-key.ts'
import {
  IDENTITY_POOL_ID,
  MEMBERS_POOL_ID,
  SAML_PROVIDER_ARN,
} from '#sandbox/accounts/provider-table.ts'
import { EXTERNAL_ID, ROLES } from '#sandbox/accounts/role-table.ts'
import { USERS } from '#sandbox/accounts/user-table.ts'
import { INSTANCES } from '#sandbox/ec2/instance-table.ts'
import {
  issueLoginToken,
  OIDC_AUDIENCE,
  OIDC_ISSUER,
  USER_POOL_ISSUER,
} from '#sandbox/issuers/json-web-token.ts'
import { totpCode } from '#sandbox/issuers/one-time-password.ts'
import { issueAssertion } from '#sandbox/issuers/saml-assertion.ts'
import { mintSession } from '#sandbox/mint.ts'
import { ACCOUNT, ROLE_SESSION } from '#sandbox/principal-table.ts'
import type { WorldSettings } from '#sandbox/world.ts'
import { REGION, type Came, type Keys, type Service } from './foreign-clients.fixture.ts'

/** A sandbox of its own, and one client's way to it. */
type Bench = {
  readonly url: string
  readonly ask: (
    operation: string,
    parameters: object,
    keys?: Keys | null,
    service?: Service,
  ) => Promise<Came>
}

export type Scenario = {
  readonly name: string
  readonly settings?: Partial<WorldSettings>
  readonly service?: Service
  /** Operations that came after the old clients. */
  readonly isNew?: boolean
  readonly play: (bench: Bench) => Promise<void>
}

/** The long-term key of the user who shows something. */
async function keyOf(shows: string): Promise<Keys> {
  const id = USERS.find((user) => user.shows === shows)?.keys[0]?.accessKeyId ?? ''
  return { id, secret: (await secretAccessKeyOf(id)).reveal(), token: null }
}

export const minji = (): Promise<Keys> => keyOf('user-with-mfa')

const roleArn = (shows: string): string => ROLES.find((role) => role.shows === shows)?.arn ?? ''

const MFA = `arn:aws:iam::${ACCOUNT}:mfa/minji`

/** A session that was made `age` ago for an hour. */
export async function minted(age = 0): Promise<Keys> {
  const made = await mintSession({
    principal: ROLE_SESSION,
    region: REGION,
    issuedAt: Date.now() - age,
    durationSeconds: 3600,
    seed: 1,
  })
  return {
    id: made.accessKeyId,
    secret: made.secretAccessKey.reveal(),
    token: made.sessionToken,
  }
}

/** The fields of an answer; a refusal fails the test. */
function resultOf(came: Came): Readonly<Record<string, unknown>> {
  if (came.kind === 'error') throw new Error(`${came.code}: ${came.message}`)
  return came.result
}

function keysIn(came: Came): Keys {
  const given = resultOf(came)['Credentials'] as Readonly<Record<string, string>>
  return {
    id: given['AccessKeyId'] ?? '',
    secret: given['SecretAccessKey'] ?? given['SecretKey'] ?? '',
    token: given['SessionToken'] ?? '',
  }
}

export const refused = (code: string, message?: string | RegExp) => ({
  kind: 'error',
  code,
  ...(message === undefined
    ? {}
    : { message: typeof message === 'string' ? message : expect.stringMatching(message) }),
})

const identity = async (bench: Bench, keys: Keys): Promise<string> =>
  String(resultOf(await bench.ask('GetCallerIdentity', {}, keys))['Arn'])

const login = (issuer: string, subject: string, age = 0): Promise<string> =>
  issueLoginToken(Date.now() - age, { issuer, subject, audience: OIDC_AUDIENCE })

const INSTANCE = INSTANCES.find(({ account }) => account === ACCOUNT)?.id ?? ''

export const SCENARIOS: readonly Scenario[] = [
  {
    name: 'GetCallerIdentity: user, session, and whom it refuses',
    play: async (bench) => {
      const keys = await minji()
      const session = await minted()
      const token = session.token ?? ''
      expect(await identity(bench, keys)).toBe(`arn:aws:iam::${ACCOUNT}:user/minji`)
      expect(await identity(bench, session)).toBe(ROLE_SESSION.arn)
      const wrong = { ...keys, secret: 'x'.repeat(40) }
      expect(await bench.ask('GetCallerIdentity', {}, wrong)).toMatchObject(
        refused('SignatureDoesNotMatch', /^The request signature we calculated/),
      )
      expect(await bench.ask('GetCallerIdentity', {}, await keyOf('inactive-key'))).toMatchObject(
        refused('InvalidClientTokenId', 'The security token included in the request is invalid.'),
      )
      const cut = { ...session, token: token.slice(0, -8) }
      expect(await bench.ask('GetCallerIdentity', {}, cut)).toMatchObject(
        refused('InvalidClientTokenId', 'The security token included in the request is invalid'),
      )
      expect(await bench.ask('GetCallerIdentity', {}, { ...session, token: null })).toMatchObject(
        refused('InvalidClientTokenId', 'The security token included in the request is invalid.'),
      )
      expect(await bench.ask('GetCallerIdentity', {}, await minted(2 * HOUR))).toMatchObject(
        refused('ExpiredToken', 'The security token included in the request is expired'),
      )
    },
  },
  {
    name: 'a clock that is 20 minutes behind the server',
    settings: { clockOffsetMs: 20 * 60 * SECOND },
    play: async (bench) => {
      const came = await bench.ask('GetCallerIdentity', {}, await minji())
      expect(came).toMatchObject(
        refused(
          'SignatureDoesNotMatch',
          /^Signature expired: \d{8}T\d{6}Z is now earlier than \d{8}T\d{6}Z \(\d{8}T\d{6}Z - 15 min\.\)$/,
        ),
      )
    },
  },
  {
    name: 'throttled',
    settings: { interference: 'throttling' },
    play: async (bench) => {
      const came = await bench.ask('GetCallerIdentity', {}, await minji())
      expect(came).toMatchObject(refused('Throttling', /^Rate exceeded/))
    },
  },
  {
    name: 'a Region in which STS is switched off',
    settings: { deactivatedRegions: [REGION] },
    play: async (bench) => {
      const keys = await minji()
      expect(await identity(bench, keys)).toContain(ACCOUNT)
      const came = await bench.ask('GetSessionToken', {}, keys)
      expect(came).toMatchObject(refused('RegionDisabledException', /^STS is not activated/))
    },
  },
  {
    name: 'AssumeRole: a chain, its limit, and refusals',
    play: async (bench) => {
      const keys = await minji()
      const assumed = await bench.ask(
        'AssumeRole',
        {
          RoleArn: roleArn('same-account'),
          RoleSessionName: 'minji',
          DurationSeconds: 900,
          Tags: [{ Key: 'Project', Value: 'blue + green' }],
          TransitiveTagKeys: ['Project'],
        },
        keys,
      )
      expect(resultOf(assumed)['AssumedRoleUser']).toMatchObject({
        Arn: `arn:aws:sts::${ACCOUNT}:assumed-role/DeveloperAccess/minji`,
      })
      const session = keysIn(assumed)
      expect(await identity(bench, session)).toBe(
        `arn:aws:sts::${ACCOUNT}:assumed-role/DeveloperAccess/minji`,
      )
      const next = { RoleArn: roleArn('chained'), RoleSessionName: 'chain' }
      const chained = keysIn(await bench.ask('AssumeRole', next, session))
      expect(await identity(bench, chained)).toContain('ReportReader/chain')
      expect(
        await bench.ask('AssumeRole', { ...next, DurationSeconds: 3601 }, session),
      ).toMatchObject(
        refused(
          'ValidationError',
          'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.',
        ),
      )
      expect(
        await bench.ask('AssumeRole', { ...next, RoleSessionName: 'not valid!' }, session),
      ).toMatchObject(refused('ValidationError', /failed to satisfy constraint.*\[\\w\+=,\.@-\]\*/))
      const denied = { RoleArn: roleArn('same-account'), RoleSessionName: 'haneul' }
      const haneul = await keyOf('user-without-permissions')
      expect(await bench.ask('AssumeRole', denied, haneul)).toMatchObject(
        refused('AccessDenied', /is not authorized to perform: sts:AssumeRole on resource/),
      )
    },
  },
  {
    name: 'AssumeRole: external ID, MFA',
    play: async (bench) => {
      const keys = await minji()
      const partner = { RoleArn: roleArn('external-id'), RoleSessionName: 'minji' }
      expect(await bench.ask('AssumeRole', partner, keys)).toMatchObject(refused('AccessDenied'))
      const given = await bench.ask('AssumeRole', { ...partner, ExternalId: EXTERNAL_ID }, keys)
      expect(await identity(bench, keysIn(given))).toContain('PartnerAudit/minji')

      const guarded = { RoleArn: roleArn('mfa-required'), RoleSessionName: 'minji' }
      expect(await bench.ask('AssumeRole', guarded, keys)).toMatchObject(refused('AccessDenied'))
      const withMfa = { ...guarded, SerialNumber: MFA, TokenCode: await totpCode(MFA, Date.now()) }
      expect(await identity(bench, keysIn(await bench.ask('AssumeRole', withMfa, keys)))).toContain(
        'Operations/minji',
      )
    },
  },
  {
    name: 'GetSessionToken with and without MFA',
    play: async (bench) => {
      const keys = await minji()
      const TokenCode = await totpCode(MFA, Date.now())
      const session = keysIn(
        await bench.ask('GetSessionToken', { SerialNumber: MFA, TokenCode }, keys),
      )
      expect(await identity(bench, session)).toBe(`arn:aws:iam::${ACCOUNT}:user/minji`)
      expect(
        await bench.ask(
          'GetSessionToken',
          { SerialNumber: MFA, TokenCode: TokenCode === '000000' ? '000001' : '000000' },
          keys,
        ),
      ).toMatchObject(
        refused(
          'AccessDenied',
          'MultiFactorAuthentication failed with invalid MFA one time pass code.',
        ),
      )
      expect(await bench.ask('GetSessionToken', {}, await minted())).toMatchObject(
        refused('AccessDenied', 'Cannot call GetSessionToken with session credentials'),
      )
    },
  },
  {
    name: 'GetFederationToken, GetAccessKeyInfo',
    play: async (bench) => {
      const keys = await minji()
      const federated = await bench.ask(
        'GetFederationToken',
        {
          Name: 'guest',
          Policy:
            '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"ec2:*","Resource":"*"}]}',
        },
        keys,
      )
      expect(await identity(bench, keysIn(federated))).toBe(
        `arn:aws:sts::${ACCOUNT}:federated-user/guest`,
      )
      expect(
        await bench.ask('GetFederationToken', { Name: 'guest', Policy: '{' }, keys),
      ).toMatchObject(refused('MalformedPolicyDocument'))
      const info = await bench.ask('GetAccessKeyInfo', { AccessKeyId: keys.id }, keys)
      expect(resultOf(info)).toEqual({ Account: ACCOUNT })
    },
  },
  {
    name: 'AssumeRoleWithWebIdentity',
    play: async (bench) => {
      const order = { RoleArn: roleArn('web-identity'), RoleSessionName: 'build' }
      const subject = 'repo:example/app:ref:refs/heads/main'
      const ask = async (WebIdentityToken: string) =>
        bench.ask('AssumeRoleWithWebIdentity', { ...order, WebIdentityToken }, null)
      const token = await login(OIDC_ISSUER, subject)
      const given = await ask(token)
      expect(resultOf(given)).toMatchObject({
        SubjectFromWebIdentityToken: subject,
        Audience: OIDC_AUDIENCE,
      })
      expect(await identity(bench, keysIn(given))).toContain('WebApplication/build')
      expect(await ask(`${token.slice(0, -8)}AAAAAAAA`)).toMatchObject(
        refused('InvalidIdentityToken'),
      )
      expect(await ask(await login(OIDC_ISSUER, subject, 2 * HOUR))).toMatchObject(
        refused('ExpiredTokenException', /^Token expired: current date\/time \d+ must be before/),
      )
      expect(await ask(await login(OIDC_ISSUER, 'repo:other/app'))).toMatchObject(
        refused('AccessDenied', 'Not authorized to perform sts:AssumeRoleWithWebIdentity'),
      )
    },
  },
  {
    name: 'AssumeRoleWithSAML',
    play: async (bench) => {
      const names = { RoleArn: roleArn('saml'), PrincipalArn: SAML_PROVIDER_ARN }
      const roles = [{ roleArn: names.RoleArn, principalArn: names.PrincipalArn }]
      const assertion = await issueAssertion({ issuedAt: Date.now(), roles })
      const ask = (SAMLAssertion: string) =>
        bench.ask('AssumeRoleWithSAML', { ...names, SAMLAssertion }, null)
      const given = await ask(assertion)
      expect(await identity(bench, keysIn(given))).toContain('SamlAnalyst/minji')
      const altered = btoa(atob(assertion).replaceAll('minji', 'admin'))
      expect(await ask(altered)).toMatchObject(
        refused('InvalidIdentityToken', /^Response signature invalid/),
      )
      const late = await issueAssertion({ issuedAt: Date.now() - HOUR, roles })
      expect(await ask(late)).toMatchObject(refused('ExpiredTokenException'))
    },
  },
  {
    name: 'EC2: a permission that needs MFA, and its denial decoded',
    service: 'ec2',
    play: async (bench) => {
      const keys = await minji()
      const order = { InstanceIds: [INSTANCE] }
      const denied = await bench.ask('TerminateInstances', order, keys, 'ec2')
      expect(denied).toMatchObject(
        refused('UnauthorizedOperation', /with an explicit deny.*Encoded authorization failure/),
      )
      const [, EncodedMessage = ''] =
        /failure message: (\S+)/.exec(denied.kind === 'error' ? denied.message : '') ?? []
      const decoded = await bench.ask('DecodeAuthorizationMessage', { EncodedMessage }, keys)
      expect(JSON.parse(String(resultOf(decoded)['DecodedMessage']))).toMatchObject({
        allowed: false,
        explicitDeny: true,
      })
      expect(await bench.ask('StopInstances', order, keys, 'ec2')).toMatchObject(
        refused('UnauthorizedOperation'),
      )
      const TokenCode = await totpCode(MFA, Date.now())
      const session = keysIn(
        await bench.ask('GetSessionToken', { SerialNumber: MFA, TokenCode }, keys),
      )
      expect(resultOf(await bench.ask('StopInstances', order, session, 'ec2'))).toMatchObject({
        StoppingInstances: [{ InstanceId: INSTANCE, CurrentState: { Name: 'stopping' } }],
      })
      const wrong = { ...session, secret: 'x'.repeat(40) }
      expect(await bench.ask('StopInstances', order, wrong, 'ec2')).toMatchObject(
        refused('AuthFailure'),
      )
    },
  },
  {
    name: 'DecodeAuthorizationMessage: what is no message',
    play: async (bench) => {
      const came = await bench.ask(
        'DecodeAuthorizationMessage',
        { EncodedMessage: 'EXAMPLE' },
        await minji(),
      )
      expect(came).toMatchObject(refused('InvalidAuthorizationMessageException'))
    },
  },
  {
    name: 'Cognito: both flows, guests and members',
    service: 'cognito-identity',
    play: async (bench) => {
      const ask = (operation: string, parameters: object) =>
        bench.ask(operation, parameters, null, 'cognito-identity')
      const { IdentityId } = resultOf(await ask('GetId', { IdentityPoolId: IDENTITY_POOL_ID }))
      const guest = keysIn(await ask('GetCredentialsForIdentity', { IdentityId }))
      expect(await identity(bench, guest)).toContain('CognitoGuests/CognitoIdentityCredentials')

      const provider = USER_POOL_ISSUER.replace('https://', '')
      const Logins = { [provider]: await login(USER_POOL_ISSUER, 'minji') }
      const member = resultOf(await ask('GetId', { IdentityPoolId: MEMBERS_POOL_ID, Logins }))
      const shown = { IdentityId: member['IdentityId'], Logins }
      expect(
        await identity(bench, keysIn(await ask('GetCredentialsForIdentity', shown))),
      ).toContain('CognitoMembers/CognitoIdentityCredentials')

      const { Token } = resultOf(await ask('GetOpenIdToken', { IdentityId }))
      const basic = await bench.ask(
        'AssumeRoleWithWebIdentity',
        {
          RoleArn: roleArn('identity-pool-guest'),
          RoleSessionName: 'basic',
          WebIdentityToken: Token,
        },
        null,
      )
      expect(await identity(bench, keysIn(basic))).toContain('CognitoGuests/basic')
      expect(await ask('GetId', { IdentityPoolId: MEMBERS_POOL_ID })).toMatchObject(
        refused(
          'NotAuthorizedException',
          'Unauthenticated access is not supported for this identity pool.',
        ),
      )
    },
  },
  {
    name: 'AssumeRoot, GetDelegatedAccessToken, GetWebIdentityToken',
    isNew: true,
    play: async (bench) => {
      const keys = await keyOf('administrator')
      const task = { arn: 'arn:aws:iam::aws:policy/root-task/IAMAuditRootUserCredentials' }
      const order = { TargetPrincipal: '444455556666', TaskPolicyArn: task }
      expect(await identity(bench, keysIn(await bench.ask('AssumeRoot', order, keys)))).toContain(
        '444455556666',
      )
      expect(
        await bench.ask(
          'GetWebIdentityToken',
          { Audience: ['app'], SigningAlgorithm: 'ES384' },
          keys,
        ),
      ).toMatchObject(refused('OutboundWebIdentityFederationDisabledException'))
      const traded = await bench.ask('GetDelegatedAccessToken', { TradeInToken: 'EXAMPLE' }, keys)
      expect(traded.kind).toBe('error')
    },
  },
]
