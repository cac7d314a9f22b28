import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { HOUR, MINUTE, SECOND } from '../time/instant.ts'
import type { FailedOutcome } from './case.ts'
import type { Cause } from './causes.ts'
import { diagnose } from './diagnose.ts'
import {
  EXAMPLE,
  facts,
  keyId,
  refused,
  secret,
  token,
  unreachable,
  unreadable,
  version1,
} from './examples.ts'
import type { DiagnosisFacts } from './facts.ts'
import type { Certainty } from './finding.ts'
import { RULES } from './rules.ts'

const STOP = refused(
  'InvalidClientTokenId',
  'The security token included in the request is invalid.',
)
const NO_STOP = refused(
  'InvalidClientTokenId',
  'The security token included in the request is invalid',
)
const MISMATCH = refused(
  'SignatureDoesNotMatch',
  'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.',
)
const longTerm = { accessKeyId: keyId({ kind: 'long-term' }), sessionToken: null }
const nothing = { accessKeyId: null, secretAccessKey: null, sessionToken: null }
const custom = { ...EXAMPLE.usual, kind: 'custom', host: '127.0.0.1:4566' } as const

function denied(action: string, tail: string, principal = 'assumed-role/ExampleRole/example') {
  return refused(
    'AccessDenied',
    `User: arn:aws:sts::111122223333:${principal} is not authorized to perform: ${action} on resource: arn:aws:iam::444455556666:role/ExampleTarget${tail}`,
  )
}

type Row = readonly [
  name: string,
  outcome: ReturnType<typeof refused>,
  facts: DiagnosisFacts,
  cause: Cause | 'cannot-tell',
  certainty: Certainty | null,
]

