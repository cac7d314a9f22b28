/** Longer texts are read at their beginning and their end. */
const LONGEST = 4_194_304

const ESCAPE = String.fromCharCode(27)
const ANSI = new RegExp(`${ESCAPE}\\[[0-9;?]{0,24}[A-Za-z]|${ESCAPE}\\][^${ESCAPE}\\n]{0,200}`, 'g')
const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&#39;': "'",
  '&#x27;': "'",
  '&amp;': '&',
}

/**
 * The text without colours, without the frames that terminals draw, with escaped quotes and angle brackets undone, so
 * that an error inside a JSON string inside a log line reads like any other. At most some four million characters.
 */
export function cleanText(text: string): string {
  const bounded =
    text.length <= LONGEST
      ? text
      : `${text.slice(0, LONGEST / 2)}\n${text.slice(text.length - LONGEST / 2)}`
  return bounded
    .replace(ANSI, '')
    .replace(/\r\n?/g, '\n')
    .replace(/^[ \t]{0,40}[│╷╵|┃][ \t]?/gm, '')
    .replace(/\\u003[cC]/g, '<')
    .replace(/\\u003[eE]/g, '>')
    .replace(/\\u0026/g, '&')
    .replace(/\\u0027/g, "'")
    .replace(/\\{1,3}"/g, '"')
    .replace(/\\{1,3}\//g, '/')
    .replace(/&(?:lt|gt|quot|apos|#39|#x27|amp);/g, (entity) => ENTITIES[entity] ?? entity)
    .replace(/[’‘]/g, "'")
}
