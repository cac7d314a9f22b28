import type { Case } from '../case.ts'
import { isTold, notes, says } from '../case.ts'
import { clockRow, codeRow } from '../evidence-of-answer.ts'
import type { Rule } from '../rule.ts'
import { facts, refused } from '../examples.ts'
import { inferred, stated, told } from '../rule.ts'
import { step } from '../step.ts'
import { WORDS } from '../words-of-people-table.ts'

const isExpiredInWords = (c: Case): boolean => says(c, /Request has expired/i)
const isQuerySigned = (c: Case): boolean =>
  says(c, /X-Amz-Expires|X-Amz-Signature|<Expires>|Query-string authentication/i)
/** A URL is refused in other words too, once it is old. */
const isLinkRefused = (c: Case): boolean => says(c, /Signature expired:/i)

/** A presigned URL past its time; never of this page's own calls, which sign headers and no URL. */
export const presignedUrlExpired: Rule = {
  cause: 'presigned-url-expired',
  applies: (c) =>
    isTold(c) &&
    (c.code === 'RequestExpired' ||
      (isExpiredInWords(c) && c.code === 'AccessDenied') ||
      (isLinkRefused(c) && notes(c, WORDS.presigned))),
  weights: [
    inferred('fits-this-answer', 12),
    stated(
      'words-say-it',
      100,
      (c) => isExpiredInWords(c) && c.code === 'AccessDenied' && isQuerySigned(c),
    ),
    inferred(
      'words-point-to-it',
      60,
      (c) => isExpiredInWords(c) && c.code === 'AccessDenied' && !isQuerySigned(c),
    ),
    inferred('words-point-to-it', 55, (c) => c.code !== 'AccessDenied' && isQuerySigned(c)),
    told(55, WORDS.presigned, (c) => !isQuerySigned(c)),
  ],
  evidence: (c) => [codeRow(c), clockRow(c)],
  steps: () => [step('make-presigned-url-again')],
  example: {
    outcome: refused('AccessDenied', 'Request has expired'),
    facts: facts({ told: { said: '<X-Amz-Expires>900</X-Amz-Expires>' } }),
    certainty: 'certain',
  },
}
