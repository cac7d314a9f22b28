import { MOST_VALUES, NOTHING, type Decoy, type Entry, type Findings } from '../entry.ts'
import { EXAMPLE_KEY, EXAMPLE_SECRET, EXAMPLE_TOKEN } from '../example-values.ts'
import { decoyOf, fieldOf, shownName, type NamedField } from '../field-names-table.ts'
import type { Page } from '../page.ts'
import type { DecoyKind, Note } from '../reading.ts'
import type { Recogniser } from '../recogniser.ts'

const LEXEME = /[{}[\],:"]|-?\d[\d.eE+-]{0,40}/g
const STRING_END = /["\\\n]/g

/** Longer than any value, also where it is broken over many lines. */
const LONGEST = 16_384
const LONGEST_NAME = 80

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

function findingsOf({ text }: Page): Findings {
  const entries: Entry[] = []
  const decoys: Decoy[] = []
  const members = new Map<string, Member>()
  const outer: Level[] = []
  let level: Level = { group: 0, name: '', pairName: '' }
  let groups = 0
  let string = ''
  let stringAt = 0
  let member: Member | null = null
  let memberAt = 0
  let isAfterValue = false
  let missingCommas = 0
  let hasLogin = false
  const take = (raw: string, at: number, end: number): void => {
    if (!member || entries.length >= MOST_VALUES || raw.trim() === '') return
    const { name, field, decoy, role } = member
    if (role === 'name') level.pairName = raw.length <= 80 ? raw : ''
    const paired = role === 'value' ? fieldOf(level.pairName) : null
    const isPaired = paired?.strength === 'strong'
    const named = isPaired ? paired : field
    if (named) {
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
        isAside: level.name === 'userIdentity',
      })
    } else if (decoy && raw.length >= 16) {
      decoys.push({ decoy, name, at, end })
      hasLogin ||= decoy === 'dpop-key'
    }
  }
  LEXEME.lastIndex = 0
  for (let m = LEXEME.exec(text); m; m = LEXEME.exec(text)) {
    switch (m[0]) {
      case '{':
        outer.push(level)
        groups += 1
        level = { group: groups, name: member?.name ?? '', pairName: '' }
        isAfterValue = false
        break
      case '}':
        level = outer.pop() ?? { group: 0, name: '', pairName: '' }
        isAfterValue = true
        break
      case ':': {
        if (string === '') break
        member = members.get(string) ?? memberOf(string)
        if (members.size < 1024) members.set(string, member)
        memberAt = stringAt
        string = ''
        continue
      }
      case '"': {
        const isRead =
          !member || member.field !== null || member.decoy !== null || member.role !== null
        const read = readString(text, m.index + 1, member !== null, isRead)
        LEXEME.lastIndex = read.end
        take(read.text, memberAt, read.end)
        if (!member && isAfterValue && /^["\s]{1,2}/.test(text.slice(m.index - 1, m.index + 1))) {
          missingCommas += isMember(text, read.end) && fieldOf(read.text) ? 1 : 0
        }
        isAfterValue = member !== null
        stringAt = m.index
        string = member ? '' : read.text
        break
      }
      case ',':
        isAfterValue = false
        break
      case '[':
      case ']':
        break
      default:
        take(m[0], memberAt, m.index + m[0].length)
        isAfterValue = member !== null
    }
    member = null
    if (m[0] !== '"') string = ''
  }
  const notes: Note[] = []
  if (missingCommas > 0) notes.push({ note: 'commas-missing', count: missingCommas })
  if (hasLogin) notes.push({ note: 'login-cache' })
  return { entries, decoys, notes }
}

const isMember = (text: string, end: number): boolean => /^\s{0,8}:/.test(text.slice(end, end + 9))

/** The string that begins at `start`; empty where nobody reads it. Only a value may run over line ends, and only if it is a broken token. */
function readString(
  text: string,
  start: number,
  isValue: boolean,
  isRead: boolean,
): { text: string; end: number } {
  let lineEnd = -1
  let close = -1
  STRING_END.lastIndex = start
  for (let m = STRING_END.exec(text); m; m = STRING_END.exec(text)) {
    if (m[0] === '\\') {
      STRING_END.lastIndex += 1
      continue
    }
    if (m[0] === '"') {
      close = m.index
      break
    }
    if (lineEnd < 0) lineEnd = m.index
    if (!isValue || m.index - start > LONGEST) break
  }
  const isBroken = lineEnd >= 0
  // No name is that long, and unescaping is the dearest part.
  if (close >= 0 && !isBroken && (!isRead || (!isValue && close - start > LONGEST_NAME))) {
    return { text: '', end: close + 1 }
  }
  const raw = text.slice(start, Math.min(close < 0 ? text.length : close, start + LONGEST))
  if (close >= 0 && (!isBroken || /^[\w+/=\s-]*$/.test(raw)))
    return { text: unescape(raw), end: close + 1 }
  const end = isBroken ? lineEnd : text.length
  const line = raw.slice(0, end - start).trimEnd()
  return { text: unescape(line.endsWith(',') ? line.slice(0, -1) : line), end }
}

function unescape(raw: string): string {
  if (!raw.includes('\\')) return raw
  try {
    return String(JSON.parse(`"${raw}"`))
  } catch {
    return raw
  }
}
