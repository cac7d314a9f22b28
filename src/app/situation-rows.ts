import type { SituationRow } from '#features/situations/situation-list.tsx'
import type { SituationId } from '#sandbox/situations.ts'

/** The list of the first screen, which does not wait for the sandbox's file; a test keeps the two alike. */
export const SITUATION_ROWS: readonly (SituationRow & { readonly id: SituationId })[] = [
  { id: 'valid-role-session', code: '' },
  { id: 'expired-session', code: 'ExpiredToken' },
  { id: 'token-missing', code: 'InvalidClientTokenId' },
  { id: 'wrong-secret', code: 'SignatureDoesNotMatch' },
  { id: 'clock-20-minutes-off', code: 'SignatureDoesNotMatch' },
  { id: 'altered-token', code: 'InvalidClientTokenId' },
  { id: 'service-unavailable', code: 'ServiceUnavailable' },
  { id: 'portal-html', code: '' },
  { id: 'user-with-mfa', code: '' },
  { id: 'administrator', code: '' },
  { id: 'user-without-permissions', code: '' },
  { id: 'under-service-control-policy', code: '' },
  { id: 'root-user', code: '' },
  { id: 'inactive-key', code: 'InvalidClientTokenId' },
]
