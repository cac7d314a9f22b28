import { describe, expect, test } from 'vitest'
import { instantOf, MINUTE, SECOND } from '#domain/time/instant.ts'
import { encodeBase64 } from '#domain/federation/base64.ts'
import { fromBase64 } from './base64.ts'
import {
  issueAssertion,
  openAssertion,
  SAML_AUDIENCE,
  SAML_ISSUER,
  SAML_RECIPIENT,
} from './saml-assertion.ts'

const NOW = instantOf(2026, 11, 22, 1, 2, 3) ?? 0
const ROLE = {
  roleArn: 'arn:aws:iam::111122223333:role/path/Example',
  principalArn: 'arn:aws:iam::111122223333:saml-provider/Sandbox',
}
const issue = (change: Partial<Parameters<typeof issueAssertion>[0]> = {}) =>
  issueAssertion({ issuedAt: NOW, roles: [ROLE], ...change })
const text = (base64: string): string => new TextDecoder().decode(fromBase64(base64) ?? undefined)
const altered = async (change: (xml: string) => string) =>
  encodeBase64(new TextEncoder().encode(change(text(await issue()))))

describe('an assertion', () => {
  test('what is asserted is read', async () => {
    const opened = await openAssertion(
      await issue({
        subject: 'a&b <c>',
        roleSessionName: 'minji@example.com',
        sessionDurationSeconds: 7200,
        tags: [['team', 'blue & "red"']],
        transitiveTagKeys: ['team'],
      }),
      { now: NOW },
    )
    expect(opened).toEqual({
      fault: null,
      assertion: {
        issuer: SAML_ISSUER,
        subject: 'a&b <c>',
        subjectType: 'persistent',
        audience: SAML_AUDIENCE,
        recipient: SAML_RECIPIENT,
        issuedAt: NOW,
        notOnOrAfter: NOW + 5 * MINUTE,
        roles: [ROLE],
        roleSessionName: 'minji@example.com',
        sessionDurationSeconds: 7200,
        tags: [['team', 'blue & "red"']],
        transitiveTagKeys: ['team'],
      },
    })
  })

  test('absent parts are null', async () => {
    const bare = { audience: null, recipient: null, roleSessionName: null }
    expect(await openAssertion(await issue(bare), { now: NOW })).toMatchObject({ assertion: bare })
  })

  const cases: readonly (readonly [string, () => Promise<string>, object])[] = [
    ['empty', async () => '', { fault: 'not-a-response' }],
    ['no base64', async () => '<Response/>', { fault: 'not-base64' }],
    ['no XML', async () => btoa('assertion'), { fault: 'not-a-response' }],
    ['another document', async () => btoa('<a><Assertion/></a>'), { fault: 'not-a-response' }],
    [
      'another issuer',
      () => issue({ issuer: 'https://idp.example' }),
      { fault: 'other-issuer', issuer: 'https://idp.example' },
    ],
    [
      'another role',
      () => altered((xml) => xml.replace('/Example', '/Admin')),
      { fault: 'signature-differs' },
    ],
    [
      'no signature',
      () => altered((xml) => xml.replace(/<ds:Signature .*<\/ds:Signature>/, '')),
      { fault: 'signature-differs' },
    ],
    ['late', () => issue({ issuedAt: NOW - 5 * MINUTE }), { fault: 'expired', notOnOrAfter: NOW }],
    ['of later', () => issue({ issuedAt: NOW + 6 * MINUTE }), { fault: 'not-yet-valid' }],
  ]
  test.each(cases)('%s', async (_name, make, expected) => {
    expect(await openAssertion(await make(), { now: NOW })).toMatchObject(expected)
  })

  test('in its last second', async () => {
    const last = { now: NOW + 5 * MINUTE - SECOND }
    expect((await openAssertion(await issue(), last)).fault).toBeNull()
  })

  test('any other byte anywhere', async () => {
    const bytes = fromBase64(await issue()) ?? new Uint8Array()
    for (let at = 0; at < bytes.length; at++) {
      const other = bytes.slice()
      other[at] = (bytes[at] ?? 0) ^ (1 + (at % 255))
      expect(
        (await openAssertion(encodeBase64(other), { now: NOW })).fault,
        `at ${at}`,
      ).not.toBeNull()
    }
  })
})
