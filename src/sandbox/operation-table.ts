import { getCallerIdentity } from './get-caller-identity.ts'
import type { Operation } from './operation.ts'

/** The operations that the sandbox answers, by the name of the Action. */
export const OPERATIONS: ReadonlyMap<string, Operation> = new Map([
  ['GetCallerIdentity', getCallerIdentity],
])
