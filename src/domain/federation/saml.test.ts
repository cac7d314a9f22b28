import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { encodeBase64 } from './base64.ts'
import { readSamlResponse } from './read-saml-response.ts'
import { encodeSamlResponse, writeSamlResponse } from './write-saml-response.ts'
import type { SamlAssertion } from './write-saml-response.ts'

const NOW = Date.parse('2026-11-22T01:00:00Z')
const MINUTE = 60_000
const ROLE = 'arn:aws:iam::111122223333:role/Example'
const PROVIDER = 'arn:aws:iam::111122223333:saml-provider/Example'
const SAID: SamlAssertion = {
  id: 'EXAMPLE0',
  issuer: 'https://idp.example.com/metadata?a=1&b=2',
  destination: 'https://signin.aws.amazon.com/saml',
  audience: 'urn:amazon:webservices',
  nameId: 'minji@example.com',
  nameIdFormat: 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent',
  issuedAt: NOW - MINUTE,
  notOnOrAfter: NOW + 4 * MINUTE,
  sessionNotOnOrAfter: NOW + 60 * MINUTE,
  roles: [
    { roleArn: ROLE, providerArn: PROVIDER },
    { roleArn: `${ROLE}Two`, providerArn: PROVIDER },
  ],
  roleSessionName: 'minji',
  sessionDuration: 3600,
  principalTags: [{ key: 'Team', values: ['a <b>', 'c'] }],
  transitiveTagKeys: ['Team'],
  sourceIdentity: 'minji',
}
const XML = writeSamlResponse(SAID, 'EXAMPLEsignature')
const BASE64 = encodeSamlResponse(XML)

const write = (changes: Partial<SamlAssertion>): string =>
  encodeSamlResponse(writeSamlResponse({ ...SAID, ...changes }, 'EXAMPLEsignature'))
const replace = (from: string | RegExp, to: string): string => {
  const changed = XML.replace(from, to)
  expect(changed).not.toBe(XML)
  return encodeSamlResponse(changed)
}
const problems = (text: string, now: number | null = NOW): readonly string[] =>
  readSamlResponse(text, now).problems.map(
    ({ problem, severity }) => `${severity === 'warning' ? '?' : ''}${problem}`,
  )

test('what is written is read', () => {
  const reading = readSamlResponse(BASE64, NOW)
  expect(reading).toMatchObject({
    kind: 'read',
    form: 'base64',
    repairs: [],
    isSignatureChecked: false,
    problems: [],
    facts: {
      issuer: SAID.issuer,
      destination: SAID.destination,
      recipient: SAID.destination,
      audiences: [SAID.audience],
      issuedAt: SAID.issuedAt,
      notBefore: SAID.issuedAt,
      notOnOrAfter: SAID.notOnOrAfter,
      confirmationEnds: SAID.notOnOrAfter,
      redeemBefore: NOW + 4 * MINUTE,
      sessionNotOnOrAfter: SAID.sessionNotOnOrAfter,
      nameId: SAID.nameId,
      nameIdFormat: SAID.nameIdFormat,
      roles: SAID.roles,
      roleSessionName: 'minji',
      sessionDuration: 3600,
      principalTags: SAID.principalTags,
      transitiveTagKeys: ['Team'],
      sourceIdentity: 'minji',
      otherAttributes: [],
      isResponseSigned: false,
      isAssertionSigned: true,
    },
  })
  if (reading.kind !== 'read') throw new Error('not read')
  expect(reading.assertion.reveal()).toBe(BASE64)
  expect(JSON.stringify(reading)).not.toContain(BASE64.slice(0, 100))
})

