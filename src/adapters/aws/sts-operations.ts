import {
  AssumeRoleCommand,
  type AssumeRoleCommandInput,
  AssumeRoleWithSAMLCommand,
  type AssumeRoleWithSAMLCommandInput,
  AssumeRoleWithWebIdentityCommand,
  type AssumeRoleWithWebIdentityCommandInput,
  AssumeRootCommand,
  type AssumeRootCommandInput,
  DecodeAuthorizationMessageCommand,
  type DecodeAuthorizationMessageCommandInput,
  GetAccessKeyInfoCommand,
  type GetAccessKeyInfoCommandInput,
  GetCallerIdentityCommand,
  GetDelegatedAccessTokenCommand,
  type GetDelegatedAccessTokenCommandInput,
  GetFederationTokenCommand,
  type GetFederationTokenCommandInput,
  GetSessionTokenCommand,
  type GetSessionTokenCommandInput,
  GetWebIdentityTokenCommand,
  type GetWebIdentityTokenCommandInput,
  type STSClient,
  type STSClientConfig,
} from '@aws-sdk/client-sts'
import type { OperationsGateway } from '#domain/ports.ts'
import { commandInput } from '#domain/sts/operations/command-input.ts'
import type { OperationName } from '#domain/sts/operations/descriptor.ts'
import { OPERATIONS } from '#domain/sts/operations/operation-table.ts'
import { secretsAmong } from '#domain/sts/operations/values.ts'
import { ask } from './sts-call.ts'

/** Sends the command of an operation; what the SDK reads from the answer is not relied upon. */
type Send = (client: STSClient, input: unknown, options: Options) => Promise<unknown>

type Options = { readonly abortSignal: AbortSignal }

// A command takes what its descriptor describes; the contract tests compare what either writes.
const SEND: Readonly<Record<OperationName, Send>> = {
  AssumeRole: (client, input, options) =>
    client.send(new AssumeRoleCommand(input as AssumeRoleCommandInput), options),
  AssumeRoleWithSAML: (client, input, options) =>
    client.send(new AssumeRoleWithSAMLCommand(input as AssumeRoleWithSAMLCommandInput), options),
  AssumeRoleWithWebIdentity: (client, input, options) =>
    client.send(
      new AssumeRoleWithWebIdentityCommand(input as AssumeRoleWithWebIdentityCommandInput),
      options,
    ),
  AssumeRoot: (client, input, options) =>
    client.send(new AssumeRootCommand(input as AssumeRootCommandInput), options),
  DecodeAuthorizationMessage: (client, input, options) =>
    client.send(
      new DecodeAuthorizationMessageCommand(input as DecodeAuthorizationMessageCommandInput),
      options,
    ),
  GetAccessKeyInfo: (client, input, options) =>
    client.send(new GetAccessKeyInfoCommand(input as GetAccessKeyInfoCommandInput), options),
  GetCallerIdentity: (client, _, options) => client.send(new GetCallerIdentityCommand({}), options),
  GetDelegatedAccessToken: (client, input, options) =>
    client.send(
      new GetDelegatedAccessTokenCommand(input as GetDelegatedAccessTokenCommandInput),
      options,
    ),
  GetFederationToken: (client, input, options) =>
    client.send(new GetFederationTokenCommand(input as GetFederationTokenCommandInput), options),
  GetSessionToken: (client, input, options) =>
    client.send(new GetSessionTokenCommand(input as GetSessionTokenCommandInput), options),
  GetWebIdentityToken: (client, input, options) =>
    client.send(new GetWebIdentityTokenCommand(input as GetWebIdentityTokenCommandInput), options),
}

/** Calls any operation of STS. Its file holds the SDK's commands and is fetched apart from the first call. */
export function createOperationsGateway({
  requestHandler,
}: {
  readonly requestHandler?: STSClientConfig['requestHandler']
} = {}): OperationsGateway {
  return {
    perform: ({ operation, values, credentials }, endpoint, options) =>
      ask({
        credentials,
        endpoint,
        options,
        requestHandler,
        secrets: secretsAmong(values),
        send: async (client, abortSignal) => {
          const input = commandInput(OPERATIONS[operation], values)
          await SEND[operation](client, input, { abortSignal })
          return null
        },
      }),
  }
}
