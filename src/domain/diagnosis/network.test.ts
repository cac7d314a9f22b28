import { describe, expect, test } from 'vitest'
import { diagnose } from './diagnose.ts'
import { EXAMPLE, facts, unreachable } from './examples.ts'
import type { DiagnosisFacts, TargetFacts } from './facts.ts'
import type { Diagnosis } from './finding.ts'
import type { NetworkFacts, Probe, ProbeResult, ResourceEntry } from './network-facts.ts'

const RESULTS: readonly ProbeResult[] = [
  'not-tried',
  'answered',
  'failed',
  'timed-out',
  'refused-by-policy',
]

const CUSTOM: TargetFacts = { ...EXAMPLE.usual, kind: 'custom', host: '127.0.0.1:4566' }
const ISOLATED: TargetFacts = {
  partition: 'aws-iso',
  region: 'us-iso-east-1',
  isOptIn: false,
  kind: 'regional',
  host: 'sts.us-iso-east-1.c2s.ic.gov',
  signingRegion: 'us-iso-east-1',
}

const probe = (result: ProbeResult, host: string): Probe => ({
  result,
  host,
  tookMs: result === 'not-tried' ? null : 40,
})

function network(
  same: ProbeResult,
  other: ProbeResult | null = 'not-tried',
  change: Partial<NetworkFacts> = {},
): NetworkFacts {
  return {
    isOnline: true,
    sameHost: probe(same, EXAMPLE.usual.host),
    otherHost: other === null ? null : probe(other, 'sts.eu-west-1.amazonaws.com'),
    resource: null,
    ...change,
  }
}

const entry = (change: Partial<ResourceEntry> = {}): ResourceEntry => ({
  durationMs: 12,
  nextHopProtocol: '',
  responseStatus: 0,
  ...change,
})

type Why = Parameters<typeof unreachable>[0]

function found(
  why: Why,
  seen: NetworkFacts,
  target: TargetFacts = EXAMPLE.usual,
): Diagnosis | null {
  return diagnose(unreachable(why), facts({ target, network: seen }))
}

function causesOf(diagnosis: Diagnosis | null): readonly string[] {
  return (diagnosis?.alternatives ?? []).map(({ cause }) => cause)
}

type Row = readonly [
  name: string,
  why: Why,
  seen: NetworkFacts,
  target: TargetFacts,
  answer: readonly [cause: string, certainty: string | null, story: string | undefined],
]

const { usual } = EXAMPLE

const ROWS: readonly Row[] = [
  [
    'the browser is offline',
    'offline',
    network('not-tried'),
    usual,
    ['offline', 'certain', undefined],
  ],
  [
    'offline, and nothing answers',
    'offline',
    network('failed', 'failed', { isOnline: false }),
    usual,
    ['offline', 'certain', undefined],
  ],
  [
    'offline, and the host answers since',
    'offline',
    network('answered'),
    usual,
    ['offline', 'likely', 'back-again'],
  ],
  [
    'offline, and another host answers',
    'offline',
    network('failed', 'answered'),
    usual,
    ['offline', 'likely', undefined],
  ],
  [
    'offline now, and nothing answers',
    'unknown',
    network('failed', 'failed', { isOnline: false }),
    usual,
    ['offline', 'likely', undefined],
  ],
  [
    'offline now, and the host answers',
    'unknown',
    network('answered', null, { isOnline: false }),
    usual,
    ['cannot-tell', null, 'host-answers'],
  ],
  [
    'this page’s policy',
    'policy',
    network('refused-by-policy'),
    usual,
    ['browser-blocked-request', 'certain', 'page-policy'],
  ],
  [
    'the policy refuses the probe',
    'unknown',
    network('refused-by-policy'),
    usual,
    ['browser-blocked-request', 'likely', 'page-policy'],
  ],
  ['no probe', 'unknown', network('not-tried'), usual, ['cannot-tell', null, 'no-answer']],
  [
    'the host answers',
    'unknown',
    network('answered'),
    usual,
    ['cannot-tell', null, 'host-answers'],
  ],
  [
    'the host fails, no other was asked',
    'unknown',
    network('failed', null),
    usual,
    ['cannot-tell', null, 'host-mute'],
  ],
  [
    'the host alone fails',
    'unknown',
    network('failed', 'answered'),
    usual,
    ['cannot-tell', null, 'host-alone'],
  ],
  [
    'the host alone stays silent',
    'unknown',
    network('timed-out', 'answered'),
    usual,
    ['cannot-tell', null, 'host-alone'],
  ],
  [
    'no host answers',
    'unknown',
    network('failed', 'failed'),
    usual,
    ['cannot-tell', null, 'no-host'],
  ],
  [
    'no host answers in time',
    'timed-out',
    network('timed-out', 'timed-out'),
    usual,
    ['cannot-tell', null, 'no-host'],
  ],
  [
    'timed out, and the host answers',
    'timed-out',
    network('answered'),
    usual,
    ['cannot-tell', null, 'host-answers-late'],
  ],
  [
    'timed out, nobody looked',
    'timed-out',
    network('not-tried'),
    usual,
    ['cannot-tell', null, 'timed-out'],
  ],
  [
    'an address on this machine answers',
    'unknown',
    network('answered', null),
    CUSTOM,
    ['service-no-cors', 'likely', undefined],
  ],
  [
    'an address on this machine is mute',
    'unknown',
    network('failed', null),
    CUSTOM,
    ['cannot-tell', null, 'host-mute'],
  ],
  [
    'an address on this machine needs no network',
    'offline',
    network('failed', null, { isOnline: false }),
    CUSTOM,
    ['cannot-tell', null, 'host-mute'],
  ],
  [
    'an isolated partition',
    'unknown',
    network('failed', 'answered'),
    ISOLATED,
    ['invalid-region-name', 'likely', 'isolated-partition'],
  ],
  [
    'a status in the entry of the call',
    'unknown',
    network('failed', 'failed', { resource: entry({ responseStatus: 502 }) }),
    usual,
    ['cannot-tell', null, 'host-answers'],
  ],
  [
    'an entry that tells nothing',
    'unknown',
    network('failed', 'failed', { resource: entry() }),
    usual,
    ['cannot-tell', null, 'no-host'],
  ],
]

