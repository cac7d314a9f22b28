/** A function from offsets to 1-based line numbers; offsets have to come in ascending order. */
export function lineCounter(text: string): (offset: number) => number {
  let line = 1
  let next = text.indexOf('\n')
  return (offset) => {
    while (next !== -1 && next < offset) {
      line += 1
      next = text.indexOf('\n', next + 1)
    }
    return line
  }
}

/** The number of lines of a text; a line break at the end opens no further line. */
export function countLines(text: string): number {
  return text === '' ? 0 : lineCounter(text)(text.endsWith('\n') ? text.length - 1 : text.length)
}
