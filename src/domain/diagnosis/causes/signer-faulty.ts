import type { Case } from '../case.ts'
import { isSecretRefused, isSignatureRefused, isTold, notes, says, isOfSdk } from '../case.ts'
import { facts, refused } from '../examples.ts'
import { codeRow, wordsRow } from '../evidence-of-answer.ts'
import type { FinerCause } from '../finer-causes.ts'
import type { Rule } from '../rule.ts'
import { inferred, stated, told, toldAs } from '../rule.ts'
import { step } from '../step.ts'
import { WORDS } from '../words-of-people-table.ts'

type Part = FinerCause extends infer F ? (F extends `signer-faulty/${infer P}` ? P : never) : never

/** What AWS's texts name, with the words that show it. */
const FAULTS: readonly (readonly [part: Part, words: RegExp, shown: string])[] = [
  ['service', /scoped to correct service/i, 'Credential should be scoped to correct service'],
  ['terminator', /valid terminator/i, 'Credential should be scoped with a valid terminator'],
  [
    'scope-date',
    /Date in Credential scope does not match/i,
    'Date in Credential scope does not match',
  ],
  ['host-not-signed', /must be a 'SignedHeader'/i, "must be a 'SignedHeader'"],
  ['part-missing', /Authorization header requires/i, 'Authorization header requires'],
  ['algorithm', /Unsupported AWS 'algorithm'/i, "Unsupported AWS 'algorithm'"],
  ['date-format', /Date must be in ISO-8601/i, "Date must be in ISO-8601 'basic format'"],
  ['url-encoding', /escape %|in escape %|% sequence/i, 'escape % sequence'],
  [
    'headers-not-signed',
    /There were headers present in the request which were not signed/i,
    'headers present in the request which were not signed',
  ],
  [
    'part-missing',
    /Query-string authentication (?:version 4 )?requires|requires the X-Amz-/i,
    'Query-string authentication requires',
  ],
  [
    'algorithm',
    /Authorization mechanism you have provided is not supported/i,
    'authorization mechanism is not supported',
  ],
]

const REQUEST_CODES = [
  'MalformedQueryString',
  'InvalidAction',
  'InvalidQueryParameter',
  'MissingAction',
  'MissingParameter',
]

const isOfSigner = (c: Case): boolean =>
  isSignatureRefused(c) ||
  c.code === 'IncompleteSignature' ||
  REQUEST_CODES.includes(c.code) ||
  (isTold(c) && faultOf(c) !== null)
const faultOf = (c: Case) => FAULTS.find(([, words]) => says(c, words)) ?? null
const isEmptyMismatch = (c: Case): boolean =>
  isSignatureRefused(c) && c.message === '' && c.clockSentence === null

/**
 * The signature was put together wrongly: algorithm, scope, terminator, date, signed headers or encoding.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html
 */
export const signerFaulty: Rule = {
  cause: 'signer-faulty',
  applies: (c) =>
    isOfSigner(c) &&
    (faultOf(c) !== null ||
      isEmptyMismatch(c) ||
      c.code === 'IncompleteSignature' ||
      REQUEST_CODES.includes(c.code) ||
      (isTold(c) && isSecretRefused(c) && (!isOfSdk(c) || notes(c, WORDS.ownSigner)))),
  weights: [
    stated('words-say-it', 80, (c) => faultOf(c) !== null),
    inferred('fits-this-answer', 15, (c) => faultOf(c) === null),
    stated('code-says-it', 65, (c) => REQUEST_CODES.includes(c.code) && faultOf(c) === null),
    told(50, WORDS.ownSigner, (c) => faultOf(c) === null),
    toldAs(
      15,
      /\b(?:sdk|cli)\b.{0,50}\bworks?\b|\bworks?\b.{0,50}\b(?:sdk|cli)\b/i,
      (c) => isSecretRefused(c) && notes(c, WORDS.ownSigner),
    ),
    inferred('body-says-it', 15, isEmptyMismatch),
  ],
  evidence: (c) => [wordsRow(faultOf(c)?.[2] ?? null), codeRow(c)],
  steps: (c) => [
    ...(faultOf(c)?.[0] === 'service' ? [step('use-sts-service')] : []),
    step('sign-with-sdk'),
    step('try-other-network'),
    step('compare-from-terminal'),
  ],
  finer: (c) => {
    const part = faultOf(c)?.[0]
    return part === undefined ? null : `signer-faulty/${part}`
  },
  example: {
    outcome: refused(
      'IncompleteSignature',
      "Authorization header requires 'SignedHeaders' parameter.",
      400,
    ),
    facts: facts(),
    certainty: 'likely',
  },
}
