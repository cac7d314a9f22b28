/** Sources of a policy that stand for this machine. */
export const LOOPBACK_SOURCES = [
  'http://localhost:*',
  'http://127.0.0.1:*',
  'https://localhost:*',
  'https://127.0.0.1:*',
]

const AWS_SUFFIX =
  /\.(?:amazonaws\.com|amazonaws\.com\.cn|amazonaws\.eu|aws|amazonwebservices\.com\.cn|amazonwebservices\.eu|ic\.gov|sgov\.gov|scloud|adc-e\.uk)$/

/** A host of STS named in full, under one of AWS's suffixes and without a wildcard. */
const isStsHost = (source: string): boolean =>
  /^https:\/\/sts(?:-fips)?(?:\.[a-z0-9-]{1,63}){2,8}$/.test(source) && AWS_SUFFIX.test(source)

/**
 * What a policy lets the page connect to.
 *
 * - `sts`: hosts of STS, named one by one.
 * - `loopback`: addresses of this machine are among them.
 * - `open`: something else can be reached as well, or nothing is restricted; the count then says too little.
 */
export type ReachableHosts = {
  readonly sts: number
  readonly loopback: boolean
  readonly open: boolean
}

/** Counts the hosts that a policy text lets the page connect to. @see https://www.w3.org/TR/CSP3/#directive-connect-src */
export function countHosts(policy: string): ReachableHosts {
  const sources = sourcesOf(policy, 'connect-src') ?? sourcesOf(policy, 'default-src')
  if (sources === null) return { sts: 0, loopback: false, open: true }
  const isLoopback = (source: string): boolean => LOOPBACK_SOURCES.includes(source)
  return {
    sts: new Set(sources.filter(isStsHost)).size,
    loopback: sources.some(isLoopback),
    open: sources.some(
      (source) => source !== "'none'" && !isStsHost(source) && !isLoopback(source),
    ),
  }
}

function sourcesOf(policy: string, name: string): readonly string[] | null {
  for (const directive of policy.toLowerCase().split(';')) {
    const [first, ...sources] = directive.split(/[\t\n\f\r ]/).filter((word) => word !== '')
    // The first directive of a name counts; browsers ignore later ones.
    if (first === name) return sources
  }
  return null
}
