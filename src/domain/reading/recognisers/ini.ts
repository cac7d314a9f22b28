import { NOTHING } from '../entry.ts'
import { EXAMPLE_KEY, EXAMPLE_SECRET, EXAMPLE_TOKEN } from '../example-values.ts'
import { findingsOf } from '../named-entries.ts'
import type { Recogniser } from '../recogniser.ts'
import { opensLine } from '../scan-named.ts'

const SECTION =
  /^[ \t]{0,8}\[[ \t]{0,8}(?:profile[ \t]{1,8})?([^\]\r\n"{}[]{1,128}|"[^"\]\r\n]{1,126}")\][ \t]{0,40}(?:[#;][^\n]{0,200})?\r?$/gm

/** `[profile]` and `name = value` lines, as in `~/.aws/credentials`; sections are what tells it from a shell. */
export const ini: Recogniser = {
  shape: 'ini',
  example: `[example]
aws_access_key_id = ${EXAMPLE_KEY}
aws_secret_access_key = ${EXAMPLE_SECRET}
aws_session_token = ${EXAMPLE_TOKEN}`,
  recognise: (page) => {
    const { text } = page
    const sections = text.includes('[')
      ? [...text.matchAll(SECTION)].map((m) => ({ profile: unquote(m[1] ?? ''), at: m.index }))
      : []
    const isLine = (at: number): boolean => opensLine(text, at)
    const hasNames = (): boolean =>
      text.includes('aws_') &&
      page.named('equals').some((each) => /^aws_[a-z_]+$/.test(each.name) && isLine(each.at))
    if (sections.length === 0 && !hasNames()) return NOTHING
    let index = 0
    const sectionOf = (at: number): number => {
      while ((sections[index]?.at ?? Infinity) < at) index += 1
      return index
    }
    const own = new Map<number, number>()
    for (const { at } of page.named('equals')) {
      if (isLine(at)) own.set(at, sectionOf(at))
    }
    return findingsOf(page, ['equals'], {
      isOwn: ({ at }) => own.has(at),
      groupOf: ({ at }) => own.get(at) ?? 0,
      isClose: ({ at }) => (own.get(at) ?? 0) > 0,
      profileOf: ({ at }) => sections[(own.get(at) ?? 0) - 1]?.profile ?? null,
    })
  },
}

const unquote = (name: string): string => name.trim().replace(/^["']|["']$/g, '')
