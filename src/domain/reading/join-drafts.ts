import type { Draft } from './gather.ts'
import type { FieldName, Note, Shape } from './reading.ts'
import type { Steps } from './steps.ts'

const FIELDS: readonly FieldName[] = ['accessKeyId', 'secretAccessKey', 'sessionToken']

/** About a millisecond's work. */
const DRAFTS_AT_ONCE = 1024

/** Shapes whose groups are the whole text, so that what they found may complete what another found. */
const LOOSE: ReadonlySet<Shape> = new Set<Shape>([
  'bare',
  'assignments',
  'powershell',
  'set-command',
  'literal',
  'call',
  'table',
  'authorization',
  'text-output',
])

/**
 * Makes one set of those that complete each other across shapes, drops what stands in the text a second time, and puts
 * aside what counts only on its own. The order of the text stays; the work is linear.
 */
export function* joinDrafts(drafts: readonly Draft[]): Steps<{
  readonly kept: readonly Draft[]
  readonly notes: readonly Note[]
}> {
  const merged: Draft[] = []
  for (const draft of drafts) {
    if (countOf(draft.set) === 0) continue
    const before = merged.at(-1)
    if (before && completes(before, draft)) absorb(before, draft)
    else merged.push(draft)
  }
  // Only weak names and no key ID: something of another program.
  const joined = merged.filter(({ isNamed, set }) => isNamed || set.accessKeyId)
  giveCircumstances(drafts, joined)
  yield
  const { kept, repeated } = yield* withoutRepeats(joined)
  const leading = kept.filter(({ isAside }) => !isAside)
  const final = leading.length > 0 ? leading : kept
  const notes: Note[] = []
  if (repeated > 0) notes.push({ note: 'repeated', count: repeated })
  if (final.length > 1) notes.push({ note: 'more-credentials', count: final.length })
  return { kept: final, notes }
}

function countOf(set: Draft['set']): number {
  return (
    Number(set.accessKeyId !== null) +
    Number(set.secretAccessKey !== null) +
    Number(set.sessionToken !== null)
  )
}

/** Two sets of different shapes that have no value in common and name no other profile. */
function completes(a: Draft, b: Draft): boolean {
  if (a.shape === b.shape || a.isAside || b.isAside) return false
  if (!LOOSE.has(a.shape) && !LOOSE.has(b.shape)) return false
  if (a.set.profile !== null && b.set.profile !== null && a.set.profile !== b.set.profile)
    return false
  return FIELDS.every((field) => a.set[field] === null || b.set[field] === null)
}

function absorb(into: Draft, from: Draft): void {
  for (const field of FIELDS) into.set[field] ??= from.set[field]
  into.set.expiration ??= from.set.expiration
  into.set.region ??= from.set.region
  into.set.profile ??= from.set.profile
  into.issued ??= from.issued
  into.lease ??= from.lease
  into.notes.push(...from.notes)
  into.isNamed ||= from.isNamed
}

/** An expiration or a Region that stands alone belongs to the only set there is. */
function giveCircumstances(drafts: readonly Draft[], joined: readonly Draft[]): void {
  const [only] = joined
  if (!only || joined.length > 1) return
  for (const { set, shape, issued, lease } of drafts) {
    if (countOf(set) > 0) continue
    // Vault's JSON has the lease beside the object of the values.
    only.issued ??= issued
    only.lease ??= lease
    if (!LOOSE.has(shape)) continue
    only.set.expiration ??= set.expiration
    only.set.region ??= set.region
    only.set.profile ??= set.profile
  }
}

/** A set whose every value stood in an earlier one says nothing new; its circumstances may. */
function* withoutRepeats(
  drafts: readonly Draft[],
): Steps<{ readonly kept: readonly Draft[]; readonly repeated: number }> {
  const seen = new Map<string, Draft>()
  const kept: Draft[] = []
  for (const [index, draft] of drafts.entries()) {
    if (index % DRAFTS_AT_ONCE === DRAFTS_AT_ONCE - 1) yield
    const values = FIELDS.flatMap((field) => draft.set[field]?.value.reveal() ?? [])
    const earlier = seen.get(values[0] ?? '')
    const isRepeat =
      earlier !== undefined &&
      (draft.set.profile === null || draft.set.profile === earlier.set.profile) &&
      FIELDS.every(
        (field) =>
          draft.set[field] === null ||
          draft.set[field].value.reveal() === earlier.set[field]?.value.reveal(),
      )
    if (isRepeat) {
      earlier.set.expiration ??= draft.set.expiration
      earlier.set.region ??= draft.set.region
      continue
    }
    kept.push(draft)
    for (const value of values) seen.set(value, draft)
  }
  return { kept, repeated: drafts.length - kept.length }
}
