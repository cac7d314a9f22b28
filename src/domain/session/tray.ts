import type { Secret } from '../credentials/secret.ts'
import type { Identity } from '../identity/identity.ts'
import type { ReadCredentials } from '../reading/reading.ts'
import type { Instant } from '../time/instant.ts'
import { chosenCredentials, EMPTY_DESK, secretsOn, type Desk } from './desk.ts'

/** Where held credentials come from. `paste` counts the pastes; `parent` is the held set that signed the request. */
export type Origin =
  | { readonly kind: 'pasted'; readonly paste: number }
  | { readonly kind: 'situation'; readonly paste: number }
  | {
      readonly kind: 'minted'
      /** The Action, in AWS's spelling. */
      readonly operation: string
      /** Null where the operation is not signed, or where its parent was dropped. */
      readonly parent: number | null
      readonly at: Instant
      /** Seconds that were asked for; null where AWS chose. */
      readonly durationSeconds: number | null
      /** MFA was presented with the request. */
      readonly hasMfa: boolean
      /** Who the answer says it is; null where it does not say. */
      readonly identity: Identity | null
    }

/** A set of credentials held in the tab. */
export type Held = {
  readonly id: number
  /** The name that the person gave it; null before. */
  readonly name: string | null
  readonly origin: Origin
}

/** The desk, and the desks of those that are held but not on it. */
export type Tray = Desk & {
  readonly held: readonly Held[]
  /** The held set on the desk; null where the desk has none. */
  readonly open: number | null
  readonly shelf: Readonly<Record<number, Desk>>
  /** At most two, to be compared. */
  readonly marked: readonly number[]
  /** The last number given to a held set. */
  readonly lastId: number
}

export const EMPTY_TRAY: Tray = {
  ...EMPTY_DESK,
  held: [],
  open: null,
  shelf: {},
  marked: [],
  lastId: 0,
}

/** The desk of a held set, whether it is open or not; null for one that is not held. */
export function deskOf(tray: Tray, id: number): Desk | null {
  return id === tray.open ? tray : (tray.shelf[id] ?? null)
}

/** From the first ancestor that is still held down to the set itself. */
export function lineageOf(tray: Pick<Tray, 'held'>, id: number): readonly Held[] {
  const held = tray.held.find((each) => each.id === id)
  if (!held) return []
  const parent = held.origin.kind === 'minted' ? held.origin.parent : null
  // A parent is always older than its child, so this ends.
  return parent === null || parent >= id ? [held] : [...lineageOf(tray, parent), held]
}

/** Every secret that is held. */
export function secretsHeld(tray: Tray): readonly Secret[] {
  return [...new Set([tray, ...Object.values(tray.shelf)].flatMap(secretsOn))]
}

/** The held sets with each child behind its parent. */
export function inLineage(held: readonly Held[]): readonly Held[] {
  const parentOf = ({ origin }: Held): number | null =>
    origin.kind === 'minted' && held.some(({ id }) => id === origin.parent) ? origin.parent : null
  const below = (parent: number | null): readonly Held[] =>
    held.filter((each) => parentOf(each) === parent).flatMap((each) => [each, ...below(each.id)])
  return below(null)
}

/** What a new paste or situation puts on the desk. */
export type Arrival = {
  readonly desk: Desk
  readonly origin: Exclude<Origin, { readonly kind: 'minted' }>
  /** It takes the place of what the same box held before. */
  readonly isRewritten: boolean
}

/**
 * Puts what was read on the desk. What the same box held before goes, and so does what nobody could use again: an
 * incomplete set, an older paste of the same access key ID, a situation that nothing was made from. The rest stays
 * held.
 */