const ROWS: readonly Row[] = [
  [
    'ASIA without token, no full stop',
    NO_STOP,
    facts({ credentials: { sessionToken: null } }),
    'missing-session-token',
    'certain',
  ],
  ['nothing known', STOP, facts({ credentials: nothing }), 'cannot-tell', null],
  ['nothing known, no full stop', NO_STOP, facts({ credentials: nothing }), 'cannot-tell', null],
  ['three whole values', NO_STOP, facts(), 'cannot-tell', null],
  ['three whole values, full stop', STOP, facts(), 'cannot-tell', null],
  [
    'a damaged token',
    NO_STOP,
    facts({ credentials: { sessionToken: token({ state: 'damaged' }) } }),
    'credential-mangled',
    'likely',
  ],
  [
    'a token with foreign characters',
    NO_STOP,
    facts({
      credentials: {
        sessionToken: token({
          state: 'damaged',
          flaws: [{ flaw: 'foreign-characters', count: 1 }],
        }),
      },
    }),
    'credential-mangled',
    'likely',
  ],
  [
    'a key ID of 19 characters with a token',
    STOP,
    facts({
      credentials: { accessKeyId: keyId({ flaws: [{ flaw: 'length', expected: 20, seen: 19 }] }) },
    }),
    'credential-mangled',
    'likely',
  ],
  [
    'a blank in the token',
    NO_STOP,
    facts({
      credentials: {
        sessionToken: token({ state: 'damaged', flaws: [{ flaw: 'blanks', count: 2 }] }),
      },
    }),
    'credential-whitespace',
    'likely',
  ],
  [
    'two accounts',
    NO_STOP,
    facts({ credentials: { sessionToken: token({ account: '444455556666' }) } }),
    'long-term-and-session-key-mixed',
    'likely',
  ],
  [
    'version 1 in an opt-in Region, full stop',
    STOP,
    facts({ credentials: { sessionToken: version1() }, target: EXAMPLE.optIn }),
    'v1-token-in-opt-in-region',
    'likely',
  ],
  [
    'a damaged version 1 token in an opt-in Region: two likely causes',
    NO_STOP,
    facts({ credentials: { sessionToken: version1({ state: 'damaged' }) }, target: EXAMPLE.optIn }),
    'cannot-tell',
    null,
  ],
  [
    'version 1 in a default Region',
    NO_STOP,
    facts({ credentials: { sessionToken: version1() } }),
    'cannot-tell',
    null,
  ],
  ['version 2 in an opt-in Region', NO_STOP, facts({ target: EXAMPLE.optIn }), 'cannot-tell', null],
  [
    'a long-term key in an opt-in Region',
    STOP,
    facts({ credentials: longTerm, target: EXAMPLE.optIn }),
    'cannot-tell',
    null,
  ],
  ['a long-term key, no full stop', NO_STOP, facts({ credentials: longTerm }), 'cannot-tell', null],
  [
    "AWS's documentation key",
    STOP,
    facts({
      credentials: {
        ...longTerm,
        accessKeyId: keyId({ kind: 'long-term', isDocumentation: true, account: null }),
      },
    }),
    'localstack-key-on-aws',
    'certain',
  ],
  [
    "AWS's temporary documentation key without token",
    STOP,
    facts({
      credentials: {
        accessKeyId: keyId({ isDocumentation: true, account: null }),
        sessionToken: null,
      },
    }),
    'localstack-key-on-aws',
    'certain',
  ],
  [
    'a long-term key ID without its first letter',
    STOP,
    facts({
      credentials: {
        accessKeyId: keyId({
          kind: 'other',
          account: null,
          flaws: [{ flaw: 'length', expected: 20, seen: 19 }],
        }),
        sessionToken: null,
      },
    }),
    'key-deleted-or-inactive',
    'likely',
  ],
  [
    'a key of no AWS shape at an emulator',
    STOP,
    facts({
      credentials: {
        accessKeyId: keyId({
          kind: 'other',
          account: null,
          flaws: [{ flaw: 'length', expected: 20, seen: 4 }],
        }),
        sessionToken: null,
      },
      target: custom,
    }),
    'cannot-tell',
    null,
  ],
  [
    'a token from China at a commercial Region',
    NO_STOP,
    facts({ credentials: { sessionToken: token({ region: 'cn-north-1' }) } }),
    'wrong-partition',
    'likely',
  ],
  [
    'a token 30 s old',
    NO_STOP,
    facts({ credentials: { sessionToken: token({ issuedAt: EXAMPLE.now - 30 * SECOND }) } }),
    'cannot-tell',
    null,
  ],
  [
    'values swapped',
    STOP,
    facts({
      credentials: {
        accessKeyId: keyId({
          kind: 'other',
          prefix: null,
          account: null,
          looksLike: 'secret-access-key',
        }),
      },
    }),
    'fields-swapped',
    'likely',
  ],
  [
    'expired, expiration ahead',
    refused('ExpiredToken', 'The security token included in the request is expired'),
    facts({ expiration: EXAMPLE.now + HOUR }),
    'expired-session',
    'certain',
  ],
  [
    'expired in JSON',
    refused('ExpiredTokenException', 'The security token included in the request is expired', 400),
    facts(),
    'expired-session',
    'certain',
  ],
  [
    'an expired web identity token',
    refused(
      'ExpiredTokenException',
      'Token expired: current date/time 2 must be before the expiration date/time 1',
      400,
    ),
    facts(),
    'web-identity-token-expired',
    'certain',
  ],
  ['wrong secret', MISMATCH, facts(), 'credential-mangled', 'likely'],
  [
    'wrong secret of a long-term key',
    MISMATCH,
    facts({ credentials: longTerm }),
    'credential-mangled',
    'likely',
  ],
  [
    'a secret of 36 characters',
    MISMATCH,
    facts({ credentials: { secretAccessKey: secret({ flaw: 'length', expected: 40, seen: 36 }) } }),
    'credential-mangled',
    'likely',
  ],
  [
    'a secret with a blank',
    MISMATCH,
    facts({ credentials: { secretAccessKey: secret({ flaw: 'blanks', count: 1 }) } }),
    'credential-whitespace',
    'likely',
  ],
  [
    'a token in the place of the secret',
    MISMATCH,
    facts({ credentials: { secretAccessKey: { ...secret(), looksLike: 'session-token' } } }),
    'fields-swapped',
    'likely',
  ],
  [
    'signed too early',
    refused(
      'SignatureDoesNotMatch',
      'Signature not yet current: 20261122T013204Z is still later than 20261122T012704Z (20261122T011204Z + 15 min.)',
    ),
    facts({ differenceMs: 20 * MINUTE }),
    'clock-skew',
    'certain',
  ],
  [
    'signed too late, header unreadable',
    refused(
      'SignatureDoesNotMatch',
      'Signature expired: 20261122T011204Z is now earlier than 20261122T011704Z (20261122T013204Z - 15 min.)',
    ),
    facts({ differenceMs: null }),
    'clock-skew',
    'certain',
  ],
  [
    'signed too late, though the clocks agree',
    refused(
      'SignatureDoesNotMatch',
      'Signature expired: 20261122T011204Z is now earlier than 20261122T011704Z (20261122T013204Z - 15 min.)',
    ),
    facts(),
    'cannot-tell',
    null,
  ],
  [
    'another scope service',
    refused('SignatureDoesNotMatch', "Credential should be scoped to correct service: 'sts'. "),
    facts(),
    'signer-faulty',
    'likely',
  ],
  ['an empty mismatch', refused('SignatureDoesNotMatch'), facts(), 'cannot-tell', null],
  [
    'an unknown mismatch',
    refused('SignatureDoesNotMatch', 'Something new.'),
    facts(),
    'cannot-tell',
    null,
  ],
  [
    'torn at a blank, no values known',
    refused(
      'IncompleteSignature',
      "'x/20261122/us-east-1/sts/aws4_request' not a valid key=value pair (missing equal-sign) in Authorization header",
      400,
    ),
    facts({ credentials: nothing }),
    'credential-whitespace',
    'likely',
  ],
  [
    'a slash in the key ID, no values known',
    refused(
      'IncompleteSignature',
      "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got 'a/b/20261122/us-east-1/sts/aws4_request'",
      400,
    ),
    facts({ credentials: nothing }),
    'fields-swapped',
    'likely',
  ],
  [
    'an unknown incompleteness',
    refused('IncompleteSignature', 'Something new.', 400),
    facts(),
    'cannot-tell',
    null,
  ],
  [
    'RequestExpired alone',
    refused('RequestExpired', '', 400),
    facts({ differenceMs: null }),
    'clock-skew',
    'likely',
  ],
  [
    'RequestExpired and a clock 20 minutes off',
    refused('RequestExpired', '', 400),
    facts({ differenceMs: -20 * MINUTE }),
    'clock-skew',
    'certain',
  ],
  [
    'RequestExpired and clocks that agree',
    refused('RequestExpired', '', 400),
    facts(),
    'cannot-tell',
    null,
  ],
  ['InternalFailure', refused('InternalFailure', '', 500), facts(), 'aws-side-failure', 'certain'],
  [
    'Throttling',
    refused('Throttling', 'Rate exceeded', 400),
    facts(),
    'aws-side-failure',
    'certain',
  ],
  [
    'an unknown code with 503',
    refused('SomethingNew', '', 503),
    facts(),
    'aws-side-failure',
    'likely',
  ],
  ['an unknown code', refused('SomethingNew', 'Words.', 400), facts(), 'cannot-tell', null],
  [
    'GetCallerIdentity refused, no policy named',
    denied('sts:GetCallerIdentity', ''),
    facts(),
    'vpc-endpoint-policy',
    'likely',
  ],
  ['AccessDenied without words', refused('AccessDenied'), facts(), 'cannot-tell', null],
  [
    'AccessDenied with other words',
    refused('AccessDenied', 'Roles may not be assumed by root accounts.'),
    facts(),
    'root-not-allowed',
    'certain',
  ],
  [
    'AssumeRole refused, no policy named',
    denied('sts:AssumeRole', ''),
    facts(),
    'cannot-tell',
    null,
  ],
  [
    'explicit deny, no policy named',
    denied('sts:AssumeRole', ' with an explicit deny'),
    facts(),
    'cannot-tell',
    null,
  ],
  [
    'an endpoint policy through an SCP',
    denied(
      'sts:AssumeRole',
      ' with an explicit deny in a VPC endpoint policy transitively through a service control policy',
    ),
    facts(),
    'vpc-endpoint-policy',
    'certain',
  ],
  [
    'an explicit deny in a boundary',
    denied('sts:AssumeRole', ' with an explicit deny in a permissions boundary'),
    facts(),
    'permissions-boundary',
    'certain',
  ],
  [
    'an SCP with its ARN',
    denied(
      'sts:AssumeRole',
      ' with an explicit deny in a service control policy: arn:aws:organizations::111122223333:policy/o-example/service_control_policy/p-example',
    ),
    facts(),
    'explicit-deny-scp',
    'certain',
  ],
  ['a portal', unreadable('html', 200), facts(), 'proxy-or-portal-answered', 'certain'],
  [
    'a proxy that wants a sign-in',
    unreadable('empty', 407),
    facts(),
    'proxy-or-portal-answered',
    'certain',
  ],
  ['HTML with 403', unreadable('html', 403), facts(), 'proxy-or-portal-answered', 'likely'],
  ['HTML with 503', unreadable('html', 503), facts(), 'cannot-tell', null],
  ['nothing with 200', unreadable('empty', 200), facts(), 'proxy-or-portal-answered', 'likely'],
  ['200 without an Arn', unreadable('no-arn', 200), facts(), 'proxy-or-portal-answered', 'likely'],
  ['nothing with 503', unreadable('empty', 503), facts(), 'cannot-tell', null],
  ['no answer', unreachable('unknown'), facts(), 'cannot-tell', null],
  [
    'no answer from this machine',
    unreachable('unknown'),
    facts({ target: custom }),
    'cannot-tell',
    null,
  ],
  ['timed out', unreachable('timed-out'), facts({ tookMs: 10_000 }), 'cannot-tell', null],
  [
    'not sent, a blank in the token',
    { kind: 'not-sent', why: 'refused-by-sdk', message: '' },
    facts({ credentials: { sessionToken: token({ flaws: [{ flaw: 'blanks', count: 1 }] }) } }),
    'credential-whitespace',
    'likely',
  ],
  [
    'not sent, a foreign character in the token',
    { kind: 'not-sent', why: 'refused-by-sdk', message: '' },
    facts({
      credentials: { sessionToken: token({ flaws: [{ flaw: 'foreign-characters', count: 1 }] }) },
    }),
    'credential-mangled',
    'likely',
  ],
]

