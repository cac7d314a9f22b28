import { MOST_VALUES, NOTHING, type Decoy, type Entry, type Findings } from '../entry.ts'
import { EXAMPLE_KEY, EXAMPLE_SECRET, EXAMPLE_TOKEN } from '../example-values.ts'
import {
  decoyOf,
  fieldOf,
  shownName,
  type EntryField,
  type NamedField,
} from '../field-names-table.ts'
import type { Page } from '../page.ts'
import type { DecoyKind, Note } from '../reading.ts'
import type { Recogniser } from '../recogniser.ts'
import type { Steps } from '../steps.ts'
import { endOfWrapped } from '../wrapped-token.ts'

const NUMBER = /-?\d[\d.eE+-]{0,40}/y

const QUOTE = 34
const LINE_FEED = 10
const BACKSLASH = 92

/** What a character means: nothing, a sign of the grammar, or the beginning of a number. */
const SIGNS = new Uint8Array(128)
for (const sign of '{}[],:"') SIGNS[sign.charCodeAt(0)] = 1
for (const digit of '-0123456789') SIGNS[digit.charCodeAt(0)] = 2

/** Longer than any value, also where it is broken over many lines. */
const LONGEST = 16_384
const LONGEST_NAME = 80

/** Some milliseconds' work. */
const CHARACTERS_AT_ONCE = 1 << 17

/** Members that hold the name of the member beside them: task definitions, Kubernetes, stack outputs. */
const NAME_MEMBER = /^(?:name|key|outputkey|variable)$/i
const VALUE_MEMBER = /^(?:value|outputvalue)$/i

/**
 * JSON at any depth, whole or torn out of its surroundings. Read by its own scanner, since `JSON.parse` knows no places
 * and gives up at the first missing brace.
 */
export const json: Recogniser = {
  shape: 'json',
  example: `{ "Credentials": {
  "AccessKeyId": "${EXAMPLE_KEY}",
  "SecretAccessKey": "${EXAMPLE_SECRET}",
  "SessionToken": "${EXAMPLE_TOKEN}"
} }`,
  recognise: (page) => (page.text.includes('"') ? findingsOf(page) : NOTHING),
}

type Member = {
  readonly name: string
  readonly field: NamedField | null
  readonly decoy: DecoyKind | null
  readonly role: 'name' | 'value' | null
}

function memberOf(name: string): Member {
  const role = NAME_MEMBER.test(name) ? 'name' : VALUE_MEMBER.test(name) ? 'value' : null
  return { name: shownName(name), field: fieldOf(name), decoy: decoyOf(name), role }
}

type Level = {
  readonly group: number
  /** The name of the member that holds this object. */
  readonly name: string
  /** The `name` of a `name`/`value` pair. */
  pairName: string
}

const TOP: Level = { group: 0, name: '', pairName: '' }

