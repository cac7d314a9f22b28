/**
 * What came of a probe: one unsigned POST with a form body and `mode: 'no-cors'`, without cookies, without a header of
 * its own (so that the browser sends no preflight), sent only after the person asked for it.
 *
 * - `not-tried`: no probe was sent.
 * - `answered`: the promise was fulfilled with an opaque answer. Name, route and certificate are in order as the browser
 *   sees them, and something answered; its status and its words stay hidden.
 * - `failed`: the promise was rejected, no violation of this page's policy was reported, and the limit had not run out.
 * - `timed-out`: this page stopped waiting.
 * - `refused-by-policy`: a securitypolicyviolation event named the probe's host.
 *
 * It has to be a POST: STS answers a GET by a redirect to a web page, which the policy refuses.
 * @see https://fetch.spec.whatwg.org/#concept-filtered-response-opaque
 */
export type ProbeResult = 'not-tried' | 'answered' | 'failed' | 'timed-out' | 'refused-by-policy'

/**
 * One probe. `tookMs` is null where none was tried; it comes from a monotonic clock, from the call of fetch to its end.
 */
export type Probe = {
  readonly result: ProbeResult
  /** `sts.eu-west-1.amazonaws.com`, port included where there is one. */
  readonly host: string
  readonly tookMs: number | null
}

/**
 * The last Resource Timing entry of the call's own address. A host that sends no Timing-Allow-Origin lets a page read
 * little: `nextHopProtocol` is then empty and `responseStatus` 0, as both are where nothing was connected.
 * @see https://www.w3.org/TR/resource-timing/#dom-performanceresourcetiming-responsestatus
 */
export type ResourceEntry = {
  readonly durationMs: number
  /** `h2`, `http/1.1`; the empty string where it may not be read. */
  readonly nextHopProtocol: string
  /** 0 where it may not be read. */
  readonly responseStatus: number
}

/** What this page observed of the network after a call that gave no answer it could read. */
export type NetworkFacts = {
  /** `navigator.onLine` at the time of the probes. False is meant; true says only that some network is there. */
  readonly isOnline: boolean
  /** The probe of the host that was asked. */
  readonly sameHost: Probe
  /**
   * The same probe of another STS host that this page's policy allows: of the same partition and another Region, but of
   * `aws` where the partition is an isolated one, whose hosts the internet does not know. Null where there is none. It is
   * needed only where the first probe was not answered.
   */
  readonly otherHost: Probe | null
  /**
   * The entry of the call itself, not of the probe; `none` where the browser made no entry, null where it was not
   * looked up or the browser keeps no entries.
   */
  readonly resource: ResourceEntry | 'none' | null
}
