import type { CredentialFormat } from './credential-format.ts'
import { writeVariables } from './variables.ts'

/** `set -gx NAME value`. @see https://fishshell.com/docs/current/language.html#quotes */
export const fish: CredentialFormat = {
  id: 'fish',
  holds: { expiration: true, profile: false },
  write: (sets) =>
    writeVariables(sets, (name, value) => {
      if (value.includes('\0')) return null
      const isPlain = /^[\w+/=:.,@-]+$/.test(value)
      return `set -gx ${name} ${isPlain ? value : `'${value.replace(/[\\']/g, String.raw`\$&`)}'`}`
    }),
}
