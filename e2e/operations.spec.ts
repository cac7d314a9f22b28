import { encodeAccessKeyId } from '#domain/credentials/access-key-id.ts'
import type { OperationName } from '#domain/sts/operations/descriptor.ts'
import { OPERATIONS } from '#domain/sts/operations/operation-table.ts'
import { firstMessages } from '#messages/en/first.ts'
import { PARTNER_ACCOUNT } from '#sandbox/accounts/account-table.ts'
import { MISSING_ROLE_ARN } from '#sandbox/accounts/role-table.ts'
import { ACCOUNT } from '#sandbox/principal-table.ts'
import {
  alteredSamlResponse,
  alteredToken,
  encodedMessage,
  EXTERNAL_ID,
  expiredSamlResponse,
  expiredWebIdentityToken,
  MFA_SERIAL,
  mfaCode,
  roleFor,
  SAML_PROVIDER_ARN,
  samlResponse,
  webIdentityToken,
  wrongMfaCode,
} from './issued.ts'
import { expect, test } from './test.ts'

/** A refusal whose code is what matters here; which cause it has is the diagnosis's own matter. */
const ANY = Symbol('any cause')

type Values = Readonly<Record<string, string>>

/** One call: who is on the desk, what is filled in, and what must come of it. */
type Row = readonly [
  name: string,
  situation: string,
  values: Values | (() => Promise<Values>),
  /** The cause of a refusal; null where it is done. */
  cause: string | null | typeof ANY,
  /** Stands in the answer. */
  shown: string,
]

const MINJI = 'user-with-mfa'
const HANEUL = 'user-without-permissions'
const SESSION = 'valid-role-session'

const role = (roleArn: string, more: Values = {}): Values => ({
  RoleArn: roleArn,
  RoleSessionName: 'example',
  ...more,
})

const web =
  (token: () => Promise<string>, roleArn = roleFor('web-identity')) =>
  async () =>
    role(roleArn, { WebIdentityToken: await token() })

const saml =
  (response: () => Promise<string>, roleArn = roleFor('saml')) =>
  async () => ({
    RoleArn: roleArn,
    PrincipalArn: SAML_PROVIDER_ARN,
    SAMLAssertion: await response(),
  })

const mfa =
  (code: () => Promise<string>, more: Values = {}) =>
  async () => ({
    SerialNumber: MFA_SERIAL,
    TokenCode: await code(),
    ...more,
  })

const keyOf = (account: string) => encodeAccessKeyId({ prefix: 'AKIA', account, tail: 'ZEXAMPLE' })

const TASK = 'arn:aws:iam::aws:policy/root-task/IAMAuditRootUserCredentials'