describe('the cause', () => {
  test.each(ROWS)('%s', (_, outcome, given, cause, certainty) => {
    const diagnosis = diagnose(outcome, given)
    expect([diagnosis?.cause, diagnosis?.certainty]).toEqual([cause, certainty])
  })
})

describe('each rule', () => {
  const withExample = RULES.flatMap((rule) =>
    rule.example ? [[rule.cause, rule.example] as const] : [],
  )

  test.each(withExample)('%s leads its own example', (cause, example) => {
    const diagnosis = diagnose(example.outcome, example.facts)
    expect([diagnosis?.cause, diagnosis?.certainty]).toEqual([cause, example.certainty])
    expect(diagnosis?.evidence.length).toBeGreaterThan(0)
    expect(diagnosis?.steps.length).toBeGreaterThan(0)
    if (example.certainty === 'certain') expect(diagnosis?.alternatives).toEqual([])
  })

  test('stands once', () => {
    const causes = RULES.map((rule) => rule.cause)
    expect(new Set(causes).size).toBe(causes.length)
  })

  test('without an example is a candidate somewhere, and a leader nowhere in the table', () => {
    const silent = RULES.filter((rule) => rule.example === null).map((rule) => rule.cause)
    const diagnoses = ROWS.map(([, outcome, given]) => diagnose(outcome, given))
    for (const cause of silent) {
      expect(diagnoses.some((each) => each?.cause === cause)).toBe(false)
      expect(diagnoses.some((each) => each?.alternatives.some((a) => a.cause === cause))).toBe(true)
    }
  })
})

