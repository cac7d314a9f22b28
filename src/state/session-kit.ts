import type { CredentialFacts } from '#domain/credentials/facts.ts'
import type { Secret } from '#domain/credentials/secret.ts'
import type { Identity } from '#domain/identity/identity.ts'
import type { FieldName, Reading } from '#domain/reading/reading.ts'
import type { Endpoint, Target } from '#domain/region/target.ts'
import type { Preset } from '#domain/session/preset-target.ts'
import type { Outcome, StsReply } from '#domain/sts/call.ts'
import type { Decoded } from '#domain/sts/decode-authorization-message.ts'

/**
 * The part of the domain that a session needs from the first paste on. It comes as a service because its file is
 * fetched after the first paint.
 */
export type SessionKit = {
  readInSteps(text: string): Generator<void, Reading>
  describe(values: Readonly<Record<FieldName, Secret | null>>): CredentialFacts
  preset(
    current: Preset,
    reading: Reading,
    facts: CredentialFacts,
    lastRegion: string | null,
  ): Preset
  resolve(target: Target): Endpoint
  /** Another host of AWS to compare with; null where there is none. */
  otherHost(target: Target): { readonly url: string } | null
  /** Null for a Region this build does not know. */
  isOptIn(region: string): boolean | null
  judge(reply: StsReply, secrets: readonly Secret[]): Outcome
  judgeDecoded(reply: StsReply, secrets: readonly Secret[]): Decoded
  identify(outcome: Outcome, facts: CredentialFacts): Identity | null
  clockDifference(reply: StsReply): number | null
}
