import type { Verdict } from '#domain/credentials/verdict.ts'
import type { WorkMessages } from '#messages/en/work.ts'
import { Status, type StatusKind } from '#ui/status.tsx'

/** The verdict in a few words. A warning never blocks the call. */
export function VerdictHead({
  verdict,
  isConfirmed,
  text,
}: {
  readonly verdict: Verdict
  readonly isConfirmed: boolean
  readonly text: WorkMessages['verdict']
}) {
  const [kind, word] = headOf(verdict, isConfirmed, text)
  return <Status kind={kind} word={word} />
}

export function headOf(
  { verdict, cause, certainty, checks }: Verdict,
  isConfirmed: boolean,
  text: WorkMessages['verdict'],
): readonly [StatusKind, string] {
  if (isConfirmed) return ['success', text.together]
  if (checks.some(({ check }) => check === 'trap-account')) return ['warning', text.trap]
  const isLongTerm = checks.some((each) => each.check === 'long-term-key')
  if (isLongTerm && verdict === 'nothing-contradicts') return ['warning', text.longTerm]
  if (verdict === 'nothing-contradicts') return ['plain', text.nothingContradicts]
  const head = cause === null ? undefined : text.heads[cause]
  if (verdict === 'cannot-work') {
    return [certainty === 'certain' ? 'error' : 'warning', head ?? text.cannotWork]
  }
  return ['warning', head ?? text.incomplete]
}
