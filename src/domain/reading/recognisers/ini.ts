import { EXAMPLE_KEY, EXAMPLE_SECRET, EXAMPLE_TOKEN } from '../example-values.ts'
import { gather } from '../gather.ts'
import type { Recogniser } from '../recogniser.ts'
import { scanAssignments } from '../scan-assignments.ts'
import { entryOf } from './assignments.ts'

const SECTION = /^[ \t\uFEFF]{0,8}\[[ \t]{0,8}(?:profile[ \t]{1,8})?([^\]\r\n]{1,128})\]/gm

/** `[profile]` and `name = value` lines, as in `~/.aws/credentials`; sections are what tells it from a shell. */
export const ini: Recogniser = {
  shape: 'ini',
  example: `[example]
aws_access_key_id = ${EXAMPLE_KEY}
aws_secret_access_key = ${EXAMPLE_SECRET}
aws_session_token = ${EXAMPLE_TOKEN}`,
  recognise: (text) => {
    const sections = [...text.matchAll(SECTION)].map((m) => ({
      profile: unquote(m[1] ?? ''),
      offset: m.index,
    }))
    if (sections.length === 0 && !text.includes('aws_')) return null
    const lines = scanAssignments(text).filter(({ offset }) => opensLine(text, offset))
    if (sections.length === 0 && !lines.some(({ name }) => name.startsWith('aws_'))) return null
    let group = 0
    const entries = lines.map((line) => {
      while ((sections[group]?.offset ?? Infinity) < line.offset) group += 1
      const profile = sections[group - 1]?.profile ?? null
      return { ...entryOf(line), group, isClose: group > 0, profile }
    })
    return gather(entries)
  },
}

const unquote = (name: string): string => name.trim().replace(/^["']|["']$/g, '')

function opensLine(text: string, offset: number): boolean {
  return /(?:^|[\r\n])[ \t\uFEFF]{0,32}$/.test(text.slice(Math.max(0, offset - 33), offset))
}
