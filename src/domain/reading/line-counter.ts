/** A function from offsets to 1-based line numbers; built once in linear time, then logarithmic in any order. */
export function lineFinder(text: string): (offset: number) => number {
  let ends: Int32Array | null = null
  return (offset) => {
    ends ??= endsOf(text)
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((ends[middle] ?? 0) < offset) low = middle + 1
      else high = middle
    }
    return low + 1
  }
}

function endsOf(text: string): Int32Array {
  const ends = new Int32Array(countBreaks(text))
  let at = text.indexOf('\n')
  for (let index = 0; at !== -1; index += 1) {
    ends[index] = at
    at = text.indexOf('\n', at + 1)
  }
  return ends
}

function countBreaks(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1
  return count
}

/** The number of lines of a text; a line break at the end opens no further line. */
export function countLines(text: string): number {
  if (text === '') return 0
  return countBreaks(text) + (text.endsWith('\n') ? 0 : 1)
}
