import {
  hasTokenHead,
  isKeyIdShaped,
  isSecretShaped,
  isTokenShaped,
} from '../../credentials/value-shapes.ts'
import { MOST_VALUES, NOTHING, type Decoy, type Entry } from '../entry.ts'
import { decoysIn } from '../decoys.ts'
import { EXAMPLE_KEY, EXAMPLE_SECRET, EXAMPLE_TOKEN } from '../example-values.ts'
import type { EntryField, Strength } from '../field-names-table.ts'
import type { Page } from '../page.ts'
import type { Recogniser } from '../recogniser.ts'
import { endOfRun, lettersOf, nextRun } from '../runs.ts'
import type { Steps } from '../steps.ts'
import { brokenSecretIn } from '../broken-secret.ts'
import { endOfSpaced, spacedSecretAt } from '../lost-plus-signs.ts'
import { endOfWrapped, shortHeadsIn } from '../wrapped-token.ts'

const WORD = lettersOf(/[\w+/%-]/)
const SHORTEST_WORD = 16

/** About a millisecond's work. */
const WORDS_AT_ONCE = 256
const TIME = /\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:?\d\d)/g

/** Nothing else in the text, and of three kinds of characters: a long name or a path seldom is. */
const LONE_SECRET =
  /^\s{0,400}["'`]?(?=[A-Za-z0-9/+]{0,39}\d)(?=[A-Za-z0-9/+]{0,39}[A-Z])(?=[A-Za-z0-9/+]{0,39}[a-z])[A-Za-z0-9/+]{40}["'`]?\s{0,400}$/

/** Nearly a secret or a key ID: one that lost or won a few characters. Only where nothing better is there. */
const NEARLY_SECRET =
  /^(?=[^\n]{0,60}[a-z])(?=[^\n]{0,60}[A-Z])(?=[^\n]{0,60}[0-9/+])[A-Za-z0-9/+]{36,44}$/
const NEARLY_KEY = /^A[KS]IA[A-Z0-9]{13,18}$/

type Candidate = { field: EntryField; strength: Strength; at: number; end: number }

/** Values without names, in any order, known by their own shapes. */
export const bare: Recogniser = {
  shape: 'bare',
  example: `${EXAMPLE_KEY}\n${EXAMPLE_SECRET}\n${EXAMPLE_TOKEN}`,
  *recognise(page) {
    const { text } = page
    const decoys: Decoy[] = [...decoysIn(page)]
    for (const decoy of decoys) page.take(decoy)
    yield
    const found = yield* candidatesIn(page)
    const kept = reliable(found)
    if (kept.length === 0) return decoys.length === 0 ? NOTHING : { entries: [], decoys }
    if (kept.some(({ field }) => field === 'accessKeyId'))
      for (const time of timesIn(page)) kept.push(time)
    kept.sort((a, b) => a.at - b.at)
    const entries = kept.map(({ field, strength, at, end }): Entry => ({
      field,
      strength,
      name: '',
      raw: text.slice(at, end),
      at,
      end,
      group: 0,
      isClose: true,
      profile: null,
    }))
    return { entries, decoys }
  },
}

function* candidatesIn({ text, isFree }: Page): Steps<Candidate[]> {
  const isAlone = text.length < 1024 && LONE_SECRET.test(text)
  const found: Candidate[] = []
  const nearly: Candidate[] = []
  const heads = shortHeadsIn(text)[Symbol.iterator]()
  let head = heads.next()
  let from = 0
  for (let words = 1; ; words += 1) {
    if (words % WORDS_AT_ONCE === 0) yield
    const at = nextRun(text, WORD, SHORTEST_WORD, from)
    if (at < 0 || found.length >= MOST_VALUES) break
    while (!head.done && head.value.at < from) head = heads.next()
    if (!head.done && head.value.at < at) {
      const { at: headAt, end: headEnd } = head.value
      from = endOfWrapped(text, headAt, headEnd)
      if (isFree(headAt) && isFree(from - 1))
        found.push({ field: 'sessionToken', strength: 'strong', at: headAt, end: from })
      continue
    }
    let seen = endOfRun(text, WORD, at)
    for (let signs = 0; signs < 2 && text.charAt(seen) === '='; signs += 1) seen += 1
    from = seen
    if (!isFree(at) || !isFree(seen - 1)) continue
    const word = text.slice(at, seen)
    const put = (field: EntryField, strength: Strength, end = seen): void => {
      found.push({ field, strength, at, end })
      from = end
    }
    if (isKeyIdShaped(word)) put('accessKeyId', 'strong')
    else if (isSecretShaped(word)) put('secretAccessKey', isAlone ? 'strong' : 'weak')
    else if (hasTokenHead(word)) {
      const spaced = endOfSpaced(text, at, seen, 'sessionToken')
      put('sessionToken', 'strong', spaced > seen ? spaced : endOfWrapped(text, at, seen))
    } else if (isTokenShaped(word)) put('sessionToken', 'weak', endOfWrapped(text, at, seen))
    else if (standsAlone(text, at, seen)) {
      if (NEARLY_KEY.test(word))
        nearly.push({ field: 'accessKeyId', strength: 'strong', at, end: seen })
      else if (NEARLY_SECRET.test(word) && !/^[0-9a-f]+$/.test(word))
        nearly.push({ field: 'secretAccessKey', strength: 'weak', at, end: seen })
    }
  }
  const has = (name: EntryField): boolean => found.some(({ field }) => field === name)
  if (has('accessKeyId') && !has('secretAccessKey')) {
    const at = spacedSecretAt(text)
    const span = at >= 0 ? { at, end: at + 40 } : brokenSecretIn(text)
    if (span && isFree(span.at) && isFree(span.end - 1))
      found.push({ field: 'secretAccessKey', strength: 'weak', ...span })
  }
  for (const candidate of nearly.slice(0, 8)) {
    if (has(candidate.field) || found.length === 0) continue
    found.push(candidate)
    break
  }
  return found
}

/** A long base64 text counts as a token only beside a key ID, and only where no surer token is there. */
function reliable(found: readonly Candidate[]): Candidate[] {
  const isToken = ({ field }: Candidate): boolean => field === 'sessionToken'
  const hasSure = found.some((each) => isToken(each) && each.strength === 'strong')
  const keys = found.filter(({ field }) => field === 'accessKeyId').length
  let blobs = 0
  return found.filter((each) => {
    if (!isToken(each) || each.strength === 'strong') return true
    blobs += 1
    return !hasSure && blobs <= keys
  })
}

/** Times that stand alone in a line or a cell, as a row of values holds them; the times of a log do not. */
function timesIn({ text, isFree }: Page): Candidate[] {
  const times: Candidate[] = []
  TIME.lastIndex = 0
  for (let m = TIME.exec(text); m; m = TIME.exec(text)) {
    const { index: at } = m
    const end = TIME.lastIndex
    if (isFree(at) && standsAlone(text, at, end)) {
      times.push({ field: 'expiration', strength: 'weak', at, end })
    }
  }
  return times
}

function standsAlone(text: string, at: number, end: number): boolean {
  return (
    /(?:^|[\n\r\t,|[])[ "'\-*`]{0,8}$/.test(text.slice(Math.max(0, at - 9), at)) &&
    /^["'`]{0,2} {0,8}(?:$|[\n\r\t,|\]])/.test(text.slice(end, end + 11))
  )
}
