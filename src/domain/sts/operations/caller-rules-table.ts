import type { CallerKind, CallerRule } from './descriptor.ts'

type Callers = Readonly<Record<CallerKind, CallerRule>>

/** Operations that any credentials may try, but for the sessions that AWS keeps from nearly all of STS. */
export const ORDINARY_CALLERS: Callers = {
  user: 'may',
  'user-session': 'refused-if-from-get-session-token',
  root: 'may',
  'root-session': 'refused-if-from-get-session-token',
  'role-session': 'may',
  'federated-user': 'refused',
  'assumed-root': 'not-documented',
  nobody: 'refused',
}

/** GetSessionToken and GetFederationToken take long-term credentials only. */
export const LONG_TERM_CALLERS: Callers = {
  user: 'may',
  'user-session': 'refused',
  root: 'may',
  'root-session': 'refused',
  'role-session': 'refused',
  'federated-user': 'refused',
  'assumed-root': 'refused',
  nobody: 'refused',
}

/** Operations without a signature: whoever holds the token or the assertion is the caller. */
export const ANY_CALLER: Callers = {
  user: 'may',
  'user-session': 'may',
  root: 'may',
  'root-session': 'may',
  'role-session': 'may',
  'federated-user': 'may',
  'assumed-root': 'may',
  nobody: 'may',
}
