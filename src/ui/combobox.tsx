import { useId, useRef, useState, type KeyboardEvent } from 'react'

export type ComboboxOption = {
  readonly value: string
  readonly label: string
  /** A short mark at the end of the row. */
  readonly mark: string
}

/**
 * A text field with a list of suggestions (the ARIA combobox pattern with list autocomplete): typing filters, arrows
 * move, Enter chooses, Escape puts the old text back.
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
 */
export function Combobox({
  label,
  value,
  search,
  onChoose,
  noneFound,
}: {
  readonly label: string
  readonly value: ComboboxOption
  readonly search: (query: string) => readonly ComboboxOption[]
  readonly onChoose: (value: string) => void
  readonly noneFound: string
}) {
  const id = useId()
  const list = useRef<HTMLUListElement>(null)
  const [query, setQuery] = useState<string | null>(null)
  const [active, setActive] = useState(0)
  const isOpen = query !== null
  const options = isOpen ? search(query) : []
  const current = options[Math.min(active, options.length - 1)]

  const open = (text: string, index: number): void => {
    setQuery(text)
    setActive(index)
  }
  const close = (): void => setQuery(null)
  const choose = (option: ComboboxOption | undefined): void => {
    close()
    if (option && option.value !== value.value) onChoose(option.value)
  }
  const move = (to: number): void => {
    const next = Math.max(0, Math.min(options.length - 1, to))
    setActive(next)
    list.current?.children[next]?.scrollIntoView({ block: 'nearest' })
  }
  const indexOfValue = (): number =>
    Math.max(
      0,
      search('').findIndex((o) => o.value === value.value),
    )

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey) return
    if (!isOpen) {
      if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
      event.preventDefault()
      open('', indexOfValue())
      return
    }
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + 8,
      PageUp: active - 8,
    }
    const to = moves[event.key]
    if (to !== undefined) {
      event.preventDefault()
      move(to)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      choose(current)
    } else if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      close()
    }
  }

  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <div className="combobox">
        <input
          id={id}
          className="field"
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={isOpen}
          aria-controls={`${id}-list`}
          aria-activedescendant={isOpen && current ? `${id}-${current.value}` : undefined}
          autoComplete="off"
          spellCheck={false}
          value={query ?? (value.mark === '' ? value.label : `${value.label}, ${value.mark}`)}
          onFocus={(event) => event.currentTarget.select()}
          onClick={() => !isOpen && open('', indexOfValue())}
          onChange={(event) => open(event.currentTarget.value, 0)}
          onBlur={close}
          onKeyDown={onKeyDown}
        />
        <svg className="combobox-sign" viewBox="0 0 16 16" aria-hidden="true">
          <path d="m4 6 4 4 4-4" />
        </svg>
        {isOpen && (
          <ul
            className="combobox-list"
            id={`${id}-list`}
            role="listbox"
            aria-label={label}
            ref={list}
          >
            {options.map((option) => (
              // The keyboard works on the input, which keeps the focus.
              // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
              <li
                key={option.value}
                id={`${id}-${option.value}`}
                role="option"
                aria-selected={option.value === value.value}
                className={`combobox-option${option === current ? ' combobox-option-active' : ''}`}
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => choose(option)}
              >
                <span>{option.label}</span>
                <small>{option.mark}</small>
              </li>
            ))}
            {options.length === 0 && (
              <li className="combobox-none fine" role="presentation">
                {noneFound}
              </li>
            )}
          </ul>
        )}
        <span className="unseen" role="status">
          {isOpen && options.length === 0 ? noneFound : ''}
        </span>
      </div>
    </div>
  )
}
