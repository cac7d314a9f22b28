import { Secret } from '../credentials/secret.ts'
import { MOST_VALUES, type Decoy } from './entry.ts'
import { gather, type Placed } from './gather.ts'
import { countLines, lineFinder } from './line-counter.ts'
import { pageOf } from './page.ts'
import type { FieldName, Note, ReadCredentials, ReadValue, Reading, TextRepair } from './reading.ts'
import { RECOGNISERS } from './recogniser-order.ts'
import { REPAIRS, type LineOf } from './repair-order.ts'
import { unreadTokenAt } from './unread-token.ts'
import { resultOf, stepsOf, type Steps } from './steps.ts'

/**
 * Reads the credentials out of any text. A text that holds none gives shape null and no credentials; nothing is
 * thrown, and time grows linearly with the text.
 */
export function readPaste(text: string): Reading {
  return resultOf(readPasteInSteps(text))
}

/**
 * The same reading in steps of about a millisecond (a search of the whole text apart, which takes a few per megabyte), so
 * that a page stays alive meanwhile. Call `next()` until the frame's time is used up, go on in the next frame or task,
 * and take `value` of the step that is `done`; to give up, drop the generator. Several may run in turn. A usual paste has
 * some forty steps and takes less than a millisecond in all: the first slice of, say, 8 ms finishes it without a pause.
 */
export function* readPasteInSteps(text: string): Steps<Reading> {
  const { text: repaired, original, notes } = yield* mend(text)
  const page = pageOf(repaired)
  const entries: Placed[] = []
  const decoys: Decoy[] = []
  for (const { shape, recognise } of RECOGNISERS) {
    const found = yield* stepsOf(recognise(page))
    for (const entry of found.entries) {
      if (!page.isFree(entry.at)) continue
      entries.push({ entry, shape })
    }
    for (const entry of found.entries) page.take(entry)
    for (const span of found.closed ?? []) page.take(span)
    for (const decoy of found.decoys ?? []) {
      page.take(decoy)
      decoys.push(decoy)
    }
    for (const note of found.notes ?? []) notes.push(note)
    yield
  }
  entries.sort((a, b) => a.entry.at - b.entry.at)
  const findLine = lineFinder(repaired)
  const gathered = yield* gather(entries, decoys, (offset) => original(findLine(offset)))
  const isShort = gathered.credentials.some((set) => set.accessKeyId && !set.sessionToken)
  const unread = isShort ? unreadTokenAt(page) : -1
  yield
  if (unread >= 0) {
    notes.push({
      note: 'token-head-unread',
      found: { name: '', line: original(findLine(unread)) },
    })
  }
  if (entries.length >= MOST_VALUES) notes.push({ note: 'too-many-values', count: MOST_VALUES })
  // Where nothing was read, nothing was mended that matters.
  const told =
    gathered.shape === null ? notes.filter(({ note }) => note !== 'text-repaired') : notes
  return {
    shape: gathered.shape,
    credentials:
      unread < 0
        ? gathered.credentials
        : gathered.credentials.map((set) =>
            set.sessionToken ? set : { ...set, isTokenUnread: true },
          ),
    notes: [...told, ...gathered.notes],
    lines: countLines(text),
  }
}

/** Damage comes in layers, and in any order: a mail quoted in JSON inside a mail. More layers happen to no text. */
const MOST_ROUNDS = 3

/** After these another text stands there, which is looked at from the outermost wrapping on. */
const UNWRAPPED: ReadonlySet<TextRepair> = new Set<TextRepair>([
  'invisible-characters',
  'quoted-printable',
  'json-in-json',
  'html-entities',
  'percent-encoding',
])
const MOST_RESTARTS = 3

/** The text without its damage, and what was done to it: round by round, as long as there is something to mend. */
function* mend(text: string): Steps<{ text: string; original: LineOf; notes: Note[] }> {
  const counts = new Map<TextRepair, number>()
  let repaired = text
  let original: LineOf = (line) => line
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const before = repaired
    let restarts = 0
    for (let index = 0; index < REPAIRS.length; index += 1) {
      const result = yield* stepsOf(REPAIRS[index]?.(repaired) ?? null)
      yield
      if (!result) continue
      if (UNWRAPPED.has(result.repair) && restarts < MOST_RESTARTS) {
        restarts += 1
        index = -1
      }
      repaired = result.text
      counts.set(result.repair, (counts.get(result.repair) ?? 0) + result.count)
      const { lineOf } = result
      const earlier = original
      if (lineOf) original = (line) => earlier(lineOf(line))
    }
    if (repaired === before) break
  }
  const notes = [...counts].map(([repair, count]) => ({
    note: 'text-repaired' as const,
    repair,
    count,
  }))
  return { text: repaired, original, notes }
}

/** The reading of three fields filled in by hand: values stay as typed, an empty one is absent. */
export function typedCredentials(values: Readonly<Record<FieldName, string>>): Reading {
  const accessKeyId = typed(values.accessKeyId)
  const secretAccessKey = typed(values.secretAccessKey)
  const sessionToken = typed(values.sessionToken)
  const set: ReadCredentials = {
    accessKeyId,
    secretAccessKey,
    sessionToken,
    expiration: null,
    region: null,
    profile: null,
  }
  const isEmpty = !accessKeyId && !secretAccessKey && !sessionToken
  return { shape: 'typed', credentials: isEmpty ? [] : [set], notes: [], lines: 0 }
}

function typed(text: string): ReadValue | null {
  return text.trim() === '' ? null : { value: new Secret(text), found: { name: '', line: null } }
}