describe('certainty', () => {
  test('InvalidClientTokenId alone names candidates, one step each', () => {
    const diagnosis = diagnose(NO_STOP, facts({ credentials: nothing }))
    expect(diagnosis?.alternatives[0]?.cause).toBe('credential-mangled')
    expect(diagnosis?.alternatives.length).toBeGreaterThanOrEqual(3)
    expect(diagnosis?.steps.length).toBeGreaterThanOrEqual(3)
  })

  test('the full stop moves a cause and never decides it', () => {
    for (const outcome of [STOP, NO_STOP]) {
      for (const weighed of diagnose(outcome, facts({ credentials: longTerm }))?.ranking ?? []) {
        const points = weighed.reasons
          .filter(({ reason }) => reason === 'full-stop' || reason === 'no-full-stop')
          .reduce((sum, each) => sum + Math.abs(each.points), 0)
        expect(points).toBeLessThanOrEqual(10)
      }
    }
  })

  test('what rests on token bytes is never certain', () => {
    for (const state of ['whole', 'cut', 'damaged', 'unknown'] as const) {
      for (const version of [1, 2, null] as const) {
        for (const account of [EXAMPLE.account, '444455556666', null]) {
          for (const target of [EXAMPLE.usual, EXAMPLE.optIn]) {
            const sessionToken = token({ state, version, account, missingBytes: 9 })
            const diagnosis = diagnose(NO_STOP, facts({ credentials: { sessionToken }, target }))
            expect(diagnosis?.certainty).not.toBe('certain')
          }
        }
      }
    }
  })

  test('the reasons add up to the order', () => {
    const given = facts({ credentials: longTerm, target: EXAMPLE.optIn })
    const ranking = diagnose(STOP, given)?.ranking ?? []
    const sums = ranking.map((each) => each.reasons.reduce((sum, { points }) => sum + points, 0))
    expect(sums).toEqual(ranking.map((each) => each.points))
    expect(sums).toEqual([...sums].sort((a, b) => b - a))
    expect(ranking[0]?.cause).toBe('region-not-enabled')
  })
})

