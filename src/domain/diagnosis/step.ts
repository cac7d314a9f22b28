import type { Fills, Step, StepName } from './finding.ts'

/** A step with what is particular to it; the fills of the case are added to every step. */
export function step(name: StepName, fills: Fills = {}): Step {
  return { step: name, fills }
}
