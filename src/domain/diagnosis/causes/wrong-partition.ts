import type { Case } from '../case.ts'
import {
  endsWithFullStop,
  isAws,
  isKeyOrTokenRefused,
  isTold,
  notes,
  notesHold,
  says,
} from '../case.ts'
import { foreignPartition, isHomePartition } from '../values-of-case.ts'
import { facts, refused, version1 } from '../examples.ts'
import { clockRow, fullStopRow } from '../evidence-of-answer.ts'
import { partitionRow, tokenAgeRow, tokenWholeRow } from '../evidence-of-credentials.ts'
import type { Rule } from '../rule.ts'
import { inferred, stated, told } from '../rule.ts'
import { step } from '../step.ts'
import { WORDS } from '../words-of-people-table.ts'

/** Every partition that the Region, the host and the ARNs of a told failure name. */
function partitionsOf(c: Case): readonly string[] {
  const { told } = c.facts
  if (!told) return []
  const found = new Set<string>()
  for (const text of [told.region ?? '', told.host ?? '']) {
    if (/\bcn-north\S{0,20}\.amazonaws\.com$/.test(text)) found.add('aws')
    if (/\bcn-north|\.com\.cn\b/.test(text)) found.add('aws-cn')
    else if (/\bus-gov-/.test(text)) found.add('aws-us-gov')
    else if (/\beusc-|\.amazonaws\.eu\b/.test(text)) found.add('aws-eusc')
    else if (/^[a-z]{2}-[a-z]{4,9}-\d$|amazonaws\.com$|\.aws$/.test(text)) found.add('aws')
  }
  for (const [, partition] of c.said.matchAll(/\barn:(aws(?:-[a-z]{2,4}){0,2}):/g)) {
    if (partition !== undefined) found.add(partition)
  }
  return [...found]
}

/** Another partition's host was asked, and the key works in an ordinary Region or belongs to an ordinary account. */
const isFromCommercial = (c: Case): boolean =>
  c.facts.target !== null &&
  c.facts.target.partition !== 'aws' &&
  (notesHold(c, WORDS.worksElsewhereRegion) ||
    notes(
      c,
      /\b(?:global|commercial|standard|ordinary|normal|regular)\b.{0,20}\b(?:account|aws|region)/i,
    ))

/** The answer is one that a host gives to a stranger from another partition, or that no host gives. */
const isMisplaced = (c: Case): boolean =>
  isKeyOrTokenRefused(c) ||
  says(
    c,
    /Partition|ARN .{0,200}is (?:invalid|not valid)|Request ARN is invalid|ENOTFOUND|no such host|Could not connect to the endpoint/i,
  )

/**
 * Credentials of another partition: a key works in its own only. Where a token comes from is inferred from its bytes.
 * @see https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html
 */
export const wrongPartition: Rule = {
  cause: 'wrong-partition',
  applies: (c) =>
    (isKeyOrTokenRefused(c) && isAws(c)) ||
    (isTold(c) && partitionsOf(c).length > 1 && isMisplaced(c)),
  weights: [
    inferred('fits-this-answer', 12),
    told(50, WORDS.otherPartition),
    inferred(
      'told',
      60,
      (c) => isTold(c) && isFromCommercial(c) && !notes(c, WORDS.otherPartition),
    ),
    stated('host-says-it', 55, (c) => isTold(c) && partitionsOf(c).length > 1),
    inferred('same-partition', -5, isHomePartition),
    inferred('other-partition', 45, (c) => foreignPartition(c) !== null),
    inferred(
      'other-partition',
      20,
      (c) =>
        foreignPartition(c) !== null && (c.facts.credentials.sessionToken?.region ?? null) !== null,
    ),
    // An unknown key may be known elsewhere.
    inferred('full-stop', 5, (c) => !isTold(c) && endsWithFullStop(c)),
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
