/** What is wrong with a value. The first eight are constraints of AWS's model; AWS would answer ValidationError. */
export type FaultWord =
  | 'missing'
  | 'pattern'
  | 'too-short'
  | 'too-long'
  | 'not-a-number'
  | 'too-small'
  | 'too-large'
  | 'too-few-items'
  | 'too-many-items'
  | 'not-one-of'
  | 'not-an-arn'
  | 'wrong-arn'
  | 'not-json'
  | 'not-an-object'
  | 'no-statement'
  | 'no-version'
  | 'over-plaintext'
  | 'over-documented'
  | 'double-key'
  | 'double-item'
  | 'key-without-tag'
  | 'reserved-key'
  | 'other-half-missing'
  | 'no-policy'
  | 'over-cap'
  | 'outer-white-space'
  | 'not-a-message'
  | 'not-a-key-id'
  | 'other-partition'
  | 'has-principal'
  | 'sso-role'

/**
 * A fault of one parameter. An `error` AWS would certainly refuse; a `warning` blocks nothing. Facts that a fault does
 * not have are null.
 */
export type Fault = {
  readonly parameter: string
  readonly fault: FaultWord
  readonly severity: 'error' | 'warning'
  /** The member in AWS's spelling: `roleArn`, `tags.2.member.key`. */
  readonly member: string
  /** 0-based place in a list. */
  readonly index: number | null
  /** The bound that was not kept. */
  readonly bound: number | null
  /** What there is: length, number, count of items. */
  readonly has: number | null
  /** The pattern, the allowed values, what was found, or the other parameter: in AWS's spelling. */
  readonly detail: string | null
  /** The value as AWS would repeat it; null where there is none or AWS's model calls it sensitive. */
  readonly shown: string | null
}
