import { isKeyIdShaped, isSecretShaped, isTokenShaped } from '../../credentials/value-shapes.ts'
import type { Entry } from '../entry.ts'
import { EXAMPLE_KEY, EXAMPLE_SECRET, EXAMPLE_TOKEN } from '../example-values.ts'
import { gather } from '../gather.ts'
import { lineCounter } from '../line-counter.ts'
import type { FieldName } from '../reading.ts'
import type { Recogniser } from '../recogniser.ts'
import { endOfWrapped } from '../wrapped-token.ts'

const WORD = /[\w+/%-]{16,}={0,2}/g

/** In a text of more words than this a lone string of forty characters need not be a secret. */
const FEW_WORDS = 3

/** Values without names, in any order, known by their own shapes. */
export const bare: Recogniser = {
  shape: 'bare',
  example: `${EXAMPLE_KEY}\n${EXAMPLE_SECRET}\n${EXAMPLE_TOKEN}`,
  recognise: (text) => {
    const lineAt = lineCounter(text)
    const isShort = text.length < 16_384 && text.trim().split(/\s+/).length <= FEW_WORDS
    const entries: Entry[] = []
    WORD.lastIndex = 0
    for (let m = WORD.exec(text); m; m = WORD.exec(text)) {
      const field = fieldByShape(m[0])
      if (!field) continue
      const end =
        field === 'sessionToken' ? endOfWrapped(text, m.index, WORD.lastIndex) : WORD.lastIndex
      WORD.lastIndex = end
      entries.push({
        field,
        isWeak: field === 'secretAccessKey' && !isShort,
        raw: text.slice(m.index, end),
        found: { name: '', line: lineAt(m.index) },
        group: 0,
        isClose: true,
        profile: null,
      })
    }
    return gather(entries)
  },
}

function fieldByShape(word: string): FieldName | null {
  if (isKeyIdShaped(word)) return 'accessKeyId'
  if (isSecretShaped(word)) return 'secretAccessKey'
  return isTokenShaped(word) ? 'sessionToken' : null
}
