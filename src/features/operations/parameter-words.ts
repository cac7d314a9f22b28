import type { Fault } from '#domain/sts/operations/fault.ts'

/** What is said beside the fields of one operation's form. */
export type ParameterWords = {
  readonly label: (name: string) => string
  /** What it is, what AWS allows; may be empty. */
  readonly hint: (name: string) => string
  readonly fault: (fault: Fault) => string
}
