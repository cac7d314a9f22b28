import type { Secret } from '../credentials/secret.ts'
import type { Instant } from '../time/instant.ts'

/** How a response stood in the text: as base64, as the field of a form's body, or as XML. */
export type SamlForm = 'base64' | 'form-body' | 'xml'

/** What was mended before reading. */
export type SamlRepair =
  | 'white-space'
  | 'quotes'
  | 'percent-encoding'
  | 'plus-signs'
  | 'url-alphabet'

/** What is wrong with a response, or worth a thought. */
export type SamlProblemWord =
  | 'empty'
  | 'too-large'
  | 'no-response-field'
  | 'not-base64'
  | 'not-text'
  | 'not-xml'
  | 'doctype'
  | 'is-a-request'
  | 'not-a-response'
  | 'bare-assertion'
  | 'too-long-for-sts'
  | 'status-not-success'
  | 'encrypted-assertion'
  | 'no-assertion'
  | 'several-assertions'
  | 'not-signed'
  | 'no-roles'
  | 'role-malformed'
  | 'no-role-session-name'
  | 'role-session-name-malformed'
  | 'session-duration-malformed'
  | 'no-audience'
  | 'audience-not-aws'
  | 'no-recipient'
  | 'recipient-not-aws'
  | 'no-redeem-time'
  | 'redeemed-too-late'
  | 'conditions-ended'
  | 'not-yet-valid'
  | 'session-ended'
  | 'time-malformed'

/**
 * A problem of a response. An `error` is one that AssumeRoleWithSAML refuses for certain; times are judged by this
 * device's clock and never are.
 */
export type SamlProblem = {
  readonly problem: SamlProblemWord
  readonly severity: 'error' | 'warning'
  /** The value, the attribute or the count that it is about; null where nothing is. */
  readonly detail: string | null
  readonly instant: Instant | null
}

/** A role that the response offers, and the provider that vouches for it. */
export type SamlRole = { readonly roleArn: string; readonly providerArn: string }

/** What a response says. Absent is null or empty. */
export type SamlFacts = {
  readonly issuer: string | null
  readonly destination: string | null
  readonly recipient: string | null
  readonly audiences: readonly string[]
  readonly issuedAt: Instant | null
  /** Of the Conditions. */
  readonly notBefore: Instant | null
  readonly notOnOrAfter: Instant | null
  /** NotOnOrAfter of the SubjectConfirmationData. */
  readonly confirmationEnds: Instant | null
  /** When it must have been redeemed: the earlier of that and five minutes after issuance. */
  readonly redeemBefore: Instant | null
  /** No session lasts longer than this, whatever duration is asked for. */
  readonly sessionNotOnOrAfter: Instant | null
  readonly nameId: string | null
  readonly nameIdFormat: string | null
  readonly roles: readonly SamlRole[]
  readonly roleSessionName: string | null
  /** Seconds; the console's session, not that of AssumeRoleWithSAML. */
  readonly sessionDuration: number | null
  readonly principalTags: readonly { readonly key: string; readonly values: readonly string[] }[]
  readonly transitiveTagKeys: readonly string[]
  readonly sourceIdentity: string | null
  /** Names of the attributes that AWS gives no meaning. */
  readonly otherAttributes: readonly string[]
  /** Present, not verified. */
  readonly isResponseSigned: boolean
  readonly isAssertionSigned: boolean
}

/** A response taken apart. Its signature is not checked here: nothing in it is proved. */
export type SamlRead = {
  readonly kind: 'read'
  /** The base64 that STS takes. */
  readonly assertion: Secret
  readonly form: SamlForm
  readonly repairs: readonly SamlRepair[]
  readonly facts: SamlFacts
  readonly isSignatureChecked: false
  readonly problems: readonly SamlProblem[]
}

/** A response that could be read, or why it could not. */
export type SamlReading =
  | SamlRead
  | {
      readonly kind: 'unread'
      readonly repairs: readonly SamlRepair[]
      readonly problems: readonly SamlProblem[]
    }
