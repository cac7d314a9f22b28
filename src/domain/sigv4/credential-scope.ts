import { formatAmzDate, type Instant } from '../time/instant.ts'

/** For which day, Region and service a signing key is good. As parsed, any of the four may be wrong. */
export type CredentialScope = {
  /** `20261122`, UTC. */
  readonly date: string
  readonly region: string
  readonly service: string
  readonly terminator: string
}

export const TERMINATOR = 'aws4_request'

/** The scope of a request signed at `instant`. */
export function credentialScope(
  place: { readonly region: string; readonly service: string },
  instant: Instant,
): CredentialScope {
  const date = formatAmzDate(instant).slice(0, 8)
  return { date, region: place.region, service: place.service, terminator: TERMINATOR }
}

/** `20261122/us-east-1/sts/aws4_request` */
export function writeCredentialScope(scope: CredentialScope): string {
  return [scope.date, scope.region, scope.service, scope.terminator].join('/')
}
