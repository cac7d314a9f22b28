import type { CredentialFormat } from './credential-format.ts'
import { writeVariables } from './variables.ts'

/** No quoting saves these: a line ends, a quote closes, and percent and exclamation marks expand. */
const IMPOSSIBLE = /[\r\n\0"%!]/

/** `set NAME=value`. @see https://learn.microsoft.com/windows-server/administration/windows-commands/set_1 */
export const windowsCmd: CredentialFormat = {
  id: 'windows-cmd',
  holds: { expiration: true, profile: false },
  write: (sets) =>
    writeVariables(sets, (name, value) => {
      if (IMPOSSIBLE.test(value)) return null
      const assignment = `${name}=${value}`
      return /[\s&|<>^()]/.test(value) ? `set "${assignment}"` : `set ${assignment}`
    }),
}
