import { useEffect, useId, useRef, useState } from 'react'
import type { Clipboard } from '#domain/ports.ts'
import type { FirstMessages } from '#messages/en/first.ts'
import { useSession, useSessionActions } from '#state/session-context.ts'
import { Rich } from '#ui/rich.tsx'
import { Status } from '#ui/status.tsx'
import { readTextFile } from '#ui/read-text-file.ts'
import { UNWATCHED } from '#ui/unwatched.ts'

/** The one box for everything. It keeps what the person put in it, whatever could be read from it. */
export function PasteBox({
  text,
  clipboard,
}: {
  readonly text: FirstMessages['box']
  readonly clipboard: Clipboard
}) {
  const id = useId()
  const box = useRef<HTMLTextAreaElement>(null)
  const file = useRef<HTMLInputElement>(null)
  const paste = useSession((state) => state.session.paste)
  const reading = useSession((state) => state.session.reading)
  const isReaderMissing = useSession((state) => state.isReaderMissing)
  const isReading = useSession((state) => state.isReading)
  const actions = useSessionActions()
  const [problem, setProblem] = useState<'clipboard' | 'file' | null>(null)
  const isTold = useSession((state) => state.session.told !== null)
  const isUnreadable =
    !isTold && reading !== null && reading.credentials.length === 0 && (paste?.length ?? 0) > 0
  const hasReading = (reading?.credentials.length ?? 0) > 0

  // A box that is opened again holds secrets that nobody may be meant to see.
  const [isHidden, setHidden] = useState(hasReading)

  // The value lives in the element alone: a controlled box would keep every version of it in memory.
  useEffect(() => {
    const value = paste?.reveal() ?? ''
    if (box.current && box.current.value !== value) box.current.value = value
  }, [paste])

  const take = (value: string): void => {
    setProblem(null)
    actions.paste(value)
  }
  const readClipboard = async (): Promise<void> => {
    const value = await clipboard.read()
    if (value === null) setProblem('clipboard')
    else take(value)
  }
  const openFile = async (chosen: File | undefined): Promise<void> => {
    if (!chosen) return
    const value = await readTextFile(chosen)
    if (value === null) setProblem('file')
    else take(value)
  }

  return (
    <div className="block">
      <h3 className="big">
        <label htmlFor={id}>{text.heading}</label>
      </h3>
      <p className="quiet" id={`${id}-hint`}>
        {text.hint}
      </p>
      <textarea
        ref={box}
        id={id}
        className={boxClass(hasReading || isTold, isHidden && hasReading)}
        aria-describedby={isUnreadable ? `${id}-unreadable` : `${id}-hint`}
        aria-invalid={isUnreadable}
        autoFocus
        {...UNWATCHED}
        autoComplete="off"
        autoCorrect="off"
        placeholder={text.placeholder}
        onInput={(event) => {
          const isPaste = event.nativeEvent.inputType === 'insertFromPaste'
          if (isPaste) take(event.currentTarget.value)
          else actions.typeInBox(event.currentTarget.value)
        }}
      />
      {isUnreadable && (
        <div className="stack unreadable" id={`${id}-unreadable`}>
          <p role="status">
            <Status kind="warning" word={text.unreadable} />
          </p>
          <p className="fine prose">
            <Rich text={text.unreadableDetail(reading.lines)} />
          </p>
        </div>
      )}
      <p className="row">
        <button className="button" type="button" onClick={() => void readClipboard()}>
          {text.readClipboard}
        </button>
        <button className="button" type="button" onClick={() => file.current?.click()}>
          {text.openFile}
        </button>
        <input
          ref={file}
          type="file"
          hidden
          onChange={(event) => {
            const input = event.currentTarget
            void openFile(input.files?.[0]).then(() => {
              input.value = ''
              return null
            })
          }}
        />
        <button className="button" type="button" onClick={() => actions.startTyping()}>
          {text.typeValues}
        </button>
        {hasReading && (
          <button
            className="button"
            type="button"
            aria-pressed={!isHidden}
            onClick={() => setHidden(!isHidden)}
          >
            {isHidden ? text.showText : text.hideText}
          </button>
        )}
        <span className="fine to-end">
          <kbd>Ctrl</kbd> <kbd>V</kbd> {text.anywhere}
        </span>
      </p>
      <p className="fine" role="status">
        {isReading && text.reading}
        {isReaderMissing && text.readerMissing}
        {problem === 'clipboard' && text.clipboardRefused}
        {problem === 'file' && text.fileTooLarge}
      </p>
    </div>
  )
}

function boxClass(isSmall: boolean, isHidden: boolean): string {
  return ['box', isSmall ? 'box-small' : '', isHidden ? 'box-hidden' : '']
    .filter((part) => part !== '')
    .join(' ')
}
