import { ACCOUNT } from '../principal-table.ts'
import type { StatementJson } from '../policy/document.ts'
import type { AttachedPolicy } from '../policy/match.ts'
import type { Account } from './account.ts'
import { documentOf } from './managed-policy-table.ts'

/** The second account, of the same invented organisation. */
export const PARTNER_ACCOUNT = '444455556666'

/** The organisation of both accounts. */
export const ORGANIZATION = 'o-exampleorgid'

const controls = (name: string, id: string, statement: StatementJson): AttachedPolicy => ({
  name,
  arn: `arn:aws:organizations::${ACCOUNT}:policy/${ORGANIZATION}/service_control_policy/${id}`,
  document: documentOf(statement),
})

/** The two accounts; the first one manages the organisation. */
export const ACCOUNTS: readonly Account[] = [
  { id: ACCOUNT, name: 'Example Company', isManagement: true, serviceControl: null },
  {
    id: PARTNER_ACCOUNT,
    name: 'Example Partner',
    isManagement: false,
    serviceControl: [
      controls('FullAWSAccess', 'p-FullAWSAccess', {
        Effect: 'Allow',
        Action: '*',
        Resource: '*',
      }),
      controls('KeepInstances', 'p-examplekeep', {
        Sid: 'NobodyTerminates',
        Effect: 'Deny',
        Action: 'ec2:TerminateInstances',
        Resource: '*',
      }),
    ],
  },
]

/** The account of an ID; null where the sandbox has none. */
export const accountOf = (id: string): Account | null =>
  ACCOUNTS.find((each) => each.id === id) ?? null
