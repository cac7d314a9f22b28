import type { OperationName } from '#domain/sts/operations/descriptor.ts'
import { firstMessages } from '#messages/en/first.ts'
import { pasteOfPerson } from '#sandbox/lessons.ts'
import { SITUATION_REGION } from '#sandbox/situations.ts'
import {
  encodedMessage,
  MFA_SERIAL,
  mfaCode,
  roleFor,
  SAML_PROVIDER_ARN,
  samlResponse,
  webIdentityToken,
} from './issued.ts'
import { startRelay } from './servers.ts'
import { expect, test } from './test.ts'

const CALLS: readonly (readonly [
  operation: OperationName,
  values: () => Promise<Readonly<Record<string, string>>>,
  shown: string,
])[] = [
  [
    'AssumeRole',
    async () => ({ RoleArn: roleFor('same-account'), RoleSessionName: 'example' }),
    'assumed-role/DeveloperAccess/example',
  ],
  [
    'AssumeRoleWithSAML',
    async () => ({
      RoleArn: roleFor('saml'),
      PrincipalArn: SAML_PROVIDER_ARN,
      SAMLAssertion: await samlResponse(roleFor('saml')),
    }),
    'assumed-role/SamlAnalyst/minji',
  ],
  [
    'AssumeRoleWithWebIdentity',
    async () => ({
      RoleArn: roleFor('web-identity'),
      RoleSessionName: 'example',
      WebIdentityToken: await webIdentityToken(),
    }),
    'assumed-role/WebApplication/example',
  ],
  [
    'DecodeAuthorizationMessage',
    async () => ({ EncodedMessage: await encodedMessage('user-without-permissions') }),
    'ec2:StopInstances',
  ],
  ['GetFederationToken', async () => ({ Name: 'example' }), 'federated-user/example'],
  ['GetSessionToken', async () => ({ SerialNumber: MFA_SERIAL, TokenCode: await mfaCode() }), ''],
]

test('the seven operations over a real network', async ({ app, sts, watch }) => {
  test.slow()
  const relay = await startRelay(sts)
  watch.mayCall(new URL(relay.url).host)
  await app.open()
  const paste = await pasteOfPerson('user-with-mfa', SITUATION_REGION)
  watch.keepSecret({ secretAccessKey: /SECRET_ACCESS_KEY=(\S+)/.exec(paste)?.[1] ?? '' })
  await app.paste(paste)
  await app.field('accessKeyId').waitFor()
  await app.chooseCustom(relay.url)
  await app.ask()
  await expect(app.answer).toHaveAttribute('data-outcome', 'identified')
  let calls = 1
  for (const [operation, values, shown] of CALLS) {
    await test.step(operation, async () => {
      await app.call(operation, await values())
      await expect(app.reply(operation)).toHaveAttribute('data-outcome', 'done')
      await expect(app.reply(operation)).toContainText(shown)
      calls += 1
      await expect(app.ledger).toContainText(firstMessages.ledger.callsDetail(calls))
    })
  }
  // Two sessions of roles from providers, one of a role, one of a federated user, one of the user; and the user.
  await expect(app.tray.getByRole('row')).toHaveCount(1 + 6)
  expect(relay.methods.filter((method) => method === 'POST').length).toBe(calls)
  // One for each set of headers that is new to the browser.
  expect(relay.methods[0]).toBe('OPTIONS')
  await relay.close()
})

test('what a call minted signs the next one over the network', async ({ app, sts, watch }) => {
  await app.open()
  await app.paste(await pasteOfPerson('user-with-mfa', SITUATION_REGION))
  await app.field('accessKeyId').waitFor()
  await app.chooseCustom(sts)
  await app.call('AssumeRole', {
    RoleArn: roleFor('same-account'),
    RoleSessionName: 'example',
  })
  await app.chooseMinted()
  const { secretAccessKey, sessionToken } = await app.values()
  watch.keepSecret({ secretAccessKey: secretAccessKey ?? '', sessionToken: sessionToken ?? '' })
  await app.ask()
  await expect(app.answer).toHaveAttribute('data-outcome', 'identified')
  await expect(app.headline).toContainText('DeveloperAccess')
})
