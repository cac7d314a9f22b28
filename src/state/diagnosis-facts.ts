import type { DiagnosisFacts, TriedFacts } from '#domain/diagnosis/facts.ts'
import type { Endpoint } from '#domain/region/target.ts'
import { chosenCredentials } from '#domain/session/desk.ts'
import type { Session } from '#domain/session/session.ts'
import type { StsReply } from '#domain/sts/call.ts'
import type { Instant } from '#domain/time/instant.ts'
import { valuesOf } from './chosen.ts'
import type { SessionKit } from './session-kit.ts'

/** What the desk and the answer say beside an outcome; the explanation rests on it. */
export function diagnosisFactsOf(
  kit: SessionKit,
  call: {
    readonly state: Session
    readonly now: Instant
    readonly reply: StsReply
    readonly outcome: { readonly kind: string }
    readonly endpoint: Endpoint
    readonly tried: TriedFacts | null
  },
): DiagnosisFacts {
  const { state, now, reply, outcome, endpoint, tried } = call
  const credentials = chosenCredentials(state)
  // The clock of a portal is not AWS's.
  const isFromAws = ['identified', 'refused', 'done'].includes(outcome.kind)
  return {
    credentials: kit.describe(valuesOf(credentials)),
    expiration: credentials?.expiration?.instant ?? null,
    target: {
      ...state.target,
      isOptIn: kit.isOptIn(state.target.region),
      host: endpoint.kind === 'offered' ? endpoint.host : '',
      signingRegion: endpoint.kind === 'offered' ? endpoint.signingRegion : '',
    },
    clock: {
      now,
      differenceMs: isFromAws ? kit.clockDifference(reply) : null,
    },
    tookMs: reply.kind === 'not-sent' ? 0 : reply.timing.tookMs,
    ...(tried && { tried }),
  }
}
