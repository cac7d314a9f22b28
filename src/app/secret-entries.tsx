import { Secret } from '#domain/credentials/secret.ts'
import { readJwt } from '#domain/federation/read-jwt.ts'
import { readSamlResponse } from '#domain/federation/read-saml-response.ts'
import type { SamlRole } from '#domain/federation/saml.ts'
import type { Parameter } from '#domain/sts/operations/descriptor.ts'
import type { SecretEntry } from '#features/operations/operation-form.tsx'
import { JwtEntry } from './jwt-entry.tsx'
import { SamlEntry } from './saml-entry.tsx'

export type EntryContext = {
  readonly now: number
  readonly locale: string
  /** Fills the form with a role that the response offers. */
  readonly onRole: (role: SamlRole) => void
}

/** What was put into a secret field: what would be sent of it, and what it says. */
export function readEntry(
  { kind, name }: Parameter,
  typed: string,
  { now, locale, onRole }: EntryContext,
): SecretEntry {
  if (typed.trim() === '') return { secret: null, isRefused: false, shown: null }
  if (kind === 'jwt') {
    const reading = readJwt(typed, now)
    return {
      secret: reading.token,
      isRefused: reading.problems.some(({ severity }) => severity === 'error'),
      shown: <JwtEntry parameter={name} reading={reading} locale={locale} />,
    }
  }
  if (kind === 'saml') {
    const reading = readSamlResponse(typed, now)
    if (reading.kind === 'read') {
      const [only, ...more] = reading.facts.roles
      if (only && more.length === 0) onRole(only)
    }
    return {
      secret: reading.kind === 'read' ? reading.assertion : null,
      isRefused: reading.problems.some(({ severity }) => severity === 'error'),
      shown: <SamlEntry parameter={name} reading={reading} onChoose={onRole} locale={locale} />,
    }
  }
  return { secret: new Secret(typed.trim()), isRefused: false, shown: null }
}
