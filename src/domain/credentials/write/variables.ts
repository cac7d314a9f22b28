import { formatIso } from '../../time/instant.ts'
import type { NamedValue, WritableCredentials } from './credential-format.ts'

/**
 * A set as environment variables, in the order of `aws configure export-credentials`.
 * @see https://docs.aws.amazon.com/cli/latest/reference/configure/export-credentials.html
 */
function variablesOf(set: WritableCredentials): readonly NamedValue[] {
  return [
    ['AWS_ACCESS_KEY_ID', set.accessKeyId.reveal()],
    ['AWS_SECRET_ACCESS_KEY', set.secretAccessKey.reveal()],
    ...(set.sessionToken ? [['AWS_SESSION_TOKEN', set.sessionToken.reveal()] as const] : []),
    ...(set.expiration === null
      ? []
      : [['AWS_CREDENTIAL_EXPIRATION', formatIso(set.expiration)] as const]),
  ]
}

/**
 * Sets as variables, each put into words by `phrase` (null: this value has no place in the language), with `between`
 * after each variable and a blank line between sets.
 */
export function writeVariables(
  sets: readonly WritableCredentials[],
  phrase: (name: string, value: string) => string | null,
  between = '\n',
): string | null {
  const blocks: string[] = []
  for (const set of sets) {
    const phrases = variablesOf(set).map(([name, value]) => phrase(name, value))
    if (phrases.includes(null)) return null
    blocks.push(phrases.join(between))
  }
  return blocks.length === 0 ? '' : `${blocks.join('\n\n')}\n`
}
