import type { JwtProblem, JwtReading } from '#domain/federation/jwt.ts'
import type { ClaimMeaning } from '#domain/federation/claims-table.ts'
import type { FormMessages } from '#messages/en/operation-forms.ts'
import { Rich } from '#ui/rich.tsx'
import { RowsTable } from '#ui/rows-table.tsx'
import { Status } from '#ui/status.tsx'

export type JwtWords = {
  readonly meaning: (meaning: ClaimMeaning) => string
  readonly problem: (problem: JwtProblem) => string
  readonly wrappings: (reading: JwtReading) => string
}

/** What a web identity token says; read here, its signature not checked. */
export function JwtTokenFacts({
  reading,
  time,
  words,
  text,
}: {
  readonly reading: JwtReading
  /** An instant in words, with how far it is away. */
  readonly time: (instant: number) => string
  readonly words: JwtWords
  readonly text: FormMessages
}) {
  const mended = words.wrappings(reading)
  return (
    <div className="stack read-token">
      {mended !== '' && <p className="fine">{mended}</p>}
      <ul className="faults">
        {reading.problems.map((problem) => (
          <li key={`${problem.problem}${problem.detail ?? ''}`}>
            <Status kind={problem.severity} word={<Rich text={words.problem(problem)} />} />
          </li>
        ))}
      </ul>
      {reading.kind === 'read' && (
        <>
          <RowsTable
            className="rows"
            caption={text.jwt.caption}
            columns={[{ label: text.jwt.claim }, { label: text.jwt.value }]}
          >
            {[...reading.header, ...reading.claims].map(
              ({ name, meaning, text: value, instant }, index) => (
                <tr key={`${String(index)}${name}`} role="row">
                  <th scope="row" role="rowheader" className="whole">
                    <code>{name}</code>
                    {meaning !== null && (
                      <p className="fine">
                        <Rich text={words.meaning(meaning)} />
                      </p>
                    )}
                  </th>
                  <td role="cell" className="whole">
                    <code>{value}</code>
                    {instant !== null && <p className="fine">{time(instant)}</p>}
                  </td>
                </tr>
              ),
            )}
          </RowsTable>
          <p className="fine">{text.jwt.notChecked}</p>
        </>
      )}
    </div>
  )
}
