import type { CredentialFormat } from './credential-format.ts'
import { writeVariables } from './variables.ts'

/** What PowerShell reads as a double quote, the typographic ones among them, and what it expands between two. */
const SPECIAL = /["“”„`$]/g

/** Characters that get a name behind the backtick. */
const NAMED: Readonly<Record<string, string>> = { '\n': '`n', '\r': '`r' }

/**
 * `$Env:NAME="value"`.
 * @see https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_special_characters
 */
export const powershell: CredentialFormat = {
  id: 'powershell',
  holds: { expiration: true, profile: false },
  write: (sets) =>
    writeVariables(sets, (name, value) => {
      // An environment variable ends at the character 0.
      if (value.includes('\0')) return null
      const inner = value
        .replace(SPECIAL, '`$&')
        .replace(/[\r\n]/g, (character) => NAMED[character] ?? '')
      return `$Env:${name}="${inner}"`
    }),
}
