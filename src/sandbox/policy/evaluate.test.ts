import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { denialMessage } from './denial-message.ts'
import type { PolicyJson, StatementJson } from './document.ts'
import { evaluate, type PolicySet } from './evaluate.ts'
import type { AttachedPolicy } from './match.ts'
import { contextOf } from './request-context.ts'
import type { Requester } from './requester.ts'

const A = '111122223333'
const B = '444455556666'

const USER: Requester = {
  kind: 'user',
  account: A,
  arn: `arn:aws:iam::${A}:user/minji`,
  id: 'AIDAEXAMPLE',
}
const SESSION: Requester = {
  kind: 'role-session',
  account: A,
  arn: `arn:aws:sts::${A}:assumed-role/Dev/minji`,
  id: 'AROAEXAMPLE:minji',
  roleArn: `arn:aws:iam::${A}:role/team/Dev`,
}
const FEDERATED: Requester = {
  kind: 'federated-user',
  account: A,
  arn: `arn:aws:sts::${A}:federated-user/minji`,
  id: `${A}:minji`,
  userArn: USER.arn,
}
const ROOT: Requester = { kind: 'root', account: A, arn: `arn:aws:iam::${A}:root`, id: A }
const WEB: Requester = { kind: 'federated', account: null, provider: 'provider' }

const policy = (statement: Partial<StatementJson>, arn: string | null = null): AttachedPolicy => ({
  name: 'policy',
  arn,
  document: {
    Version: '2012-10-17',
    Statement: { Effect: 'Allow', Action: '*', Resource: '*', ...statement } as StatementJson,
  } satisfies PolicyJson,
})

const trust = (
  principal: NonNullable<StatementJson['Principal']>,
  more: Partial<StatementJson> = {},
): AttachedPolicy => ({
  name: 'trust',
  arn: null,
  document: {
    Version: '2012-10-17',
    Statement: { Effect: 'Allow', Principal: principal, Action: 'sts:AssumeRole', ...more },
  },
})

const ALLOW = policy({})
const OTHER = policy({ Action: 'ec2:*' })
const DENY = policy({ Effect: 'Deny' }, 'arn:aws:iam::111122223333:policy/Deny')

const ROLE = `arn:aws:iam::${A}:role/Target`

const NONE: PolicySet = {
  serviceControl: null,
  resource: null,
  resourceKind: 'resource-based policy',
  resourceAccount: A,
  identity: [],
  boundary: null,
  session: null,
}

const judge = (
  requester: Requester,
  set: Partial<PolicySet>,
  context: Readonly<Record<string, string>> = {},
) => {
  const request = {
    requester,
    action: 'sts:AssumeRole',
    resource: ROLE,
    context: contextOf(Object.entries(context)),
  }
  const verdict = evaluate(request, { ...NONE, ...set })
  return { request, verdict }
}

const inTrust = (resource: AttachedPolicy, resourceAccount = A): Partial<PolicySet> => ({
  resource,
  resourceKind: 'role trust policy',
  resourceAccount,
})

type Row = readonly [
  name: string,
  requester: Requester,
  set: Partial<PolicySet>,
  expected: 'allowed' | readonly ['explicit' | 'implicit', string],
]

