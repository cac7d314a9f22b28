import { replaceAll, type Repair } from '../repair.ts'

const PROMPT =
  /^[ \t]{0,8}(?:(?:\([\w.-]{1,40}\) )?(?:\[?[\w.-]{1,64}@[\w.-]{1,64}[:\s][^\n$#%]{0,120}\]?[$#%] |PS [^\n>]{0,160}> ?|[A-Z]:\\[^\n>]{0,160}> ?|[$%#❯»λ➜+] {1,4})){1,2}(?=(?:export|set|setx|setenv|env|declare|\$env:)\b|\$env:|aws configure |[A-Za-z_]\w{2,60} ?=)/gim

const NUMBER = /^[ \t]{0,8}(\d{1,6})\*?[ \t]{1,4}(?=\S)/gm

/** Prompts and history numbers before commands: `user@host:~$ export …`, `  501  export …`, `PS C:\> $Env:…`. */
export const shellPrompts: Repair = (text) => {
  const numbered = replaceAll(text, 'shell-prompts', NUMBER, numberTaker(text))
  const prompted = replaceAll(numbered?.text ?? text, 'shell-prompts', PROMPT, '')
  if (!numbered || !prompted) return numbered ?? prompted
  return { ...prompted, count: Math.max(numbered.count, prompted.count) }
}

/** Takes a number off where its neighbour is one more or one less: those of a history count up. */
function numberTaker(text: string): (match: string, digits?: string) => string {
  const numbers = [...text.matchAll(NUMBER)].map((m) => Number(m[1]))
  let index = -1
  return (match) => {
    index += 1
    const own = numbers[index] ?? 0
    return numbers[index - 1] === own - 1 || numbers[index + 1] === own + 1 ? '' : match
  }
}
