import { isKeyIdShaped, isSecretShaped, isTokenShaped } from '../credentials/value-shapes.ts'
import { Secret } from '../credentials/secret.ts'
import { secondsIn } from '../time/duration.ts'
import { SECOND, type Instant } from '../time/instant.ts'
import { readInstant } from '../time/read-instant.ts'
import { cleanValue } from './clean-value.ts'
import type { Decoy, Entry } from './entry.ts'
import { decoyIn } from './decoys.ts'
import { joinDrafts } from './join-drafts.ts'
import { ownCopy } from './own-copy.ts'
import { shownName, type Circumstance, type EntryField } from './field-names-table.ts'
import type { Steps } from './steps.ts'
import type { DecoyKind, FieldName, Found, Note, ReadCredentials, Shape } from './reading.ts'

/** An entry with the recogniser it came from. */
export type Placed = { readonly entry: Entry; readonly shape: Exclude<Shape, 'typed'> }

/** The sets of a text in its order, and what is to be told about them. */
export type Gathered = {
  readonly shape: Shape | null
  readonly credentials: readonly ReadCredentials[]
  readonly notes: readonly Note[]
}

type Lease = { readonly seconds: number; readonly found: Found }

/** A set in the making. */
export type Draft = {
  readonly set: { -readonly [Name in keyof ReadCredentials]: ReadCredentials[Name] }
  readonly shape: Exclude<Shape, 'typed'>
  readonly notes: Note[]
  /** When it was issued and how long it lasts from then, where the text gives these instead of its end. */
  issued: Instant | null
  lease: Lease | null
  /** A name that only credentials have stood beside one of its values. */
  isNamed: boolean
  /** What stood beside names that other programs use too. */
  readonly weak: Set<FieldName>
  readonly isAside: boolean
}

/** About a millisecond's work. */
const ENTRIES_AT_ONCE = 500

const SHAPES: Readonly<Record<FieldName, (text: string) => boolean>> = {
  accessKeyId: isKeyIdShaped,
  secretAccessKey: isSecretShaped,
  sessionToken: isTokenShaped,
}

/**
 * Puts entries together into sets: within a group a field that comes again with another value opens the next set.
 * Entries and decoys stand in the order of the text. Hands back control now and then.
 */
export function* gather(
  entries: readonly Placed[],
  decoys: readonly Decoy[],
  lineOf: (offset: number) => number,
): Steps<Gathered> {
  const foundAt = finder(lineOf)
  const drafts: Draft[] = []
  const latest = new Map<Shape, Map<number, Draft>>()
  const told: Decoy[] = [...decoys]
  const open = (placed: Placed): Draft => {
    const draft = emptyDraft(placed)
    drafts.push(draft)
    const groups = latest.get(placed.shape) ?? new Map<number, Draft>()
    if (groups.size === 0) latest.set(placed.shape, groups)
    groups.set(placed.entry.group, draft)
    return draft
  }
  const followers = followersOf(entries)
  yield
  for (const [index, placed] of entries.entries()) {
    if (index % ENTRIES_AT_ONCE === ENTRIES_AT_ONCE - 1) yield
    const { entry, shape } = placed
    const draft = latest.get(shape)?.get(entry.group) ?? open(placed)
    const { field } = entry
    if (isValue(field)) {
      const decoy = putValue(draft, () => open(placed), entry, field, foundAt, followers[index])
      if (decoy) told.push({ decoy, name: entry.name, at: entry.at, end: entry.end })
    } else {
      const isTaken = isSaid(draft, field) && draft.set.accessKeyId
      const isNext = isTaken && draft.set.secretAccessKey
      putCircumstance(isNext ? open(placed) : draft, entry, field, foundAt)
    }
  }
  yield
  const { kept, notes } = yield* joinDrafts(drafts)
  yield
  for (const draft of kept) endLease(draft)
  return {
    shape: kept[0]?.shape ?? null,
    credentials: kept.map(({ set }) => set),
    notes: [...notesOf(kept), ...notes, ...tell(told, foundAt)],
  }
}

function isValue(field: EntryField): field is FieldName {
  return field === 'accessKeyId' || field === 'secretAccessKey' || field === 'sessionToken'
}

const isSaid = ({ set, issued, lease }: Draft, field: Circumstance): boolean =>
  (field === 'issued' ? issued : field === 'lease' ? lease : set[field]) !== null

const emptyDraft = ({ shape, entry: { profile, isAside } }: Placed): Draft => ({
  set: {
    accessKeyId: null,
    secretAccessKey: null,
    sessionToken: null,
    expiration: null,
    region: null,
    profile: profile === null ? null : ownCopy(profile),
  },
  shape,
  notes: [],
  issued: null,
  lease: null,
  isNamed: false,
  weak: new Set(),
  isAside: isAside === true,
})

/** For each entry the next one of its group. */
function followersOf(entries: readonly Placed[]): readonly (Entry | undefined)[] {
  const next = new Map<Shape, Map<number, Entry>>()
  return entries
    .map((_, index) => {
      const { entry, shape } = entries[entries.length - 1 - index] ?? {}
      if (!entry || !shape) return undefined
      const groups = next.get(shape) ?? new Map<number, Entry>()
      if (groups.size === 0) next.set(shape, groups)
      const follower = groups.get(entry.group)
      groups.set(entry.group, entry)
      return follower
    })
    .toReversed()
}

