import type { WorkMessages } from '#messages/en/work.ts'
import { useNow } from '#state/use-now.ts'
import { Status } from '#ui/status.tsx'

const TENTH_MS = 100

/** While the call is under way: elapsed time against the limit, and nothing that spins. */
export function Asking({
  startedAt,
  limitMs,
  text,
}: {
  readonly startedAt: number
  readonly limitMs: number
  readonly text: WorkMessages['asking']
}) {
  const now = useNow(TENTH_MS)
  const seconds = (Math.max(0, now - startedAt) / 1000).toFixed(1)
  return (
    <div className="answer answer-progress">
      <p className="row">
        <Status kind="progress" word={text.status} />
        <span className="quiet">{text.elapsed(seconds, String(limitMs / 1000))}</span>
      </p>
      <h2>{text.heading}</h2>
    </div>
  )
}