const ROWS: Partial<Record<OperationName, readonly Row[]>> = {
  AssumeRole: [
    ['good', MINJI, role(roleFor('same-account')), null, 'assumed-role/DeveloperAccess/example'],
    ['with MFA', MINJI, mfa(mfaCode, role(roleFor('mfa-required'))), null, '/Operations/example'],
    [
      'does not trust',
      MINJI,
      role(roleFor('trusts-another')),
      'trust-policy-missing',
      'AccessDenied',
    ],
    // AWS says the same of a role that does not exist, and of any condition that is not met.
    ['missing role', MINJI, role(MISSING_ROLE_ARN), 'cannot-tell', 'AccessDenied'],
    [
      'external ID wrong',
      MINJI,
      role(roleFor('external-id'), { ExternalId: `${EXTERNAL_ID}-x` }),
      'cannot-tell',
      'AccessDenied',
    ],
    ['no MFA', MINJI, role(roleFor('mfa-required')), 'cannot-tell', 'AccessDenied'],
    [
      'chained for two hours',
      SESSION,
      role(roleFor('twelve-hours'), { DurationSeconds: '7200' }),
      'session-duration-limit',
      'ValidationError',
    ],
    [
      'the root user',
      'root-user',
      role(roleFor('same-account')),
      'root-not-allowed',
      'AccessDenied',
    ],
    [
      'key inactive',
      'inactive-key',
      role(roleFor('same-account')),
      'key-deleted-or-inactive',
      'InvalidClientTokenId',
    ],
  ],
  GetSessionToken: [
    ['with MFA', MINJI, mfa(mfaCode), null, ''],
    ['the root user', 'root-user', {}, null, ''],
    ['wrong code', MINJI, mfa(wrongMfaCode), 'mfa-code-rejected', 'AccessDenied'],
    ['another’s device', HANEUL, mfa(mfaCode), 'mfa-code-rejected', 'AccessDenied'],
    ['session credentials', SESSION, {}, 'session-type-not-allowed', 'AccessDenied'],
  ],
  GetFederationToken: [
    [
      'good',
      MINJI,
      {
        Name: 'example',
        Policy:
          '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"ec2:Describe*","Resource":"*"}]}',
      },
      null,
      'federated-user/example',
    ],
    ['not allowed', HANEUL, { Name: 'example' }, 'identity-policy-missing', 'AccessDenied'],
    [
      'session credentials',
      SESSION,
      { Name: 'example' },
      'session-type-not-allowed',
      'AccessDenied',
    ],
    [
      'policy without a vendor',
      MINJI,
      {
        Name: 'example',
        Policy:
          '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"Describe","Resource":"*"}]}',
      },
      'policy-invalid-or-too-large',
      'MalformedPolicyDocument',
    ],
  ],
  AssumeRoleWithWebIdentity: [
    ['good', MINJI, web(() => webIdentityToken()), null, 'assumed-role/WebApplication/example'],
    [
      'expired',
      MINJI,
      web(expiredWebIdentityToken),
      'web-identity-token-expired',
      'ExpiredTokenException',
    ],
    [
      'other audience',
      MINJI,
      web(() => webIdentityToken({ aud: 'another-EXAMPLE' })),
      'oidc-aud-mismatch',
      'InvalidIdentityToken',
    ],
    [
      'altered byte',
      MINJI,
      web(async () => alteredToken(await webIdentityToken())),
      'cannot-tell',
      'InvalidIdentityToken',
    ],
    [
      'other subject',
      MINJI,
      web(() => webIdentityToken({ sub: 'repo:other/one' })),
      'cannot-tell',
      'AccessDenied',
    ],
    [
      'other issuer',
      MINJI,
      web(() => webIdentityToken({ iss: 'https://other.example' })),
      'cannot-tell',
      'InvalidIdentityToken',
    ],
  ],
  AssumeRoleWithSAML: [
    [
      'good',
      MINJI,
      saml(() => samlResponse(roleFor('saml'))),
      null,
      'assumed-role/SamlAnalyst/minji',
    ],
    [
      'altered',
      MINJI,
      saml(async () => alteredSamlResponse(await samlResponse(roleFor('saml')))),
      'saml-mapping',
      'InvalidIdentityToken',
    ],
    [
      'expired',
      MINJI,
      saml(() => expiredSamlResponse(roleFor('saml'))),
      'saml-response-expired',
      'ExpiredTokenException',
    ],
    [
      'role not offered',
      MINJI,
      saml(() => samlResponse(roleFor('same-account'))),
      'cannot-tell',
      'AccessDenied',
    ],
  ],
  DecodeAuthorizationMessage: [
    [
      'good',
      MINJI,
      async () => ({ EncodedMessage: await encodedMessage(HANEUL) }),
      null,
      'ec2:StopInstances',
    ],
    [
      'may not',
      HANEUL,
      async () => ({ EncodedMessage: await encodedMessage(HANEUL) }),
      'identity-policy-missing',
      'AccessDenied',
    ],
    [
      'another account',
      MINJI,
      async () => ({ EncodedMessage: await encodedMessage('under-service-control-policy') }),
      'encoded-message-invalid',
      'InvalidAuthorizationMessageException',
    ],
    [
      'garbage',
      MINJI,
      { EncodedMessage: 'EXAMPLEnotAMessage_0'.repeat(6) },
      'encoded-message-invalid',
      'InvalidAuthorizationMessageException',
    ],
  ],
  GetAccessKeyInfo: [
    ['good', MINJI, { AccessKeyId: keyOf(PARTNER_ACCOUNT) }, null, PARTNER_ACCOUNT],
    [
      'an ID that no account has',
      MINJI,
      { AccessKeyId: 'AKIAEXAMPLE000000000' },
      ANY,
      'InvalidClientTokenId',
    ],
    ['secret wrong', 'wrong-secret', { AccessKeyId: keyOf(ACCOUNT) }, ANY, 'SignatureDoesNotMatch'],
    [
      'key inactive',
      'inactive-key',
      { AccessKeyId: keyOf(ACCOUNT) },
      'key-deleted-or-inactive',
      'InvalidClientTokenId',
    ],
  ],
  AssumeRoot: [
    ['good', 'administrator', { TargetPrincipal: PARTNER_ACCOUNT, TaskPolicyArn: TASK }, null, ''],
    [
      'own account',
      'administrator',
      { TargetPrincipal: ACCOUNT, TaskPolicyArn: TASK },
      'cannot-tell',
      'AccessDenied',
    ],
    [
      'not allowed',
      MINJI,
      { TargetPrincipal: PARTNER_ACCOUNT, TaskPolicyArn: TASK },
      'identity-policy-missing',
      'AccessDenied',
    ],
    [
      'not the management account',
      'under-service-control-policy',
      { TargetPrincipal: ACCOUNT, TaskPolicyArn: TASK },
      'cannot-tell',
      'AccessDenied',
    ],
  ],
  GetWebIdentityToken: [
    [
      'switched off',
      'administrator',
      { Audience: 'https://api.example', SigningAlgorithm: 'RS256' },
      ANY,
      'OutboundWebIdentityFederationDisabledException',
    ],
    [
      'not allowed',
      HANEUL,
      { Audience: 'https://api.example', SigningAlgorithm: 'RS256' },
      'identity-policy-missing',
      'AccessDenied',
    ],
  ],
  GetDelegatedAccessToken: [
    [
      'expired',
      'administrator',
      { TradeInToken: 'EXAMPLE0123456789abcdef' },
      ANY,
      'ExpiredTradeInTokenException',
    ],
    [
      'not allowed',
      HANEUL,
      { TradeInToken: 'EXAMPLE0123456789abcdef' },
      'identity-policy-missing',
      'AccessDenied',
    ],
  ],
}

for (const [operation, rows] of Object.entries(ROWS) as [OperationName, readonly Row[]][]) {
  test(`${operation} on the sandbox`, async ({ app }) => {
    // Several calls stand in one page; a loaded machine takes its time for them.
    test.slow()
    await app.open()
    for (const [name, situation, values, cause, shown] of rows) {
      await test.step(name, async () => {
        await app.enter(situation)
        await app.call(operation, typeof values === 'function' ? await values() : values)
        const reply = app.reply(operation)
        await expect(reply).toHaveAttribute('data-outcome', cause === null ? 'done' : 'refused')
        if (typeof cause === 'string') await expect(reply).toHaveAttribute('data-cause', cause)
        await expect(reply).toContainText(shown)
        // What was minted is held beside what was there; a refusal adds nothing.
        const isMinted = cause === null && OPERATIONS[operation].mints !== null
        await expect(app.tray.getByRole('row')).toHaveCount(isMinted ? 3 : 0)
        await expect(app.ledger).toContainText(firstMessages.ledger.callsDetail(0))
        await app.clear()
        await expect(reply).toHaveCount(0)
      })
    }
  })
}
