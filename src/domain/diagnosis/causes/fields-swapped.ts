import type { Case } from '../case.ts'
import { isKeyOrTokenRefused, isSecretRefused, isTold, isUnsent, notes, says } from '../case.ts'
import { swappedField } from '../values-of-case.ts'
import { facts, keyId, refused } from '../examples.ts'
import { codeRow, wordsRow } from '../evidence-of-answer.ts'
import { keyShapeRow, swappedRow } from '../evidence-of-credentials.ts'
import type { Fills } from '../finding.ts'
import { isKeyInOrder } from '../own-call.ts'
import type { Rule } from '../rule.ts'
import { inferred, stated, told } from '../rule.ts'
import { step } from '../step.ts'
import { WORDS } from '../words-of-people-table.ts'

const FIELDS = {
  'access-key-id': 'accessKeyId',
  'secret-access-key': 'secretAccessKey',
  'session-token': 'sessionToken',
} as const

/** A slash in the key ID: only secrets and tokens have one. What is hidden before the scope was one too. */
const hasSlashInKeyId = (c: Case): boolean =>
  says(
    c,
    /exactly 5 slash-delimited elements.{0,80}got '(?:[^'/]{0,200}\/){5}|got '\[\d+ characters hidden\]/is,
  )
/** S3 names the same fault in its own words. */
const isSlashRefused = (c: Case): boolean =>
  c.code === 'AuthorizationHeaderMalformed' &&
  says(c, /Credential is mal-?formed|expecting "?<YOUR-AKID>/i)
const isSwapped = (c: Case): boolean => swappedField(c) !== null

function swap(c: Case): Fills {
  const found = swappedField(c)
  if (found === null) return { part: 'accessKeyId', other: 'secretAccessKey' }
  const other = Object.entries(FIELDS).find(([name]) => name === found.looksLike)?.[1]
  return { part: found.part, other: other ?? 'secretAccessKey' }
}

/** Key ID, secret or token stand in each other's place. */
export const fieldsSwapped: Rule = {
  cause: 'fields-swapped',
  applies: (c) =>
    ((c.code === 'IncompleteSignature' || isSlashRefused(c)) && !isKeyInOrder(c)) ||
    ((isKeyOrTokenRefused(c) || isSecretRefused(c) || isUnsent(c)) &&
      (isSwapped(c) || (isTold(c) && notes(c, WORDS.swapped)))),
  weights: [
    inferred('fits-this-answer', 10),
    stated('words-point-to-it', 60, hasSlashInKeyId),
    stated('words-point-to-it', 60, isSlashRefused),
    told(65, WORDS.swapped, (c) => !isSwapped(c) && !hasSlashInKeyId(c)),
    told(20, WORDS.swapped, (c) => hasSlashInKeyId(c)),
    stated(
      'value-of-another-field',
      45,
      (c) => hasSlashInKeyId(c) && swappedField(c)?.part === 'accessKeyId',
    ),
    inferred('value-of-another-field', 80, (c) => !hasSlashInKeyId(c) && isSwapped(c)),
    inferred('value-of-another-field', 20, (c) => isSecretRefused(c) && isSwapped(c)),
  ],
  evidence: (c) => [
    swappedRow(c),
    // A key ID of AWS's shape says nothing for a slash in it.
    hasSlashInKeyId(c) && keyShapeRow(c)?.bearing === 'agrees' ? null : keyShapeRow(c),
    hasSlashInKeyId(c) ? wordsRow('exactly 5 slash-delimited elements') : codeRow(c),
  ],
  steps: (c) => [step('put-values-in-place', swap(c)), step('print-whole-set')],
  fills: swap,
  example: {
    outcome: refused(
      'IncompleteSignature',
      "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got '[40 characters hidden]/20261122/us-east-1/sts/aws4_request'",
      400,
    ),
    facts: facts({
      credentials: {
        accessKeyId: keyId({ kind: 'other', account: null, looksLike: 'secret-access-key' }),
      },
    }),
    certainty: 'certain',
  },
}
