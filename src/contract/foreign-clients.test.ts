import { execFile, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startSandboxServer, type SandboxServer } from '#adapters/node/sandbox-server.ts'
import { mintSession, type MintedCredentials } from '#sandbox/mint.ts'
import { ROLE_SESSION } from '#sandbox/principal-table.ts'

const REGION = 'ap-northeast-2'
const AWS = '/usr/bin/aws'
const PYTHON = '/usr/bin/python3'
const CURL = '/usr/bin/curl'

const BOTOCORE = `
import os, sys, botocore.session
client = botocore.session.get_session().create_client('sts', endpoint_url=sys.argv[1])
try:
    print(client.get_caller_identity()['Arn'])
except botocore.exceptions.ClientError as error:
    print(error.response['Error']['Code'], error.response['Error']['Message'])
`

type Keys = { readonly id: string; readonly secret: string; readonly token: string | null }

/** How a client is called; the credentials are in its environment unless it cannot read them there. */
type Client = {
  readonly name: string
  readonly isInstalled: boolean
  readonly version: readonly [command: string, ...args: string[]]
  readonly command: (url: string, keys: Keys) => readonly [command: string, ...args: string[]]
}

const runs = (command: string, ...args: string[]): boolean =>
  existsSync(command) && spawnSync(command, args).status === 0

const CLIENTS: readonly Client[] = [
  {
    name: 'AWS CLI',
    isInstalled: runs(AWS, '--version'),
    version: [AWS, '--version'],
    command: (url) => [AWS, 'sts', 'get-caller-identity', '--endpoint-url', url],
  },
  {
    name: 'botocore',
    isInstalled: runs(PYTHON, '-c', 'import botocore.session'),
    version: [PYTHON, '-c', 'import botocore; print("botocore", botocore.__version__)'],
    command: (url) => [PYTHON, '-c', BOTOCORE, url],
  },
  {
    name: 'curl --aws-sigv4',
    isInstalled: runs(CURL, '--aws-sigv4', 'aws:amz', '--version'),
    version: [CURL, '--version'],
    command: (url, { id, secret, token }) => [
      CURL,
      '--silent',
      '--aws-sigv4',
      `aws:amz:${REGION}:sts`,
      '--user',
      `${id}:${secret}`,
      ...(token === null ? [] : ['--header', `X-Amz-Security-Token: ${token}`]),
      '--data',
      'Action=GetCallerIdentity&Version=2011-06-15',
      url,
    ],
  },
]

let server: SandboxServer
let home: string
let minted: MintedCredentials

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'foreign-clients-'))
  server = await startSandboxServer({ port: 0 })
  minted = await mintSession({
    principal: ROLE_SESSION,
    region: REGION,
    issuedAt: Date.now(),
    durationSeconds: 900,
    seed: 1,
  })
})

afterAll(async () => {
  await server.close()
  rmSync(home, { recursive: true })
})

/** Everything a client prints. Nothing of this machine's environment or configuration reaches it. */
function run([command, ...args]: readonly [string, ...string[]], keys?: Keys): Promise<string> {
  const env = {
    PATH: '/usr/bin:/bin',
    HOME: home,
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_DEFAULT_REGION: REGION,
    AWS_MAX_ATTEMPTS: '1',
    ...(keys ? { AWS_ACCESS_KEY_ID: keys.id, AWS_SECRET_ACCESS_KEY: keys.secret } : {}),
    ...(keys?.token ? { AWS_SESSION_TOKEN: keys.token } : {}),
  }
  return new Promise((resolve) => {
    execFile(command, args, { env, timeout: 30_000 }, (_error, stdout, stderr) =>
      resolve(stdout + stderr),
    )
  })
}

describe.each(CLIENTS)('$name', { timeout: 60_000 }, ({ isInstalled, version, command }) => {
  const keys = (): Keys => ({
    id: minted.accessKeyId,
    secret: minted.secretAccessKey.reveal(),
    token: minted.sessionToken,
  })
  const ask = (given: Keys) => run(command(server.url, given), given)

  test.skipIf(!isInstalled)('right credentials: identity', async ({ annotate }) => {
    await annotate((await run(version)).split('\n')[0] ?? '')
    expect(await ask(keys())).toContain(ROLE_SESSION.arn)
  })

  test.skipIf(!isInstalled)('wrong secret: SignatureDoesNotMatch', async () => {
    const printed = await ask({ ...keys(), secret: 'x'.repeat(40) })
    expect(printed).toContain('SignatureDoesNotMatch')
    expect(printed).toContain('The request signature we calculated')
  })

  test.skipIf(!isInstalled)('token missing: InvalidClientTokenId', async () => {
    expect(await ask({ ...keys(), token: null })).toContain('InvalidClientTokenId')
  })
})