function putValue(
  draft: Draft,
  next: () => Draft,
  entry: Entry,
  field: FieldName,
  foundAt: FoundAt,
  follower: Entry | undefined,
): DecoyKind | null {
  const { strength, isClose, name } = entry
  const cleaned = cleanValue(entry.raw, field)
  if (cleaned.value === null) {
    // `access_key` beside stars is one of ours; `secret` may be anybody's.
    const isOurs =
      strength === 'strong' ||
      (strength === 'weak' && /[A-Za-z][-_ ]?key/i.test(name) && cleaned.decoy === 'masked')
    return isOurs && name !== '' ? cleaned.decoy : null
  }
  const { value, notes } = cleaned
  const another = field === 'sessionToken' ? decoyIn(value) : null
  if (another !== null) return another
  const isTrusted = strength === 'strong' || (strength === 'weak' && isClose)
  if (!isTrusted && !SHAPES[field](value)) return null
  const before = draft.set[field]
  // Old and new spellings of one variable often stand side by side with the same value.
  const isStrong = strength === 'strong'
  if (before?.value.reveal() === value) {
    if (isStrong) draft.weak.delete(field)
    return null
  }
  const foreign = before && foreignOf(draft, field, isStrong, follower)
  if (foreign === 'this') return null
  const target = before && !foreign ? next() : draft
  if (foreign) forgetField(draft, field)
  if (!isStrong) target.weak.add(field)
  target.set[field] = { value: new Secret(value), found: foundAt(name, entry.at) }
  target.notes.push(...notes)
  const { pieces = 1, escapes = 0 } = entry
  if (escapes > 0) target.notes.push({ note: 'escapes-resolved', field, count: escapes })
  if (pieces > 1) target.notes.push({ note: 'pieces-joined', field, count: pieces })
  target.isNamed ||= isStrong
  return null
}

/**
 * Of two values for one place, the one that is another program's: `SECRET=` beside `AWS_SECRET_ACCESS_KEY=`. Null where
 * both may be right, since a weak key ID stands with the weak name: then they are two sets.
 */
function foreignOf(
  { weak }: Draft,
  field: FieldName,
  isStrong: boolean,
  follower: Entry | undefined,
): 'this' | 'earlier' | null {
  if (field === 'accessKeyId' || weak.has(field) !== isStrong) return null
  if (isStrong) return weak.has('accessKeyId') ? null : 'earlier'
  return follower?.field === 'accessKeyId' && follower.strength !== 'strong' ? null : 'this'
}

function forgetField(draft: Draft, field: FieldName): void {
  draft.weak.delete(field)
  const others = draft.notes.filter((note) => !('field' in note) || note.field !== field)
  draft.notes.splice(0, draft.notes.length, ...others)
}

/** Expiration, Region or profile of a set; the first one counts. */
function putCircumstance(draft: Draft, entry: Entry, field: Circumstance, foundAt: FoundAt): void {
  const text = entry.raw.trim().replace(/^["'“”‘’]|["'“”‘’]$/g, '')
  if (isSaid(draft, field) || text === '') return
  const found = foundAt(entry.name, entry.at)
  if (field === 'profile') {
    if (/^[\w.@:/+-]{1,128}$/.test(text)) draft.set.profile = ownCopy(text)
  } else if (field === 'region') {
    if (/^[\w-]{1,40}$/.test(text)) draft.set.region = { code: ownCopy(text), found }
  } else if (field === 'lease') {
    const seconds = secondsIn(text)
    // What Vault prints for what has no lease.
    if (seconds !== null && seconds > 0) draft.lease = { seconds, found }
  } else if (field === 'issued') {
    draft.issued = readInstant(text)
  } else {
    const instant = readInstant(text)
    if (instant !== null) draft.set.expiration = { instant, found }
    else if (/\w/.test(text) && !/^(?:null|none|undefined|nil|true|false)$/i.test(text)) {
      draft.notes.push({ note: 'expiration-unreadable', found })
    }
  }
}

/** An end that the text names itself wins over one that is counted. */
function endLease({ set, issued, lease, notes }: Draft): void {
  if (!lease || set.expiration) return
  const { seconds, found } = lease
  if (issued === null) notes.push({ note: 'lease-without-start', seconds, found })
  else set.expiration = { instant: issued + seconds * SECOND, found }
}

/** The notes of each set, and of which one, where there are several. */
function notesOf(kept: readonly Draft[]): Note[] {
  const [only] = kept
  if (kept.length < 2) return [...(only?.notes ?? [])]
  return kept.flatMap(({ notes, set: { profile } }, index) =>
    notes.map((note) => ({ ...note, set: { index, profile } })),
  )
}

/** One note per kind: a log may hold thousands of hashes. */
function tell(decoys: readonly Decoy[], foundAt: FoundAt): Note[] {
  const first = new Map<string, Decoy>()
  const counts = new Map<string, number>()
  for (const decoy of decoys) {
    const before = first.get(decoy.decoy)
    if (!before || decoy.at < before.at) first.set(decoy.decoy, decoy)
    counts.set(decoy.decoy, (counts.get(decoy.decoy) ?? 0) + 1)
  }
  return [...first.values()]
    .sort((a, b) => a.at - b.at)
    .map(({ decoy, name, at }) => {
      const count = counts.get(decoy) ?? 1
      const note = { note: 'decoy', decoy, found: foundAt(name, at) } as const
      return count > 1 ? { ...note, count } : note
    })
}

type FoundAt = (name: string, offset: number) => Found

/** Names come back thousands of times: each is copied once. */
function finder(lineOf: (offset: number) => number): FoundAt {
  const names = new Map<string, string>()
  return (written, offset) => {
    const name = names.get(written) ?? ownCopy(shownName(written))
    if (names.size < 1024) names.set(written, name)
    return { name, line: lineOf(offset) }
  }
}
