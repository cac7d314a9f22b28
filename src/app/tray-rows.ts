import { isKeyIdShaped } from '#domain/credentials/key-id-shape.ts'
import type { Identity } from '#domain/identity/identity.ts'
import { compareHeld } from '#domain/session/compare-held.ts'
import { describeHeld, type HeldFacts } from '#domain/session/held-facts.ts'
import { inLineage, type Tray } from '#domain/session/tray.ts'
import { timeLeft } from '#domain/time/expiry.ts'
import type { Instant } from '#domain/time/instant.ts'
import { headOf } from '#features/fields/verdict-head.tsx'
import type { ComparedRow } from '#features/tray/comparison-table.tsx'
import type { Generation } from '#features/tray/lineage.tsx'
import type { Life, TrayRow } from '#features/tray/tray-row.ts'
import { trayMessages as text } from '#messages/en/tray.ts'
import { workMessages } from '#messages/en/work.ts'
import { countdown, localTime } from '#ui/format-time.ts'

/** The name that a person gave to a held set, else what AWS or the paste calls it. */
export function nameOf({ held, identity, credentials }: HeldFacts): string {
  if (held.name !== null) return held.name
  if (identity) {
    const { kind, roleName, permissionSet, roleSessionName, userName } = identity
    if (kind === 'assumed-role' && roleName !== null) {
      return `${permissionSet ?? roleName}/${roleSessionName ?? ''}`
    }
    const name = userName ?? workMessages.identity.principals[kind] ?? kind
    const isSession = held.origin.kind === 'minted' && held.origin.operation === 'GetSessionToken'
    return isSession ? text.sessionOf(name) : name
  }
  const keyId = credentials.accessKeyId?.value.reveal() ?? ''
  return credentials.profile ?? (isKeyIdShaped(keyId) ? keyId : text.set(held.id))
}

/** The names of all held sets; what would have the same name twice is numbered. */
function namesOf(all: readonly HeldFacts[]): ReadonlyMap<number, string> {
  const counts = new Map<string, number>()
  return new Map(
    all.map((each) => {
      const name = nameOf(each)
      const count = (counts.get(name) ?? 0) + 1
      counts.set(name, count)
      return [each.held.id, count === 1 ? name : text.numbered(name, count)]
    }),
  )
}

/** Every held set as a row, each child behind its parent. */
export function trayRowsOf(tray: Tray, now: Instant, locale: string): readonly TrayRow[] {
  const all = describeAll(tray, now)
  const named = namesOf(all)
  return all.map((each): TrayRow => {
    const { held, ancestors, account, expiry } = each
    const left = timeLeft(expiry, now)
    const { to, from, isOpenEnded } = lifeOf(each, now) ?? { to: null, from: 0, isOpenEnded: false }
    const clock = to === null ? '' : localTime(to, now, locale)
    const isOver = left !== null && left <= 0
    return {
      id: held.id,
      name: named.get(held.id) ?? '',
      detail: detailOf(each),
      depth: ancestors.length,
      madeBy: held.origin.kind === 'minted' ? held.origin.operation : text[held.origin.kind],
      madeByDetail: madeByDetailOf(each, named),
      account: account?.id ?? '',
      isAccountInferred: account?.isInferred ?? false,
      isOpen: tray.open === held.id,
      isMarked: tray.marked.includes(held.id),
      life: to === null ? null : { from, to, isOpenEnded },
      ends: isOpenEnded && clock !== '' ? text.atMost(clock) : clock,
      left:
        expiry.kind === 'no-end'
          ? text.noEnd
          : left === null
            ? text.notKnown
            : isOpenEnded
              ? text.atMostLeft(countdown(left))
              : countdown(left),
      status: isOver
        ? expiry.kind === 'stated'
          ? ['error', text.expired]
          : ['warning', text.probablyExpired]
        : null,
    }
  })
}

/** Which session ends next, as a countdown; empty where none is known to end. */
export function nextEndOf(tray: Tray, now: Instant): string {
  const left = describeAll(tray, now)
    .flatMap(({ expiry }) => (expiry.kind === 'stated' ? expiry.expiresAt - now : []))
    .filter((each) => each > 0)
  return left.length === 0 ? '' : text.nextEnd(countdown(Math.min(...left)))
}

/** The two marked sets; null where there are not two. */
export function comparisonOf(
  tray: Tray,
  now: Instant,
  locale: string,
): { readonly names: readonly [string, string]; readonly rows: readonly ComparedRow[] } | null {
  const all = describeAll(tray, now)
  const [one, other] = all.filter(({ held }) => tray.marked.includes(held.id))
  if (!one || !other) return null
  const named = namesOf(all)
  const words = (facts: HeldFacts) => valuesOf(facts, named, now, locale)
  const [a, b] = [words(one), words(other)]
  return {
    names: [named.get(one.held.id) ?? '', named.get(other.held.id) ?? ''],
    rows: compareHeld(one, other).map((row) => ({ ...row, values: [a[row.fact], b[row.fact]] })),
  }
}

