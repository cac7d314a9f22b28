import {
  endsWithFullStop,
  foreignPartition,
  isAws,
  isHomePartition,
  isKeyOrTokenRefused,
} from '../case.ts'
import { facts, refused, version1 } from '../examples.ts'
import { clockRow, fullStopRow } from '../evidence-of-answer.ts'
import { partitionRow, tokenAgeRow, tokenWholeRow } from '../evidence-of-credentials.ts'
import type { Rule } from '../rule.ts'
import { inferred } from '../rule.ts'
import { step } from '../step.ts'

/**
 * Credentials of another partition: a key works in its own only. Where a token comes from is inferred from its bytes.
 * @see https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html
 */
export const wrongPartition: Rule = {
  cause: 'wrong-partition',
  applies: (c) => isKeyOrTokenRefused(c) && isAws(c),
  weights: [
    inferred('fits-this-answer', 12),
    inferred('same-partition', -5, isHomePartition),
    inferred('other-partition', 45, (c) => foreignPartition(c) !== null),
    inferred(
      'other-partition',
      20,
      (c) =>
        foreignPartition(c) !== null && (c.facts.credentials.sessionToken?.region ?? null) !== null,
    ),
    inferred('no-full-stop', 5, (c) => foreignPartition(c) !== null && !endsWithFullStop(c)),
  ],
  evidence: (c) => [
    partitionRow(c),
    fullStopRow(c, 'token'),
    tokenWholeRow(c),
    tokenAgeRow(c),
    clockRow(c),
  ],
  steps: () => [step('choose-other-partition'), step('use-one-set')],
  fills: (c) => ({ other: foreignPartition(c) ?? '' }),
  example: {
    outcome: refused(
      'InvalidClientTokenId',
      'The security token included in the request is invalid',
    ),
    facts: facts({ credentials: { sessionToken: version1({ name: 'aws' }) } }),
    certainty: 'likely',
  },
}
