import { formatIso } from '#domain/time/instant.ts'
import { textOf } from '#domain/sts/operations/values.ts'
import { senderError, type ApiError } from '../api-error.ts'
import { mintSession } from '../mint.ts'
import type { Ask, ResultField } from '../operation.ts'
import type { Principal } from '../principal-table.ts'
import type { SessionContext } from '../session-context.ts'
import { LARGEST_TOKEN } from '../session-token.ts'

/** The elements of an answer that hands out credentials. */
export type Issued = {
  readonly kind: 'issued'
  readonly credentials: ResultField
  /** `PackedPolicySize`, where there are policies or tags. */
  readonly packed: readonly ResultField[]
  /** How large the token is. */
  readonly sizes: readonly ResultField[]
}

/**
 * Issues credentials. STS knows one limit, of the whole token; `PackedPolicySize` tells the same percentage since that
 * is so.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
 */
export async function issue(
  { values, world, region, tokenVersion }: Ask,
  order: {
    readonly principal: Principal
    readonly session: SessionContext
    readonly durationSeconds: number
  },
): Promise<Issued | ApiError> {
  const { policy, policyArns = [], tags = [] } = order.session
  const minted = await mintSession({
    ...order,
    region,
    tokenVersion,
    issuedAt: world.now,
    seed: world.seed,
    smallestToken: Number(textOf(values['MinimumSessionTokenSize']) ?? 0),
  })
  const { accessKeyId, secretAccessKey, sessionToken, expiresAt } = minted
  const percent = String(Math.ceil((sessionToken.length / LARGEST_TOKEN) * 100))
  const hasPolicy = policy !== undefined || policyArns.length > 0
  if (sessionToken.length > LARGEST_TOKEN) {
    const what = hasPolicy ? 'Packed policy' : 'Packed size of session tags'
    const message = `${what} consumes ${percent}% of allotted space${hasPolicy ? ', please use smaller policy.' : '.'}`
    return senderError(400, 'PackedPolicyTooLarge', message)
  }
  return {
    kind: 'issued',
    credentials: [
      'Credentials',
      [
        ['AccessKeyId', accessKeyId],
        ['SecretAccessKey', secretAccessKey.reveal()],
        ['SessionToken', sessionToken],
        ['Expiration', formatIso(expiresAt)],
      ],
    ],
    packed: hasPolicy || tags.length > 0 ? [['PackedPolicySize', percent]] : [],
    sizes: [
      ['SessionTokenUtilization', percent],
      ['SessionTokenSize', String(sessionToken.length)],
    ],
  }
}

/** The duration asked for, in seconds; `usual` where none is. */
export function durationOf({ values }: Ask, usual: number): number {
  const text = textOf(values['DurationSeconds'])
  return text === null ? usual : Number(text)
}
