import { execFile, spawn, spawnSync, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import * as sts from '@aws-sdk/client-sts'
import type { GetCallerIdentityCommand } from '@aws-sdk/client-sts'

/** Other people's clients, each asked in the same way: AWS's own parameters in, AWS's own answer out. */

export const REGION = 'ap-northeast-2'

export type Keys = {
  readonly id: string
  readonly secret: string
  readonly token: string | null
}

export type Service = 'sts' | 'ec2' | 'cognito-identity'

export type Call = {
  readonly url: string
  /** Null sends the call unsigned. */
  readonly keys: Keys | null
  readonly service: Service
  /** `AssumeRole` */
  readonly operation: string
  /** As in AWS's model. */
  readonly parameters: Readonly<Record<string, unknown>>
  readonly region?: string
}

/** What a client made of the answer. */
export type Came =
  | { readonly kind: 'result'; readonly result: Readonly<Record<string, unknown>> }
  | { readonly kind: 'error'; readonly code: string; readonly message: string }

export type Client = {
  readonly name: string
  readonly isInstalled: boolean
  readonly services: readonly Service[]
  /** Whether it knows the operations that STS got after 2023. */
  readonly knowsAll: boolean
  readonly ask: (call: Call) => Promise<Came>
}

export const AWS = '/usr/bin/aws'
export const PYTHON = '/usr/bin/python3'
export const CURL = '/usr/bin/curl'

const runs = (command: string, ...args: string[]): boolean =>
  existsSync(command) && spawnSync(command, args, { env: environment(null) }).status === 0

/** A folder without any configuration of this machine's user. */
const home = mkdtempSync(join(tmpdir(), 'foreign-clients-'))

/** Nothing of this machine's environment or configuration reaches a client. */
export const environment = (keys: Keys | null, region = REGION): NodeJS.ProcessEnv => ({
  PATH: '/usr/bin:/bin',
  HOME: home,
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_DEFAULT_REGION: region,
  AWS_MAX_ATTEMPTS: '1',
  AWS_PAGER: '',
  ...(keys ? { AWS_ACCESS_KEY_ID: keys.id, AWS_SECRET_ACCESS_KEY: keys.secret } : {}),
  ...(keys?.token ? { AWS_SESSION_TOKEN: keys.token } : {}),
})

/** Everything a command prints. */
export function output(
  [command, ...args]: readonly [string, ...string[]],
  env: NodeJS.ProcessEnv = environment(null),
): Promise<{ readonly out: string; readonly err: string }> {
  return new Promise((resolve) => {
    execFile(command, args, { env, timeout: 120_000 }, (_error, out, err) => resolve({ out, err }))
  })
}

const kebab = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1-$2')
    .toLowerCase()

/** The command line for a call, credentials apart. */
export const cliCommand = (call: Call): readonly [string, ...string[]] => [
  AWS,
  call.service,
  kebab(call.operation),
  '--endpoint-url',
  call.url,
  '--cli-input-json',
  JSON.stringify(call.parameters),
  '--output',
  'json',
  ...(call.keys ? [] : ['--no-sign-request']),
]

/** What the AWS CLI printed. */
export function readCli({ out, err }: { readonly out: string; readonly err: string }): Came {
  const error =
    /An error occurred \((\w+)\) when calling the \w+ operation(?: \([^)]*\))?: ([\s\S]*)/.exec(err)
  if (error) return { kind: 'error', code: error[1] ?? '', message: error[2]?.trim() ?? '' }
  if (out.trim() === '') throw new Error(err)
  return { kind: 'result', result: JSON.parse(out) as Readonly<Record<string, unknown>> }
}

const cli: Client = {
  name: 'AWS CLI',
  isInstalled: runs(AWS, '--version'),
  services: ['sts', 'ec2', 'cognito-identity'],
  knowsAll: false,
  ask: async (call) => readCli(await output(cliCommand(call), environment(call.keys, call.region))),
}

const BOTOCORE = `
import sys, json, botocore.session, botocore.config
session = botocore.session.get_session()
for line in sys.stdin:
    call = json.loads(line)
    keys = call['keys']
    config = botocore.config.Config(retries={'total_max_attempts': 1})
    if not keys: config = config.merge(botocore.config.Config(signature_version=botocore.UNSIGNED))
    client = session.create_client(call['service'], endpoint_url=call['url'], region_name=call['region'],
        aws_access_key_id=keys and keys['id'], aws_secret_access_key=keys and keys['secret'],
        aws_session_token=keys and keys['token'], config=config)
    try:
        if call.get('presign'):
            came = {'kind': 'result', 'result': {'url': client.generate_presigned_url(call['method'], Params=call['parameters'], HttpMethod='GET')}}
        else:
            result = getattr(client, call['method'])(**call['parameters'])
            result.pop('ResponseMetadata')
            came = {'kind': 'result', 'result': result}
    except botocore.exceptions.ClientError as error:
        came = {'kind': 'error', 'code': error.response['Error']['Code'], 'message': error.response['Error'].get('Message', '')}
    print(json.dumps(came, default=str), flush=True)
`

/** One process for all calls; they are answered in their order. */
class Botocore {
  #process: ChildProcessWithoutNullStreams | null = null
  #waiting: ((came: Came) => void)[] = []

