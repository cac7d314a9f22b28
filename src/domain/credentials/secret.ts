/**
 * A string that must not leak: an access key ID, a secret access key, a session token, or a whole paste.
 * One object per value travels from the paste to the press; `forget()` empties it for every holder at once.
 * Printing it in any way gives dots.
 */
export class Secret {
  #value: string | null

  constructor(value: string) {
    this.#value = value
  }

  /** Length in UTF-16 code units; 0 once forgotten. */
  get length(): number {
    return this.#value?.length ?? 0
  }

  get isForgotten(): boolean {
    return this.#value === null
  }

  /** The value itself; the empty string once forgotten. Call it as late and as rarely as possible. */
  reveal(): string {
    return this.#value ?? ''
  }

  /** Drops the value. Every reading, trace and closure that holds this object then holds an empty shell. */
  forget(): void {
    this.#value = null
  }

  toString(): string {
    return '••••'
  }

  toJSON(): string {
    return '••••'
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return 'Secret(••••)'
  }
}

/**
 * The same text in memory of its own. Engines let a piece share the memory of the text it was cut from, so that a
 * harmless piece of an answer would keep the secrets beside it alive.
 */
export function ownCopy(text: string): string {
  return Array.from(text).join('')
}

/** Engines keep the last text that a regular expression matched in; this gives them a harmless one. */
export function forgetLastMatch(): void {
  ;/-/.exec('-')
}
