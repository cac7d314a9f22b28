import { Secret } from '../credentials/secret.ts'
import type { HeaderValue } from '../sts/call.ts'

/** The whole text with its secrets in the clear. Call it as late and as rarely as possible. */
export function revealText(text: HeaderValue): string {
  if (typeof text === 'string') return text
  return text.map((part) => (typeof part === 'string' ? part : part.reveal())).join('')
}

/** Joins texts into one, the secrets staying references. */
export function joinText(...texts: readonly HeaderValue[]): readonly (string | Secret)[] {
  const joined: (string | Secret)[] = []
  for (const part of texts.flatMap((text) => (typeof text === 'string' ? [text] : [...text]))) {
    const last = joined.at(-1)
    if (typeof part === 'string' && typeof last === 'string')
      joined[joined.length - 1] = last + part
    else joined.push(part)
  }
  return joined
}

/** Changes a text as `change` does; where a secret part would be changed, the whole becomes one new secret. */
export function changeText(text: HeaderValue, change: (clear: string) => string): HeaderValue {
  if (typeof text === 'string') return change(text)
  const clear = revealText(text)
  const changed = change(clear)
  if (changed === clear) return text
  return text.every((part) => typeof part === 'string') ? changed : [new Secret(changed)]
}