describe('a call without an answer', () => {
  test.each(ROWS)('%s', (_, why, seen, target, [cause, certainty, story]) => {
    const diagnosis = found(why, seen, target)
    expect([diagnosis?.cause, diagnosis?.certainty, diagnosis?.fills.story]).toEqual([
      cause,
      certainty,
      story,
    ])
  })

  test('nobody looked: as if there were no such facts', () => {
    for (const why of ['offline', 'policy', 'timed-out', 'unknown'] as const) {
      const { network: _, ...without } = facts()
      const given: DiagnosisFacts = { ...without, network: null }
      expect(diagnose(unreachable(why), given)).toEqual(diagnose(unreachable(why), without))
    }
  })
})

const GRID = (['unknown', 'timed-out'] as const).flatMap((why) =>
  [usual, EXAMPLE.optIn, ISOLATED, CUSTOM].flatMap((target) =>
    RESULTS.flatMap((same) =>
      [...RESULTS, null].flatMap((other) =>
        [true, false].flatMap((isOnline) =>
          [null, 'none' as const, entry(), entry({ nextHopProtocol: 'h2' })].map(
            (resource) => [why, target, network(same, other, { isOnline, resource })] as const,
          ),
        ),
      ),
    ),
  ),
)

describe('every combination', () => {
  test('never certain, and a verdict that names something to do', () => {
    for (const [why, target, seen] of GRID) {
      const diagnosis = found(why, seen, target)
      expect(diagnosis?.certainty).not.toBe('certain')
      expect(diagnosis?.steps.length).toBeGreaterThan(0)
    }
  })

  test('an answered probe clears name, route and certificate', () => {
    for (const [why, target, seen] of GRID) {
      if (seen.sameHost.result !== 'answered') continue
      const diagnosis = found(why, seen, target)
      const fit = [diagnosis?.cause, ...causesOf(diagnosis)]
      for (const cause of ['offline', 'tls-interception', 'invalid-region-name']) {
        expect(fit).not.toContain(cause)
      }
    }
  })

  test('a probe without an answer clears CORS', () => {
    for (const [why, target, seen] of GRID) {
      const isMute = ['failed', 'timed-out'].includes(seen.sameHost.result)
      const isConnected =
        seen.resource !== null && seen.resource !== 'none' && seen.resource.nextHopProtocol !== ''
      if (!isMute || isConnected) continue
      const diagnosis = found(why, seen, target)
      expect([diagnosis?.cause, ...causesOf(diagnosis)]).not.toContain('service-no-cors')
    }
  })

  test('another host that answers clears the network', () => {
    for (const [why, target, seen] of GRID) {
      const isMute = ['failed', 'timed-out'].includes(seen.sameHost.result)
      if (!isMute || seen.otherHost?.result !== 'answered') continue
      const diagnosis = found(why, seen, target)
      expect([diagnosis?.cause, ...causesOf(diagnosis)]).not.toContain('offline')
    }
  })

  test('each probe that was sent has a row, and no row contradicts itself', () => {
    for (const [why, target, seen] of GRID) {
      const rows = found(why, seen, target)?.evidence ?? []
      const names = rows.map(({ name }) => name)
      expect(names.includes('probe-of-host')).toBe(seen.sameHost.result !== 'not-tried')
      expect(names.includes('probe-of-other-host')).toBe(
        seen.otherHost !== null && seen.otherHost.result !== 'not-tried',
      )
      for (const { bearing, expected, seen: value } of rows) {
        if (bearing === 'differs') expect(value).not.toEqual(expected)
      }
    }
  })

  test('what a probe adds or takes can be shown', () => {
    const ranking = found('unknown', network('failed', 'failed'))?.ranking
    expect(ranking?.flatMap(({ reasons }) => reasons.map(({ reason }) => reason))).toContain(
      'probe-of-other-host',
    )
  })
})
