import { createSandboxHandler, type SandboxHandler } from '#adapters/sandbox/in-page-handler.ts'
import { prepareSituation, SITUATION_REGION, SITUATIONS } from '#sandbox/situations.ts'
import { ORDINARY, worldAt, type WorldSettings } from '#sandbox/world.ts'
import type { PreparedSituation } from '#state/session-services.ts'

/** The STS inside the page and its present world. */
export type PageSandbox = {
  readonly handler: SandboxHandler
  enter(id: string): Promise<PreparedSituation>
  /** Sets the world as the last entering of a situation left it. */
  resume(id: string): void
  leave(): void
}

export function createPageSandbox(now: () => number): PageSandbox {
  let settings: WorldSettings = ORDINARY
  const entered = new Map<string, WorldSettings>()
  let seed = Math.floor(now() / 1000)
  return {
    handler: createSandboxHandler({
      world: () => {
        seed += 1
        return worldAt(settings, now(), seed)
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
    leave: () => {
      settings = ORDINARY
    },
  }
}