describe('a call of this page, whose request is known', () => {
  const EXPIRED = refused('ExpiredToken', 'The security token included in the request is expired')
  const TORN = refused(
    'IncompleteSignature',
    "'x/20261122/us-east-1/sts/aws4_request' not a valid key=value pair (missing equal-sign) in Authorization header",
    400,
  )
  const SLASHED = refused(
    'IncompleteSignature',
    "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got 'a/b/20261122/us-east-1/sts/aws4_request'",
    400,
  )
  const scoped = (region: string) =>
    refused(
      'SignatureDoesNotMatch',
      `Credential should be scoped to a valid region, not '${region}'. `,
    )
  const UNSCOPED = refused(
    'SignatureDoesNotMatch',
    'Credential should be scoped to a valid region.',
  )
  const LATE = refused(
    'SignatureDoesNotMatch',
    'Signature expired: 20261122T011204Z is now earlier than 20261122T011704Z (20261122T013204Z - 15 min.)',
  )
  const old = token({ issuedAt: null, region: null, name: null, account: null })
  const fresh = token({ issuedAt: EXAMPLE.now - 4 * SECOND })
  const noToken = { sessionToken: null }
  const at = (kind: 'long-term' | 'temporary') => ({ accessKeyId: keyId({ kind }) })

  type OwnRow = readonly [
    name: string,
    outcome: FailedOutcome,
    facts: DiagnosisFacts,
    cause: Cause | 'cannot-tell',
    certainty: Certainty | null,
    candidates: readonly Cause[],
  ]
  const OWN: readonly OwnRow[] = [
    [
      'AKIA without a token, called expired',
      EXPIRED,
      facts({ credentials: longTerm }),
      'cannot-tell',
      null,
      ['proxy-altered-request', 'stale-credential-source'],
    ],
    [
      'AKIA without a token, called expired in JSON',
      refused('ExpiredTokenException', 'The security token included in the request is expired'),
      facts({ credentials: longTerm }),
      'cannot-tell',
      null,
      ['proxy-altered-request', 'stale-credential-source'],
    ],
    [
      'ASIA without a token, called expired',
      EXPIRED,
      facts({ credentials: noToken }),
      'cannot-tell',
      null,
      ['missing-session-token', 'proxy-altered-request', 'stale-credential-source'],
    ],
    [
      'AKIA with a token, called expired',
      EXPIRED,
      facts({ credentials: at('long-term') }),
      'long-term-and-session-key-mixed',
      'certain',
      [],
    ],
    [
      'AKIA with a token, called expired without words',
      refused('ExpiredToken'),
      facts({ credentials: at('long-term') }),
      'long-term-and-session-key-mixed',
      'certain',
      [],
    ],
    [
      'RequestExpired, clocks that agree',
      refused('RequestExpired', 'Request has expired.', 400),
      facts(),
      'cannot-tell',
      null,
      ['proxy-altered-request'],
    ],
    [
      'RequestExpired, clock unknown',
      refused('RequestExpired', 'Request has expired.', 400),
      facts({ differenceMs: null }),
      'clock-skew',
      'likely',
      ['proxy-altered-request'],
    ],
    [
      'RequestExpired, clock far off',
      refused('RequestExpired', 'Request has expired.', 400),
      facts({ differenceMs: 40 * MINUTE }),
      'clock-skew',
      'certain',
      [],
    ],
    [
      'AccessDenied: Request has expired',
      refused('AccessDenied', 'Request has expired'),
      facts(),
      'cannot-tell',
      null,
      [],
    ],
    [
      'signed too late, clocks that agree',
      LATE,
      facts(),
      'cannot-tell',
      null,
      ['clock-skew', 'proxy-altered-request'],
    ],
    [
      'torn at a blank, key ID in order',
      TORN,
      facts(),
      'proxy-altered-request',
      'likely',
      ['signer-faulty'],
    ],
    [
      'a slash too many, key ID in order',
      SLASHED,
      facts({ credentials: longTerm }),
      'proxy-altered-request',
      'likely',
      ['signer-faulty'],
    ],
    [
      'torn at a blank, key ID in order, on this machine',
      TORN,
      facts({ target: custom }),
      'cannot-tell',
      null,
      ['proxy-altered-request', 'signer-faulty'],
    ],
    [
      'an unknown incompleteness, key ID in order',
      refused('IncompleteSignature', 'Something new.', 400),
      facts(),
      'cannot-tell',
      null,
      ['signer-faulty', 'proxy-altered-request'],
    ],
    [
      'the Region of the host refused',
      scoped('us-east-1'),
      facts(),
      'proxy-altered-request',
      'likely',
      ['signing-region-mismatch'],
    ],
    [
      'the Region of the host refused, unquoted',
      UNSCOPED,
      facts(),
      'proxy-altered-request',
      'likely',
      ['signing-region-mismatch'],
    ],
    [
      'the Region of the host refused on this machine',
      scoped('us-east-1'),
      facts({ target: custom }),
      'cannot-tell',
      null,
      ['proxy-altered-request', 'signing-region-mismatch'],
    ],
    [
      'another Region refused',
      scoped('eu-west-1'),
      facts(),
      'signing-region-mismatch',
      'certain',
      [],
    ],
    [
      'a full stop beside three whole values',
      STOP,
      facts(),
      'cannot-tell',
      null,
      ['credential-mangled', 'long-term-and-session-key-mixed', 'wrong-partition'],
    ],
    [
      'a full stop beside a token that cannot be read',
      STOP,
      facts({ credentials: { sessionToken: old } }),
      'cannot-tell',
      null,
      ['credential-mangled', 'long-term-and-session-key-mixed', 'wrong-partition'],
    ],
    [
      'a full stop in an opt-in Region',
      STOP,
      facts({ target: EXAMPLE.optIn }),
      'cannot-tell',
      null,
      [
        'region-not-enabled',
        'credential-mangled',
        'long-term-and-session-key-mixed',
        'wrong-partition',
      ],
    ],
    [
      'a full stop beside a token 4 s old',
      STOP,
      facts({ credentials: { sessionToken: fresh } }),
      'not-yet-propagated',
      'likely',
      ['credential-mangled', 'long-term-and-session-key-mixed', 'wrong-partition'],
    ],
    [
      'an unnamed refusal on this machine',
      denied('sts:GetCallerIdentity', ''),
      facts({ target: custom }),
      'cannot-tell',
      null,
      [],
    ],
    [
      'silence on this machine',
      unreachable('unknown'),
      facts({ target: custom }),
      'cannot-tell',
      null,
      ['service-no-cors', 'browser-blocked-request', 'proxy-or-portal-answered'],
    ],
    [
      'no answer in time on this machine',
      unreachable('timed-out'),
      facts({ target: custom, tookMs: 10_000 }),
      'cannot-tell',
      null,
      ['proxy-or-portal-answered'],
    ],
  ]

  test.each(OWN)('%s', (_, outcome, given, cause, certainty, candidates) => {
    const diagnosis = diagnose(outcome, given)
    expect([diagnosis?.cause, diagnosis?.certainty]).toEqual([cause, certainty])
    expect(diagnosis?.alternatives.map((each) => each.cause)).toEqual(candidates)
    expect(diagnosis?.steps.length).toBeGreaterThan(0)
  })

  test.each(OWN)('%s: no row that contradicts itself', (_, outcome, given) => {
    for (const { bearing, expected, seen } of diagnose(outcome, given)?.evidence ?? []) {
      if (bearing === 'differs') expect(seen).not.toEqual(expected)
    }
  })

  test.each([
    ['a code', refused('ServiceUnavailable', '', 503)],
    ['a status', refused('SomethingNew', '', 500)],
    ['a throttle', refused('Throttling', 'Rate exceeded', 400)],
    ['nothing', unreadable('empty', 502)],
  ])('a failure at an address of one’s own is not called AWS’s: %s', (_, outcome) => {
    const custom = { ...EXAMPLE.usual, kind: 'custom', host: '127.0.0.1:4566' } as const
    const diagnosis = diagnose(outcome, facts({ target: custom }))
    expect(diagnosis?.cause).toBe('cannot-tell')
    expect(diagnosis?.alternatives.map(({ cause }) => cause)).toContain('aws-side-failure')
    expect(diagnose(outcome, facts({ target: custom }))?.steps[0]?.step).toMatch(
      /custom-host|start-emulator/,
    )
  })

  test.each([
    ['two causes', LATE, facts(), 'several-causes'],
    ['RequestExpired', refused('RequestExpired', '', 400), facts(), 'one-cause'],
    ['AccessDenied without words', refused('AccessDenied'), facts(), 'one-cause'],
    ['no token sent', EXPIRED, facts({ credentials: longTerm }), 'expired-without-token'],
  ])('the story of %s', (_, outcome, given, story) => {
    expect(diagnose(outcome, given)?.fills.story).toBe(story)
  })

  test.each([
    ['a full stop', STOP, facts(), 'accessKeyId'],
    ['no full stop', NO_STOP, facts(), 'sessionToken'],
    [
      'a full stop and a token cut short',
      STOP,
      facts({ credentials: { sessionToken: token({ state: 'cut', missingBytes: 9 }) } }),
      'sessionToken',
    ],
    [
      'a full stop and a placeholder in the token',
      STOP,
      facts({ credentials: { sessionToken: token({ flaws: [{ flaw: 'placeholder' }] }) } }),
      'sessionToken',
    ],
  ])('with %s the step names the value to copy', (_, outcome, given, part) => {
    const steps = diagnose(outcome, given)?.steps ?? []
    expect(steps.find((each) => each.step === 'copy-again')?.fills.part).toBe(part)
  })

  test('the address on this machine is looked at first', () => {
    for (const why of ['unknown', 'timed-out'] as const) {
      const diagnosis = diagnose(unreachable(why), facts({ target: custom }))
      expect(diagnosis?.steps[0]?.step).toBe('start-emulator')
    }
  })

  test('a key ID in order is not shown beside a claim against it, nor one with a flaw as in order', () => {
    const flaws = [{ flaw: 'length', expected: 20, seen: 19 }] as const
    for (const credentials of [{}, { accessKeyId: keyId({ flaws }) }, nothing]) {
      const diagnosis = diagnose(SLASHED, facts({ credentials }))
      const agrees = diagnosis?.evidence.some(
        (each) => each.name === 'key-shape' && each.bearing === 'agrees',
      )
      expect(agrees).toBe(diagnosis?.cause === 'proxy-altered-request')
    }
    const survey = diagnose(NO_STOP, facts({ credentials: { accessKeyId: keyId({ flaws }) } }))
    expect(survey?.evidence.map((each) => each.name)).not.toContain('key-shape')
  })

  test('a missing token is amiss for a temporary key only', () => {
    for (const [credentials, bearing] of [
      [longTerm, 'agrees'],
      [noToken, 'differs'],
    ] as const) {
      const rows = diagnose(EXPIRED, facts({ credentials }))?.evidence ?? []
      expect(rows.find((each) => each.name === 'session-token')?.bearing).toBe(bearing)
    }
  })

  test('the form of a refusal is not claimed', () => {
    const outcome = refused('AccessDenied', '', 400)
    expect(diagnose(outcome, facts())?.evidence.map((each) => each.name)).not.toContain(
      'answer-body',
    )
  })
})

