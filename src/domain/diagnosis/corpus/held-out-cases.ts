import type { CorpusCase } from './corpus.ts'
import { HELD_OUT_CANNOT_TELL } from './held-out-cannot-tell-table.ts'
import { HELD_OUT_CLOCK } from './held-out-clock-table.ts'
import { HELD_OUT_COGNITO } from './held-out-cognito-table.ts'
import { HELD_OUT_NETWORK } from './held-out-network-table.ts'
import { HELD_OUT_NO_ERROR } from './held-out-no-error-table.ts'
import { HELD_OUT_POLICY } from './held-out-policy-table.ts'
import { HELD_OUT_REGION } from './held-out-region-table.ts'
import { HELD_OUT_REQUEST } from './held-out-request-table.ts'
import { HELD_OUT_TRUST } from './held-out-trust-table.ts'
import { HELD_OUT_VALUES } from './held-out-values-table.ts'

/** All cases that only measure; whoever writes rules does not read their tables. */
export const HELD_OUT_CASES: readonly CorpusCase[] = [
  ...HELD_OUT_VALUES,
  ...HELD_OUT_CLOCK,
  ...HELD_OUT_REGION,
  ...HELD_OUT_TRUST,
  ...HELD_OUT_POLICY,
  ...HELD_OUT_REQUEST,
  ...HELD_OUT_COGNITO,
  ...HELD_OUT_NETWORK,
  ...HELD_OUT_CANNOT_TELL,
  ...HELD_OUT_NO_ERROR,
]
