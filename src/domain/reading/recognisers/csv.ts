import { NOTHING, type Entry } from '../entry.ts'
import { EXAMPLE_KEY, EXAMPLE_SECRET, EXAMPLE_TOKEN } from '../example-values.ts'
import { fieldOf, type NamedField } from '../field-names-table.ts'
import type { Recogniser } from '../recogniser.ts'

const HEADER = /^[^\n]{0,40}?(?:access[ _-]?key|secret)[^\n]{0,2000}$/gim
const SEPARATORS = ['\t', ';', '|', ','] as const
const MOST_ROWS = 10_000

/** About a millisecond's work. */
const ROWS_AT_ONCE = 512

/** A row of names above rows of values: the console's CSV file, spreadsheet cells, Markdown tables. */
export const csv: Recogniser = {
  shape: 'csv',
  example: `Access key ID,Secret access key,Session token
${EXAMPLE_KEY},${EXAMPLE_SECRET},${EXAMPLE_TOKEN}`,
  *recognise({ text, isFree }) {
    const entries: Entry[] = []
    let group = 0
    let rows = 0
    HEADER.lastIndex = 0
    for (let m = HEADER.exec(text); m; m = HEADER.exec(text)) {
      if (!isFree(m.index)) continue
      if (rows >= MOST_ROWS) break
      rows += 1
      if (rows % ROWS_AT_ONCE === 0) yield
      const line = m[0]
      const separator = SEPARATORS.find(
        (each) => line.includes(each) && namesIn(cellsOf(line, each)).length > 1,
      )
      HEADER.lastIndex = m.index + line.length
      if (separator === undefined) continue
      const columns = cellsOf(m[0], separator).map(({ raw }) => ({
        raw: raw.trim(),
        field: named(raw),
      }))
      let at = m.index + line.length + 1
      for (; rows < MOST_ROWS && at <= text.length; rows += 1) {
        const lineEnd = text.indexOf('\n', at)
        const end = lineEnd < 0 ? text.length : lineEnd
        const cells = cellsOf(text.slice(at, Math.min(end, at + 16_384)), separator)
        if (cells.length < 2 || namesIn(cells.slice(0, 8)).length > 1) break
        group += 1
        if (group % ROWS_AT_ONCE === 0) yield
        for (const [index, { raw, offset }] of cells.entries()) {
          const column = columns[index]
          if (!column?.field || raw.trim() === '' || /^[\s:-]+$/.test(raw)) continue
          entries.push({
            field: column.field.field,
            strength: column.field.strength,
            name: column.raw,
            raw,
            at: at + offset,
            end: at + offset + raw.length,
            group,
            isClose: true,
            profile: null,
          })
        }
        at = end + 1
      }
      HEADER.lastIndex = Math.max(at - 1, m.index + line.length)
    }
    return entries.length === 0 ? NOTHING : { entries }
  },
}

type Cell = { readonly raw: string; readonly offset: number }

function cellsOf(line: string, separator: string): readonly Cell[] {
  const cells: Cell[] = []
  let at = 0
  for (const part of line.split(separator)) {
    const lead = part.length - part.trimStart().length
    const bare = part.trim()
    const isQuoted = bare.length > 1 && bare.startsWith('"') && bare.endsWith('"')
    const raw = isQuoted ? bare.slice(1, -1) : bare
    cells.push({ raw, offset: at + lead + (isQuoted ? 1 : 0) })
    at += part.length + 1
  }
  return cells
}

/** A cell of the header: nothing but a name. */
function named(raw: string): NamedField | null {
  const name = raw.trim().replace(/\*/g, '')
  return /^[\w .-]{2,40}$/.test(name) ? fieldOf(name) : null
}

function namesIn(cells: readonly Cell[]): readonly NamedField[] {
  return cells.flatMap(({ raw }) => named(raw) ?? []).filter(({ strength }) => strength !== 'faint')
}
