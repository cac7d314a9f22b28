/** What a reader of a skeleton has to know before using it. */
export type SkeletonNote =
  /** The role's path is not in the caller's ARN; with a path, the principal has to be written anew. */
  | 'path-unknown'
  /** The principal is this one session: it stops working with it. */
  | 'one-session'
  /** The root user can assume no role; the principal is its whole account. */
  | 'root-cannot-assume'
  /** A federated user can call nothing of STS but GetCallerIdentity. */
  | 'federated-cannot-assume'
  /** The caller is of another account: its own policies must allow the call too. */
  | 'other-account'
  /** The account is not known; `ACCOUNT` stands for it. */
  | 'account-unknown'
  /** The provider must exist in the account of the role, with the audience among its client IDs. */
  | 'provider-must-exist'
  /** The token has an authorized party: AWS compares `aud` with it and not with the audience. */
  | 'aud-is-azp'
  /** The token has an authorized party beside its audience; which of them AWS compares is not certain. */
  | 'azp-may-count'
  /** The token has several audiences; which of them AWS compares is not certain. */
  | 'several-audiences'
  /** The condition admits this one subject only. */
  | 'one-subject'
  /** A pool without an audience or a token without a method leaves a condition out. */
  | 'condition-missing'

/** A policy as text, and what has to be known of it. */
export type PolicyText = { readonly json: string; readonly notes: readonly SkeletonNote[] }

type Condition = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>

/** One statement; an empty condition is left out. */
export type Statement = {
  readonly Effect: 'Allow'
  readonly Principal?: Readonly<Record<string, string>>
  readonly Action: string | readonly string[]
  readonly Resource?: string
  readonly Condition?: Condition
}

/** A policy document with one statement, as AWS's consoles print it. */
export function policyText(statement: Statement, notes: readonly SkeletonNote[]): PolicyText {
  const { Condition, ...rest } = statement
  const isConditional = Condition !== undefined && Object.keys(Condition).length > 0
  const document = {
    Version: '2012-10-17',
    Statement: [isConditional ? { ...rest, Condition } : rest],
  }
  return { json: JSON.stringify(document, null, 2), notes }
}

/** One action, or several as a list. */
export function actionsOf(actions: readonly string[]): string | readonly string[] {
  return actions.length === 1 ? (actions[0] ?? '') : actions
}