export function receive(tray: Tray, { desk, origin, isRewritten }: Arrival): Tray {
  const sets = desk.reading?.credentials ?? []
  const keyIds = new Set(sets.filter(isUsable).map(keyIdOf))
  const present = tray.held.find(({ id }) => id === tray.open)
  const isHeir = (held: Held): boolean =>
    isRewritten &&
    held.origin.kind !== 'minted' &&
    present?.origin.kind !== 'minted' &&
    held.origin.paste === present?.origin.paste
  const isReplaced = (held: Held): boolean => {
    if (held.origin.kind === 'minted') return false
    if (isHeir(held)) return true
    const own = deskOf(tray, held.id)
    const set = own && chosenCredentials(own)
    if (!set || !isUsable(set) || keyIds.has(keyIdOf(set))) return true
    const isParent = tray.held.some(
      (other) => other.origin.kind === 'minted' && other.origin.parent === held.id,
    )
    return origin.kind === 'situation' && held.origin.kind === 'situation' && !isParent
  }
  const replaced = tray.held.filter(isReplaced)
  const kept = replaced.reduce<Tray>((rest, { id }) => without(rest, id), shelved(tray))
  // A rewritten set keeps its number and name, so that what was made from it keeps its parent.
  const heirs = replaced.filter(isHeir)
  const added = sets.map((_, index): Held => {
    const heir = heirs[index]
    return heir ? { ...heir, origin } : { id: tray.lastId + 1 + index, name: null, origin }
  })
  const shelf = Object.fromEntries(
    added
      .slice(1)
      .map(({ id }, index) => [id, { ...desk, chosen: index + 1, isEditingPaste: false }]),
  )
  return {
    ...kept,
    ...desk,
    held: [...kept.held, ...added],
    open: added[0]?.id ?? null,
    shelf: { ...kept.shelf, ...shelf },
    marked: kept.marked,
    lastId: tray.lastId + sets.length,
  }
}

/** Adds what an operation returned; the desk stays as it is. */
export function addMinted(
  tray: Tray,
  minted: { readonly desk: Desk; readonly origin: Extract<Origin, { kind: 'minted' }> },
): Tray {
  const id = tray.lastId + 1
  return {
    ...tray,
    held: [...tray.held, { id, name: null, origin: minted.origin }],
    shelf: { ...tray.shelf, [id]: minted.desk },
    lastId: id,
  }
}

/** Puts a held set on the desk, with its last answer; one that is not held changes nothing. */
export function openHeld(tray: Tray, id: number): Tray {
  const desk = tray.shelf[id]
  if (!desk || id === tray.open) return tray
  const rest = shelved(tray)
  const { [id]: _, ...shelf } = rest.shelf
  return { ...rest, ...desk, open: id, shelf }
}

/** Takes a held set away. Another takes its place on the desk: its parent, else the one before it, else the first. */
export function drop(tray: Tray, id: number): Tray {
  const at = tray.held.findIndex((each) => each.id === id)
  const gone = tray.held[at]
  if (!gone) return tray
  const parent = gone.origin.kind === 'minted' ? gone.origin.parent : null
  const rest = without(tray, id)
  if (id !== tray.open) return rest
  const next = parent ?? rest.held[Math.max(0, at - 1)]?.id
  const empty: Tray = { ...rest, ...EMPTY_DESK, open: null }
  return next === undefined ? empty : openHeld(empty, next)
}

/** Marks a set for comparison or takes the mark away; a third mark takes the place of the oldest. */
export function mark(tray: Tray, id: number, isMarked: boolean): Tray {
  const others = tray.marked.filter((each) => each !== id)
  return { ...tray, marked: isMarked ? [...others, id].slice(-2) : others }
}

/** The tray with its open desk on the shelf as well. A call that is under way ends there. */
function shelved(tray: Tray): Tray {
  if (tray.open === null) return tray
  const { paste, reading, chosen, target, targetReason, situation, told, toldBeside } = tray
  const call = tray.call.kind === 'sending' ? EMPTY_DESK.call : tray.call
  const desk: Desk = {
    paste,
    reading,
    chosen,
    isEditingPaste: false,
    target,
    targetReason,
    situation,
    call,
    told,
    toldBeside,
  }
  return { ...tray, shelf: { ...tray.shelf, [tray.open]: desk } }
}

/** The tray without one held set; its children have no parent from then on. */
function without(tray: Tray, id: number): Tray {
  const { [id]: _, ...shelf } = tray.shelf
  const held = tray.held
    .filter((each) => each.id !== id)
    .map((each) =>
      each.origin.kind === 'minted' && each.origin.parent === id
        ? { ...each, origin: { ...each.origin, parent: null } }
        : each,
    )
  return { ...tray, held, shelf, marked: tray.marked.filter((each) => each !== id) }
}

/** A call can be made with it. */
const isUsable = ({ accessKeyId, secretAccessKey }: ReadCredentials): boolean =>
  accessKeyId !== null && secretAccessKey !== null

const keyIdOf = (set: ReadCredentials): string => set.accessKeyId?.value.reveal() ?? ''
