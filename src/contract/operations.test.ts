import * as sdk from '@aws-sdk/client-sts'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Secret } from '#domain/credentials/secret.ts'
import { checkParameters } from '#domain/sts/operations/check-parameters.ts'
import { cliCommand, variablesOf } from '#domain/sts/operations/cli-command.ts'
import { commandInput } from '#domain/sts/operations/command-input.ts'
import { constraintFaults } from '#domain/sts/operations/constraints.ts'
import type {
  OperationDescriptor,
  Parameter,
  ParameterValue,
  ParameterValues,
  TextLimits,
} from '#domain/sts/operations/descriptor.ts'
import { readForm, writeForm } from '#domain/sts/operations/form.ts'
import { OPERATIONS } from '#domain/sts/operations/operation-table.ts'
import { formOf as formOfKind, textOf } from '#domain/sts/operations/values.ts'

type Command = Parameters<sdk.STSClient['send']>[0]

const COMMANDS: Readonly<Record<string, (input: never) => unknown>> = {
  AssumeRole: (input) => new sdk.AssumeRoleCommand(input),
  AssumeRoleWithSAML: (input) => new sdk.AssumeRoleWithSAMLCommand(input),
  AssumeRoleWithWebIdentity: (input) => new sdk.AssumeRoleWithWebIdentityCommand(input),
  AssumeRoot: (input) => new sdk.AssumeRootCommand(input),
  DecodeAuthorizationMessage: (input) => new sdk.DecodeAuthorizationMessageCommand(input),
  GetAccessKeyInfo: (input) => new sdk.GetAccessKeyInfoCommand(input),
  GetCallerIdentity: (input) => new sdk.GetCallerIdentityCommand(input),
  GetDelegatedAccessToken: (input) => new sdk.GetDelegatedAccessTokenCommand(input),
  GetFederationToken: (input) => new sdk.GetFederationTokenCommand(input),
  GetSessionToken: (input) => new sdk.GetSessionTokenCommand(input),
  GetWebIdentityToken: (input) => new sdk.GetWebIdentityTokenCommand(input),
}

/** The body and the headers that the SDK sends for a command. */
async function sentBySdk(command: Command): Promise<{ body: string; isSigned: boolean }> {
  const sent: { body: string; headers: Record<string, string> }[] = []
  const client = new sdk.STSClient({
    region: 'us-east-1',
    maxAttempts: 1,
    credentials: { accessKeyId: 'AKIAEXAMPLEEXAMPLE22', secretAccessKey: 'EXAMPLE' },
    requestHandler: {
      handle: async (request: { body: string; headers: Record<string, string> }) => {
        sent.push(request)
        return { response: { statusCode: 500, headers: {}, body: new Blob(['<a/>']) } }
      },
      destroy: () => {},
    } as never,
  })
  await client.send(command).catch(() => {})
  client.destroy()
  const [request] = sent
  return { body: request?.body ?? '', isSigned: 'authorization' in (request?.headers ?? {}) }
}

const NAME = 'abcXYZ019_+=,.@-'
const WIDE = `${NAME} :/é日~!*'()&%\n"`

/** Texts that meet the limits of the model. */
function textWithin(limits: TextLimits | undefined): fc.Arbitrary<string> {
  const pattern = limits?.pattern ?? ''
  const alphabet = pattern.startsWith('[\\d]')
    ? '0123456789'
    : pattern.startsWith('[\\u')
      ? pattern.endsWith('00FF]+')
        ? WIDE.replace('日', '')
        : WIDE
      : pattern.startsWith('[\\p')
        ? `${NAME.replace(',', '')} :/é日`
        : pattern === '[\\w]*'
          ? 'abcXYZ019_'
          : pattern === ''
            ? WIDE
            : NAME
  const least = limits?.least ?? 1
  return fc
    .array(fc.constantFrom(...Array.from(alphabet)), {
      minLength: Math.max(least, 0),
      maxLength: Math.min(limits?.most ?? 60, Math.max(least, 40)),
    })
    .map((characters) => characters.join(''))
}

function valueOf(parameter: Parameter): fc.Arbitrary<ParameterValue> {
  const text = textWithin(parameter.text)
  const list = { minLength: 1, maxLength: 4 }
  switch (formOfKind(parameter.kind)) {
    case 'texts':
      return fc.array(text, list)
    case 'tags':
      return fc.array(fc.record({ key: text, value: textWithin(parameter.second) }), list)
    case 'contexts':
      return fc.array(
        fc.record({ providerArn: textWithin(parameter.second), contextAssertion: text }),
        list,
      )
    case 'one': {
      const { number } = parameter
      if (number) return fc.integer({ min: number.least, max: number.most }).map(String)
      return parameter.isSecret ? text.map((secret) => new Secret(secret)) : text
    }
  }
}

/** Values of an operation that its model allows, optional ones now and then left out. */
function valuesOf(descriptor: OperationDescriptor): fc.Arbitrary<ParameterValues> {
  const required = descriptor.parameters.filter(({ isRequired }) => isRequired)
  return fc.record(
    Object.fromEntries(
      descriptor.parameters.map((parameter) => [parameter.name, valueOf(parameter)]),
    ),
    { requiredKeys: required.map(({ name }) => name) },
  )
}

/** Secrets compare by what they hold. */
const plain = (values: ParameterValues): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, textOf(value) ?? value]))

