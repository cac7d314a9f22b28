import { CHANGES_AT_ONCE, replaceAll, type Repair, type Repaired } from '../repair.ts'
import type { Steps } from '../steps.ts'

const PROMPT =
  /^[ \t]{0,8}(?:(?:\([\w.-]{1,40}\) )?(?:\[?[\w.-]{1,64}@[\w.-]{1,64}[:\s][^\n$#%]{0,120}\]?[$#%] |PS [^\n>]{0,160}> ?|[A-Z]:\\[^\n>]{0,160}> ?|[$%❯»λ➜+] {1,4})){1,2}(?=(?:export|set|setx|setenv|env|declare|\$env:)\b|\$env:|aws configure |[A-Za-z_]\w{2,60} ?=)/gim

/** The prompt of root. Where commands stand without it, the others are commented out. */
const ROOT = /^[ \t]{0,8}# {1,4}(?=(?:export|set|setx|setenv|env|declare) |[A-Za-z_]\w{2,60} ?=)/gm
const UNPROMPTED = /^[ \t]{0,8}(?:(?:export|set|setx|setenv|env|declare) |[A-Za-z_]\w{2,60} ?=)/m

const NUMBER = /^[ \t]{0,8}(\d{1,6})\*?[ \t]{1,4}(?=\S)/gm

/** Prompts and history numbers before commands: `user@host:~$ export …`, `  501  export …`, `PS C:\> $Env:…`. */
export const shellPrompts: Repair = function* (text) {
  const numbered = yield* withoutNumbers(text)
  const prompted = yield* replaceAll(numbered?.text ?? text, 'shell-prompts', PROMPT, '')
  const now = prompted?.text ?? numbered?.text ?? text
  const rooted =
    prompted || UNPROMPTED.test(now) ? null : yield* replaceAll(now, 'shell-prompts', ROOT, '')
  const last = rooted ?? prompted ?? numbered
  // A number and a prompt before one command are one.
  return last && { ...last, count: Math.max(last.count, numbered?.count ?? 0) }
}

/** A number goes where its neighbour is one more or one less: those of a history count up. */
function* withoutNumbers(text: string): Steps<Repaired | null> {
  const numbers: number[] = []
  NUMBER.lastIndex = 0
  for (let m = NUMBER.exec(text); m; m = NUMBER.exec(text)) {
    numbers.push(Number(m[1]))
    if (numbers.length % CHANGES_AT_ONCE !== 0) continue
    const { lastIndex } = NUMBER
    yield
    NUMBER.lastIndex = lastIndex
  }
  if (numbers.length < 2) return null
  let index = -1
  return yield* replaceAll(text, 'shell-prompts', NUMBER, (match) => {
    index += 1
    const own = numbers[index] ?? 0
    return numbers[index - 1] === own - 1 || numbers[index + 1] === own + 1 ? '' : match
  })
}
