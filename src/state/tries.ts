import type { TriedFacts } from '#domain/diagnosis/facts.ts'
import type { SigningCredentials } from '#domain/ports.ts'
import type { Instant } from '#domain/time/instant.ts'

type Try = { readonly key: number; readonly secret: number; readonly at: Instant }

const KEPT = 8

/** 32 bits of a value, enough to tell two apart and far too few to find it again. */
function markOf(text: string): number {
  let mark = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) {
    mark = Math.imul(mark ^ text.charCodeAt(index), 0x01000193)
  }
  return mark
}

/** What was tried in this tab of late: STS may refuse the right secret where another was tried seconds before. */
export type Tries = {
  /** Notes a call, and says when another secret was last tried for the same key ID. */
  note(credentials: SigningCredentials, at: Instant): TriedFacts
  forget(): void
}

export function createTries(): Tries {
  let tries: readonly Try[] = []
  return {
    note: ({ accessKeyId, secretAccessKey }, at) => {
      const key = markOf(accessKeyId.reveal())
      const secret = markOf(secretAccessKey.reveal())
      const other = tries.findLast((each) => each.key === key && each.secret !== secret)
      tries = [...tries, { key, secret, at }].slice(-KEPT)
      return { otherSecretMs: other ? at - other.at : null, issuedMs: null }
    },
    forget: () => {
      tries = []
    },
  }
}
