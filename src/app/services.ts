import { browserProbe } from '#adapters/browser/network-probe.ts'
import type { Clock } from '#domain/ports.ts'
import type { PreferencesStore } from '#state/preferences-store.ts'
import type { OperationsServices } from '#state/operations-services.ts'
import type { SessionServices } from '#state/session-services.ts'
import {
  commandsPart,
  explanationPart,
  gatewayPart,
  operationsPart,
  sandboxPart,
  workPart,
} from './parts.ts'
import type { PageSandbox } from './sandbox.ts'

export const deviceClock: Clock = {
  now: () => Date.now(),
  after: (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds)
    return () => clearTimeout(timer)
  },
}

/** The outside world of the session store: AWS or the sandbox, and what is remembered. */
export function createServices(
  clock: Clock,
  preferences: PreferencesStore,
): SessionServices & OperationsServices {
  let sandbox: PageSandbox | null = null
  const loadSandbox = async (): Promise<PageSandbox> => {
    const { createPageSandbox } = await sandboxPart.load()
    sandbox ??= createPageSandbox(clock.now)
    return sandbox
  }
  return {
    clock,
    network: browserProbe,
    kit: () => workPart.loaded()?.kit ?? null,
    loadKit: async () => (await workPart.load()).kit,
    loadGateway: async (kind) => {
      const { createStsGateway } = await gatewayPart.load()
      if (kind !== 'sandbox') return createStsGateway()
      return createStsGateway({ requestHandler: (await loadSandbox()).handler })
    },
    loadOperations: async () => (await operationsPart.load()).kit,
    loadOperationsGateway: async (kind) => {
      const { createOperationsGateway } = await commandsPart.load()
      if (kind !== 'sandbox') return createOperationsGateway()
      return createOperationsGateway({ requestHandler: (await loadSandbox()).handler })
    },
    loadDiagnose: async () => (await explanationPart.load()).diagnose,
    explain: async (text, beside) => (await explanationPart.load()).explain(text, beside),
    prepareSituation: async (id) => (await loadSandbox()).enter(id),
    resumeSituation: (id) => sandbox?.resume(id),
    turnKnob: async (knob, inUse) => (await loadSandbox()).turn(knob, inUse),
    leaveSituation: () => sandbox?.leave(),
    lastRegion: () => preferences.getState().preferences.lastRegion,
    rememberRegion: (code) => preferences.getState().rememberRegion(code),
  }
}