describe('where it stands', () => {
  const wrapped = BASE64.replace(/.{76}/g, '$&\r\n')
  const encoded = encodeURIComponent(BASE64)
  test.each([
    ['in lines', wrapped, 'base64', ['white-space']],
    ['in quotes', `"${BASE64}"`, 'base64', ['quotes']],
    ['percent-encoded', encoded, 'base64', ['percent-encoding']],
    ['in a form body', `SAMLResponse=${encoded}&RelayState=x`, 'form-body', []],
    ['in a form body, not first', `RelayState=&SAMLResponse=${encoded}`, 'form-body', []],
    ['in a form body that is not encoded', `SAMLResponse=${BASE64}`, 'form-body', []],
    ['as a view of form data', `RelayState: x\nSAMLResponse: ${BASE64}`, 'form-body', []],
    [
      'in a page',
      `<html><form><input type="hidden" name="SAMLResponse" value="${BASE64.replaceAll('+', '&#x2b;')}"/></form></html>`,
      'form-body',
      [],
    ],
    ['in a page, value first', `<input value="${BASE64}" name="SAMLResponse">`, 'form-body', []],
    ['as XML', `\n${XML}\n`, 'xml', []],
  ])('%s', (_, text, form, repairs) => {
    const reading = readSamlResponse(text, NOW)
    expect(reading).toMatchObject({ kind: 'read', form, repairs, problems: [] })
    if (reading.kind === 'read') expect(reading.assertion.reveal()).toBe(BASE64)
  })

  test('plus signs that became blanks come back, the last one too', () => {
    // The text must have plus signs: »>>>« gives them.
    const text = write({ nameId: '>>>>ÿÿ>>~~~' })
    expect(text).toMatch(/\+.*\+$/)
    const reading = readSamlResponse(text.replaceAll('+', ' '), NOW)
    expect(reading).toMatchObject({ kind: 'read', repairs: ['plus-signs'] })
  })
})

test('role and provider in the other order', () => {
  const reading = readSamlResponse(replace(`${ROLE},${PROVIDER}`, `${PROVIDER}, ${ROLE}`), NOW)
  expect(reading).toMatchObject({ facts: { roles: SAID.roles }, problems: [] })
})

test('it must be redeemed five minutes after issuance, whatever it says', () => {
  const text = write({ issuedAt: NOW - 6 * MINUTE, notOnOrAfter: NOW + 60 * MINUTE })
  expect(readSamlResponse(text, NOW)).toMatchObject({ facts: { redeemBefore: NOW - MINUTE } })
  expect(problems(text)).toEqual(['?redeemed-too-late'])
})

describe('problems of a response that is read', () => {
  test.each([
    ['no signature', encodeSamlResponse(writeSamlResponse(SAID, '')), ['not-signed']],
    [
      'a refusal of the provider',
      replace('status:Success', 'status:Responder'),
      ['status-not-success'],
    ],
    [
      'an encrypted assertion',
      encodeSamlResponse(
        '<Response><Status><StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></Status><EncryptedAssertion/></Response>',
      ),
      ['?encrypted-assertion'],
    ],
    ['no assertion', encodeSamlResponse('<Response/>'), ['no-assertion']],
    [
      'two assertions',
      replace('</samlp:Response>', '<saml:Assertion/></samlp:Response>'),
      ['?several-assertions'],
    ],
    [
      'an assertion without its response',
      encodeSamlResponse(/<saml:Assertion.*<\/saml:Assertion>/.exec(XML)?.[0] ?? ''),
      ['bare-assertion'],
    ],
    ['no roles', write({ roles: [] }), ['no-roles']],
    ['a role without a provider', replace(`,${PROVIDER}`, ''), ['?role-malformed']],
    ['no session name', write({ roleSessionName: null }), ['no-role-session-name']],
    [
      'a session name with a blank',
      write({ roleSessionName: 'Min Ji' }),
      ['role-session-name-malformed'],
    ],
    ['a duration of 14 hours', write({ sessionDuration: 50_400 }), ['?session-duration-malformed']],
    ['another audience', write({ audience: 'https://sp.example.com' }), ['?audience-not-aws']],
    [
      'no audience',
      replace(/<saml:AudienceRestriction>.*<\/saml:AudienceRestriction>/, ''),
      ['?no-audience'],
    ],
    [
      'another recipient',
      write({ destination: 'https://sp.example.com/saml' }),
      ['?recipient-not-aws'],
    ],
    [
      'no confirmation',
      replace(/<saml:SubjectConfirmation .*<\/saml:SubjectConfirmation>/, ''),
      ['?no-recipient', '?no-redeem-time'],
    ],
    ['too late', write({ notOnOrAfter: NOW }), ['?redeemed-too-late', '?conditions-ended']],
    ['too early', write({ issuedAt: NOW + MINUTE }), ['?not-yet-valid']],
    ['a session that has ended', write({ sessionNotOnOrAfter: NOW }), ['?session-ended']],
    [
      'a time that is none',
      replace(/ SessionNotOnOrAfter="[^"]*"/, ' SessionNotOnOrAfter="soon"'),
      ['?time-malformed'],
    ],
    ['more than STS takes', write({ nameId: 'x'.repeat(80_000) }), ['too-long-for-sts']],
    [
      'a Regional sign-in',
      write({
        destination: 'https://eu-west-1.signin.aws.amazon.com/saml',
        audience: 'https://eu-west-1.signin.aws.amazon.com/saml',
      }),
      [],
    ],
    [
      'China',
      write({
        destination: 'https://signin.amazonaws.cn/saml',
        audience: 'urn:amazon:webservices:cn-north-1',
      }),
      [],
    ],
  ])('%s', (_, text, expected) => {
    expect(readSamlResponse(text, NOW).kind).toBe('read')
    expect(problems(text)).toEqual(expected)
  })

  test('without a clock no time is judged', () => {
    expect(problems(write({ notOnOrAfter: NOW - 60 * MINUTE }), null)).toEqual([])
  })
})

