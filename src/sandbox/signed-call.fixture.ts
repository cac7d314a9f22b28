import { Secret } from '#domain/credentials/secret.ts'
import type { SigningCredentials } from '#domain/ports.ts'
import { revealText } from '#domain/sigv4/secret-text.ts'
import { sign } from '#domain/sigv4/sign.ts'
import { MINUTE, instantOf } from '#domain/time/instant.ts'
import { secretAccessKeyOf } from './access-key.ts'
import { LONG_TERM_KEYS } from './accounts/user-table.ts'
import { answer } from './answer.ts'
import type { SandboxRequest } from './exchange.ts'
import { mintSession } from './mint.ts'
import { ROLE_SESSION } from './principal-table.ts'
import { ORDINARY, worldAt, type WorldSettings } from './world.ts'

/** Tests of the sandbox sign their calls with this. */

export const NOW = instantOf(2026, 11, 22, 1, 2, 3) ?? 0
export const SEOUL = 'ap-northeast-2'
export const FORM = 'Action=GetCallerIdentity&Version=2011-06-15'

/** A call to the sandbox that differs from the ordinary one where it says so. */
export type Call = {
  readonly credentials: SigningCredentials
  readonly region?: string
  readonly service?: string
  readonly host?: string
  readonly body?: string
  readonly method?: string
  readonly path?: string
  readonly query?: string
  readonly at?: number
  readonly change?: (request: SandboxRequest) => SandboxRequest
  readonly settings?: Partial<WorldSettings>
}

/** The signed request, its secrets in the clear. */
export async function wire(call: Call): Promise<SandboxRequest> {
  const region = call.region ?? SEOUL
  const signed = await sign(
    {
      method: call.method ?? 'POST',
      path: call.path ?? '/',
      query: call.query ?? '',
      headers: [
        ['host', call.host ?? `sts.${region}.amazonaws.com`],
        ['content-type', 'application/x-www-form-urlencoded'],
      ],
      body: call.body ?? FORM,
    },
    call.credentials,
    { region, service: call.service ?? 'sts' },
    call.at ?? NOW,
  )
  const headers = signed.headers.map(([name, value]) => [name, revealText(value)] as const)
  const { method, path, query, body } = signed
  return (call.change ?? ((same) => same))({ method, path, query, headers, body })
}

/** The answer to a call, with the texts of its XML elements. */
export async function ask(call: Call) {
  const world = worldAt({ ...ORDINARY, ...call.settings }, NOW, 1)
  const came = await answer(await wire(call), world)
  if (came.kind === 'fault') throw new Error(came.fault)
  const element = (name: string) =>
    new RegExp(`<${name}>([^<]*)</${name}>`).exec(came.body)?.[1] ?? null
  return { ...came, code: element('Code'), message: element('Message'), element }
}

/** Credentials of a role session with 42 minutes left. */
export async function session(
  order: Partial<Parameters<typeof mintSession>[0]> = {},
): Promise<SigningCredentials> {
  const minted = await mintSession({
    principal: ROLE_SESSION,
    region: SEOUL,
    issuedAt: NOW - 18 * MINUTE,
    durationSeconds: 3600,
    seed: 1,
    ...order,
  })
  return {
    accessKeyId: new Secret(minted.accessKeyId),
    secretAccessKey: minted.secretAccessKey,
    sessionToken: new Secret(minted.sessionToken),
  }
}

/** The IAM user's access key. */
export async function longTerm(): Promise<SigningCredentials> {
  const id = LONG_TERM_KEYS[0]?.accessKeyId ?? ''
  return {
    accessKeyId: new Secret(id),
    secretAccessKey: await secretAccessKeyOf(id),
    sessionToken: null,
  }
}

/** Changes one header after signing. */
export const header =
  (name: string, change: (value: string) => string) =>
  (request: SandboxRequest): SandboxRequest => ({
    ...request,
    headers: request.headers.map(([each, value]) => [each, each === name ? change(value) : value]),
  })
