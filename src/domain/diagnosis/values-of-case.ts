import type { Flaw } from '../credentials/facts.ts'
import type { FieldName } from '../reading/reading.ts'
import { PARTITIONS } from '../region/partition-table.ts'
import type { PartitionId } from '../region/target.ts'
import type { Case } from './case.ts'
import { awsNow } from './case.ts'
import type { ToldToken } from './facts.ts'

/** Whether a session token was sent; null where nobody said. */
export function tokenState(c: Case): ToldToken | null {
  const { credentials, told } = c.facts
  if (told && told.token !== null) return told.token
  if (credentials.sessionToken !== null) return 'present'
  if (told) return null
  return credentials.accessKeyId === null ? null : 'missing'
}

/** A token was sent, whatever its state. */
export function hasToken(c: Case): boolean {
  const state = tokenState(c)
  return state !== null && state !== 'missing'
}

/** `temporary`, `long-term`, `other`; null where nobody said. */
export function keyKind(c: Case): 'temporary' | 'long-term' | 'other' | null {
  return c.facts.credentials.accessKeyId?.kind ?? c.facts.told?.keyKind ?? null
}

/** Milliseconds since the token was issued, as read from the token; null where it cannot be read. */
export function tokenAge(c: Case): number | null {
  const issuedAt = c.facts.credentials.sessionToken?.issuedAt ?? null
  const now = awsNow(c)
  return issuedAt === null || now === null ? null : now - issuedAt
}

/** Every flaw of the three values with the value it stands in. */
export function flawsOf(c: Case): readonly (Flaw & { readonly part: FieldName })[] {
  const { accessKeyId, secretAccessKey, sessionToken } = c.facts.credentials
  return [
    ...(accessKeyId?.flaws ?? []).map((flaw) => ({ ...flaw, part: 'accessKeyId' as const })),
    ...(sessionToken?.flaws ?? []).map((flaw) => ({ ...flaw, part: 'sessionToken' as const })),
    ...(secretAccessKey?.flaws ?? []).map((flaw) => ({
      ...flaw,
      part: 'secretAccessKey' as const,
    })),
  ]
}

/** One of the values has one of these flaws. */
export function hasFlaw(
  c: Case,
  parts: readonly FieldName[],
  flaws: readonly Flaw['flaw'][],
): boolean {
  return flawsOf(c).some((each) => parts.includes(each.part) && flaws.includes(each.flaw))
}

/** A key ID that is no AWS key and almost one: another of AWS's prefixes, or 20 characters give or take two. */
export function isAlmostAwsKey(c: Case): boolean {
  const key = c.facts.credentials.accessKeyId
  if (key?.kind !== 'other' || c.facts.told?.isForeignKey === true) return false
  if (key.prefix !== null) return true
  const length = key.flaws.find((each) => each.flaw === 'length')?.seen ?? 20
  return Math.abs(length - 20) < 3 && !key.flaws.some((each) => each.flaw === 'foreign-characters')
}

/** What stands in another value's place; null where all stand in their own. */
export function swappedField(
  c: Case,
): { readonly part: FieldName; readonly looksLike: string } | null {
  const { accessKeyId, secretAccessKey, sessionToken } = c.facts.credentials
  if (accessKeyId?.looksLike) return { part: 'accessKeyId', looksLike: accessKeyId.looksLike }
  if (secretAccessKey?.looksLike)
    return { part: 'secretAccessKey', looksLike: secretAccessKey.looksLike }
  if (sessionToken?.looksLike) return { part: 'sessionToken', looksLike: sessionToken.looksLike }
  return null
}

/** True or false where both accounts can be read, else null. Inferred. */
export function accountsAgree(c: Case): boolean | null {
  const key = c.facts.credentials.accessKeyId?.account ?? null
  const token = c.facts.credentials.sessionToken?.account ?? null
  return key === null || token === null ? null : key === token
}

/** The partition a token seems to come from, other than the one asked; null where nothing points to one. Inferred. */
export function foreignPartition(c: Case): PartitionId | 'aws-cn or aws-us-gov' | null {
  const token = c.facts.credentials.sessionToken
  const asked = c.facts.target?.partition
  if (token === null || asked === undefined) return null
  if (token.region !== null) {
    const home = PARTITIONS.find((each) => each.regions.some((r) => r.code === token.region))
    return home && home.id !== asked ? home.id : null
  }
  if (token.version !== 1 || token.name === null) return null
  if (token.name === 'er/aws') return asked === 'aws' ? null : 'aws'
  const isRecent = token.firstByte === 0x17
  return isRecent && token.name === 'aws' && asked === 'aws' ? 'aws-cn or aws-us-gov' : null
}

/** The token seems to come from the partition that was asked. Inferred. */
export function isHomePartition(c: Case): boolean {
  const token = c.facts.credentials.sessionToken
  const isKnown = token !== null && (token.region !== null || token.name === 'er/aws')
  return isKnown && foreignPartition(c) === null
}