const formOf = (body: string): ReadonlyMap<string, string> => new Map(new URLSearchParams(body))

const ALL = Object.values(OPERATIONS).map((descriptor) => [descriptor.name, descriptor] as const)

describe.each(ALL)('%s', (name, descriptor) => {
  test('is written as the SDK writes it, and read back', async () => {
    await fc.assert(
      fc.asyncProperty(valuesOf(descriptor), async (values) => {
        const body = writeForm(descriptor, values)
        const input = commandInput(descriptor, values)
        const sent = await sentBySdk(COMMANDS[name]?.(input as never) as Command)
        expect(body).toBe(sent.body)
        expect(sent.isSigned).toBe(descriptor.isSigned)
        const reading = readForm(descriptor, formOf(body))
        expect(plain(reading.values)).toEqual(plain(values))
        expect(reading).toMatchObject({ unknown: [], absent: [] })
        expect(constraintFaults(descriptor, reading.values)).toEqual([])
      }),
      { numRuns: 40 },
    )
  })

  test('the parameters, their order, what is required and what is sensitive are the SDK’s', () => {
    const schema = (sdk as Record<string, unknown>)[`${name}Request$`] as readonly unknown[]
    const [, , , , names, types, requiredCount = 0] = schema as readonly [
      number,
      string,
      string,
      unknown,
      readonly string[],
      readonly unknown[],
      number?,
    ]
    const own = descriptor.parameters
    expect(own.map((parameter) => parameter.name)).toEqual(names)
    const required = own.filter(({ isRequired }) => isRequired)
    expect(required.map((parameter) => parameter.name)).toEqual(names.slice(0, requiredCount))
    const sensitive = names.filter((_, index) => {
      const type = types[index]
      const member: unknown = Array.isArray(type) ? type[0] : type
      const shape: unknown = typeof member === 'function' ? (member as () => unknown)() : member
      return Array.isArray(shape) && shape[0] === 0 && shape[3] === 8
    })
    const ownSensitive = own.filter(({ isSensitive }) => isSensitive)
    expect(ownSensitive.map((parameter) => parameter.name)).toEqual(sensitive)
  })

  test('the answer’s fields are the SDK’s', () => {
    const schema = (sdk as Record<string, unknown>)[`${name}Response$`] as readonly unknown[]
    const names = schema[4] as readonly string[]
    const own = new Set([
      ...descriptor.fields.map(({ path }) => path.split('.')[0]),
      ...(descriptor.mints === null ? [] : ['Credentials']),
    ])
    expect(own).toEqual(new Set(names))
  })

  test('the errors are the SDK’s', () => {
    const file = new URL(
      `../../node_modules/@aws-sdk/client-sts/dist-types/commands/${name}Command.d.ts`,
      import.meta.url,
    )
    const thrown = readFileSync(file, 'utf8').matchAll(/@throws \{@link (\w+Exception)\} \(/g)
    const codes = [...thrown].map(([, exception = '']) => {
      const schema = (sdk as Record<string, unknown>)[`${exception}$`] as readonly unknown[]
      return (schema[3] as { readonly awsQueryError: readonly [string, number] }).awsQueryError[0]
    })
    expect(new Set(descriptor.errors)).toEqual(new Set(codes))
  })

  test('what the model allows has no fault of the model in the form either', () => {
    fc.assert(
      fc.property(valuesOf(descriptor), (values) => {
        const faults = checkParameters(descriptor, values)
        const ofModel = ['missing', 'pattern', 'too-short', 'too-long', 'too-small', 'not-a-number']
        expect(faults.filter(({ fault }) => ofModel.includes(fault))).toEqual([])
      }),
      { numRuns: 30 },
    )
  })

  test('a shell hands the command to the CLI as it was meant', () => {
    fc.assert(
      fc.property(valuesOf(descriptor), (values) => {
        const text = cliCommand(descriptor, values, {
          region: 'eu-west-1',
          endpoint: 'http://127.0.0.1:8080/',
        })
        const secrets = variablesOf(descriptor, values)
        for (const secret of Object.values(values)) {
          if (!(secret instanceof Secret) || secret.length < 6) continue
          expect(text).not.toContain(secret.reveal())
        }
        const words = wordsOfShell(text, secrets)
        expect(words.slice(0, 2)).toEqual(['sts', descriptor.command])
        expect(words.slice(-4)).toEqual([
          '--region',
          'eu-west-1',
          '--endpoint-url',
          'http://127.0.0.1:8080/',
        ])
        for (const [parameter, value] of Object.entries(values)) {
          const single = typeof value === 'string' ? value : null
          if (single === null || parameter === 'TaskPolicyArn') continue
          const isThere = words.some((word) => word === single || word.endsWith(`=${single}`))
          expect(isThere).toBe(true)
        }
      }),
      { numRuns: 6 },
    )
  })
})

/** What a POSIX shell makes of a command behind `aws`. */
function wordsOfShell(command: string, variables: readonly string[]): readonly string[] {
  const env = Object.fromEntries(variables.map((name) => [name, `held in ${name}`]))
  const script = `aws() { for word in "$@"; do printf '%s\\0' "$word"; done; }\n${command}`
  const run = spawnSync('sh', ['-c', script], { env, encoding: 'utf8' })
  expect(run.stderr).toBe('')
  return run.stdout.split('\0').slice(0, -1)
}