const ROWS: readonly Row[] = [
  ['nothing allows', USER, {}, ['implicit', 'identity-based policy']],
  ['an identity policy allows', USER, { identity: [ALLOW] }, 'allowed'],
  ['another action', USER, { identity: [OTHER] }, ['implicit', 'identity-based policy']],
  ['a Deny wins', USER, { identity: [ALLOW, DENY] }, ['explicit', 'identity-based policy']],
  [
    'NotAction',
    USER,
    {
      identity: [
        {
          ...policy({}),
          document: {
            Version: '2012-10-17',
            Statement: { Effect: 'Allow', NotAction: 'iam:*', Resource: '*' },
          },
        },
      ],
    },
    'allowed',
  ],
  [
    'NotResource',
    USER,
    {
      identity: [
        {
          ...policy({}),
          document: {
            Version: '2012-10-17',
            Statement: { Effect: 'Allow', Action: '*', NotResource: ROLE },
          },
        },
      ],
    },
    ['implicit', 'identity-based policy'],
  ],
  ['an action in another case', USER, { identity: [policy({ Action: 'STS:assume*' })] }, 'allowed'],
  ['root needs no policy', ROOT, {}, 'allowed'],
  ['a boundary allows', USER, { identity: [ALLOW], boundary: ALLOW }, 'allowed'],
  [
    'a boundary allows something else',
    USER,
    { identity: [ALLOW], boundary: OTHER },
    ['implicit', 'permissions boundary'],
  ],
  [
    'a boundary denies',
    USER,
    { identity: [ALLOW], boundary: DENY },
    ['explicit', 'permissions boundary'],
  ],
  [
    'a session policy allows something else',
    SESSION,
    { identity: [ALLOW], session: [OTHER] },
    ['implicit', 'session policy'],
  ],
  [
    'a session policy denies',
    SESSION,
    { identity: [ALLOW], session: [ALLOW, DENY] },
    ['explicit', 'session policy'],
  ],
  [
    'a federated user without a session policy',
    FEDERATED,
    { identity: [ALLOW], session: [] },
    ['implicit', 'session policy'],
  ],
  ['an SCP allows', USER, { identity: [ALLOW], serviceControl: [ALLOW] }, 'allowed'],
  [
    'an SCP allows something else',
    USER,
    { identity: [ALLOW], serviceControl: [OTHER] },
    ['implicit', 'service control policy'],
  ],
  [
    'an SCP denies',
    USER,
    { identity: [ALLOW], serviceControl: [ALLOW, DENY] },
    ['explicit', 'service control policy'],
  ],
  [
    'an SCP binds root',
    ROOT,
    { serviceControl: [ALLOW, DENY] },
    ['explicit', 'service control policy'],
  ],
  [
    'an RCP denies',
    USER,
    { identity: [ALLOW], resourceControl: [DENY] },
    ['explicit', 'resource control policy'],
  ],

  [
    'trust of the account, with an identity policy',
    USER,
    { ...inTrust(trust({ AWS: A })), identity: [ALLOW] },
    'allowed',
  ],
  [
    'trust of the account, without one',
    USER,
    inTrust(trust({ AWS: ROOT.arn })),
    ['implicit', 'identity-based policy'],
  ],
  [
    'trust of the user itself needs no identity policy',
    USER,
    inTrust(trust({ AWS: USER.arn })),
    'allowed',
  ],
  [
    'trust of the user itself passes over a boundary',
    USER,
    { ...inTrust(trust({ AWS: USER.arn })), boundary: OTHER },
    'allowed',
  ],
  [
    'but not over a Deny',
    USER,
    { ...inTrust(trust({ AWS: USER.arn })), identity: [DENY] },
    ['explicit', 'identity-based policy'],
  ],
  [
    'trust of the role behind a session',
    SESSION,
    inTrust(trust({ AWS: `arn:aws:iam::${A}:role/team/Dev` })),
    'allowed',
  ],
  [
    'trust of the role stays within a session policy',
    SESSION,
    { ...inTrust(trust({ AWS: `arn:aws:iam::${A}:role/team/Dev` })), session: [OTHER] },
    ['implicit', 'session policy'],
  ],
  [
    'trust of the session itself passes over it',
    SESSION,
    { ...inTrust(trust({ AWS: SESSION.arn })), session: [OTHER] },
    'allowed',
  ],
  [
    'trust of the role without its path',
    SESSION,
    inTrust(trust({ AWS: `arn:aws:iam::${A}:role/Dev` })),
    ['implicit', 'role trust policy'],
  ],
  [
    'trust of an ID that was deleted',
    USER,
    inTrust(trust({ AWS: 'AIDAGONE' })),
    ['implicit', 'role trust policy'],
  ],
  ['trust of everyone', USER, inTrust(trust('*')), 'allowed'],
  [
    'trust of another',
    USER,
    { ...inTrust(trust({ AWS: `arn:aws:iam::${A}:user/jisoo` })), identity: [ALLOW] },
    ['implicit', 'role trust policy'],
  ],
  [
    'trust of a service',
    USER,
    { ...inTrust(trust({ Service: 'ec2.amazonaws.com' })), identity: [ALLOW] },
    ['implicit', 'role trust policy'],
  ],
  [
    'a trust policy that denies',
    USER,
    { ...inTrust(trust({ AWS: '*' }, { Effect: 'Deny' })), identity: [ALLOW] },
    ['explicit', 'role trust policy'],
  ],

  [
    'two accounts, both allow',
    USER,
    { ...inTrust(trust({ AWS: A }), B), identity: [ALLOW] },
    'allowed',
  ],
  [
    'two accounts, the caller has no policy, though it is named',
    USER,
    inTrust(trust({ AWS: USER.arn }), B),
    ['implicit', 'identity-based policy'],
  ],
  [
    'two accounts, no trust',
    USER,
    { ...inTrust(trust({ AWS: B }), B), identity: [ALLOW] },
    ['implicit', 'role trust policy'],
  ],
  ['two accounts, root is trusted', ROOT, inTrust(trust({ AWS: A }), B), 'allowed'],

  ['a provider that is trusted', WEB, inTrust(trust({ Federated: 'provider' })), 'allowed'],
  [
    'a provider that is not',
    WEB,
    inTrust(trust({ Federated: 'other' })),
    ['implicit', 'role trust policy'],
  ],
  [
    'a provider where accounts are trusted',
    WEB,
    inTrust(trust({ AWS: '*' })),
    ['implicit', 'role trust policy'],
  ],
]

