import { decodedMessages } from '#messages/en/decoded.ts'
import { firstMessages } from '#messages/en/first.ts'
import { toldMessages } from '#messages/en/told.ts'
import { workMessages } from '#messages/en/work.ts'
import { PASTES } from './credentials.ts'
import { expect, test } from './test.ts'

const DENIED =
  'An error occurred (AccessDenied) when calling the AssumeRole operation: User: arn:aws:sts::111122223333:assumed-role/Example/minji is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/Deploy because no identity-based policy allows the sts:AssumeRole action'

const TEXTS = [
  ['a denial', DENIED, 'identity-policy-missing'],
  [
    'a log line with colours',
    '2026-11-22T01:29:46Z \u001B[31mERROR\u001B[0m An error occurred (ExpiredToken) when calling the GetCallerIdentity operation: The security token included in the request is expired',
    'expired-session',
  ],
  [
    'a code that fits many causes',
    'An error occurred (InvalidClientTokenId) when calling the GetCallerIdentity operation: The security token included in the request is invalid.',
    'cannot-tell',
  ],
] as const

for (const [name, text, cause] of TEXTS) {
  test(`an error text is explained without asking: ${name}`, async ({ app, page }) => {
    await app.open()
    await app.paste(text)
    await expect(app.answer).toHaveAttribute('data-outcome', 'told')
    await expect(app.answer).toHaveAttribute('data-cause', cause)
    await expect(app.box).toHaveValue(text)
    await expect(app.unreadable).toBeHidden()
    await expect(page.getByRole('heading', { name: toldMessages.read.title })).toBeVisible()
  })
}

test('a denial is taken apart, with a statement to ask for and a note to hand on', async ({
  app,
  page,
}) => {
  await app.open()
  await app.paste(DENIED)
  const part = (label: string) => page.getByRole('definition').filter({ hasText: label })
  await expect(part('arn:aws:iam::444455556666:role/Deploy').first()).toBeVisible()
  // Once in the first step, once as a policy.
  const resource = page.getByText('"Resource": "arn:aws:iam::444455556666:role/Deploy"')
  await expect(resource).toHaveCount(2)
  await expect(
    page.getByRole('button', {
      name: workMessages.copy.label(toldMessages.denial.noteLabel),
    }),
  ).toBeVisible()
})

test('prose is not explained', async ({ app }) => {
  await app.open()
  await app.paste('The meeting is at ten, and nothing has failed so far.')
  await expect(app.unreadable).toBeVisible()
  await expect(app.answer).toBeHidden()
})

test('offline, an error text is explained all the same', async ({ app, context }) => {
  await app.open()
  await context.setOffline(true)
  await app.paste(DENIED)
  await expect(app.answer).toHaveAttribute('data-cause', 'identity-policy-missing')
})

test('a secret in the place of the key ID is held back, and put in place on one press', async ({
  app,
  page,
  watch,
  credentials,
}) => {
  await app.open()
  watch.keepSecret(credentials)
  await app.paste(
    PASTES['export lines']({
      ...credentials,
      accessKeyId: credentials.secretAccessKey,
      secretAccessKey: credentials.accessKeyId,
    }),
  )
  await expect(app.primary).toHaveAttribute('aria-disabled', 'true')
  // What would leave is told as it is, also while it is held back.
  await expect(page.getByText(workMessages.before.leavesSecret)).toBeVisible()
  await expect(page.getByText(workMessages.before.staysDetail)).toBeHidden()
  await page.keyboard.press('Control+Enter')
  await page.getByRole('button', { name: workMessages.ask.putInPlace }).click()
  await expect(app.primary).toHaveAttribute('aria-disabled', 'false')
  await expect(page.getByText(workMessages.before.staysDetail)).toBeVisible()
  await expect(app.field('accessKeyId')).toContainText(credentials.accessKeyId)
})

const DECODED = {
  allowed: false,
  explicitDeny: false,
  matchedStatements: { items: [] },
  failures: { items: [] },
  context: {
    principal: {
      id: 'AROARTX3GSDSQDEXAMPLE:minji',
      arn: 'arn:aws:sts::111122223333:assumed-role/Example/minji',
    },
    action: 'ec2:StopInstances',
    resource: 'arn:aws:ec2:us-east-1:111122223333:instance/i-0123456789EXAMPLE',
    conditions: {
      items: [{ key: 'aws:MultiFactorAuthPresent', values: { items: [{ value: 'false' }] } }],
    },
  },
}

test('an encoded message beside credentials is decoded on one press', async ({
  app,
  page,
  watch,
  credentials,
}) => {
  const host = 'sts.ap-northeast-2.amazonaws.com'
  watch.mayCall(host)
  await page.route(`https://${host}/`, (route) =>
    route.fulfill({
      status: 200,
      contentType: 'text/xml',
      headers: { 'access-control-allow-origin': '*' },
      body: `<DecodeAuthorizationMessageResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><DecodeAuthorizationMessageResult><DecodedMessage>${JSON.stringify(DECODED).replaceAll('"', '&quot;')}</DecodedMessage></DecodeAuthorizationMessageResult><ResponseMetadata><RequestId>00000000-0000-4000-8000-000000000000</RequestId></ResponseMetadata></DecodeAuthorizationMessageResponse>`,
    }),
  )
  await app.open()
  watch.keepSecret(credentials)
  const encoded = 'EXAMPLEencodedMessage_0'.repeat(12)
  await app.paste(
    `${PASTES['export lines'](credentials)}\nAn error occurred (UnauthorizedOperation) when calling the StopInstances operation: You are not authorized to perform this operation. User: arn:aws:sts::111122223333:assumed-role/Example/minji is not authorized to perform: ec2:StopInstances on resource: arn:aws:ec2:us-east-1:111122223333:instance/i-0123456789EXAMPLE because no identity-based policy allows the ec2:StopInstances action. Encoded authorization failure message: ${encoded}\n`,
  )
  await page.getByRole('button', { name: decodedMessages.decode }).click()
  await expect(page.getByText('aws:MultiFactorAuthPresent').first()).toBeVisible()
  await expect(app.ledger).toContainText(firstMessages.ledger.callsDetail(1))
})
