import {
  DecodeAuthorizationMessageCommand,
  GetCallerIdentityCommand,
  type STSClientConfig,
} from '@aws-sdk/client-sts'
import type { StsGateway } from '#domain/ports.ts'
import { ask, type Call } from './sts-call.ts'

type GatewayOptions = {
  /** Answers in place of the network; the browser's fetch where it is left out. */
  readonly requestHandler?: STSClientConfig['requestHandler']
}

/** Asks STS who the caller is, and what an encoded authorization message says. */
export function createStsGateway({ requestHandler }: GatewayOptions = {}): StsGateway {
  return {
    getCallerIdentity: (credentials, endpoint, options) =>
      ask({
        credentials,
        endpoint,
        options,
        requestHandler,
        secrets: [],
        send: sendGetCallerIdentity,
      }),
    decodeAuthorizationMessage: (credentials, endpoint, { encodedMessage }, options) =>
      ask({
        credentials,
        endpoint,
        options,
        requestHandler,
        secrets: [],
        send: sendDecode(encodedMessage),
      }),
  }
}

const sendGetCallerIdentity: Call['send'] = async (client, abortSignal) => {
  const { Account, Arn, UserId } = await client.send(new GetCallerIdentityCommand({}), {
    abortSignal,
  })
  return { account: Account ?? null, arn: Arn ?? null, userId: UserId ?? null }
}

const sendDecode =
  (encodedMessage: string): Call['send'] =>
  async (client, abortSignal) => {
    const { DecodedMessage } = await client.send(
      new DecodeAuthorizationMessageCommand({ EncodedMessage: encodedMessage }),
      { abortSignal },
    )
    return { account: null, arn: null, userId: null, decoded: DecodedMessage ?? null }
  }
