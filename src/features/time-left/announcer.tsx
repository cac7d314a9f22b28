import { useState } from 'react'
import type { WorkMessages } from '#messages/en/work.ts'

const MARKS_MIN = [15, 5, 1]

/** Speaks at 15, 5 and 1 minutes and at the end; silent otherwise, since a timer that speaks is unbearable. */
export function Announcer({
  leftMs,
  text,
}: {
  readonly leftMs: number
  readonly text: WorkMessages['time']['spoken']
}) {
  const [first] = useState(leftMs)
  const passed = MARKS_MIN.filter((mark) => leftMs <= mark * 60_000)
  const mark = passed.at(-1)
  const wasPassedAtFirst = mark !== undefined && first <= mark * 60_000
  const isOver = leftMs <= 0
  const sentence = isOver
    ? first > 0
      ? text.over
      : ''
    : mark === undefined || wasPassedAtFirst
      ? ''
      : text.left(mark)
  return (
    <p className="unseen" aria-live="polite">
      {sentence}
    </p>
  )
}
