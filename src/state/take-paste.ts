import type { CredentialFacts } from '#domain/credentials/facts.ts'
import { Secret } from '#domain/credentials/secret.ts'
import type { TextDiagnosis } from '#domain/diagnosis/explain-text.ts'
import type { Reading } from '#domain/reading/reading.ts'
import { secretsOf } from '#domain/redaction/secrets-of.ts'
import { chosenCredentials, DEFAULT_TARGET } from '#domain/session/desk.ts'
import type { Session } from '#domain/session/session.ts'
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

/** What was pasted just before: an error text without credentials, or credentials without an error. */
type Earlier = {
  readonly text: string | null
  readonly credentials: CredentialFacts | null
  readonly expiration: number | null
}

const NOTHING_EARLIER: Earlier = { text: null, credentials: null, expiration: null }

const KEY_ID = /\bA(?:KIA|SIA)[A-Z0-9]{16}\b/

/** People paste an error and credentials one after the other, too. Those of the sandbox have no part in it. */
function earlierOf(
  kit: SessionKit,
  before: Session,
  reading: Reading | null,
  text: string,
): Earlier {
  if (before.situation !== null || !reading) return NOTHING_EARLIER
  const [set] = reading.credentials
  if (set?.accessKeyId && set.secretAccessKey) {
    const error = before.open === null && before.told ? before.paste : null
    return { ...NOTHING_EARLIER, text: error?.reveal() ?? null }
  }
  const chosen = chosenCredentials(before)
  if (!chosen) return NOTHING_EARLIER
  const named = KEY_ID.exec(text)?.[0]
  const isOfOther = named !== undefined && named !== chosen.accessKeyId?.value.reveal()
  if (isOfOther) return NOTHING_EARLIER
  return {
    text: null,
    credentials: kit.describe(valuesOf(chosen)),
    expiration: chosen.expiration?.instant ?? null,
  }
}

export function createPasteTaker(core: SessionCore, stopCall: () => void): PasteTaker {
  const { services } = core
  let readings = 0

  const take: PasteTaker['take'] = (kit, { text, situation, keepsBoxOpen }, reading) => {
    stopCall()
    if (!situation) services.leaveSituation()
    const { target, targetReason, situation: before } = core.session()
    const earlier = earlierOf(kit, core.session(), reading, text)
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
    if (reading && !situation) void explain(text, reading, facts, earlier)
  }

  const explain = async (
    text: string,
    reading: Reading,
    credentials: CredentialFacts,
    earlier: Earlier,
  ): Promise<void> => {
    const { pastes } = core.session()
    const [set] = reading.credentials
    try {
      // An error may quote any of the sets that the tab holds.
      const { shelf } = core.session()
      const secrets = [reading, ...Object.values(shelf).map((desk) => desk.reading)].flatMap(
        (each) => (each ? secretsOf(each) : []),
      )
      const explainWith = (
        said: string,
        facts: CredentialFacts | null,
        expiration: number | null,
      ): Promise<TextDiagnosis | null> =>
        services.explain(said, {
          credentials: facts,
          expiration,
          now: services.clock.now(),
          tried: null,
          secrets,
        })
      const ends = set?.expiration?.instant ?? null
      const own = await explainWith(text, set ? credentials : null, ends)
      // A key ID alone, as errors name it, says less than the set that was pasted before.
      if (own && earlier.credentials && own.certainty !== 'certain') {
        const together = await explainWith(text, earlier.credentials, earlier.expiration)
        if (together && together.cause !== own.cause) {
          // That the two belong together is the page's guess.
          const certainty = together.certainty === 'certain' ? 'likely' : together.certainty
          const told = { ...together, certainty }
          core.apply({ type: 'told', paste: pastes, told, beside: 'earlier-credentials' })
          return
        }
      }
      const before =
        !own && set && earlier.text !== null
          ? await explainWith(earlier.text, credentials, ends)
          : null
      if (before) core.apply({ type: 'told', paste: pastes, told: before, beside: 'earlier-error' })
      else if (own) core.apply({ type: 'told', paste: pastes, told: own, beside: null })
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
