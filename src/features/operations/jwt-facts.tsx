import type { JwtReading } from '#domain/federation/jwt.ts'
import type { FederationMessages } from '#messages/en/federation.ts'
import type { FormMessages } from '#messages/en/operation-forms.ts'
import { Rich } from '#ui/rich.tsx'
import { RowsTable } from '#ui/rows-table.tsx'
import { Status } from '#ui/status.tsx'
import { problemsIdOf } from './problems-id.ts'

/** What a web identity token says; read here, its signature not checked. */
export function JwtTokenFacts({
  parameter,
  reading,
  problems,
  time,
  words,
  text,
}: {
  readonly parameter: string
  readonly reading: JwtReading
  /** What is wrong with it by now. */
  readonly problems: JwtReading['problems']
  /** An instant in words, with how far it is away. */
  readonly time: (instant: number) => string
  readonly words: FederationMessages['jwt']
  readonly text: FormMessages
}) {
  return (
    <div className="stack read-token">
      {reading.wrappings.map((wrapping) => (
        <p key={wrapping} className="fine">
          <Rich text={words.wrappings[wrapping]} />
        </p>
      ))}
      <ul className="faults" id={problemsIdOf(parameter)}>
        {problems.map((problem) => (
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
                        <Rich text={words.claims[meaning]} />
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
          <p className="fine">{words.notChecked}</p>
        </>
      )}
    </div>
  )
}