describe('the expiration beside ExpiredToken', () => {
  const outcome = refused('ExpiredToken', 'The security token included in the request is expired')
  test.each([
    ['none pasted', facts(), 'none'],
    ['passed', facts({ expiration: EXAMPLE.now - MINUTE }), 'passed'],
    ['ahead, clock right', facts({ expiration: EXAMPLE.now + HOUR }), 'other-set'],
    [
      'ahead here, passed at AWS',
      facts({ expiration: EXAMPLE.now + MINUTE, differenceMs: -20 * MINUTE }),
      'slow-clock',
    ],
    [
      'ahead, clock unknown',
      facts({ expiration: EXAMPLE.now + HOUR, differenceMs: null }),
      'ahead',
    ],
  ])('%s', (_, given, story) => {
    expect(diagnose(outcome, given)?.fills.story).toBe(story)
  })

  test('a large difference of the clocks is told', () => {
    expect(diagnose(outcome, facts({ differenceMs: -20 * MINUTE }))?.fills.difference).toBe(
      '-1200000',
    )
    expect(diagnose(outcome, facts())?.fills.difference).toBeUndefined()
  })
})

describe('details', () => {
  test('the clock is computed from the sentence', () => {
    const outcome = refused(
      'SignatureDoesNotMatch',
      'Signature expired: 20261122T011204Z is now earlier than 20261122T011704Z (20261122T013204Z - 15 min.)',
    )
    const diagnosis = diagnose(outcome, facts({ differenceMs: null }))
    expect(diagnosis?.fills.difference).toBe(String(-20 * MINUTE))
    expect(diagnosis?.evidence[0]).toMatchObject({
      name: 'clock-difference',
      seen: { milliseconds: -20 * MINUTE },
      source: 'aws',
    })
  })

  test('nothing is said of an identity, a cancel, or a page that could not send', () => {
    const identity = {
      kind: 'identified',
      account: '',
      arn: '',
      userId: '',
      requestId: null,
    } as const
    expect(diagnose(identity, facts())).toBeNull()
    expect(diagnose({ kind: 'cancelled' }, facts())).toBeNull()
    expect(diagnose({ kind: 'not-sent', why: 'insecure-origin', message: '' }, facts())).toBeNull()
    expect(
      diagnose({ kind: 'not-sent', why: 'chunk-unavailable', message: '' }, facts()),
    ).toBeNull()
  })

  test('never throws, and a cannot-tell carries no certainty', () => {
    const words = fc.constantFrom(
      'Signature expired: ',
      "got '",
      'not authorized to perform: ',
      'because no ',
      ' (',
      '/',
    )
    const message = fc
      .array(fc.oneof(words, fc.string()), { maxLength: 12 })
      .map((each) => each.join(''))
    const code = fc.constantFrom(
      'InvalidClientTokenId',
      'SignatureDoesNotMatch',
      'IncompleteSignature',
      'AccessDenied',
      'x',
    )
    fc.assert(
      fc.property(code, message, (code, message) => {
        const diagnosis = diagnose(refused(code, message), facts())
        expect(diagnosis?.certainty === null).toBe(diagnosis?.cause === 'cannot-tell')
      }),
    )
  })

  test('a hostile message is read in linear time', () => {
    for (const message of ["got '".repeat(40_000), 'User: '.repeat(40_000), '/'.repeat(200_000)]) {
      expect(diagnose(refused('IncompleteSignature', message), facts())).not.toBeNull()
    }
  })
})
