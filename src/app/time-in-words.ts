import { formMessages as text } from '#messages/en/operation-forms.ts'
import { countdown, localTime } from '#ui/format-time.ts'

/** An instant in words, with how far it is away. */
export function timeInWords(at: number, now: number, locale: string): string {
  const left = countdown(Math.abs(at - now))
  return text.fromNow(localTime(at, now, locale), left, at <= now)
}
