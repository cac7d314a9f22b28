import { MINUTE } from '../time/instant.ts'
import type { Case } from './case.ts'
import {
  clockDifferenceOf,
  endsWithFullStop,
  isAws,
  isKeyOrTokenRefused,
  isSilent,
  isTold,
  statusOf,
} from './case.ts'
import { literal, row, word } from './evidence-row.ts'
import type { Bearing, Evidence } from './finding.ts'

const CLOCK_TOLERANCE = 15 * MINUTE

/** AWS's error code, as support for a cause that the code itself names. */
export function codeRow(c: Case): Evidence | null {
  return c.code === '' ? null : row('error-code', word('none'), literal(c.code), 'supports', 'aws')
}

/** A piece of AWS's sentence that names the cause. */
export function wordsRow(words: string | null): Evidence | null {
  return words === null
    ? null
    : row('message-says', word('none'), literal(words), 'supports', 'aws')
}

/** The end of the sentence, against what it would be if the key ID (true) or the token (false) were the fault. */
export function fullStopRow(c: Case, cause: 'key' | 'token'): Evidence | null {
  if (c.message === '' || !isKeyOrTokenRefused(c)) return null
  const stop = endsWithFullStop(c)
  const supports = stop === (cause === 'key')
  const expected = cause === 'key' ? 'no-full-stop-for-refused-token' : 'full-stop-for-unknown-key'
  const seen = word(stop ? 'full-stop' : 'no-full-stop')
  if (supports) return row('end-of-message', word(expected), seen, 'supports', 'inferred')
  const usual = cause === 'key' ? 'full-stop-for-unknown-key' : 'no-full-stop-for-refused-token'
  return row('end-of-message', word(usual), seen, 'differs', 'inferred')
}

/** The difference of the clocks, from AWS's sentence or its Date header. */
export function clockRow(c: Case): Evidence | null {
  const difference = clockDifferenceOf(c)
  if (difference === null) return null
  const bearing = Math.abs(difference) > CLOCK_TOLERANCE ? 'differs' : 'agrees'
  const isStated = c.facts.told?.stated.includes('clock') === true
  const source = c.clockSentence ? 'aws' : isStated ? 'told' : 'measured'
  return row(
    'clock-difference',
    word('within-15-minutes'),
    { milliseconds: difference },
    bearing,
    source,
  )
}

export function optInRow(c: Case): Evidence | null {
  const isOptIn = c.facts.target?.isOptIn ?? null
  if (isOptIn === null) return null
  const seen = word(isOptIn ? 'opt-in' : 'enabled-by-default')
  return row(
    'region-opt-in',
    word('enabled-by-default'),
    seen,
    isOptIn ? 'differs' : 'agrees',
    'aws',
  )
}

export function scopeRow(c: Case, seen: string | null): Evidence | null {
  if (seen === null) return null
  const { target } = c.facts
  // AWS quotes no Region, or the one that the host is known by.
  if (seen === '') return null
  const isSame = target?.signingRegion === seen
  if (isSame && isTold(c))
    return row('scope-region', word('region-of-host'), literal(seen), 'differs', 'aws')
  const expected = target ? literal(target.signingRegion) : word('region-of-host')
  return row('scope-region', expected, literal(seen), isSame ? 'agrees' : 'differs', 'aws')
}

export function statusRow(c: Case, bearing: Bearing): Evidence | null {
  const status = statusOf(c)
  if (status === null) return null
  const source = c.outcome.kind === 'refused' ? 'aws' : 'measured'
  return row('http-status', literal('200'), literal(String(status)), bearing, source)
}

export function bodyRow(c: Case): Evidence | null {
  // An error may be told in XML or in JSON, and the outcome keeps no word of which.
  if (c.outcome.kind !== 'unreadable') return null
  return row('answer-body', word('xml-from-sts'), word(c.outcome.what), 'differs', 'measured')
}

export function requestIdRow(c: Case): Evidence | null {
  if (c.outcome.kind !== 'refused') return null
  const isPresent = c.outcome.requestId !== null
  const seen = word(isPresent ? 'present' : 'missing')
  if (!isPresent && isTold(c)) return null
  return row('request-id', word('present'), seen, isPresent ? 'agrees' : 'differs', 'aws')
}

export function onlineRow(c: Case): Evidence | null {
  if (c.outcome.kind !== 'unreachable' || isTold(c) || !isAws(c)) return null
  const isOffline = c.outcome.why === 'offline' || c.facts.network?.isOnline === false
  return row(
    'online',
    word('yes'),
    word(isOffline ? 'no' : 'yes'),
    isOffline ? 'differs' : 'agrees',
    'measured',
  )
}

export function pagePolicyRow(c: Case): Evidence | null {
  if (c.outcome.kind !== 'unreachable' || isTold(c)) return null
  const isBlocked = c.outcome.why === 'policy'
  const seen = word(isBlocked ? 'blocked' : 'allowed')
  return row('page-policy', word('allowed'), seen, isBlocked ? 'differs' : 'agrees', 'measured')
}

export function waitedRow(c: Case): Evidence | null {
  if (!isSilent(c) || c.facts.tookMs === null) return null
  return row('waited', word('an-answer'), { milliseconds: c.facts.tookMs }, 'differs', 'measured')
}

/** The policy AWS names, and the action it refused. */
export function policyRow(c: Case): Evidence | null {
  const kind = c.denial?.policy ?? null
  return kind === null ? null : row('policy-kind', word('none'), literal(kind), 'supports', 'aws')
}

export function actionRow(c: Case): Evidence | null {
  const action = c.denial?.action ?? null
  return action === null
    ? null
    : row('denied-action', word('allowed'), literal(action), 'differs', 'aws')
}

export function identityPermissionRow(): Evidence {
  return row(
    'denied-action',
    word('needs-no-permission'),
    literal('sts:GetCallerIdentity'),
    'supports',
    'aws',
  )
}
