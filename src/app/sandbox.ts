import { createSandboxHandler, type SandboxHandler } from '#adapters/sandbox/in-page-handler.ts'
import { prepareSituation, SITUATION_REGION, SITUATIONS } from '#sandbox/situations.ts'
import { ORDINARY, worldAt, type WorldSettings } from '#sandbox/world.ts'
import type { PreparedSituation } from '#state/session-services.ts'

/** The STS inside the page and its present world. */
export type PageSandbox = {
  readonly handler: SandboxHandler
  enter(id: string): Promise<PreparedSituation>
  leave(): void
}

export function createPageSandbox(now: () => number): PageSandbox {
  let settings: WorldSettings = ORDINARY
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
      return { paste: prepared.paste, region: SITUATION_REGION }
    },
    leave: () => {
      settings = ORDINARY
    },
  }
}
