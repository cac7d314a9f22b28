import { formatIso } from '../../time/instant.ts'
import type { CredentialFormat, NamedValue, WritableCredentials } from './credential-format.ts'

/** The file knows no quotes: what would end a line, open a comment or be trimmed cannot be written. */
const IMPOSSIBLE = /[\r\n\0]|^\s|\s$|\s[#;]/

/**
 * Sections of `~/.aws/credentials`. AWS's tools know no expiration there and pass over the line that other tools write.
 * @see https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html
 */
export const ini: CredentialFormat = {
  id: 'ini',
  holds: { expiration: true, profile: true },
  write: (sets) => {
    const names = sectionNames(sets)
    const sections: string[] = []
    for (const [index, set] of sets.entries()) {
      const lines = linesOf(set)
      if (lines.some(([, value]) => IMPOSSIBLE.test(value))) return null
      const body = lines.map(([name, value]) => `${name} = ${value}`)
      sections.push([`[${names[index] ?? ''}]`, ...body].join('\n'))
    }
    return sections.length === 0 ? '' : `${sections.join('\n\n')}\n`
  },
}

function linesOf(set: WritableCredentials): readonly NamedValue[] {
  return [
    ['aws_access_key_id', set.accessKeyId.reveal()],
    ['aws_secret_access_key', set.secretAccessKey.reveal()],
    ...(set.sessionToken ? [['aws_session_token', set.sessionToken.reveal()] as const] : []),
    ...(set.expiration === null
      ? []
      : [['x_security_token_expires', formatIso(set.expiration)] as const]),
    ...(set.region === null ? [] : [['region', set.region] as const]),
  ]
}

/** A name per set, none twice: a section that comes again would replace the one before. */
function sectionNames(sets: readonly WritableCredentials[]): readonly string[] {
  const wanted = sets.map(
    ({ profile }) => (profile ?? '').replace(/[\p{Cc}[\]]/gu, '').trim() || 'default',
  )
  const all = new Set(wanted)
  const seen = new Map<string, number>()
  return wanted.map((name) => {
    let n = (seen.get(name) ?? 0) + 1
    while (n > 1 && all.has(`${name}-${String(n)}`)) n += 1
    seen.set(name, n)
    return n === 1 ? name : `${name}-${String(n)}`
  })
}
