import { useEffect } from 'react'
import type { Expiry } from '#domain/credentials/verdict.ts'
import { timeLeft } from '#domain/time/expiry.ts'
import type { WorkMessages } from '#messages/en/work.ts'
import { countdown } from '#ui/format-time.ts'

/** The tab's title: the time left and the product, never a name, an ARN, an account or a code. */
export function usePageTitle(
  expiry: Expiry | null,
  now: number,
  text: WorkMessages['time'],
  product: string,
): void {
  const left = expiry && endInWords(expiry, now, text)
  useEffect(() => {
    document.title = left ? `${left} · ${product}` : product
    return () => {
      document.title = product
    }
  }, [left, product])
}

function endInWords(expiry: Expiry, now: number, text: WorkMessages['time']): string | null {
  const left = timeLeft(expiry, now)
  if (left === null) return null
  if (expiry.kind === 'probably-expired') return text.probablyExpired
  if (expiry.kind === 'window') return `≤ ${countdown(left)}`
  return left > 0 ? countdown(left) : text.expired
}