function* findingsOf({ text }: Page): Steps<Findings> {
  const entries: Entry[] = []
  const decoys: Decoy[] = []
  const members = new Map<string, Member>()
  const outer: Level[] = []
  let level: Level = { ...TOP }
  let groups = 0
  /** By the number of the object. */
  const parents: Parent[] = [{ group: 0, name: '' }]
  let string = ''
  let stringAt = 0
  let member: Member | null = null
  let memberAt = 0
  let isAfterValue = false
  let missingCommas = 0
  let hasLogin = false
  const take = (raw: string, at: number, end: number, escapes = 0): void => {
    if (!member || entries.length >= MOST_VALUES || raw.trim() === '') return
    const { name, field, decoy, role } = member
    if (role === 'name') level.pairName = raw.length <= 80 ? raw : ''
    const paired = role === 'value' ? fieldOf(level.pairName) : null
    const isPaired = paired?.strength === 'strong'
    const named = isPaired ? paired : field
    if (named?.field === 'accessKeyId' && level.name === 'userIdentity') {
      // Who called, as an event has it: never one of the set.
      decoys.push({ decoy: 'caller-key-id', name, at, end })
    } else if (named) {
      entries.push({
        field: named.field,
        strength: named.strength,
        name: isPaired ? shownName(level.pairName) : name,
        raw,
        at,
        end,
        group: isPaired ? (outer.at(-1)?.group ?? 0) : level.group,
        isClose: true,
        profile: null,
        ...(escapes > 0 ? { escapes } : {}),
      })
    } else if (decoy && raw.length >= 16) {
      decoys.push({ decoy, name, at, end })
      hasLogin ||= decoy === 'dpop-key'
    }
  }
  let at = 0
  let pauseAt = CHARACTERS_AT_ONCE
  while (at < text.length) {
    if (at > pauseAt) {
      pauseAt = at + CHARACTERS_AT_ONCE
      yield
    }
    const sign = SIGNS[text.charCodeAt(at)] ?? 0
    if (sign === 0) {
      at += 1
      continue
    }
    const from = at
    at += 1
    if (sign === 2) {
      NUMBER.lastIndex = from
      if (!NUMBER.test(text)) continue
      at = NUMBER.lastIndex
      if (member) take(text.slice(from, at), memberAt, at)
      isAfterValue = member !== null
      member = null
      string = ''
      continue
    }
    switch (text.charAt(from)) {
      case '{':
        outer.push(level)
        groups += 1
        parents.push({ group: level.group, name: member?.name ?? '' })
        level = { group: groups, name: member?.name ?? '', pairName: '' }
        isAfterValue = false
        break
      case '}':
        level = outer.pop() ?? { ...TOP }
        isAfterValue = true
        break
      case ':':
        if (string === '') break
        member = members.get(string) ?? memberOf(string)
        if (members.size < 1024) members.set(string, member)
        memberAt = stringAt
        string = ''
        continue
      case '"': {
        const isRead =
          !member || member.field !== null || member.decoy !== null || member.role !== null
        const read = readString(text, at, member !== null, isRead)
        at = read.end
        take(read.text, memberAt, at, read.escapes)
        if (!member && isAfterValue && /["\s]/.test(text.charAt(from - 1))) {
          missingCommas += isMember(text, at) && fieldOf(read.text) ? 1 : 0
        }
        isAfterValue = member !== null
        stringAt = from
        string = member ? '' : read.text
        member = null
        continue
      }
      case ',':
        isAfterValue = false
        break
      default:
    }
    member = null
    string = ''
  }
  const notes: Note[] = []
  if (missingCommas > 0) notes.push({ note: 'commas-missing', count: missingCommas })
  if (hasLogin) notes.push({ note: 'login-cache' })
  return { entries: withOuter(entries, parents), decoys, notes }
}

/** Of an object: the number of the one that holds it, and the name it has there. */
type Parent = { readonly group: number; readonly name: string }

/** What is said of the credentials inside, not of a call or of another thing. */
const OUTER: ReadonlySet<EntryField> = new Set<EntryField>(['region', 'profile'])

/** Names of objects that tell what they hold and not whose it is. */
const GENERIC =
  /^(?:(?:aws|role|sts|session|temporary|static|raw|new|old|my|the)?_?(?:credentials?|creds|keys?|tokens?)(?:set)?|data|result|response\w*|access_?token|accesskey|body|value|output|status|environment|env|secrets?|message|parameters?|config|default_?credentials|assumerole\w*|\w+result|\w+response)$/i

/**
 * Region and profile one level above the values belong to them, `{"region": …, "credentials": {…}}`; and where two
 * objects side by side hold values, their names are profiles: `{"dev": {…}, "prod": {…}}`.
 */
function withOuter(entries: readonly Entry[], parents: readonly Parent[]): readonly Entry[] {
  const holders = new Map<number, Entry>()
  const outer = new Map<number, Entry[]>()
  for (const entry of entries) {
    if (entry.field === 'accessKeyId' && !holders.has(entry.group)) holders.set(entry.group, entry)
    if (!OUTER.has(entry.field)) continue
    const said = outer.get(entry.group) ?? []
    if (said.length < OUTER.size) outer.set(entry.group, [...said, entry])
  }
  if (holders.size === 0) return entries
  const siblings = new Map<number, number>()
  for (const group of holders.keys()) {
    const parent = parents[group]?.group ?? 0
    siblings.set(parent, (siblings.get(parent) ?? 0) + 1)
  }
  const added: Entry[] = []
  const profiles = new Map<number, string>()
  for (const group of holders.keys()) {
    const { group: parent = 0, name = '' } = parents[group] ?? {}
    if (parent !== 0 && !holders.has(parent))
      for (const entry of outer.get(parent) ?? []) added.push({ ...entry, group })
    const isOneOfSome = (siblings.get(parent) ?? 0) > 1
    if (isOneOfSome && name !== '' && !GENERIC.test(name)) profiles.set(group, name)
  }
  if (added.length === 0 && profiles.size === 0) return entries
  return [...entries, ...added].map((entry) => {
    const profile = profiles.get(entry.group)
    return profile === undefined ? entry : { ...entry, profile }
  })
}

const isMember = (text: string, end: number): boolean => /^\s{0,8}:/.test(text.slice(end, end + 9))

/** The string that begins at `start`; empty where nobody reads it. Only a value may run over line ends, and only if it is a broken token. */
function readString(
  text: string,
  start: number,
  isValue: boolean,
  isRead: boolean,
): { text: string; end: number; escapes: number } {
  let lineEnd = -1
  let close = -1
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === BACKSLASH) at += 1
    else if (code === QUOTE) {
      close = at
      break
    } else if (code === LINE_FEED) {
      if (lineEnd < 0) lineEnd = at
      if (!isValue || at - start > LONGEST) break
    }
  }
  const isBroken = lineEnd >= 0
  // No name is that long, and unescaping is the dearest part.
  if (close >= 0 && !isBroken && (!isRead || (!isValue && close - start > LONGEST_NAME))) {
    return { text: '', end: close + 1, escapes: 0 }
  }
  const raw = text.slice(start, Math.min(close < 0 ? text.length : close, start + LONGEST))
  // A quote that opens a name closes nothing.
  const isWhole = (): boolean =>
    !isBroken || (/^[\w+/=%\\\s-]*$/.test(raw) && !opensName(text, close))
  if (close >= 0 && isWhole())
    return { text: unescape(raw), end: close + 1, escapes: escapesIn(raw) }
  // A token that was broken over lines as well.
  const isPiece =
    isBroken && isValue && /^[A-Za-z0-9+/%\\]{16,4096}$/.test(raw.slice(0, lineEnd - start))
  const end = isPiece ? endOfWrapped(text, start, lineEnd) : isBroken ? lineEnd : text.length
  const line = raw.slice(0, end - start).replace(/[\s,}\]]{0,64}$/, '')
  // With its one quote, which whoever cleans the value takes off and tells.
  return {
    text: `${isValue && line !== '' ? '"' : ''}${unescape(line)}`,
    end,
    escapes: escapesIn(line),
  }
}

const opensName = (text: string, quote: number): boolean =>
  /^"[A-Za-z][\w.-]{0,79}"\s{0,8}:/.test(text.slice(quote, quote + 92))

const escapesIn = (raw: string): number =>
  raw.includes('\\') && unescape(raw) !== raw
    ? (raw.match(/\\(?:u[0-9a-f]{4}|[^n])/gi)?.length ?? 0)
    : 0

function unescape(raw: string): string {
  if (!raw.includes('\\')) return raw
  try {
    return String(JSON.parse(`"${raw}"`))
  } catch {
    return raw
  }
}