describe('no response', () => {
  test.each([
    ['nothing', ' \n', 'empty'],
    ['a sentence', 'not a response', 'not-base64'],
    [
      'base64 of something else',
      encodeBase64(new TextEncoder().encode('hello, hello, hello')),
      'not-xml',
    ],
    ['compressed, as in a redirect', encodeBase64(new Uint8Array(40).fill(0x9d)), 'not-text'],
    ['cut base64', BASE64.slice(0, 200), 'not-xml'],
    ['cut XML', XML.slice(0, 200), 'not-xml'],
    ['a document type', `<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>${XML}`, 'doctype'],
    ['an entity', XML.replace('minji', '&xxe;'), 'not-xml'],
    ['a request', encodeSamlResponse('<samlp:AuthnRequest/>'), 'is-a-request'],
    ['the field of a request', 'SAMLRequest=fZFfa8IwFMW&RelayState=x', 'is-a-request'],
    ['a form without it', 'RelayState=x&a=b', 'no-response-field'],
    ['other XML', '<feed/>', 'not-a-response'],
    ['a deep one', '<a>'.repeat(100), 'not-xml'],
    ['50 MB', 'A'.repeat(50_000_000), 'too-large'],
  ])('%s', (_, text, problem) => {
    expect(readSamlResponse(text, NOW)).toMatchObject({
      kind: 'unread',
      problems: [{ problem, severity: 'error' }],
    })
  })
})

test('never throws', () => {
  const piece = fc.constantFrom(
    'SAMLResponse=',
    '&',
    '%2B',
    '%',
    BASE64.slice(0, 50),
    '<',
    'RelayState=',
    '<input name="SAMLResponse" value="',
    '\n',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 12 }), (pieces) => {
      expect(['read', 'unread']).toContain(readSamlResponse(pieces.join(''), NOW).kind)
    }),
  )
})

test('any facts come back', () => {
  const text = fc
    .string({ minLength: 1, unit: fc.constantFrom(...'aB1 <>&"\'é日'.split('')) })
    .map((one) => one.trim() || 'x')
  fc.assert(
    fc.property(
      text,
      text,
      fc.array(fc.record({ key: text, values: fc.array(text, { minLength: 1 }) })),
      (issuer, nameId, principalTags) => {
        const reading = readSamlResponse(write({ issuer, nameId, principalTags }), null)
        expect(reading).toMatchObject({ facts: { issuer, nameId, principalTags } })
      },
    ),
  )
})