describe('policies together', () => {
  test.each(ROWS)('%s', (_name, requester, set, expected) => {
    const { verdict } = judge(requester, set)
    const seen = verdict.kind === 'allowed' ? 'allowed' : [verdict.effect, verdict.by]
    expect(seen).toEqual(expected)
  })

  test('NotPrincipal with Deny spares whom it names', () => {
    const document: PolicyJson = {
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Principal: { AWS: A }, Action: '*' },
        { Effect: 'Deny', NotPrincipal: { AWS: [USER.arn, ROOT.arn] }, Action: '*' },
      ],
    }
    const set = { ...inTrust({ name: 'trust', arn: null, document }), identity: [ALLOW] }
    expect(judge(USER, set).verdict.kind).toBe('allowed')
    const stranger: Requester = { ...USER, account: B, arn: `arn:aws:iam::${B}:user/x` }
    expect(judge(stranger, set).verdict).toMatchObject({ effect: 'explicit' })
  })

  test.each([
    ['2012-10-17', 'allowed'],
    ['2008-10-17', 'denied'],
  ] as const)('variables in version %s: %s', (Version, expected) => {
    const Resource = `arn:aws:iam::${A}:role/\${aws:username}`
    const document: PolicyJson = { Version, Statement: { Effect: 'Allow', Action: '*', Resource } }
    const set = { identity: [{ ...ALLOW, document }] }
    expect(judge(USER, set, { 'aws:username': 'Target' }).verdict.kind).toBe(expected)
  })

  test('a condition of the trust policy', () => {
    const set = {
      ...inTrust(trust({ AWS: A }, { Condition: { StringEquals: { 'sts:ExternalId': 'x1' } } })),
      identity: [ALLOW],
    }
    expect(judge(USER, set, { 'sts:ExternalId': 'x1' }).verdict.kind).toBe('allowed')
    expect(judge(USER, set).verdict).toMatchObject({
      by: 'role trust policy',
      effect: 'implicit',
      isForConditions: true,
    })
  })
})

