import { useEffect, useState } from 'react'

/**
 * This device's wall clock, renewed every `everyMs` and whenever the tab wakes: timers sleep with the device, so the
 * time left is computed from the clock and never counted down.
 */
export function useNow(everyMs: number): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const renew = (): void => setNow(Date.now())
    renew()
    const timer = setInterval(renew, everyMs)
    document.addEventListener('visibilitychange', renew)
    window.addEventListener('focus', renew)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', renew)
      window.removeEventListener('focus', renew)
    }
  }, [everyMs])
  return now
}
