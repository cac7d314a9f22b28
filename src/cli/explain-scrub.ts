import type { Secret } from '#domain/credentials/secret.ts'
import { readPaste } from '#domain/reading/read-paste.ts'
import { redact } from '#domain/redaction/redact.ts'

/** Shorter values of a label are words (`None`), which stand in sentences too. */
const SHORTEST = 16

/** What secret access keys are made of, standing alone, whatever label is or is not beside it. */
const BARE_SECRET = /(?<![A-Za-z0-9+/=_-])[A-Za-z0-9+/]{40}(?![A-Za-z0-9+/=_-])/g

/** Takes the secrets of these texts, and whatever looks like one, out of everything that is printed about them. */
export function secretScrubber(texts: readonly string[]): <T>(printed: T) => T {
  const secrets = texts.flatMap(secretsIn)
  const scrub = (part: unknown): unknown => {
    if (typeof part === 'string') return redact(part.replace(BARE_SECRET, hideBare), secrets)
    if (Array.isArray(part)) return part.map(scrub)
    if (typeof part !== 'object' || part === null) return part
    return Object.fromEntries(Object.entries(part).map(([name, each]) => [name, scrub(each)]))
  }
  return <T>(printed: T) => scrub(printed) as T
}

function secretsIn(text: string): readonly Secret[] {
  return readPaste(text).credentials.flatMap(({ secretAccessKey, sessionToken }) =>
    [secretAccessKey, sessionToken].flatMap((read) =>
      read && read.value.length >= SHORTEST ? [read.value] : [],
    ),
  )
}

function hideBare(run: string, at: number, text: string): string {
  const isMixed = /[a-z]/.test(run) && /[A-Z]/.test(run) && /[0-9+/]/.test(run)
  const isInArn = /arn:\S*$/.test(text.slice(Math.max(0, at - 200), at))
  return isMixed && !isInArn ? `[${String(run.length)} characters hidden]` : run
}
