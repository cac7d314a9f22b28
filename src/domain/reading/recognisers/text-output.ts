import { NOTHING, type Entry } from '../entry.ts'
import { EXAMPLE_KEY, EXAMPLE_SECRET, EXAMPLE_TOKEN } from '../example-values.ts'
import type { Recogniser } from '../recogniser.ts'
import { endOfWrapped } from '../wrapped-token.ts'

const ROW =
  /\b(?:ROLE)?CREDENTIALS[ \t]{1,8}(\w{16,128})[ \t]{1,8}(\S{10,40})[ \t]{1,8}([\w+/=%]{30,60})[ \t]{1,8}([\w+/=%]{16,4096})/g

/** `--output text`: one row that begins CREDENTIALS, its columns in the order of their names. */
export const textOutput: Recogniser = {
  shape: 'text-output',
  example: `CREDENTIALS\t${EXAMPLE_KEY}\t2026-11-22T02:00:00+00:00\t${EXAMPLE_SECRET}\t${EXAMPLE_TOKEN}`,
  recognise: ({ text }) => {
    if (!text.includes('CREDENTIALS')) return NOTHING
    const entries: Entry[] = []
    let group = 0
    ROW.lastIndex = 0
    for (let m = ROW.exec(text); m; m = ROW.exec(text)) {
      group += 1
      const [, key = '', ends = '', secret = '', token = ''] = m
      let from = m.index
      const entry = (field: Entry['field'], raw: string): Entry => {
        const at = text.indexOf(raw, from)
        from = at + raw.length
        return {
          field,
          strength: 'strong',
          name: '',
          raw,
          at,
          end: from,
          group,
          isClose: true,
          profile: null,
        }
      }
      entries.push(entry('accessKeyId', key), entry('expiration', ends))
      entries.push(entry('secretAccessKey', secret))
      const last = entry('sessionToken', token)
      const end = endOfWrapped(text, last.at, last.end)
      entries.push({ ...last, raw: text.slice(last.at, end), end })
      ROW.lastIndex = end
    }
    return { entries }
  },
}
