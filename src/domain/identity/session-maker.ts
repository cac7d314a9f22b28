import { SECOND } from '../time/instant.ts'
import type { Instant } from '../time/instant.ts'
import { SESSION_MAKERS } from './session-maker-table.ts'
import type { SessionMaker } from './session-maker-table.ts'

/** Who seems to have made a session. Always inferred: anyone may choose such a name. */
export type MadeBy = {
  readonly maker: SessionMaker
  readonly mark: 'inferred'
  /** Whether AWS documents that this maker uses such names. */
  readonly basis: (typeof SESSION_MAKERS)[number]['basis']
}

const FACTORS = { seconds: SECOND, milliseconds: 1, nanoseconds: 1e-6 }

/** Reads the maker of a role session from its names; null where they fit no known pattern. */
export function readSessionMaker(roleName: string, sessionName: string): MadeBy | null {
  // The identity role of an instance: no instance profile made it.
  if (roleName === 'aws:ec2-instance') return null
  const row = SESSION_MAKERS.find(({ looksAt, pattern }) =>
    pattern.test(looksAt === 'role-name' ? roleName : sessionName),
  )
  return row ? { maker: row.maker, mark: 'inferred', basis: row.basis } : null
}

/**
 * The time inside a role session name that an SDK made, as an instant rounded down to its millisecond: by the clock
 * of the device that asked for the session. Null for every other name.
 */
export function sessionNameTime(sessionName: string): Instant | null {
  for (const { pattern, time } of SESSION_MAKERS) {
    const digits = time === undefined ? undefined : pattern.exec(sessionName)?.[1]
    if (time !== undefined && digits !== undefined)
      return Math.floor(Number(digits) * FACTORS[time])
  }
  return null
}
