import { SECOND } from '../time/instant.ts'
import type { Case } from './case.ts'
import { literal, row, word } from './evidence-row.ts'
import type { Evidence, Source } from './finding.ts'
import type { Weight } from './rule.ts'

const LONGEST_CLAUSE = 200
const MOST_CLAUSES = 3

/** What the person said that speaks for a cause, one row for each clause. */
export function toldRows(c: Case, held: readonly Weight[]): readonly Evidence[] {
  const clauses = new Set<string>()
  for (const { words, points } of held) {
    if (words === undefined || points <= 0) continue
    const clause = c.facts.told?.notes.find((each) => words.test(each))
    if (clause !== undefined) clauses.add(clause.slice(0, LONGEST_CLAUSE))
  }
  return [...clauses]
    .slice(0, MOST_CLAUSES)
    .map((clause) =>
      row('told', word('none'), literal(clause.replaceAll('`', "'")), 'supports', 'told'),
    )
}

/** What this tab remembers of earlier tries, where it bears on the answer. */
export function triedRows(c: Case): readonly (Evidence | null)[] {
  const otherSecret = c.facts.tried?.otherSecretMs ?? null
  const issued = c.facts.tried?.issuedMs ?? null
  return [
    otherSecret === null || otherSecret > 60 * SECOND
      ? null
      : row(
          'other-secret-tried',
          word('over-5-seconds'),
          { milliseconds: otherSecret },
          otherSecret <= 5 * SECOND ? 'differs' : 'agrees',
          'measured',
        ),
    issued === null || issued > 60 * SECOND
      ? null
      : row('issued-ago', word('over-1-minute'), { milliseconds: issued }, 'differs', 'measured'),
  ]
}

/** AWS's own sentence, else what the person added, else a client's words in the text. */
function sourceOfWords(c: Case, words: RegExp): Source {
  const { told } = c.facts
  if (words.test(c.message)) return 'aws'
  if (told === undefined) return 'measured'
  return words.test(told.said.slice(0, told.said.length - told.added.length)) ? 'pasted' : 'told'
}

/** The words of AWS, or of the client, that a pattern finds, with a little around them. */
export function foundWords(c: Case, words: RegExp): Evidence | null {
  const match = words.exec(c.said)
  if (!match) return null
  const text = match[0].replaceAll('`', "'").replace(/\s+/g, ' ').trim().slice(0, 120)
  return text === ''
    ? null
    : row('message-says', word('none'), literal(text), 'supports', sourceOfWords(c, words))
}
