import { useEffect } from 'react'
import { useSessionActions } from '#state/session-context.ts'
import { readTextFile } from '#ui/read-text-file.ts'

const isEditable = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('input, textarea, select, [contenteditable]') !== null

/** Takes a paste or a dropped file wherever the focus is, except in an editable field. */
export function usePasteAnywhere(): void {
  const actions = useSessionActions()
  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (isEditable(event.target) || text === '') return
      event.preventDefault()
      actions.paste(text)
    }
    const onDragOver = (event: DragEvent): void => {
      const types = event.dataTransfer?.types ?? []
      if (types.includes('Files')) event.preventDefault()
    }
    const onDrop = (event: DragEvent): void => {
      const file = event.dataTransfer?.files[0]
      if (!file) return
      event.preventDefault()
      void readTextFile(file).then((text) => {
        if (text !== null) actions.paste(text)
        return null
      })
    }
    document.addEventListener('paste', onPaste)
    document.addEventListener('dragover', onDragOver)
    document.addEventListener('drop', onDrop)
    return () => {
      document.removeEventListener('paste', onPaste)
      document.removeEventListener('dragover', onDragOver)
      document.removeEventListener('drop', onDrop)
    }
  }, [actions])
}
