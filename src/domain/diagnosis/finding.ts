import type { Cause } from './causes.ts'
import type { FinerCause } from './finer-causes.ts'
import type { HeldReason } from './rank.ts'

/** How sure a finding is. `cannot-tell` carries none. */
export type Certainty = 'certain' | 'likely' | 'possible'

/** How a row of evidence bears on the cause. */
export type Bearing = 'differs' | 'supports' | 'agrees'

/** Where a row of evidence comes from. */
export type Source = 'aws' | 'pasted' | 'inferred' | 'measured' | 'told'

/**
 * A value in an evidence row: a closed word that the messages render (`{ word: 'no-full-stop' }`), a literal that is
 * shown as it is, a duration, or a count.
 */
export type EvidenceValue =
  | { readonly word: EvidenceWord }
  | { readonly literal: string }
  | { readonly milliseconds: number }
  | { readonly count: number; readonly of: 'characters' | 'bytes' }

/** What is compared; the closed list grows with the causes. */
export const EVIDENCE_NAMES = [
  'error-code',
  'end-of-message',
  'message-says',
  'key-kind',
  'key-shape',
  'session-token',
  'token-version',
  'token-whole',
  'token-age',
  'token-account',
  'secret-length',
  'secret-characters',
  'stray-characters',
  'key-length',
  'clock-difference',
  'expiration',
  'partition',
  'region-opt-in',
  'scope-region',
  'http-status',
  'answer-body',
  'request-id',
  'online',
  'page-policy',
  'waited',
  'policy-kind',
  'denied-action',
  'told',
  'host-name',
  'other-secret-tried',
  'issued-ago',
  'probe-of-host',
  'probe-of-other-host',
  'connection',
] as const

export type EvidenceName = (typeof EVIDENCE_NAMES)[number]

/** Every word an evidence row may hold; the messages render it. */
export const EVIDENCE_WORDS = [
  'full-stop',
  'no-full-stop',
  'full-stop-for-unknown-key',
  'no-full-stop-for-refused-token',
  'present',
  'missing',
  'none',
  'some',
  'whole',
  'cut-short',
  'unreadable',
  'temporary',
  'long-term',
  'not-an-access-key-id',
  'aws-access-key-id',
  'documentation-key',
  'placeholder',
  'percent-encoded',
  'access-key-id',
  'secret-access-key',
  'session-token',
  'version-1',
  'version-2',
  'any-listed',
  'enabled-by-default',
  'opt-in',
  'within-15-minutes',
  'under-36-hours',
  'in-the-future',
  'an-answer',
  'xml-from-sts',
  'html',
  'empty',
  'other',
  'no-arn',
  'yes',
  'no',
  'allowed',
  'blocked',
  'needs-no-permission',
  'not-measured',
  'region-of-host',
  'over-5-seconds',
  'over-1-minute',
  'a-listed-region',
  'some-answer',
  'no-answer',
  'no-answer-in-time',
] as const

export type EvidenceWord = (typeof EVIDENCE_WORDS)[number]

export type Evidence = {
  readonly name: EvidenceName
  readonly expected: EvidenceValue
  readonly seen: EvidenceValue
  readonly bearing: Bearing
  readonly source: Source
}

/** How a cause was weighed: the answer to "why this first?". */
export type Ranked = {
  readonly cause: Cause
  readonly points: number
  /** Each reason that held, in the order of the rule. */
  readonly reasons: readonly HeldReason[]
}

/** A cause that still fits, and how much speaks for it. */
export type Candidate = { readonly cause: Cause; readonly certainty: Certainty }

/** A step the person can take; the messages hold its sentence and its command. */
export type Step = {
  readonly step: StepName
  /** Fills for the sentence or the command, never a secret. */
  readonly fills: Fills
}

