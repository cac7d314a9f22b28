import { clockRow, codeRow } from '../evidence-of-answer.ts'
import type { Rule } from '../rule.ts'
import { inferred } from '../rule.ts'
import { step } from '../step.ts'

/** A presigned URL past its time. This page signs headers and never a URL, so for its own calls it never leads. */
export const presignedUrlExpired: Rule = {
  cause: 'presigned-url-expired',
  applies: (c) => c.code === 'RequestExpired',
  weights: [inferred('fits-this-answer', 12)],
  evidence: (c) => [codeRow(c), clockRow(c)],
  steps: () => [step('make-presigned-url-again')],
  example: null,
}
