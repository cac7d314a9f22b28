import { useEffect, useState } from 'react'
import type { WaitMessages } from '#messages/en/probe.ts'
import { Section } from '#ui/section.tsx'

const WAIT_S = 10

/** Offers to ask again after the time that STS needs; the wait can be given up. */
export function WaitSection({
  ask,
  text,
}: {
  readonly ask: () => Promise<void>
  readonly text: WaitMessages
}) {
  const [left, setLeft] = useState<number | null>(null)
  useEffect(() => {
    if (left === null) return undefined
    if (left === 0) {
      void ask()
      return undefined
    }
    const timer = setTimeout(() => setLeft(left - 1), 1000)
    return () => clearTimeout(timer)
  }, [left, ask])
  const isWaiting = left !== null && left > 0
  return (
    <Section heading={text.title}>
      <p className="row">
        {isWaiting ? (
          <>
            <span>{text.waiting(left)}</span>
            <button className="button" type="button" onClick={() => setLeft(null)}>
              {text.stop}
            </button>
          </>
        ) : (
          <button className="button" type="button" onClick={() => setLeft(WAIT_S)}>
            {text.press(WAIT_S)}
          </button>
        )}
      </p>
      <output className="unseen">{isWaiting ? text.started(WAIT_S) : ''}</output>
    </Section>
  )
}
