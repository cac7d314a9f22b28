import { NOTHING, type Entry, type Span } from '../entry.ts'
import { EXAMPLE_KEY, EXAMPLE_TOKEN } from '../example-values.ts'
import type { Note } from '../reading.ts'
import type { Recogniser } from '../recogniser.ts'
import { isSigned, readSignedQuery } from '../signed-query.ts'

const TOKEN = /k8s-aws-v1\.([A-Za-z0-9_-]{40,16384})/g
const PREFIX = 'k8s-aws-v1.'
const NEXT_LINE = /[ \t]{0,4}\\?\r?\n[ \t]{0,16}([A-Za-z0-9_-]{1,4096})(?=[\s"'<>`,]|$)/y
const MOST_LINES = 512

/** A cluster token of EKS: `k8s-aws-v1.` and a presigned GetCallerIdentity address in base64url. No secret inside. */
export const eksToken: Recogniser = {
  shape: 'eks-token',
  example: `k8s-aws-v1.${btoa(
    `https://sts.us-east-1.amazonaws.com/?Action=GetCallerIdentity&X-Amz-Credential=${EXAMPLE_KEY}%2F20261122%2Fus-east-1%2Fsts%2Faws4_request&X-Amz-Expires=60&X-Amz-Security-Token=${EXAMPLE_TOKEN}&X-Amz-Signature=00`,
  )
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=/g, '')}`,
  recognise: ({ text, isFree }) => {
    if (!text.includes('k8s-aws-v1.')) return NOTHING
    const entries: Entry[] = []
    const closed: Span[] = []
    const notes: Note[] = []
    let group = 0
    TOKEN.lastIndex = 0
    for (let m = TOKEN.exec(text); m; m = TOKEN.exec(text)) {
      const { whole, end, breaks } = withNextLines(text, m.index, m[0])
      TOKEN.lastIndex = end
      if (!isFree(m.index)) continue
      group += 1
      closed.push({ at: m.index, end })
      if (breaks > 0)
        notes.push({ note: 'line-breaks-removed', field: 'sessionToken', count: breaks })
      const decoded = decode(whole.slice(PREFIX.length))
      for (const entry of readSignedQuery(decoded, 0, group, true).entries) {
        entries.push({ ...entry, at: m.index, end })
      }
    }
    if (entries.length === 0) return { entries, closed }
    notes.push({ note: 'no-secret-inside', shape: 'eks-token' })
    return { entries, closed, notes }
  },
}

/** A terminal broke it: lines of one width, the last one narrower. */
function withNextLines(
  text: string,
  at: number,
  first: string,
): { readonly whole: string; readonly end: number; readonly breaks: number } {
  let whole = first
  let end = at + first.length
  let breaks = 0
  let width = first.length
  NEXT_LINE.lastIndex = end
  for (let m = NEXT_LINE.exec(text); m && breaks < MOST_LINES; m = NEXT_LINE.exec(text)) {
    const [, piece = ''] = m
    if (piece.length < width && isSigned(decode(whole.slice(PREFIX.length)))) break
    // The first line may have had a name before it.
    if (breaks > 0 && piece.length > width) break
    whole += piece
    end = NEXT_LINE.lastIndex
    breaks += 1
    if (piece.length < width) break
    width = piece.length
    NEXT_LINE.lastIndex = end
  }
  return { whole, end, breaks }
}

function decode(text: string): string {
  const body = text.replace(/-/g, '+').replace(/_/g, '/')
  return atob(body.length % 4 === 1 ? body.slice(0, -1) : body)
}
