/** A role as people know it: by its account and its name, with or without its path. */
export type RoleWords = {
  readonly partition: string
  readonly account: string
  readonly role: string
}

/**
 * The ARN of a role from its words: `team/Example`, `/team/Example` and `role/team/Example` are the same role. What is
 * wrong with it is for `checkParameters` to say.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-arns
 */
export function roleArnFrom({ partition, account, role }: RoleWords): string {
  const name = role
    .trim()
    .replace(/^\//, '')
    .replace(/^role\//, '')
  return `arn:${partition}:iam::${account.replace(/[\s-]/g, '')}:role/${name}`
}

/** The account in an ARN; null where there is none of 12 digits. */
export function accountInArn(arn: string): string | null {
  const account = arn.startsWith('arn:') ? (arn.split(':', 5)[4] ?? '') : ''
  return /^\d{12}$/.test(account) ? account : null
}
