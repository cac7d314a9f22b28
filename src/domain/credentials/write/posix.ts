import type { CredentialFormat } from './credential-format.ts'
import { writeVariables } from './variables.ts'

/** `export NAME=value`, for sh, bash and zsh. */
export const env: CredentialFormat = {
  id: 'env',
  holds: { expiration: true, profile: false },
  write: (sets) => writeVariables(sets, (name, value) => assign(`export ${name}=`, value)),
}

/** `NAME=value`, for `.env` files and before a command. */
export const envNoExport: CredentialFormat = {
  id: 'env-no-export',
  holds: { expiration: true, profile: false },
  write: (sets) => writeVariables(sets, (name, value) => assign(`${name}=`, value)),
}

/**
 * A word of the POSIX shell: as it is where no character means anything, else in single quotes; null for a value with
 * the character 0, which no word can hold.
 * @see https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_02
 */
export function quotePosix(value: string): string | null {
  if (value.includes('\0')) return null
  return /^[\w+/=:.,@%-]+$/.test(value) ? value : `'${value.replaceAll("'", String.raw`'\''`)}'`
}

function assign(before: string, value: string): string | null {
  const word = quotePosix(value)
  return word === null ? null : before + word
}
