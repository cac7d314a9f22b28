import type { CredentialFacts } from '#domain/credentials/facts.ts'
import { Secret } from '#domain/credentials/secret.ts'
import type { Reading } from '#domain/reading/reading.ts'
import { DEFAULT_TARGET } from '#domain/session/desk.ts'
import { valuesOf } from './chosen.ts'
import type { SessionCore } from './session-core.ts'
import type { SessionKit } from './session-kit.ts'

/** A reader works so long at a stretch; then the page may draw and listen. */
const STRETCH_MS = 12

/** Three fields that wait to be filled. */
export const NOTHING_TYPED: Reading = {
  shape: 'typed',
  credentials: [
    {
      accessKeyId: null,
      secretAccessKey: null,
      sessionToken: null,
      expiration: null,
      region: null,
      profile: null,
    },
  ],
  notes: [],
  lines: 0,
}

/** The sandbox situation that a paste belongs to. */
export type Situation = { readonly id: string; readonly region: string }

type Paste = {
  readonly text: string
  readonly situation: Situation | null
  /** The person is typing in the box. */
  readonly keepsBoxOpen: boolean
}

/** Reads pastes into the session, one at a time: a newer one ends the reading of an older one. */
export type PasteTaker = {
  read(paste: Paste): void
  /** Takes a reading that is there already. */
  take(kit: SessionKit, paste: Paste, reading: Reading | null): void
  /** Gives up a reading that is under way. */
  stop(): void
}

export function createPasteTaker(core: SessionCore, stopCall: () => void): PasteTaker {
  const { services } = core
  let readings = 0

  const take: PasteTaker['take'] = (kit, { text, situation, keepsBoxOpen }, reading) => {
    stopCall()
    if (!situation) services.leaveSituation()
    const { target, targetReason, situation: before } = core.session()
    const facts = kit.describe(valuesOf(reading?.credentials[0] ?? null))
    const preset = situation
      ? {
          target: { ...target, partition: DEFAULT_TARGET.partition, region: situation.region },
          reason: 'situation' as const,
        }
      : reading
        ? kit.preset({ target, reason: targetReason }, reading, facts, services.lastRegion())
        : { target, reason: targetReason }
    const kind = situation ? 'sandbox' : before === null ? target.kind : 'regional'
    core.apply(
      {
        type: 'pasted',
        paste: text === '' ? null : new Secret(text),
        reading,
        target: { ...preset.target, kind },
        targetReason: preset.reason,
        situation: situation?.id ?? null,
        keepsBoxOpen,
      },
      { isReading: false },
    )
    if (reading && !situation) void explain(text, reading, facts)
  }

  const explain = async (
    text: string,
    reading: Reading,
    credentials: CredentialFacts,
  ): Promise<void> => {
    const { pastes } = core.session()
    const [set] = reading.credentials
    try {
      const told = await services.explain(text, {
        credentials: set ? credentials : null,
        expiration: set?.expiration?.instant ?? null,
        now: services.clock.now(),
        tried: null,
      })
      if (told) core.apply({ type: 'told', paste: pastes, told })
    } catch {
      // Without its file the text stays in the box, unexplained, and the next paste tries again.
    }
  }

  /** Goes on with a reading for a stretch, and after a pause with the next one. */
  const goOn = (
    mine: number,
    steps: Generator<void, Reading>,
    done: (reading: Reading) => void,
  ): void => {
    if (mine !== readings) return
    const began = services.clock.now()
    for (;;) {
      const step = steps.next()
      if (step.done) {
        done(step.value)
        return
      }
      if (services.clock.now() - began >= STRETCH_MS) break
    }
    if (!core.state().isReading) core.change({ isReading: true })
    services.clock.after(0, () => goOn(mine, steps, done))
  }

  return {
    take: (kit, paste, reading) => {
      readings += 1
      take(kit, paste, reading)
    },
    read: (paste) => {
      readings += 1
      const mine = readings
      core.withKit((kit) => {
        if (mine !== readings) return
        if (paste.text.trim() === '') take(kit, paste, null)
        else goOn(mine, kit.readInSteps(paste.text), (reading) => take(kit, paste, reading))
      })
    },
    stop: () => {
      readings += 1
      if (core.state().isReading) core.change({ isReading: false })
    },
  }
}
