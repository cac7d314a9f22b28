import { useState } from 'react'
import type { OperationName, ParameterValues } from '#domain/sts/operations/descriptor.ts'
import { ExampleRow, type Example } from '#features/operations/example-row.tsx'
import { lessonMessages } from '#messages/en/lessons.ts'
import { formMessages as text } from '#messages/en/operation-forms.ts'
import { useOperations, useOperationsActions } from '#state/operations-context.ts'
import { sandboxPart } from './parts.ts'
import { useCaller } from './use-caller.ts'

type Filled = {
  readonly values?: ParameterValues
  readonly secrets?: Readonly<Record<string, string>>
  /** Why there is nothing to fill in. */
  readonly missing?: string
}

type Source = Example & { readonly make: () => Promise<Filled> }

const SESSION_NAME = 'sandbox-lesson'

/** What the sandbox has for this form: roles to try, tokens of its own providers, the code of a device. */
export function ExamplePanel({
  onSecret,
}: {
  readonly onSecret: (name: string, text: string) => void
}) {
  const operation = useOperations((state) => state.open)
  const { session, held } = useCaller()
  const actions = useOperationsActions()
  const [missing, setMissing] = useState('')
  const lessons = sandboxPart.loaded()?.lessons
  if (session.target.kind !== 'sandbox' || !lessons || !operation) return null
  const mfa: Source = {
    id: 'mfa',
    name: lessonMessages.mfa,
    detail: lessonMessages.mfaDetail,
    make: async () => {
      const keyId = held?.credentials.accessKeyId?.value.reveal() ?? ''
      const device = await lessons.codeFor(keyId)
      return device
        ? { values: { SerialNumber: device.serial }, secrets: { TokenCode: device.code } }
        : { missing: lessonMessages.noDevice }
    },
  }
  const sources = sourcesOf(operation, lessons, mfa)
  if (sources.length === 0) return null
  const use = async (id: string): Promise<void> => {
    const filled: Filled = (await sources.find((each) => each.id === id)?.make()) ?? {}
    const { values = {}, secrets = {} } = filled
    setMissing(filled.missing ?? '')
    actions.fill(operation, values)
    for (const [name, value] of Object.entries(secrets)) onSecret(name, value)
  }
  return (
    <ExampleRow
      examples={sources}
      onUse={(id) => void use(id)}
      missing={missing}
      text={text.examples}
    />
  )
}

type Lessons = NonNullable<ReturnType<typeof sandboxPart.loaded>>['lessons']

function sourcesOf(operation: OperationName, lessons: Lessons, mfa: Source): readonly Source[] {
  switch (operation) {
    case 'AssumeRole':
      return [
        ...lessons.roles.map(({ shows, name, values }) => ({
          id: name,
          name,
          detail: lessonMessages.roles[shows ?? 'missing'] ?? '',
          make: async () => ({ values: { RoleSessionName: SESSION_NAME, ...values } }),
        })),
        mfa,
      ]
    case 'GetSessionToken':
      return [mfa]
    case 'GetFederationToken':
      return [
        {
          id: 'federation',
          name: lessonMessages.federation,
          detail: '',
          make: async () => ({
            values: { Name: SESSION_NAME, Policy: lessonMessages.readOnlyPolicy },
          }),
        },
      ]
    case 'AssumeRoleWithWebIdentity':
      return [
        {
          id: 'token',
          name: lessonMessages.token,
          detail: lessonMessages.tokenDetail,
          make: async () => {
            const { token, roleArn } = await lessons.webIdentity()
            return {
              values: { RoleArn: roleArn, RoleSessionName: SESSION_NAME },
              secrets: { WebIdentityToken: token },
            }
          },
        },
      ]
    case 'AssumeRoleWithSAML':
      return [
        {
          id: 'response',
          name: lessonMessages.response,
          detail: lessonMessages.responseDetail,
          make: async () => ({ secrets: { SAMLAssertion: await lessons.saml() } }),
        },
      ]
    case 'AssumeRoot':
    case 'DecodeAuthorizationMessage':
    case 'GetAccessKeyInfo':
    case 'GetCallerIdentity':
    case 'GetDelegatedAccessToken':
    case 'GetWebIdentityToken':
      return []
  }
}
