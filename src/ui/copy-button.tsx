import { useEffect, useRef, useState } from 'react'
import { Icon } from './icon.tsx'

export type CopyWords = {
  readonly copy: string
  readonly copied: string
  readonly notCopied: string
  /** Said where the browser refuses the clipboard. */
  readonly refused: string
}

const SHOWN_MS = 2000

/** Copies on a press; says what came of it where it stands. `write` gives false where the browser refuses. */
export function CopyButton({
  words,
  label,
  face,
  text,
  write,
}: {
  readonly words: CopyWords
  /** What is copied, for those who cannot see where the button stands. */
  readonly label: string
  /** The word on the button, where it is not "Copy". */
  readonly face?: string
  readonly text: () => string
  readonly write: (text: string) => Promise<boolean>
}) {
  const [state, setState] = useState<'ready' | 'copied' | 'refused'>('ready')
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])

  const copy = async (): Promise<void> => {
    setState((await write(text())) ? 'copied' : 'refused')
    clearTimeout(timer.current)
    timer.current = setTimeout(() => setState('ready'), SHOWN_MS * (state === 'refused' ? 2 : 1))
  }

  return (
    <>
      <button
        className={face ? 'button' : 'button button-small'}
        type="button"
        aria-label={state === 'ready' ? label : undefined}
        title={state === 'refused' ? words.refused : undefined}
        onClick={() => void copy()}
      >
        {state === 'ready' && (face ?? words.copy)}
        {state === 'copied' && (
          <>
            <Icon name="success" /> {words.copied}
          </>
        )}
        {state === 'refused' && (
          <>
            <Icon name="error" /> {words.notCopied}
          </>
        )}
      </button>
      <span className="unseen" role="status">
        {state === 'copied' ? words.copied : state === 'refused' ? words.refused : ''}
      </span>
    </>
  )
}
