import type { ApiError } from './api-error.ts'
import type { Caller } from './authenticate.ts'
import type { World } from './world.ts'

/** What an operation gives back: the elements of its result, in order. */
export type OperationResult = {
  readonly kind: 'result'
  readonly fields: readonly (readonly [name: string, text: string])[]
}

/** One operation of STS. Parameters are the form's, by name. */
export type Operation = (
  caller: Caller,
  parameters: ReadonlyMap<string, string>,
  world: World,
) => Promise<OperationResult | ApiError>
