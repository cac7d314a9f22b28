import type { Tag } from '../accounts/account.ts'
import { PARTNER_ACCOUNT } from '../accounts/account-table.ts'
import { ACCOUNT } from '../principal-table.ts'

/** Codes of the states, as EC2 counts them. @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_InstanceState.html */
export const STATE_CODES = {
  pending: 0,
  running: 16,
  'shutting-down': 32,
  stopping: 64,
  stopped: 80,
} as const

export type InstanceState = keyof typeof STATE_CODES

/** An instance that exists only here, in every Region of the sandbox; it never leaves its state. */
export type Instance = {
  readonly id: string
  readonly account: string
  readonly type: string
  readonly state: InstanceState
  readonly tags: readonly Tag[]
}

export const INSTANCES: readonly Instance[] = [
  {
    id: 'i-0aaaa1111bbbb2222',
    account: ACCOUNT,
    type: 't3.micro',
    state: 'running',
    tags: [
      ['Name', 'web-EXAMPLE'],
      ['Environment', 'test'],
    ],
  },
  {
    id: 'i-0cccc3333dddd4444',
    account: ACCOUNT,
    type: 'm7g.large',
    state: 'running',
    tags: [
      ['Name', 'database-EXAMPLE'],
      ['Environment', 'production'],
    ],
  },
  {
    id: 'i-0cccc3333dddd5555',
    account: ACCOUNT,
    type: 't3.micro',
    state: 'stopped',
    tags: [['Name', 'spare-EXAMPLE']],
  },
  {
    id: 'i-0eeee5555ffff6666',
    account: PARTNER_ACCOUNT,
    type: 't3.micro',
    state: 'running',
    tags: [['Name', 'partner-EXAMPLE']],
  },
]
