import type { ReactNode } from 'react'
import { Status, type StatusKind } from './status.tsx'

/** Status line, headline and one paragraph: one answer per screen. The live region repeats it once. */
export function AnswerHead({
  kind,
  status,
  code,
  headline,
  sentence,
  spoken,
}: {
  readonly kind: Extract<StatusKind, 'success' | 'warning' | 'error'>
  readonly status: string
  readonly code?: string
  readonly headline: ReactNode
  readonly sentence: ReactNode
  readonly spoken: string
}) {
  return (
    <div className={`answer answer-${kind}`}>
      <p className="row">
        <Status kind={kind} word={status} />
        {code !== undefined && <code>{code}</code>}
      </p>
      <h2 tabIndex={-1}>{headline}</h2>
      {sentence !== '' && <p className="quiet prose">{sentence}</p>}
      <output className="unseen">{spoken}</output>
    </div>
  )
}
