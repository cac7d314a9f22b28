import type { SecretFacts } from './facts.ts'
import { inspect } from './flaws.ts'
import { isKeyIdShaped, isTokenShaped } from './value-shapes.ts'

/** How AWS's documentation secrets begin. */
const DOCUMENTATION = /^(?:wJalrXUtnFEMI|je7MtGbClwBF)/

/** What a secret access key shows: length and characters. Whether it is the right one, nothing offline can tell. */
export function describeSecret(text: string): SecretFacts {
  const { bare, flaws } = inspect(text, /[^A-Za-z0-9/+]/g)
  const looksLike = isKeyIdShaped(bare)
    ? 'access-key-id'
    : isTokenShaped(bare)
      ? 'session-token'
      : null
  if (bare.length !== 40) flaws.push({ flaw: 'length', expected: 40, seen: bare.length })
  return { length: bare.length, flaws, isDocumentation: DOCUMENTATION.test(bare), looksLike }
}
