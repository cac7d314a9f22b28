import type { Hit } from './find-error.ts'

const LONGEST = 2048

/** The sentence of the error at a hit: between XML or JSON names, behind its code, or the line it stands in. */
export function messageAt(text: string, hit: Hit, code: string | null): string {
  const near = text.slice(Math.max(0, hit.at - 1500), hit.at + 3000)
  const at = Math.min(hit.at, 1500)
  return (
    ofXml(near, at) ??
    ofJson(near, at) ??
    (hit.isWritten && code !== null ? behindCode(near.slice(at + hit.code.length)) : null) ??
    lineAt(near, at)
  )
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST)
}

function ofXml(near: string, at: number): string | null {
  for (const match of near.matchAll(/<Message>([^<]{0,4000})<\/Message>/gi)) {
    if (match.index > at - 1200 && match.index < at + 1200) return match[1] ?? ''
  }
  return null
}

function ofJson(near: string, at: number): string | null {
  for (const match of near.matchAll(/["']?[Mm]essage["']?\s{0,4}[:=]\s{0,4}"([^"\n]{1,4000})"/g)) {
    if (match.index > at - 1200 && match.index < at + 1200) return match[1] ?? ''
  }
  return null
}

/** `CODE) when calling the X operation (reached max retries: 4): words`, `CODE: words`, `CODE (client): words`. */
function behindCode(behind: string): string | null {
  const match =
    /^\)? when calling the \w{1,80} operation(?: \([^)]{0,60}\))?:[ \t]{0,4}([^\n]{1,4000})/.exec(
      behind,
    ) ?? /^(?:\]|\))?(?: \((?:client|server)\))?[:\]][ \t]{0,4}([^\n]{1,4000})/.exec(behind)
  return match ? withoutTrailer(match[1] ?? '') : null
}

function lineAt(near: string, at: number): string {
  const start = near.lastIndexOf('\n', at) + 1
  const end = near.indexOf('\n', at)
  const line = withoutTrailer(near.slice(start, end === -1 ? undefined : end))
  // The class of an exception, or what a program says before the sentence.
  return line.replace(
    /^(?:Caused by: )?(?:[\w.$\\]{3,160}(?:Exception|Error|Errors::\w{3,60})): /,
    '',
  )
}

function withoutTrailer(line: string): string {
  return line
    .replace(/ \(Service: .*$/, '')
    .replace(/ \((?:Aws::\w{1,40}::Errors::\w{1,80}|SQLSTATE \w{1,10}|code: \w{1,60})\).*$/, '')
    .replace(/\s{0,4}-\s<\?xml.*$/, '')
}
