import { HOUR, MINUTE } from './instant.ts'

/** The least that AssumeRole, GetSessionToken and GetFederationToken accept. @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
export const SHORTEST_SESSION = 15 * MINUTE

/** AssumeRole's default, and all that a chained role or the root user gets. */
export const USUAL_SESSION = HOUR

/** The highest MaxSessionDuration of a role. */
export const LONGEST_ROLE_SESSION = 12 * HOUR

/** GetSessionToken and GetFederationToken for an IAM user: no session lasts longer. @see https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html */
export const LONGEST_SESSION = 36 * HOUR

/** From issue to end: after it, and no longer than any session, with a minute for rounding. */
export const isPossibleSpan = (span: number): boolean =>
  span > 0 && span <= LONGEST_SESSION + MINUTE
