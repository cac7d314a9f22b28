import { NOTHING } from '../entry.ts'
import { EXAMPLE_KEY, EXAMPLE_SECRET, EXAMPLE_TOKEN } from '../example-values.ts'
import { findingsOf } from '../named-entries.ts'
import type { Recogniser } from '../recogniser.ts'
import { opensLine, type Named } from '../scan-named.ts'
import type { Steps } from '../steps.ts'

const SECTION =
  /^[ \t]{0,8}\[[ \t]{0,8}(?:profile[ \t]{1,8})?([^\]\r\n"{}[]{1,128}|"[^"\]\r\n]{1,126}")\][ \t]{0,40}(?:[#;][^\n]{0,200})?\r?$/gm

/** `[profile]` and `name = value` lines, as in `~/.aws/credentials`; sections are what tells it from a shell. */
export const ini: Recogniser = {
  shape: 'ini',
  example: `[example]
aws_access_key_id = ${EXAMPLE_KEY}
aws_secret_access_key = ${EXAMPLE_SECRET}
aws_session_token = ${EXAMPLE_TOKEN}`,
  *recognise(page) {
    const { text } = page
    const lines = (yield* page.named('equals')).filter(({ at }) => opensLine(text, at))
    const isNamed = ({ name }: Named): boolean => /^aws_[a-z_]+$/.test(name)
    if (lines.length === 0 || !(text.includes('[') || lines.some(isNamed))) return NOTHING
    const own = yield* sectionsOf(text, lines)
    if (![...own.values()].some(({ group }) => group > 0) && !lines.some(isNamed)) return NOTHING
    return yield* findingsOf(page, ['equals'], {
      isOwn: ({ at }) => own.has(at),
      groupOf: ({ at }) => own.get(at)?.group ?? 0,
      isClose: ({ at }) => (own.get(at)?.group ?? 0) > 0,
      profileOf: ({ at }) => own.get(at)?.profile ?? null,
    })
  },
}

/** About a millisecond's work. */
const SECTIONS_AT_ONCE = 2048

type Section = { readonly group: number; readonly profile: string | null }

/** For each line, by its offset, the section it stands in: the last header before it. */
function* sectionsOf(text: string, lines: readonly Named[]): Steps<ReadonlyMap<number, Section>> {
  const own = new Map<number, Section>()
  let section: Section = { group: 0, profile: null }
  SECTION.lastIndex = 0
  let header = SECTION.exec(text)
  for (const { at } of lines) {
    let last: RegExpExecArray | null = null
    let passed = 0
    for (; header && header.index < at; header = SECTION.exec(text)) {
      last = header
      passed += 1
      if (passed % SECTIONS_AT_ONCE !== 0) continue
      const { lastIndex } = SECTION
      yield
      SECTION.lastIndex = lastIndex
    }
    if (last) section = { group: section.group + passed, profile: unquote(last[1] ?? '') }
    own.set(at, section)
  }
  return own
}

const unquote = (name: string): string => name.trim().replace(/^["']|["']$/g, '')
