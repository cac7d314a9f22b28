import type { Fault } from '#domain/sts/operations/fault.ts'
import { Rich } from '#ui/rich.tsx'
import { Status } from '#ui/status.tsx'
import type { ParameterWords } from './parameter-words.ts'

/** What is wrong with a field, in words, beside it. */
export function FaultList({
  id,
  faults,
  words,
}: {
  readonly id: string
  readonly faults: readonly Fault[]
  readonly words: ParameterWords
}) {
  if (faults.length === 0) return <span id={id} />
  return (
    <ul className="faults" id={id}>
      {faults.map((fault) => (
        <li key={`${fault.fault}${String(fault.index)}${fault.member}`}>
          <Status kind={fault.severity} word={<Rich text={words.fault(fault)} />} />
        </li>
      ))}
    </ul>
  )
}
