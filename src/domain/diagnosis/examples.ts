import type {
  CredentialFacts,
  Flaw,
  KeyIdFacts,
  SecretFacts,
  TokenFacts,
} from '../credentials/facts.ts'
import { instantOf, MINUTE } from '../time/instant.ts'
import type { FailedOutcome } from './case.ts'
import type { NetworkFacts } from './network-facts.ts'
import type { DiagnosisFacts, TargetFacts, ToldFacts, TriedFacts } from './facts.ts'

/** Builders of the rules' examples: everything in order but what is named. */

const NOW = instantOf(2026, 11, 22, 1, 12, 4) ?? 0
const ACCOUNT = '111122223333'

const HONG_KONG: TargetFacts = {
  partition: 'aws',
  region: 'ap-east-1',
  isOptIn: true,
  kind: 'regional',
  host: 'sts.ap-east-1.amazonaws.com',
  signingRegion: 'ap-east-1',
}

const VIRGINIA: TargetFacts = {
  partition: 'aws',
  region: 'us-east-1',
  isOptIn: false,
  kind: 'regional',
  host: 'sts.us-east-1.amazonaws.com',
  signingRegion: 'us-east-1',
}

export const EXAMPLE = { now: NOW, account: ACCOUNT, optIn: HONG_KONG, usual: VIRGINIA } as const

export function refused(code: string, message = '', status = 403): FailedOutcome {
  return {
    kind: 'refused',
    code,
    message,
    status,
    requestId: 'c2d94a7f-60b3-4e18-8f2d-7a5b1e9c0d36',
  }
}

export function unreachable(why: 'offline' | 'policy' | 'timed-out' | 'unknown'): FailedOutcome {
  return { kind: 'unreachable', why, message: '' }
}

export function unreadable(
  what: 'html' | 'empty' | 'no-arn' | 'other',
  status: number,
): FailedOutcome {
  return { kind: 'unreadable', what, status }
}

export function keyId(change: Partial<KeyIdFacts> = {}): KeyIdFacts {
  return {
    kind: 'temporary',
    prefix: change.kind === 'long-term' ? 'AKIA' : change.kind === 'other' ? null : 'ASIA',
    account: ACCOUNT,
    isDocumentation: false,
    flaws: [],
    looksLike: null,
    ...change,
  }
}

export function secret(...flaws: readonly Flaw[]): SecretFacts {
  const length = flaws.find((each) => each.flaw === 'length')
  return { length: length?.seen ?? 40, flaws, isDocumentation: false, looksLike: null }
}

/** A whole version-2 token of the example's account, issued 25 minutes ago. */
export function token(change: Partial<TokenFacts> = {}): TokenFacts {
  return {
    state: 'whole',
    version: 2,
    firstByte: 0x21,
    name: 'origin_ec',
    region: 'us-east-1',
    account: ACCOUNT,
    issuedAt: NOW - 25 * MINUTE,
    missingBytes: 0,
    bytes: 700,
    flaws: [],
    looksLike: null,
    ...change,
  }
}

/** A token of the global endpoint, as far as can be read. */
export function version1(change: Partial<TokenFacts> = {}): TokenFacts {
  return token({
    version: 1,
    firstByte: 0x17,
    name: 'er/aws',
    region: null,
    account: null,
    bytes: 313,
    ...change,
  })
}

/** Facts in order: a temporary key, its secret, its token, a default Region, a clock that agrees. */
export function facts(
  change: {
    readonly credentials?: Partial<CredentialFacts>
    readonly target?: TargetFacts
    readonly expiration?: number
    readonly differenceMs?: number | null
    readonly tookMs?: number
    readonly operation?: string
    readonly tried?: TriedFacts
    readonly told?: Partial<ToldFacts>
    readonly network?: NetworkFacts
  } = {},
): DiagnosisFacts {
  return {
    credentials: {
      accessKeyId: keyId(),
      secretAccessKey: secret(),
      sessionToken: token(),
      ...change.credentials,
    },
    expiration: change.expiration ?? null,
    target: change.target ?? VIRGINIA,
    clock: {
      now: NOW,
      differenceMs: change.differenceMs === undefined ? 400 : change.differenceMs,
    },
    tookMs: change.tookMs ?? 184,
    ...(change.operation !== undefined && { operation: change.operation }),
    ...(change.tried && { tried: change.tried }),
    ...(change.network && { network: change.network }),
    ...(change.told && {
      told: {
        keyKind: null,
        token: null,
        isForeignKey: false,
        operation: null,
        service: null,
        region: null,
        host: null,
        stated: [],
        said: '',
        added: '',
        notes: [],
        ...change.told,
      },
    }),
  }
}