  ask(call: Call & { readonly presign?: boolean }): Promise<Came> {
    const line = {
      ...call,
      region: call.region ?? REGION,
      method: kebab(call.operation).replaceAll('-', '_'),
    }
    return new Promise((resolve) => {
      this.#waiting.push(resolve)
      this.#running().stdin.write(`${JSON.stringify(line)}\n`)
    })
  }

  end(): void {
    this.#process?.kill()
  }

  #running(): ChildProcessWithoutNullStreams {
    if (this.#process) return this.#process
    const child = spawn(PYTHON, ['-c', BOTOCORE], { env: environment(null) })
    createInterface(child.stdout).on('line', (line) => {
      this.#waiting.shift()?.(JSON.parse(line) as Came)
    })
    let errors = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text))
    child.on('close', () => {
      for (const resolve of this.#waiting.splice(0)) {
        resolve({ kind: 'error', code: 'ended', message: errors })
      }
    })
    this.#process = child
    return child
  }
}

const pythonProcess = new Botocore()

const botocore: Client = {
  name: 'botocore',
  isInstalled: runs(PYTHON, '-c', 'import botocore.session'),
  services: ['sts', 'ec2', 'cognito-identity'],
  knowsAll: false,
  ask: (call) => pythonProcess.ask(call),
}

/** A URL that botocore signed. */
export async function presignedByBotocore(call: Call): Promise<string> {
  const came = await pythonProcess.ask({ ...call, presign: true })
  return came.kind === 'result' ? String(came.result['url']) : came.message
}

/** AWS's query protocol: `Tags.member.1.Key`, for EC2 `InstanceId.1`. */
function formOf(call: Call): URLSearchParams {
  const form = new URLSearchParams({
    Action: call.operation,
    Version: call.service === 'ec2' ? '2016-11-15' : '2011-06-15',
  })
  const add = (name: string, value: unknown): void => {
    if (Array.isArray(value)) {
      const member = call.service === 'ec2' ? name.replace(/s$/, '') : `${name}.member`
      value.forEach((each, at) => add(`${member}.${String(at + 1)}`, each))
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, each] of Object.entries(value)) {
        add(`${name}.${key}`, each)
      }
    } else form.set(name, String(value))
  }
  for (const [name, value] of Object.entries(call.parameters)) add(name, value)
  return form
}

const curl: Client = {
  name: 'curl --aws-sigv4',
  isInstalled: runs(CURL, '--aws-sigv4', 'aws:amz', '--version'),
  services: ['sts'],
  knowsAll: true,
  ask: async (call) => {
    const { keys } = call
    const { out } = await output([
      CURL,
      '--silent',
      '--header',
      'Accept: application/json',
      ...(keys
        ? [
            '--aws-sigv4',
            `aws:amz:${call.region ?? REGION}:sts`,
            '--user',
            `${keys.id}:${keys.secret}`,
          ]
        : []),
      ...(keys?.token ? ['--header', `X-Amz-Security-Token: ${keys.token}`] : []),
      '--data',
      formOf(call).toString(),
      call.url,
    ])
    return readJsonAnswer(call.operation, out)
  },
}

/** STS's answer to `Accept: application/json`. */
function readJsonAnswer(operation: string, text: string): Came {
  const answer = JSON.parse(text) as {
    readonly Error?: { readonly Code: string; readonly Message: string }
    readonly [response: string]: unknown
  }
  if (answer.Error) {
    return { kind: 'error', code: answer.Error.Code, message: answer.Error.Message }
  }
  const response = answer[`${operation}Response`] as Readonly<Record<string, object>>
  return { kind: 'result', result: { ...response[`${operation}Result`] } }
}

/** The SDK's command of an operation; all of them are made and sent alike. */
const commandOf = (operation: string): typeof GetCallerIdentityCommand =>
  new Map(Object.entries(sts)).get(`${operation}Command`) as typeof GetCallerIdentityCommand

const javascript: Client = {
  name: 'AWS SDK for JavaScript',
  isInstalled: true,
  services: ['sts'],
  knowsAll: true,
  ask: async (call) => {
    const { keys } = call
    const client = new sts.STS({
      endpoint: call.url,
      region: call.region ?? REGION,
      maxAttempts: 1,
      credentials: {
        accessKeyId: keys?.id ?? 'AKIAEXAMPLE',
        secretAccessKey: keys?.secret ?? 'EXAMPLE',
        ...(keys?.token ? { sessionToken: keys.token } : {}),
      },
    })
    const command = commandOf(call.operation)
    try {
      const { $metadata: _, ...result } = await client.send(new command(call.parameters))
      return { kind: 'result', result: JSON.parse(JSON.stringify(result)) as typeof result }
    } catch (error) {
      if (!(error instanceof sts.STSServiceException)) throw error
      // The name is the model's, `Code` what stood in the answer.
      const code = 'Code' in error ? String(error.Code) : error.name
      return { kind: 'error', code, message: error.message }
    } finally {
      client.destroy()
    }
  },
}

export const CLIENTS: readonly Client[] = [cli, botocore, curl, javascript]

/** Ends what the clients left running. */
export function endClients(): void {
  pythonProcess.end()
  rmSync(home, { recursive: true, force: true })
}
