import { replaceAll, type Repair } from '../repair.ts'

const NAMES: Readonly<Record<string, string>> = {
  amp: '&',
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  nbsp: ' ',
  sol: '/',
  plus: '+',
  equals: '=',
  lsquo: "'",
  rsquo: "'",
  ldquo: '"',
  rdquo: '"',
}

const ENTITY =
  /&(?:amp;)?(?:#(\d{1,5})|#x([0-9a-f]{1,4})|(amp|quot|apos|lt|gt|nbsp|sol|plus|equals|[lr]squo|[lr]dquo));/gi

/** Character references of HTML: `&quot;`, `&#x2F;`, `&amp;`; once or twice over. */
export const htmlEntities: Repair = (text) =>
  text.includes('&')
    ? replaceAll(text, 'html-entities', ENTITY, (match, decimal, hex, name) => {
        if (name) return NAMES[name.toLowerCase()] ?? match
        const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16)
        // A line break would move every line that follows.
        return code === 10 || code === 13 ? ' ' : code > 31 ? String.fromCharCode(code) : match
      })
    : null
