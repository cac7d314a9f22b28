import type { CorpusCase } from './corpus.ts'
import { DEV_CANNOT_TELL } from './dev-cannot-tell-table.ts'
import { DEV_CLIENTS } from './dev-clients-table.ts'
import { DEV_CLOCK } from './dev-clock-table.ts'
import { DEV_COGNITO } from './dev-cognito-table.ts'
import { DEV_NETWORK } from './dev-network-table.ts'
import { DEV_NO_ERROR } from './dev-no-error-table.ts'
import { DEV_POLICY } from './dev-policy-table.ts'
import { DEV_REGION } from './dev-region-table.ts'
import { DEV_REQUEST } from './dev-request-table.ts'
import { DEV_TRUST } from './dev-trust-table.ts'
import { DEV_VALUES } from './dev-values-table.ts'

/** All cases that rules may be written against. */
export const DEV_CASES: readonly CorpusCase[] = [
  ...DEV_VALUES,
  ...DEV_CLIENTS,
  ...DEV_CLOCK,
  ...DEV_REGION,
  ...DEV_TRUST,
  ...DEV_POLICY,
  ...DEV_REQUEST,
  ...DEV_COGNITO,
  ...DEV_NETWORK,
  ...DEV_CANNOT_TELL,
  ...DEV_NO_ERROR,
]
