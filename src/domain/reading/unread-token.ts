import { TOKEN_HEADS } from '../credentials/value-shapes.ts'
import type { Page } from './page.ts'

/** The heads with whatever a frame, a line break or a quote may have put between two of their letters. */
const HEAD = new RegExp(
  `(?<![A-Za-z0-9+/])(?:${TOKEN_HEADS.map((head) => head.split('').join('[^A-Za-z0-9+/]{0,8}')).join('|')})`,
  'g',
)

/**
 * Where something begins like a session token in what no recogniser has taken; -1 where nothing does. A text that holds
 * one is not one whose token is missing.
 */
export function unreadTokenAt({ text, isFree }: Page): number {
  HEAD.lastIndex = 0
  for (let m = HEAD.exec(text); m; m = HEAD.exec(text)) if (isFree(m.index)) return m.index
  return -1
}
