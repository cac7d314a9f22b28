import type { Diagnosis } from '#domain/diagnosis/finding.ts'
import { WaitSection } from '#features/diagnosis/wait-section.tsx'
import { waitMessages } from '#messages/en/probe.ts'
import { useSessionActions } from '#state/session-context.ts'

/** Offered where a step is to wait and ask the same again. */
export function WaitPanel({ diagnosis }: { readonly diagnosis: Diagnosis }) {
  const { ask } = useSessionActions()
  const isAdvised = diagnosis.steps.some(
    ({ step }) => step === 'wait-and-ask-again' || step === 'wait-between-secrets',
  )
  return isAdvised ? <WaitSection ask={ask} text={waitMessages} /> : null
}
