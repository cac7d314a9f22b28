import { isSecretShaped } from '../credentials/value-shapes.ts'
import type { Span } from './entry.ts'

const LENGTH = 40

const REST = /[ \t]{0,4}\\?\r?\n[ \t]{0,64}([A-Za-z0-9/+]{1,39})(?=[\s"'`,;|]|$)/y

/** Where a secret ends that began at `at` and was broken at `seen`: only where both pieces make forty characters. */
export function endOfBrokenSecret(text: string, at: number, seen: number): number {
  if (seen - at >= LENGTH || seen === at) return seen
  REST.lastIndex = seen
  const rest = REST.exec(text)?.[1] ?? ''
  return isSecretShaped(text.slice(at, seen) + rest) ? REST.lastIndex : seen
}

const PIECES = /(?<![\w/+=-])([A-Za-z0-9/+]{4,39})\r?\n[ \t]{0,8}([A-Za-z0-9/+]{1,36})(?![\w/+=-])/g

/** Two pieces at the end and the beginning of a line that are a secret together; words of a sentence are none. */
export function brokenSecretIn(text: string): Span | null {
  PIECES.lastIndex = 0
  for (let m = PIECES.exec(text); m; m = PIECES.exec(text)) {
    const [whole, first = '', second = ''] = m
    PIECES.lastIndex = m.index + first.length
    if (first.length + second.length === LENGTH && isRandom(first + second))
      return { at: m.index, end: m.index + whole.length }
  }
  return null
}

/** Shaped like a secret, and of all kinds of characters, as forty random ones are. */
export function isRandom(text: string): boolean {
  const count = (letters: RegExp): number => text.match(letters)?.length ?? 0
  return isSecretShaped(text) && count(/\d/g) > 1 && count(/[A-Z]/g) > 2 && count(/[a-z]/g) > 2
}
