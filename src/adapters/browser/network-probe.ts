import type { NetworkProbe } from '#domain/ports.ts'
import { watchPolicy } from './policy-watch.ts'

/** After this many milliseconds a probe is given up. */
const LIMIT_MS = 10_000

/**
 * Asks the browser what it can tell of a host without CORS: one unsigned POST with a form body, without cookies and
 * without credentials. A POST, since STS answers a GET by a redirect to a page that the policy refuses.
 */
export const browserProbe: NetworkProbe = {
  isOnline: () => navigator.onLine,
  probe: async (url) => {
    const { host } = new URL(url)
    const policy = watchPolicy(host)
    const signal = AbortSignal.timeout(LIMIT_MS)
    const started = performance.now()
    const tookMs = (): number => performance.now() - started
    try {
      await fetch(url, {
        method: 'POST',
        mode: 'no-cors',
        credentials: 'omit',
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
        body: new URLSearchParams({ Action: 'GetCallerIdentity', Version: '2011-06-15' }),
        signal,
      })
      return { result: 'answered', host, tookMs: tookMs() }
    } catch {
      // A violation is reported after the fetch has failed.
      await new Promise((resolve) => setTimeout(resolve, 0))
      const isRefused = policy.directive() !== null
      const result = isRefused ? 'refused-by-policy' : signal.aborted ? 'timed-out' : 'failed'
      return { result, host, tookMs: tookMs() }
    } finally {
      policy.stop()
    }
  },
  resourceOf: (url) => {
    if (typeof PerformanceResourceTiming === 'undefined') return null
    const entry = performance.getEntriesByName(url, 'resource').at(-1)
    if (!(entry instanceof PerformanceResourceTiming)) return 'none'
    const { duration, nextHopProtocol, responseStatus } = entry
    return { durationMs: duration, nextHopProtocol, responseStatus }
  },
}
