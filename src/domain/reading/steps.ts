/** Work that hands back control now and then, and gives its result at the end. */
export type Steps<Result> = Generator<void, Result>

/** Something, or the steps that lead to it. */
export type InSteps<Result> = Result | Steps<Result>

/** Goes through the steps, where there are any. */
export function* stepsOf<Result>(work: InSteps<Result>): Steps<Result> {
  return isSteps(work) ? yield* work : work
}

/** The result, without a pause. */
export function resultOf<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

function isSteps<Result>(work: InSteps<Result>): work is Steps<Result> {
  return typeof work === 'object' && work !== null && Symbol.iterator in work && 'next' in work
}
