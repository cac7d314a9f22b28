import { createSandboxHandler, type SandboxHandler } from '#adapters/sandbox/in-page-handler.ts'
import { KNOBS, settingsOfKnob } from '#sandbox/knobs.ts'
import {
  codeFor,
  instancesOf,
  ROLE_EXAMPLES,
  samlExample,
  callEc2,
  webIdentityExample,
} from '#sandbox/lessons.ts'
import { prepareSituation, SITUATION_REGION, SITUATIONS } from '#sandbox/situations.ts'
import { ORDINARY, worldAt, type WorldSettings } from '#sandbox/world.ts'
import type { PreparedSituation } from '#state/session-services.ts'

/** What there is to learn in the sandbox; the page's forms are filled from it. */
export const lessons = {
  roles: ROLE_EXAMPLES,
  codeFor: (accessKeyId: string) => codeFor(accessKeyId, Date.now()),
  webIdentity: () => webIdentityExample(Date.now()),
  saml: () => samlExample(Date.now()),
  instancesOf: (account: string) =>
    instancesOf(account).map(({ id, tags }) => ({
      id,
      name: tags.find(([key]) => key === 'Name')?.[1] ?? '',
    })),
  /** The body of EC2's answer; null where the sandbox's world lets none come. */
  callEc2: async (order: Omit<Parameters<typeof callEc2>[0], 'now'>): Promise<string | null> => {
    const now = Date.now()
    const came = await callEc2({ ...order, now }, worldAt(ORDINARY, now, now))
    return came.kind === 'reply' ? came.body : null
  },
}

/** The STS inside the page and its present world. */
export type PageSandbox = {
  readonly handler: SandboxHandler
  enter(id: string): Promise<PreparedSituation>
  /** Sets the world as the last entering of a situation left it. */
  resume(id: string): void
  /** Breaks one thing, or nothing. */
  turn(knob: string | null, inUse: Parameters<typeof settingsOfKnob>[1]): void
  leave(): void
}

export function createPageSandbox(now: () => number): PageSandbox {
  let settings: WorldSettings = ORDINARY
  let broken: Partial<WorldSettings> = {}
  const entered = new Map<string, WorldSettings>()
  const spentCodes = new Set<string>()
  let seed = Math.floor(now() / 1000)
  return {
    handler: createSandboxHandler({
      world: () => {
        seed += 1
        return worldAt({ ...settings, ...broken }, now(), seed, spentCodes)
      },
    }),
    enter: async (id) => {
      const situation = SITUATIONS.find((each) => each.id === id)
      if (!situation) throw new Error('no such situation')
      seed += 1
      const prepared = await prepareSituation(situation.id, now(), seed)
      settings = prepared.settings
      entered.set(id, settings)
      return { paste: prepared.paste, region: SITUATION_REGION }
    },
    resume: (id) => {
      settings = entered.get(id) ?? ORDINARY
    },
    turn: (knob, inUse) => {
      const id = KNOBS.find((each) => each === knob)
      broken = id ? settingsOfKnob(id, inUse) : {}
    },
    leave: () => {
      settings = ORDINARY
    },
  }
}
