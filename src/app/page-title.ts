import { useEffect } from 'react'
import type { Expiry } from '#domain/credentials/verdict.ts'
import type { WorkMessages } from '#messages/en/work.ts'
import { countdown } from '#ui/format-time.ts'

/** The tab's title: the time left and the product, never a name, an ARN, an account or a code. */
export function usePageTitle(
  expiry: Expiry | null,
  now: number,
  text: WorkMessages['time'],
  product: string,
): void {
  const left = expiry && timeLeft(expiry, now, text)
  useEffect(() => {
    document.title = left ? `${left} · ${product}` : product
    return () => {
      document.title = product
    }
  }, [left, product])
}

function timeLeft(expiry: Expiry, now: number, text: WorkMessages['time']): string | null {
  switch (expiry.kind) {
    case 'stated':
      return expiry.expiresAt > now ? countdown(expiry.expiresAt - now) : text.expired
    case 'window':
      return `≤ ${countdown(expiry.latest - now)}`
    case 'probably-expired':
      return text.probablyExpired
    case 'no-end':
    case 'unknown':
      return null
  }
}
