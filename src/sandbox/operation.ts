import type { ParameterValues } from '#domain/sts/operations/descriptor.ts'
import type { ApiError } from './api-error.ts'
import type { Caller } from './authenticate.ts'
import type { World } from './world.ts'

/** An element of an answer: its text, or the elements inside it. */
export type ResultField = readonly [name: string, content: string | readonly ResultField[]]

/** What an operation gives back: the elements of its result, in order. */
export type OperationResult = {
  readonly kind: 'result'
  readonly fields: readonly ResultField[]
}

/** What is asked of an operation. The values meet the constraints of AWS's model. */
export type Ask = {
  readonly values: ParameterValues
  readonly world: World
  /** Where it is asked. */
  readonly region: string
  /** The version of the session tokens that this endpoint issues. */
  readonly tokenVersion: 1 | 2
}

/** One operation of STS, for a caller who signed; without a signature for whoever holds a token of its own. */
export type Operation =
  | {
      readonly isSigned: true
      readonly perform: (caller: Caller, ask: Ask) => Promise<OperationResult | ApiError>
    }
  | {
      readonly isSigned: false
      readonly perform: (ask: Ask) => Promise<OperationResult | ApiError>
    }

/** An operation that has to be signed. */
export const signed = (
  perform: (caller: Caller, ask: Ask) => Promise<OperationResult | ApiError>,
) => ({ isSigned: true, perform }) as const satisfies Operation

/** An operation that needs no signature. */
export const unsigned = (perform: (ask: Ask) => Promise<OperationResult | ApiError>) =>
  ({ isSigned: false, perform }) as const satisfies Operation
