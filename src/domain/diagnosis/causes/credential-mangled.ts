import type { Case } from '../case.ts'
import {
  endsWithFullStop,
  flawsOf,
  hasFlaw,
  isKeyOrTokenRefused,
  isSecretRefused,
  isUnsent,
} from '../case.ts'
import { facts, refused, token } from '../examples.ts'
import { clockRow, codeRow, fullStopRow } from '../evidence-of-answer.ts'
import { flawRow, tokenAgeRow, tokenWholeRow } from '../evidence-of-credentials.ts'
import type { Fills } from '../finding.ts'
import type { Rule } from '../rule.ts'
import { inferred, stated } from '../rule.ts'
import { step } from '../step.ts'

const CHANGED = ['foreign-characters', 'percent-encoded', 'length'] as const

const isTokenRefused = (c: Case): boolean => isKeyOrTokenRefused(c) && hasToken(c)
const hasToken = (c: Case): boolean => c.facts.credentials.sessionToken !== null
const isAlone = (c: Case): boolean => c.facts.credentials.accessKeyId === null

/** Which value was changed: the secret where AWS compared signatures, else the first with a flaw, else the token. */
function changedPart(c: Case): Fills {
  if (isSecretRefused(c)) {
    return { part: 'secretAccessKey', story: hasToken(c) ? 'with-token' : 'alone' }
  }
  const token = c.facts.credentials.sessionToken
  if (token?.state === 'cut' || token?.state === 'damaged') return { part: 'sessionToken' }
  const flawed = flawsOf(c).find((each) => CHANGED.some((flaw) => flaw === each.flaw))
  return { part: flawed?.part === 'accessKeyId' ? 'accessKeyId' : 'sessionToken' }
}

/** The secret or the token was typed wrong, cut short or changed by an encoding. */
export const credentialMangled: Rule = {
  cause: 'credential-mangled',
  applies: (c) =>
    isSecretRefused(c) ||
    isTokenRefused(c) ||
    (isKeyOrTokenRefused(c) && isAlone(c)) ||
    (isUnsent(c) && hasFlaw(c, ['accessKeyId', 'sessionToken'], CHANGED)),
  weights: [
    inferred('fits-this-answer', 25, isKeyOrTokenRefused),
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
    inferred('full-stop', -5, (c) => isTokenRefused(c) && endsWithFullStop(c)),
    stated('words-point-to-it', 60, isSecretRefused),
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
    ...(isSecretRefused(c) ? [codeRow(c)] : [tokenWholeRow(c), fullStopRow(c, 'token')]),
    flawRow(c, [...CHANGED, 'placeholder']),
    tokenAgeRow(c),
    clockRow(c),
  ],
  steps: (c) =>
    isSecretRefused(c)
      ? [
          step('copy-again', { part: 'secretAccessKey' }),
          step('use-one-set'),
          step('wait-between-secrets'),
          step('compare-from-terminal'),
        ]
      : [step('copy-again', changedPart(c)), step('print-whole-set')],
  fills: changedPart,
  example: {
    outcome: refused(
      'InvalidClientTokenId',
      'The security token included in the request is invalid',
    ),
    facts: facts({ credentials: { sessionToken: token({ state: 'cut', missingBytes: 38 }) } }),
    certainty: 'likely',
  },
}
