import type { Case } from '../case.ts'
import { isAws, isKeyOrTokenRefused, isTold, notes } from '../case.ts'
import { hasFlaw, isAlmostAwsKey, keyKind, swappedField } from '../values-of-case.ts'
import { facts, keyId, refused } from '../examples.ts'
import { clockRow, codeRow } from '../evidence-of-answer.ts'
import { keyShapeRow } from '../evidence-of-credentials.ts'
import type { Rule } from '../rule.ts'
import { inferred, stated, told } from '../rule.ts'
import { step } from '../step.ts'
import { WORDS } from '../words-of-people-table.ts'

const isPlaceholder = (c: Case): boolean =>
  c.facts.credentials.accessKeyId?.isDocumentation === true ||
  hasFlaw(c, ['accessKeyId'], ['placeholder'])

/**
 * A key that AWS never issued: of an emulator or another vendor, or a placeholder of a documentation page.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_AccessKey.html
 */
export const localstackKeyOnAws: Rule = {
  cause: 'localstack-key-on-aws',
  applies: (c) =>
    isKeyOrTokenRefused(c) &&
    isAws(c) &&
    swappedField(c) === null &&
    (keyKind(c) === 'other' ||
      isPlaceholder(c) ||
      (keyKind(c) === null && isTold(c) && notes(c, WORDS.emulatorKey))),
  weights: [
    inferred('fits-this-answer', 15),
    stated(
      'documentation-value',
      105,
      (c) => c.facts.credentials.accessKeyId?.isDocumentation === true && !isTold(c),
    ),
    // People write AWS's example over their own key before they show a text.
    inferred(
      'documentation-value',
      55,
      (c) => c.facts.credentials.accessKeyId?.isDocumentation === true && isTold(c),
    ),
    inferred('placeholder', 70, (c) => hasFlaw(c, ['accessKeyId'], ['placeholder'])),
    told(50, WORDS.emulatorKey),
    inferred(
      'not-an-aws-key',
      60,
      (c) => c.facts.credentials.accessKeyId?.kind === 'other' && !isAlmostAwsKey(c),
    ),
  ],
  evidence: (c) => [keyShapeRow(c), codeRow(c), clockRow(c)],
  steps: (c) =>
    isPlaceholder(c)
      ? [step('replace-placeholder')]
      : [step('use-emulator-endpoint'), step('use-one-set')],
  finer: (c) =>
    isPlaceholder(c) ? 'localstack-key-on-aws/placeholder' : 'localstack-key-on-aws/foreign-key',
  example: {
    outcome: refused(
      'InvalidClientTokenId',
      'The security token included in the request is invalid.',
    ),
    facts: facts({
      credentials: {
        accessKeyId: keyId({
          kind: 'other',
          account: null,
          flaws: [{ flaw: 'length', expected: 20, seen: 4 }],
        }),
        sessionToken: null,
      },
    }),
    certainty: 'likely',
  },
}
