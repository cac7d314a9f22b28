import { valuesIn, type RequestContext } from './request-context.ts'

/** One place of a pattern: a character, one of any sort, or any number of them. */
type Glyph = string | typeof ONE | typeof MANY

const ONE = 1
const MANY = 2

const VARIABLE = /\$\{([^}']{1,256}?)(?:,\s{0,8}'([^']{0,256})')?\}/g

/** What fills in policy variables; null where `${…}` is ordinary text. */
type Variables = RequestContext | null

/**
 * A pattern with its policy variables filled in from the request; null where the request lacks one, so that the
 * statement cannot match. What a variable stands for is never a wildcard.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
function glyphsOf(pattern: string, variables: Variables): readonly Glyph[] | null {
  const glyphs: Glyph[] = []
  const literal = (text: string): void => {
    for (const character of text) {
      glyphs.push(character === '*' ? MANY : character === '?' ? ONE : character)
    }
  }
  let from = 0
  for (const found of variables ? pattern.matchAll(VARIABLE) : []) {
    literal(pattern.slice(from, found.index))
    from = found.index + found[0].length
    const name = (found[1] ?? '').trim()
    const values = ['*', '?', '$'].includes(name) ? [name] : variables && valuesIn(variables, name)
    const [value] = values?.length === 1 ? values : [found[2]]
    if (value === undefined) return null
    glyphs.push(...Array.from(value))
  }
  literal(pattern.slice(from))
  return glyphs
}

/** Whether a text fits a pattern with `*` and `?`. */
export function fits(
  pattern: string,
  text: string,
  variables: Variables,
  isCaseIgnored = false,
): boolean {
  const glyphs = glyphsOf(isCaseIgnored ? pattern.toLowerCase() : pattern, variables)
  return (
    glyphs !== null && fitsGlyphs(glyphs, Array.from(isCaseIgnored ? text.toLowerCase() : text))
  )
}

/** Whether a text equals another whose variables are filled in; `*` and `?` are ordinary characters. */
export function equals(wanted: string, text: string, variables: Variables): boolean {
  if (!wanted.includes('${')) return wanted === text
  const glyphs = glyphsOf(wanted, variables)
  return glyphs?.map((each) => (each === ONE ? '?' : each === MANY ? '*' : each)).join('') === text
}

/** Goes back to the last `*` alone, so that no pattern takes longer than its length times the text's. */
function fitsGlyphs(glyphs: readonly Glyph[], text: readonly string[]): boolean {
  let at = 0
  let place = 0
  let star = -1
  let resume = 0
  while (at < text.length) {
    const glyph = glyphs[place]
    if (glyph === MANY) {
      star = place
      place += 1
      resume = at
    } else if (glyph === ONE || (glyph !== undefined && glyph === text[at])) {
      place += 1
      at += 1
    } else if (star >= 0) {
      place = star + 1
      resume += 1
      at = resume
    } else return false
  }
  return glyphs.slice(place).every((glyph) => glyph === MANY)
}

/**
 * Whether an ARN fits a pattern as ArnLike compares: each of the six parts by itself, so that a `*` does not reach over
 * a colon of the first five.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN
 */
export function fitsArn(pattern: string, arn: string, variables: Variables): boolean {
  const [wanted, seen] = [partsOf(pattern), partsOf(arn)]
  return (
    wanted.length === 6 &&
    seen.length === 6 &&
    wanted.every((part, at) => fits(part, seen[at] ?? '', variables))
  )
}

function partsOf(arn: string): readonly string[] {
  // A variable such as ${aws:username} has a colon of its own.
  const colons = [...arn.matchAll(/\$\{[^}]{1,256}\}|:/g)]
    .filter(([text]) => text === ':')
    .slice(0, 5)
  const bounds = [-1, ...colons.map(({ index }) => index), arn.length]
  return bounds.slice(1).map((end, at) => arn.slice((bounds[at] ?? 0) + 1, end))
}
