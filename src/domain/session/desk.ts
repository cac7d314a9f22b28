import type { TextDiagnosis } from '../diagnosis/explain-text.ts'
import type { NetworkFacts } from '../diagnosis/network-facts.ts'
import type { Diagnosis } from '../diagnosis/finding.ts'
import type { Secret } from '../credentials/secret.ts'
import type { Identity } from '../identity/identity.ts'
import type { ReadCredentials, Reading } from '../reading/reading.ts'
import type { Target } from '../region/target.ts'
import type { Outcome, SentRequest, StsReply } from '../sts/call.ts'
import type { Instant } from '../time/instant.ts'

/** Why the target is what it is. */
export type TargetReason = 'paste' | 'token' | 'last-used' | 'default' | 'chosen' | 'situation'

/** What became of a call. `diagnosis` is null for an identity, after Cancel, and where its file did not load. */
export type Settled = {
  readonly outcome: Outcome
  readonly reply: StsReply
  /** Who answered, read from the outcome. */
  readonly identity: Identity | null
  readonly diagnosis: Diagnosis | null
  /** What was found out of the network afterwards; left out where nobody asked. */
  readonly network?: NetworkFacts
  /** This device minus AWS, from the answer's Date header; null where it cannot be read. */
  readonly clockDifferenceMs: number | null
  readonly at: Instant
}

/** One call at a time: not asked, being asked, or settled. */
export type Call =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'sending'
      readonly ticket: number
      readonly startedAt: Instant
    }
  | ({ readonly kind: 'settled' } & Settled)

/** An explanation may join what was pasted before: the credentials, or the error. */
export type ToldBeside = 'earlier-credentials' | 'earlier-error' | null

/** What the two panes show: one set of credentials, where it is asked about, and what came of it. */
export type Desk = {
  /** The paste as it was, for "Edit paste". */
  readonly paste: Secret | null
  readonly reading: Reading | null
  /** Which of the reading's credentials are used. */
  readonly chosen: number
  /** The paste box is open although something has been read. */
  readonly isEditingPaste: boolean
  readonly target: Target
  readonly targetReason: TargetReason
  /** The sandbox situation that was chosen, null for an ordinary paste. */
  readonly situation: string | null
  readonly call: Call
  /** The failure of another program that the paste tells of, explained; null where it tells of none. */
  readonly told: TextDiagnosis | null
  /** What of an earlier paste the explanation rests on as well. */
  readonly toldBeside: ToldBeside
}

/** Where to ask before anything is known. */
export const DEFAULT_TARGET: Target = {
  partition: 'aws',
  region: 'us-east-1',
  kind: 'regional',
  customUrl: '',
}

/** A desk with nothing on it. */
export const EMPTY_DESK: Desk = {
  paste: null,
  reading: null,
  chosen: 0,
  isEditingPaste: false,
  target: DEFAULT_TARGET,
  targetReason: 'default',
  situation: null,
  call: { kind: 'idle' },
  told: null,
  toldBeside: null,
}

/** The credentials in use, null where nothing was read. */
export function chosenCredentials(desk: Desk): ReadCredentials | null {
  return desk.reading?.credentials[desk.chosen] ?? null
}

/** The same desk with another set in place of the chosen one. */
export function withChosen<Any extends Desk>(desk: Any, set: ReadCredentials): Any {
  const { reading, chosen } = desk
  if (!reading) return desk
  const credentials = reading.credentials.map((each, index) => (index === chosen ? set : each))
  return { ...desk, reading: { ...reading, credentials } }
}

/** Every secret on a desk. */
export function secretsOn(desk: Desk): readonly Secret[] {
  const read = desk.reading?.credentials ?? []
  const request = desk.call.kind === 'settled' ? requestOf(desk.call.reply) : null
  const sent = request?.headers.flatMap(([, value]) => value) ?? []
  return [
    ...sent.filter((part) => typeof part !== 'string'),
    ...(desk.paste ? [desk.paste] : []),
    ...read.flatMap((c) =>
      [c.accessKeyId, c.secretAccessKey, c.sessionToken].flatMap((v) => (v ? [v.value] : [])),
    ),
  ]
}

/** The request of a reply, null where none was made. */
export function requestOf(reply: StsReply): SentRequest | null {
  return reply.kind === 'not-sent' ? null : reply.request
}
