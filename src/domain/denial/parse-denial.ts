import { encodedMessageIn } from './encoded-message.ts'
import type { PolicyKind } from './policy-kinds.ts'
import { kindOf } from './policy-kinds.ts'

/** AWS's sentence about a denial, taken apart; null where a part is not in it. No part is dropped: what the grammar does not know stands in `tail`. */
export type Denial = {
  /** ARN of the caller, or the word that stands for it (`anonymous`). */
  readonly principal: string | null
  /** `sts:AssumeRole` */
  readonly action: string | null
  readonly resource: string | null
  /** `implicit`: no such policy allows it. `explicit`: such a policy denies it. */
  readonly effect: 'implicit' | 'explicit' | null
  readonly policy: PolicyKind | null
  /** The kind in AWS's own words, also where it is a new one; null where AWS names none. */
  readonly policyWords: string | null
  /** The kind of policy behind that one: "transitively through a service control policy". */
  readonly through: string | null
  /** ARN of the one policy, where AWS shows it. */
  readonly policyArn: string | null
  readonly encodedMessage: string | null
  /** Words behind the sentence that are none of these parts; the empty string where there are none. */
  readonly tail: string
}

const LONGEST = 32_768
const NOT_AUTHORIZED = /not authorized to perform/gi
const ACTION = /^:?\s{0,8}['"]?([A-Za-z0-9-]{1,64}:[\w*]{1,128})['"]?/
/** A quoted one, an ARN or a star, else a name of several words up to what follows. */
const RESOURCE =
  /^\s{0,8}on(?: the)? resource:?\s{0,8}(?:["']([^"'\n]{1,2048})["']|((?:arn:|\*)(?:\[\d{1,7} characters hidden\]|\S){0,2048})|(\S[^\n]{0,255}?(?=\s(?:because|with an? explicit|due to)|[."'<]|\s*\(|\n|$)))/i
const PRINCIPAL =
  /(?:\b(?:User|Role|Principal|Caller):?\s{1,4}|^\s{0,40})['"]?(arn:(?:\[\d{1,7} characters hidden\]|[^\s'"]){1,2048}|anonymous\b|\*)/i

/**
 * Reads `User: P is not authorized to perform: A on resource: R because no K allows the A action`, or `… with an
 * explicit deny in a K: ARN`, with all the tails AWS is known to add; null where the text says nothing of an
 * authorization.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
export function parseDenial(message: string): Denial | null {
  const text = message.slice(0, LONGEST)
  const mark = markIn(text)
  if (mark === null) return null
  const before = text.slice(Math.max(0, mark.index - 2400), mark.index)
  const rest = new Rest(text.slice(mark.index + mark[0].length))
  const encodedMessage = encodedMessageIn(text)
  const action = rest.take(ACTION)?.[1] ?? null
  const resource = rest.take(RESOURCE)
  const resourceText = resource?.[1] ?? resource?.[2] ?? resource?.[3]
  const implicit = rest.take(
    /^[\s,.]{0,8}because no (?:matching )?([\w -]{3,80}?) allows? (?:the |this )?(?:['"]?[A-Za-z0-9-]{1,64}:[\w*]{1,128}['"]? )?action/i,
  )
  const explicit = implicit
    ? null
    : rest.take(
        /^[\s,.]{0,8}(?:because of|with|due to) an? explicit deny(?: in (?:an?|the) ([\w -]{3,80}?(?: policy| boundary|(?=[.:]|$)))(?![\w-]))?/i,
      )
  const through = rest.take(
    /^\s{0,4}transitively through (?:an?|the) ([\w -]{3,80}?(?: policy| boundary|(?=[.:]|$)))/i,
  )
  const policyArn = rest.take(
    /^\s{0,4}:\s{0,4}(arn:(?:\[\d{1,7} characters hidden\]|[^\s'"<>]){1,2048})/,
  )?.[1]
  const policyWords = (implicit?.[1] ?? explicit?.[1] ?? '').trim()
  return {
    principal: withoutStop(PRINCIPAL.exec(lastSentence(before))?.[1]),
    action,
    resource: withoutStop(resourceText),
    effect: explicit ? 'explicit' : implicit ? 'implicit' : null,
    policy: kindOf(policyWords),
    policyWords: policyWords === '' ? null : policyWords,
    through: through?.[1]?.trim() ?? null,
    policyArn: withoutStop(policyArn),
    encodedMessage,
    tail: tailOf(rest.text, encodedMessage),
  }
}

/** The first "not authorized to perform" with an action behind it, else the first; "… this operation" often stands before it. */
function markIn(text: string): RegExpExecArray | null {
  let first: RegExpExecArray | null = null
  for (const match of text.matchAll(NOT_AUTHORIZED)) {
    first ??= match
    const at = match.index + match[0].length
    if (ACTION.test(text.slice(at, at + 240))) return match
  }
  return first
}

/** What is left of a sentence while its head is read. */
class Rest {
  text: string

  constructor(text: string) {
    this.text = text
  }

  take(head: RegExp): RegExpExecArray | null {
    const match = head.exec(this.text)
    if (match) this.text = this.text.slice(match[0].length)
    return match
  }
}

/** The piece behind the last `User:`, since a log holds several. */
function lastSentence(before: string): string {
  const at = Math.max(before.lastIndexOf('User:'), before.lastIndexOf('\n'))
  return at === -1 ? before : before.slice(at)
}

function withoutStop(text: string | undefined): string | null {
  const bare = (text ?? '').replace(/(?<! characters hidden\]?)[.,;:)\]]+$/, '')
  return bare === '' ? null : bare
}

function tailOf(text: string, encoded: string | null): string {
  const line = text.split(/\r?\n/, 1)[0] ?? ''
  const own = encoded === null ? line : line.replace(encoded, '')
  return own
    .replace(/Encoded authorization failure message:?/i, '')
    .replace(/^[\s.,:;'")\]}]+|[\s.,:;'")\]}]+$/g, '')
    .slice(0, 1024)
}
