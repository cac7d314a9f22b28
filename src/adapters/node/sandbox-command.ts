import { secretAccessKeyOf } from '#sandbox/access-key.ts'
import { IDENTITY_POOL_ID, SAML_PROVIDER_ARN } from '#sandbox/accounts/provider-table.ts'
import { EXTERNAL_ID, ROLES } from '#sandbox/accounts/role-table.ts'
import { USERS } from '#sandbox/accounts/user-table.ts'
import { CONTROL_PATH } from './sandbox-controls.ts'
import { startSandboxServer, type SandboxServer } from './sandbox-server.ts'

/** Where the sandbox listens unless told otherwise. */
const USUAL_PORT = 4587

const REGION = 'ap-northeast-2'

const HELP = `An STS of your own on this machine: it verifies signatures, knows users, roles and policies, and believes
nobody. Any AWS client can talk to it; nothing is sent to AWS and nothing is stored.

  npm run -s sandbox
  npm run -s sandbox -- --port 8080

  --port <n>   the port of 127.0.0.1 to listen on; ${String(USUAL_PORT)} by default, 0 takes a free one
  --quiet      print the address alone
  -h, --help   this text

It prints the keys of each user to copy. Knobs (a wrong clock, an outage, a Region switched off …) are at
${CONTROL_PATH}settings; docs/sandbox.md describes them.

Exit codes: 0 it was ended with Ctrl+C; 1 the port is taken or not allowed; 2 the arguments are wrong.
`

/** What the command sees of the process. */
export type Surroundings = {
  readonly args: readonly string[]
  readonly write: (text: string) => void
  /** One line to standard error. */
  readonly remark: (line: string) => void
}

/** `running` until somebody closes it. */
export type Started =
  | { readonly kind: 'running'; readonly server: SandboxServer }
  | { readonly kind: 'ended'; readonly exitCode: 0 | 1 | 2 }

/** `npm run sandbox`. */
export async function sandboxCommand({ args, write, remark }: Surroundings): Promise<Started> {
  const read = readArguments(args)
  if (read.kind === 'help') {
    write(HELP)
    return { kind: 'ended', exitCode: 0 }
  }
  if (read.kind === 'wrong') {
    remark(`sandbox: ${read.why}; -h shows the usage`)
    return { kind: 'ended', exitCode: 2 }
  }
  try {
    const server = await startSandboxServer({ port: read.port })
    const address = server.url.replace(/\/$/, '')
    write(read.isQuiet ? `${address}\n` : await welcome(address))
    return { kind: 'running', server }
  } catch (error) {
    remark(`sandbox: ${reasonOf(error, read.port)}`)
    return { kind: 'ended', exitCode: 1 }
  }
}

function reasonOf(error: unknown, port: number): string {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'EADDRINUSE') {
    return `port ${String(port)} is taken; end what listens there, or choose another with --port (0 takes a free one)`
  }
  if (code === 'EACCES') return `port ${String(port)} is not allowed; choose one above 1023`
  return `cannot listen on port ${String(port)}`
}

type Arguments =
  | { readonly kind: 'run'; readonly port: number; readonly isQuiet: boolean }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly why: string }

function readArguments(args: readonly string[]): Arguments {
  let port = USUAL_PORT
  let isQuiet = false
  for (let at = 0; at < args.length; at++) {
    const [flag = '', inline] = (args[at] ?? '').split('=', 2)
    if (flag === '-h' || flag === '--help') return { kind: 'help' }
    if (flag === '--quiet') isQuiet = true
    else if (flag === '--port') {
      const value = inline ?? args[++at] ?? ''
      port = /^\d{1,5}$/.test(value) ? Number(value) : Number.NaN
      if (!(port <= 65_535)) return { kind: 'wrong', why: '--port wants a number from 0 to 65535' }
    } else return { kind: 'wrong', why: 'unknown argument' }
  }
  return { kind: 'run', port, isQuiet }
}

/** Everything that is needed to begin, to copy. */
async function welcome(address: string): Promise<string> {
  const control = `${address}${CONTROL_PATH}`
  const users = await Promise.all(
    USERS.flatMap((user) =>
      user.keys.map(async ({ accessKeyId, isActive }) =>
        [
          `# ${user.principal.arn} (${user.shows}${isActive ? '' : ', refused'})`,
          `export AWS_ACCESS_KEY_ID=${accessKeyId}`,
          `export AWS_SECRET_ACCESS_KEY=${(await secretAccessKeyOf(accessKeyId)).reveal()}`,
          `export AWS_DEFAULT_REGION=${REGION}; unset AWS_SESSION_TOKEN`,
          ...(user.mfaSerial === null ? [] : [mfaLine(user.mfaSerial, address, control)]),
          '',
        ].join('\n'),
      ),
    ),
  )
  return [
    `# STS sandbox on ${address}, ended by Ctrl+C. Everything in it is invented; nothing is sent to AWS.`,
    '# Take the lines of one user, then:',
    '',
    `aws --endpoint-url ${address} sts get-caller-identity`,
    '',
    ...users,
    '# Roles',
    ...ROLES.map(({ arn, shows }) => `#   ${arn} (${shows})`),
    `#   External ID of the role that asks for one: ${EXTERNAL_ID}`,
    `#   Identity pool: ${IDENTITY_POOL_ID}`,
    `#   SAML provider: ${SAML_PROVIDER_ARN}`,
    '',
    '# A token of the OpenID provider, a SAML assertion',
    `curl -s ${control}jwt`,
    `curl -s ${control}saml`,
    '',
    '# Knobs: see them, turn one, put everything back',
    `curl -s ${control}settings`,
    `curl -s -X PUT -H 'content-type: application/json' -d '{"clockOffsetMs":1200000}' ${control}settings`,
    `curl -s -X DELETE ${control}settings`,
    '',
  ].join('\n')
}

const mfaLine = (serial: string, address: string, control: string): string =>
  `# With MFA: aws --endpoint-url ${address} sts get-session-token --serial-number ${serial} --token-code "$(curl -s ${control}totp)"`
