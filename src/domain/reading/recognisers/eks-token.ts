import { NOTHING, type Entry, type Span } from '../entry.ts'
import { EXAMPLE_KEY, EXAMPLE_TOKEN } from '../example-values.ts'
import type { Recogniser } from '../recogniser.ts'
import { readSignedQuery } from '../signed-query.ts'

const TOKEN = /k8s-aws-v1\.([A-Za-z0-9_-]{40,16384})/g

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
    let group = 0
    for (const m of text.matchAll(TOKEN)) {
      if (!isFree(m.index)) continue
      group += 1
      const end = m.index + m[0].length
      closed.push({ at: m.index, end })
      const decoded = decode(m[1] ?? '')
      for (const entry of readSignedQuery(decoded, 0, group, true).entries) {
        entries.push({ ...entry, at: m.index, end })
      }
    }
    if (entries.length === 0) return { entries, closed }
    return { entries, closed, notes: [{ note: 'no-secret-inside', shape: 'eks-token' }] }
  },
}

function decode(text: string): string {
  const body = text.replace(/-/g, '+').replace(/_/g, '/')
  return atob(body.length % 4 === 1 ? body.slice(0, -1) : body)
}