/** Every step the page can propose, one sentence in the messages each. */
export const STEP_NAMES = [
  'paste-session-token',
  'print-whole-set',
  'use-one-set',
  'drop-session-token',
  'copy-again',
  'remove-stray-characters',
  'put-values-in-place',
  'replace-placeholder',
  'sign-in-again',
  'assume-role-again',
  'check-which-source',
  'check-key-status',
  'create-access-key',
  'find-account-of-key',
  'ask-in-default-region',
  'use-regional-endpoint',
  'keep-regional-endpoint',
  'set-global-token-version',
  'check-region-enabled',
  'enable-region',
  'choose-other-partition',
  'wait-and-ask-again',
  'wait-between-secrets',
  'set-clock',
  'check-expiration',
  'sign-for-region',
  'sign-with-sdk',
  'compare-from-terminal',
  'try-private-window',
  'try-other-network',
  'sign-in-to-portal',
  'check-certificate',
  'resolve-name',
  'check-connection',
  'look-at-console',
  'choose-listed-region',
  'start-emulator',
  'look-at-custom-host',
  'use-emulator-endpoint',
  'ask-later',
  'ask-at-once',
  'ask-other-region',
  'check-health',
  'activate-sts-region',
  'read-policy-of-endpoint',
  'leave-private-network',
  'ask-for-statement',
  'ask-for-policy-change',
  'renew-if-revoked',
  'make-presigned-url-again',
  'read-aws-words',
  'unset-environment',
  'clear-credential-cache',
  'ask-with-long-term-key',
  'read-trust-policy',
  'add-trust-statement',
  'narrow-trust-deny',
  'save-trust-policy-again',
  'allow-tag-session',
  'copy-role-arn',
  'shorten-session',
  'raise-role-maximum',
  'get-session-with-mfa',
  'use-device-arn',
  'type-next-code',
  'correct-parameter',
  'shorten-policy',
  'check-policy-json',
  'decode-whole-message',
  'check-saml-attributes',
  'sign-in-to-provider',
  'check-provider-keys',
  'use-iam-user',
  'use-allowed-service',
  'enable-guest-access',
  'send-login',
  'link-provider',
  'check-login-entry',
  'check-pool-roles',
  'clear-identity-cache',
  'enable-basic-flow',
  'use-enhanced-flow',
  'create-oidc-provider',
  'update-thumbprint',
  'get-trade-in-token',
  'enable-outbound-federation',
  'add-audience',
  'compare-subject',
  'call-from-server',
  'correct-region-name',
  'set-credentials',
  'use-sts-service',
  'ask-again',
  'allow-local-network',
] as const

export type StepName = (typeof STEP_NAMES)[number]

/** Names of what sentences are filled with. */
export type FillName =
  | 'code'
  | 'region'
  | 'signingRegion'
  | 'defaultRegion'
  | 'host'
  | 'partition'
  | 'part'
  | 'other'
  | 'count'
  | 'difference'
  | 'scopeRegion'
  | 'story'
  | 'action'
  | 'policy'
  | 'principal'
  | 'account'
  | 'waited'
  | 'status'
  | 'origin'
  | 'operation'
  | 'field'
  | 'otherHost'
  | 'resource'
  /** The principal as a policy admits it, as JSON. */
  | 'admission'
  /** `s3`, of the denied action. */
  | 'service'
  /** Milliseconds since another secret was tried. */
  | 'otherSecret'
  /** `yes` for an address of one's own. */
  | 'custom'

/** Facts for sentences as text: codes, names, counts and milliseconds as digits; never a secret. */
export type Fills = Readonly<Partial<Record<FillName, string>>>

/**
 * The conclusion about one outcome. Facts only; the sentences are rendered from it in the order
 * what happened, what we saw, what to do.
 */
export type Diagnosis = {
  readonly cause: Cause | 'cannot-tell'
  /** The part of the cause that is meant, `parent/finer`; null where it has none or nothing tells which. */
  readonly finer: FinerCause | null
  readonly certainty: Certainty | null
  /** For the headline, the paragraph and the names of the alternatives. */
  readonly fills: Fills
  readonly evidence: readonly Evidence[]
  readonly steps: readonly Step[]
  /** Every cause that was weighed and fits, most points first. */
  readonly ranking: readonly Ranked[]
  /** Other causes that still fit, best first. For `cannot-tell`, all candidates. */
  readonly alternatives: readonly Candidate[]
}
