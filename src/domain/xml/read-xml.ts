/** An element as it stands in the text; `name` without its namespace prefix, attributes under their written names. */
export type XmlElement = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlNode[]
}

/** A child: an element, or text with its references resolved and CDATA included. */
export type XmlNode = XmlElement | string

/** The limits of one reading, in UTF-16 code units, levels and elements. */
export type XmlLimits = {
  readonly characters: number
  readonly depth: number
  readonly elements: number
}

/** What came of a reading; `at` is the offset where it stopped. */
export type XmlReading =
  | { readonly kind: 'read'; readonly root: XmlElement }
  | { readonly kind: 'refused'; readonly why: XmlRefusal; readonly at: number }

/** `doctype`: document type declarations are never read, so no entity can be declared. */
export type XmlRefusal = 'doctype' | 'too-large' | 'too-deep' | 'malformed'

const USUAL: XmlLimits = { characters: 1_000_000, depth: 64, elements: 20_000 }

type Open = {
  readonly written: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: XmlNode[]
  text: string
}

type Tag = {
  readonly written: string
  readonly attributes: Readonly<Record<string, string>>
  readonly isClosed: boolean
  readonly end: number
}

const NAME = /[A-Za-z_:\u0080-\uFFFF][\w:.\u0080-\uFFFF-]{0,255}/y
const BLANK = /[ \t\r\n]*/y
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
}

/**
 * Reads one XML document: elements, attributes, text, CDATA, the five entities and character references.
 * Bounded in size and depth, linear, never throws; comments and processing instructions are dropped.
 * @see https://www.w3.org/TR/xml/
 */
export function readXml(text: string, limits: XmlLimits = USUAL): XmlReading {
  if (text.length > limits.characters) return refuse('too-large', limits.characters)
  const open: Open[] = []
  let root: XmlElement | null = null
  let elements = 0
  let at = text.startsWith('\uFEFF') ? 1 : 0

  while (at < text.length) {
    const parent = open.at(-1)
    if (text[at] !== '<') {
      const end = endOf(text, '<', at) ?? text.length
      const run = resolve(text.slice(at, end))
      if (run === null) return refuse('malformed', at)
      if (parent) parent.text += run
      else if (run.trim() !== '') return refuse('malformed', at)
      at = end
    } else if (text.startsWith('<!--', at)) {
      const end = endOf(text, '-->', at + 4)
      if (end === null) return refuse('malformed', at)
      at = end + 3
    } else if (text.startsWith('<![CDATA[', at)) {
      const end = endOf(text, ']]>', at + 9)
      if (end === null || !parent) return refuse('malformed', at)
      parent.text += text.slice(at + 9, end)
      at = end + 3
    } else if (text.startsWith('<?', at)) {
      const end = endOf(text, '?>', at + 2)
      if (end === null) return refuse('malformed', at)
      at = end + 2
    } else if (text.startsWith('<!', at)) {
      return refuse('doctype', at)
    } else if (text.startsWith('</', at)) {
      const name = nameAt(text, at + 2)
      const end = skipBlank(text, at + 2 + name.length)
      if (!parent || name !== parent.written || text[end] !== '>') return refuse('malformed', at)
      open.pop()
      root = attach(parent, open.at(-1)) ?? root
      at = end + 1
    } else {
      const tag = readTag(text, at)
      if (tag === null || (root !== null && !parent)) return refuse('malformed', at)
      elements += 1
      if (elements > limits.elements) return refuse('too-large', at)
      if (open.length >= limits.depth) return refuse('too-deep', at)
      const element: Open = { ...tag, children: [], text: '' }
      if (tag.isClosed) root = attach(element, parent) ?? root
      else open.push(element)
      at = tag.end
    }
  }
  if (root === null || open.length > 0) return refuse('malformed', at)
  return { kind: 'read', root }
}

/** The first child element of a name; null where there is none. */
export function childOf(element: XmlElement | null, name: string): XmlElement | null {
  for (const child of element?.children ?? []) {
    if (typeof child !== 'string' && child.name === name) return child
  }
  return null
}

/** The text directly inside an element, trimmed; null where the element is null. */
export function textOf(element: XmlElement | null): string | null {
  if (element === null) return null
  return element.children
    .filter((child) => typeof child === 'string')
    .join('')
    .trim()
}

function refuse(why: XmlRefusal, at: number): XmlReading {
  return { kind: 'refused', why, at }
}

function endOf(text: string, mark: string, from: number): number | null {
  const at = text.indexOf(mark, from)
  return at === -1 ? null : at
}

function nameAt(text: string, at: number): string {
  NAME.lastIndex = at
  return NAME.exec(text)?.[0] ?? ''
}

function skipBlank(text: string, at: number): number {
  BLANK.lastIndex = at
  return at + (BLANK.exec(text)?.[0].length ?? 0)
}

/** Closes an element: gives it to its parent, or returns it as the root where it has none. */
function attach(open: Open, parent: Open | undefined): XmlElement | null {
  settleText(open)
  const element: XmlElement = {
    name: open.written.slice(open.written.indexOf(':') + 1),
    attributes: open.attributes,
    children: open.children,
  }
  if (!parent) return element
  settleText(parent)
  parent.children.push(element)
  return null
}

function settleText(open: Open): void {
  if (open.text !== '') open.children.push(open.text)
  open.text = ''
}

function readTag(text: string, start: number): Tag | null {
  const written = nameAt(text, start + 1)
  if (written === '') return null
  // Without a prototype an attribute called __proto__ is an attribute like any other.
  const attributes: Record<string, string> = Object.create(null)
  let at = start + 1 + written.length
  for (;;) {
    const afterBlank = skipBlank(text, at)
    if (text.startsWith('/>', afterBlank)) {
      return { written, attributes, isClosed: true, end: afterBlank + 2 }
    }
    if (text[afterBlank] === '>') {
      return { written, attributes, isClosed: false, end: afterBlank + 1 }
    }
    if (afterBlank === at) return null
    const name = nameAt(text, afterBlank)
    if (name === '' || name in attributes) return null
    const equals = skipBlank(text, afterBlank + name.length)
    if (text[equals] !== '=') return null
    const quoteAt = skipBlank(text, equals + 1)
    const quote = text[quoteAt]
    if (quote !== '"' && quote !== "'") return null
    const end = endOf(text, quote, quoteAt + 1)
    if (end === null) return null
    const raw = text.slice(quoteAt + 1, end)
    const value = raw.includes('<') ? null : resolve(raw)
    if (value === null) return null
    attributes[name] = value
    at = end + 1
  }
}

/** Resolves references; null where one is unknown or names no character. */
function resolve(raw: string): string | null {
  if (!raw.includes('&')) return raw
  let isSound = true
  const resolved = raw.replace(/&([^;&]{0,12};?)/g, (_, inner: string) => {
    const character = inner.endsWith(';') ? referenceOf(inner.slice(0, -1)) : null
    isSound &&= character !== null
    return character ?? ''
  })
  return isSound ? resolved : null
}

function referenceOf(reference: string): string | null {
  const number = /^#(?:x([0-9a-fA-F]{1,6})|(\d{1,7}))$/.exec(reference)
  if (!number) return Object.hasOwn(ENTITIES, reference) ? (ENTITIES[reference] ?? null) : null
  const code = number[1] ? Number.parseInt(number[1], 16) : Number(number[2])
  const isCharacter =
    code === 9 ||
    code === 10 ||
    code === 13 ||
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0x10ffff)
  return isCharacter ? String.fromCodePoint(code) : null
}
