import type { Case } from '../case.ts'
import {
  endsWithFullStop,
  isAfterOtherSecret,
  isClockInOrder,
  isKeyOrTokenRefused,
  isOfSdk,
  isSecretRefused,
  isSignatureRefused,
  isTokenUnreadable,
  isTold,
  isUnsent,
  notesHold,
  notesHoldBut,
} from '../case.ts'
import { flawsOf, hasFlaw, hasToken, tokenState } from '../values-of-case.ts'
import { facts, refused, token } from '../examples.ts'
import { clockRow, codeRow, fullStopRow } from '../evidence-of-answer.ts'
import { flawRow, tokenAgeRow, tokenWholeRow } from '../evidence-of-credentials.ts'
import type { Fills } from '../finding.ts'
import type { Rule } from '../rule.ts'
import { inferred, stated, told, toldAs } from '../rule.ts'
import { step } from '../step.ts'
import { WORDS } from '../words-of-people-table.ts'

const CHANGED = ['foreign-characters', 'percent-encoded', 'length'] as const

/** Nothing was changed, the person says. */
const IN_ORDER =
  /\b(?:not|no|never|nothing|didn'?t|isn'?t|wasn'?t|without|nor)\b.{0,16}\b(?:mistyp\w*|mis-?typed?|typos?|corrupt\w*|mangl\w*|truncat\w*|cut|wrapped|chang\w*|alter\w*|damag\w*)|\bcopied from (?:account|profile|role|set|terminal)\b/i

/** Nobody showed the words behind the code. */
const isBareMismatch = (c: Case): boolean =>
  isSignatureRefused(c) && isTold(c) && c.message === '' && c.clockSentence === null

const isTokenRefused = (c: Case): boolean => isKeyOrTokenRefused(c) && hasToken(c)
/** Nobody said whether a token was sent. */
const isAlone = (c: Case): boolean => tokenState(c) === null

/** Which value was changed: the secret where AWS compared signatures, else the first with a flaw, else the token. */
function changedPart(c: Case): Fills {
  if (isSecretRefused(c) || isBareMismatch(c)) {
    return { part: 'secretAccessKey', ...(hasToken(c) && { other: 'sessionToken' }) }
  }
  const token = c.facts.credentials.sessionToken
  if (token?.state === 'cut' || token?.state === 'damaged') return { part: 'sessionToken' }
  const flawed = flawsOf(c).find((each) => CHANGED.some((flaw) => flaw === each.flaw))
  if (flawed) return { part: flawed.part === 'accessKeyId' ? 'accessKeyId' : 'sessionToken' }
  return { part: isKeyMeant(c) ? 'accessKeyId' : 'sessionToken' }
}

/** Nothing is wrong with the token as far as can be seen, and the end of the sentence hints at the key ID. */
function isKeyMeant(c: Case): boolean {
  const token = c.facts.credentials.sessionToken
  return !isTold(c) && token?.flaws.length === 0 && isKeyOrTokenRefused(c) && endsWithFullStop(c)
}

/** The secret or the token was typed wrong, cut short or changed by an encoding. */
export const credentialMangled: Rule = {
  cause: 'credential-mangled',
  applies: (c) =>
    isSecretRefused(c) ||
    isBareMismatch(c) ||
    isTokenRefused(c) ||
    (isKeyOrTokenRefused(c) && isAlone(c)) ||
    (isUnsent(c) && hasFlaw(c, ['accessKeyId', 'sessionToken'], CHANGED)),
  weights: [
    inferred('fits-this-answer', 25, isKeyOrTokenRefused),
    inferred('fits-this-answer', 22, isBareMismatch),
    inferred(
      'told-token',
      45,
      (c) => isTokenRefused(c) && ['cut', 'changed'].includes(tokenState(c) ?? ''),
    ),
    toldAs(
      45,
      WORDS.damaged,
      (c) =>
        isKeyOrTokenRefused(c) &&
        isTold(c) &&
        notesHoldBut(c, WORDS.damaged, IN_ORDER) &&
        !notesHold(c, WORDS.newerValues),
    ),
    inferred('fits-this-answer', 8, isTokenUnreadable),
    inferred('foreign-characters', 70, isUnsent),
    inferred(
      'blanks',
      -40,
      (c) => isTokenRefused(c) && hasFlaw(c, ['accessKeyId', 'sessionToken'], ['blanks', 'quotes']),
    ),
    inferred(
      'placeholder',
      45,
      (c) => isTokenRefused(c) && hasFlaw(c, ['sessionToken'], ['placeholder']),
    ),
    inferred(
      'token-cut',
      60,
      (c) => isTokenRefused(c) && c.facts.credentials.sessionToken?.state === 'cut',
    ),
    inferred(
      'token-damaged',
      45,
      (c) => isTokenRefused(c) && c.facts.credentials.sessionToken?.state === 'damaged',
    ),
    inferred(
      'token-of-unknown-layout',
      10,
      (c) => isTokenRefused(c) && c.facts.credentials.sessionToken?.state === 'unknown',
    ),
    inferred(
      'foreign-characters',
      45,
      (c) => isTokenRefused(c) && hasFlaw(c, ['accessKeyId', 'sessionToken'], CHANGED),
    ),
    inferred(
      'token-whole',
      -5,
      (c) => isTokenRefused(c) && c.facts.credentials.sessionToken?.state === 'whole',
    ),
    inferred('no-full-stop', 5, (c) => isTokenRefused(c) && !endsWithFullStop(c)),
    inferred('full-stop', -5, (c) => isTokenRefused(c) && endsWithFullStop(c) && !isKeyMeant(c)),
    stated('words-point-to-it', 60, (c) => isSecretRefused(c) && !isTold(c)),
    // In another program the signer itself, or a proxy, may be at fault.
    stated('words-point-to-it', 38, (c) => isSecretRefused(c) && isTold(c)),
    stated('words-point-to-it', 14, (c) => isSecretRefused(c) && isTold(c) && isOfSdk(c)),
    inferred(
      'told',
      8,
      (c) =>
        isSecretRefused(c) &&
        notesHold(
          c,
          /\b(?:no|without(?: an?)?) (?:http )?proxy\b|\bdirect (?:connection|access|internet)/i,
        ),
    ),
    // STS may refuse the right secret too, within seconds of a wrong one.
    inferred('other-secret-just-tried', -25, isAfterOtherSecret),
    stated('clock-in-order', 10, (c) => isSecretRefused(c) && isTold(c) && isClockInOrder(c)),
    stated('region-in-order', 6, (c) => isSecretRefused(c) && isTold(c) && c.facts.target !== null),
    told(40, WORDS.damaged, (c) => isSecretRefused(c) && isTold(c)),
    toldAs(-30, WORDS.noToken, isKeyOrTokenRefused),
    told(
      -35,
      WORDS.blanks,
      (c) =>
        isTold(c) &&
        !notesHold(
          c,
          /cut|trunc|short|missing|characters? long|expan|interpret|escap|encod|\blost\b|\bhalf\b|first (?:line|part)|became|turned/i,
        ),
    ),
    told(-45, WORDS.swapped, isTold),
    told(-20, WORDS.twoSets, isSecretRefused),
    told(-30, WORDS.proxy, (c) => isSecretRefused(c)),
    told(-20, WORDS.ownSigner, (c) => isSecretRefused(c) && !notesHold(c, WORDS.damaged)),
    inferred(
      'wrong-length',
      40,
      (c) => isSecretRefused(c) && hasFlaw(c, ['secretAccessKey'], ['length']),
    ),
    inferred(
      'foreign-characters',
      40,
      (c) =>
        isSecretRefused(c) &&
        hasFlaw(c, ['secretAccessKey'], ['foreign-characters', 'percent-encoded']),
    ),
    inferred(
      'placeholder',
      40,
      (c) => isSecretRefused(c) && hasFlaw(c, ['secretAccessKey'], ['placeholder']),
    ),
    inferred(
      'documentation-value',
      40,
      (c) => isSecretRefused(c) && c.facts.credentials.secretAccessKey?.isDocumentation === true,
    ),
    inferred(
      'blanks',
      -40,
      (c) => isSecretRefused(c) && hasFlaw(c, ['secretAccessKey'], ['blanks', 'quotes']),
    ),
  ],
  evidence: (c) => [
    ...(isSecretRefused(c)
      ? [codeRow(c)]
      : [tokenWholeRow(c), fullStopRow(c, isKeyMeant(c) ? 'key' : 'token')]),
    flawRow(c, [...CHANGED, 'placeholder']),
    tokenAgeRow(c),
    clockRow(c),
  ],
  steps: (c) =>
    isSecretRefused(c)
      ? [
          ...(isAfterOtherSecret(c) ? [step('wait-between-secrets')] : []),
          step('copy-again', { part: 'secretAccessKey' }),
          step('use-one-set'),
          ...(isAfterOtherSecret(c) ? [] : [step('wait-between-secrets')]),
          step('compare-from-terminal'),
        ]
      : [step('copy-again', changedPart(c)), step('print-whole-set')],
  fills: changedPart,
  finer: (c) => {
    const { part } = changedPart(c)
    if (part === 'secretAccessKey') return 'credential-mangled/secret-access-key'
    return part === 'accessKeyId'
      ? 'credential-mangled/access-key-id'
      : 'credential-mangled/session-token'
  },
  example: {
    outcome: refused(
      'InvalidClientTokenId',
      'The security token included in the request is invalid',
    ),
    facts: facts({ credentials: { sessionToken: token({ state: 'cut', missingBytes: 38 }) } }),
    certainty: 'likely',
  },
}