describe('whatever the policies are', () => {
  const some = fc.constantFrom<readonly AttachedPolicy[]>([], [ALLOW], [OTHER], [OTHER, ALLOW])
  const one = fc.constantFrom<AttachedPolicy | null>(null, ALLOW, OTHER)
  const set = fc.record({
    serviceControl: fc.option(some),
    resourceControl: fc.option(some),
    resource: fc.constantFrom(null, trust('*'), trust({ AWS: A }), trust({ AWS: USER.arn })),
    resourceKind: fc.constantFrom('resource-based policy' as const, 'role trust policy' as const),
    resourceAccount: fc.constantFrom(A, B),
    identity: some,
    boundary: one,
    session: fc.option(some),
  })
  const requester = fc.constantFrom(USER, SESSION, FEDERATED, ROOT, WEB)
  const layer = fc.constantFrom(
    'serviceControl' as const,
    'resourceControl' as const,
    'identity' as const,
    'session' as const,
  )

  test('one Deny anywhere denies', () => {
    fc.assert(
      fc.property(requester, set, layer, (who, policies, layer) => {
        const denied = { ...policies, [layer]: [...(policies[layer] ?? []), DENY] }
        expect(judge(who, denied).verdict).toMatchObject({ kind: 'denied', effect: 'explicit' })
      }),
    )
  })

  test('one more policy of the organisation, a boundary or a session policy never allows more', () => {
    fc.assert(
      fc.property(requester, set, some, one, (who, policies, more, boundary) => {
        const bound = { ...policies, serviceControl: more, session: more, boundary }
        const free = { ...policies, serviceControl: null, session: null, boundary: null }
        const isAllowed = (each: PolicySet): boolean => judge(who, each).verdict.kind === 'allowed'
        expect(isAllowed(bound) && !isAllowed(free)).toBe(false)
      }),
    )
  })
})

describe('the sentence of a denial', () => {
  const sentence = (requester: Requester, set: Partial<PolicySet>): string => {
    const { request, verdict } = judge(requester, set)
    if (verdict.kind === 'allowed') throw new Error('allowed')
    return denialMessage({ ...request, requesterArn: USER.arn }, verdict)
  }
  const START = `User: ${USER.arn} is not authorized to perform: sts:AssumeRole on resource: ${ROLE}`
  test.each([
    ['implicit', {}, ' because no identity-based policy allows the sts:AssumeRole action'],
    [
      'boundary',
      { identity: [ALLOW], boundary: OTHER },
      ' because no permissions boundary allows the sts:AssumeRole action',
    ],
    [
      'session policy',
      { identity: [ALLOW], session: [OTHER] },
      ' because no session policy allows the sts:AssumeRole action',
    ],
    [
      'explicit, managed',
      { identity: [DENY] },
      ' with an explicit deny in an identity-based policy: arn:aws:iam::111122223333:policy/Deny',
    ],
    [
      'explicit, inline',
      { identity: [policy({ Effect: 'Deny' })] },
      ' with an explicit deny in an identity-based policy',
    ],
    [
      'boundary, explicit',
      { identity: [ALLOW], boundary: policy({ Effect: 'Deny' }) },
      ' with an explicit deny in a permissions boundary',
    ],
    [
      'an SCP that does not allow is worded as one that denies',
      { identity: [ALLOW], serviceControl: [OTHER] },
      ' with an explicit deny in a service control policy',
    ],
    [
      'trust, explicit',
      { ...inTrust(trust('*', { Effect: 'Deny' })), identity: [ALLOW] },
      ' with an explicit deny in the role trust policy',
    ],
    [
      'trust, not named',
      { ...inTrust(trust({ AWS: B })), identity: [ALLOW] },
      ' because no role trust policy allows the sts:AssumeRole action',
    ],
    [
      'trust, conditions',
      {
        ...inTrust(trust({ AWS: A }, { Condition: { Bool: { 'aws:x': 'true' } } })),
        identity: [ALLOW],
      },
      '',
    ],
    ['two accounts', { ...inTrust(trust({ AWS: A }), B) }, ''],
  ] satisfies readonly (readonly [string, Partial<PolicySet>, string])[])(
    '%s',
    (_name, set, end) => {
      expect(sentence(USER, set)).toBe(START + end)
    },
  )
})
