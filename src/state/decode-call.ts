import type { StsGateway } from '#domain/ports.ts'
import type { Endpoint, EndpointKind } from '#domain/region/target.ts'
import { chosenCredentials } from '#domain/session/desk.ts'
import { secretsHeld } from '#domain/session/tray.ts'
import type { Session } from '#domain/session/session.ts'
import type { StsReply } from '#domain/sts/call.ts'
import type { Decoded } from '#domain/sts/decode-authorization-message.ts'
import { obstacleOf, valuesOf } from './chosen.ts'
import type { SessionKit } from './session-kit.ts'

type DecodeServices = {
  loadGateway(kind: EndpointKind): Promise<StsGateway>
  /** A call was handed to the browser (1), or nothing of it left after all (-1). */
  count(change: 1 | -1): void
}

type DecodeOptions = { readonly signal: AbortSignal; readonly limitMs: number }

/**
 * Decodes an encoded authorization message with the credentials and the address of the session. The result belongs to
 * whoever asked; the session does not keep it. Null where the session has nothing to ask with.
 */
export async function decodeMessage(
  services: DecodeServices,
  kit: SessionKit,
  session: Session,
  encodedMessage: string,
  options: DecodeOptions,
): Promise<Decoded | null> {
  const { target } = session
  const endpoint: Endpoint = kit.resolve(target)
  const values = valuesOf(chosenCredentials(session))
  const { accessKeyId, secretAccessKey, sessionToken } = values
  const obstacle = obstacleOf(session, kit.describe(values), endpoint.kind === 'offered')
  if (obstacle || endpoint.kind !== 'offered' || !accessKeyId || !secretAccessKey) return null
  const secrets = secretsHeld(session).filter((secret) => !secret.isForgotten)
  const isStale = (): boolean => secrets.some((secret) => secret.isForgotten)
  const ask = async (gateway: StsGateway): Promise<StsReply> => {
    const leavesPage = target.kind !== 'sandbox'
    if (leavesPage) services.count(1)
    const reply = await gateway.decodeAuthorizationMessage(
      { accessKeyId, secretAccessKey, sessionToken },
      endpoint,
      { encodedMessage },
      options,
    )
    if (leavesPage && reply.kind === 'not-sent') services.count(-1)
    return reply
  }
  const gateway = await services.loadGateway(target.kind).catch(() => null)
  // A value may have been cleared while the file was loading.
  if (isStale() || options.signal.aborted) return { kind: 'failed', outcome: { kind: 'cancelled' } }
  const reply: StsReply = gateway
    ? await ask(gateway)
    : { kind: 'not-sent', why: 'chunk-unavailable', message: '' }
  // An answer that quotes a value which was cleared meanwhile could no longer be redacted.
  return isStale()
    ? { kind: 'failed', outcome: { kind: 'cancelled' } }
    : kit.judgeDecoded(reply, secrets)
}