/** What the open set was made from, itself last; empty where it was not made here. */
export function generationsOf(tray: Tray, now: Instant, locale: string): readonly Generation[] {
  const isMinted = tray.held.some(({ id, origin }) => id === tray.open && origin.kind === 'minted')
  const open = isMinted && tray.open !== null ? describeHeld(tray, tray.open, now) : null
  if (!open) return []
  return [...open.ancestors, open.held].flatMap(({ id, origin }) => {
    const facts = describeHeld(tray, id, now)
    if (!facts) return []
    const seconds = origin.kind === 'minted' ? origin.durationSeconds : null
    const span = seconds === null ? '' : workMessages.time.span(Math.round(seconds / 60))
    const how =
      origin.kind === 'minted'
        ? text.mintedHow(origin.operation, localTime(origin.at, now, locale), span, origin.hasMfa)
        : origin.kind === 'situation'
          ? text.ofSandbox(detailOf(facts))
          : text.pastedHere(detailOf(facts))
    return [{ id, name: nameOf(facts), how }]
  })
}

function describeAll(tray: Tray, now: Instant): readonly HeldFacts[] {
  return inLineage(tray.held).flatMap(({ id }) => describeHeld(tray, id, now) ?? [])
}

function detailOf({ held, identity, facts, verdict }: HeldFacts): string {
  if (identity) {
    const kind = workMessages.identity.principals[identity.kind] ?? identity.kind
    return held.origin.kind === 'minted' && held.origin.hasMfa ? text.withMfa(kind) : kind
  }
  if (verdict.verdict !== 'nothing-contradicts') {
    return headOf(verdict, false, workMessages.verdict)[1]
  }
  return facts.accessKeyId?.kind === 'long-term' ? text.longTermKey : text.temporaryKey
}

function madeByDetailOf(
  { held, ancestors, identity }: HeldFacts,
  named: ReadonlyMap<number, string>,
): string {
  const parent = ancestors.at(-1)
  if (held.origin.kind !== 'minted') return ''
  if (!parent) return UNSIGNED.includes(held.origin.operation) ? '' : text.parentRemoved
  const name = named.get(parent.id) ?? ''
  const isChained =
    held.origin.operation === 'AssumeRole' &&
    parent.origin.kind === 'minted' &&
    parent.origin.operation.startsWith('AssumeRole') &&
    identity?.kind === 'assumed-role'
  return isChained ? text.chained(name) : text.from(name)
}

/** Operations that no held set signs. */
const UNSIGNED: readonly string[] = ['AssumeRoleWithSAML', 'AssumeRoleWithWebIdentity']

function limitsInWords({ limits }: Identity): string {
  const always = limits.filter(({ holds }) => holds === 'always')
  if (always.length === 0) return text.none
  return always.map(({ never }) => workMessages.identity.limits[never][0]).join('; ')
}

function lifeOf({ expiry, held }: HeldFacts, now: Instant): Life | null {
  const made = held.origin.kind === 'minted' ? held.origin.at : null
  switch (expiry.kind) {
    case 'stated':
      return {
        from: expiry.issuedAt ?? made ?? Math.min(now, expiry.expiresAt),
        to: expiry.expiresAt,
        isOpenEnded: false,
      }
    case 'window':
    case 'probably-expired':
      return { from: expiry.issuedAt, to: expiry.latest, isOpenEnded: true }
    case 'no-end':
    case 'unknown':
      return null
  }
}

function valuesOf(
  facts: HeldFacts,
  named: ReadonlyMap<number, string>,
  now: Instant,
  locale: string,
): Readonly<Record<ComparedRow['fact'], string>> {
  const { held, identity, account, ancestors, expiry, verdict } = facts
  const { accessKeyId, sessionToken } = facts.facts
  const parent = ancestors.at(-1)
  const life = lifeOf(facts, now)
  const end = life === null ? text.notShown : localTime(life.to, now, locale)
  return {
    account: account?.id ?? text.notShown,
    principal: identity?.arn ?? text.notShown,
    kind: identity
      ? (workMessages.identity.principals[identity.kind] ?? identity.kind)
      : text.notShown,
    'key-kind': accessKeyId?.kind === 'long-term' ? text.longTermKey : text.temporaryKey,
    'made-by': held.origin.kind === 'minted' ? held.origin.operation : text[held.origin.kind],
    parent: parent ? (named.get(parent.id) ?? text.none) : text.none,
    ends: expiry.kind === 'no-end' ? text.noEnd : life?.isOpenEnded ? text.atMost(end) : end,
    'token-version': String(sessionToken?.version ?? text.notShown),
    'token-region': sessionToken?.region ?? text.notShown,
    limits: identity ? limitsInWords(identity) : text.notShown,
    verdict: headOf(verdict, identity !== null, workMessages.verdict)[1],
  }
}
