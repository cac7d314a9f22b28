import { Secret } from '#domain/credentials/secret.ts'
import type { SigningCredentials } from '#domain/ports.ts'
import { uriEncode } from '#domain/sigv4/uri-encode.ts'
import { childOf, readXml, textOf, type XmlElement } from '#domain/xml/read-xml.ts'
import { secretAccessKeyOf } from './access-key.ts'
import { USERS } from './accounts/user-table.ts'
import { answer } from './answer.ts'
import { NOW, SEOUL, wire, type Call } from './signed-call.fixture.ts'
import { ORDINARY, worldAt } from './world.ts'

/** Tests of the operations ask with this: a real request, a real answer, read as XML. */

export type FormParameters = Readonly<Record<string, string>>

export type Circumstances = {
  readonly at?: number
  readonly seed?: number
  readonly settings?: Call['settings']
  readonly region?: string
  readonly host?: string
  readonly spentCodes?: Set<string>
}

/** The first key of a user. */
export async function keyOf(name: string, at = 0): Promise<SigningCredentials> {
  const id = USERS.find((each) => each.name === name)?.keys[at]?.accessKeyId
  if (id === undefined) throw new Error(`no user ${name}`)
  return {
    accessKeyId: new Secret(id),
    secretAccessKey: await secretAccessKeyOf(id),
    sessionToken: null,
  }
}

const formOf = (action: string, version: string, parameters: FormParameters): string =>
  Object.entries({ Action: action, Version: version, ...parameters })
    .map(([name, value]) => `${name}=${uriEncode(value)}`)
    .join('&')

/** What a signed call, or without credentials an unsigned one, came to. */
export async function call(
  credentials: SigningCredentials | null,
  action: string,
  parameters: FormParameters = {},
  { at = NOW, seed = 1, settings, region = SEOUL, host, spentCodes }: Circumstances = {},
) {
  const body = formOf(action, '2011-06-15', parameters)
  const place = host === undefined ? { region } : { region, host }
  const request =
    credentials === null
      ? {
          method: 'POST',
          path: '/',
          query: '',
          headers: [
            ['host', host ?? `sts.${region}.amazonaws.com`],
            ['content-type', 'application/x-www-form-urlencoded'],
          ] as const,
          body,
        }
      : await wire({ credentials, body, at, ...place })
  return read(request, worldAt({ ...ORDINARY, ...settings }, at, seed, spentCodes))
}

/** What a call to the pretend EC2 came to. */
export async function callEc2(
  credentials: SigningCredentials,
  action: string,
  parameters: FormParameters = {},
  { at = NOW, seed = 1, settings, region = SEOUL }: Circumstances = {},
) {
  const request = await wire({
    credentials,
    region,
    at,
    service: 'ec2',
    host: `ec2.${region}.amazonaws.com`,
    body: formOf(action, '2016-11-15', parameters),
  })
  return read(request, worldAt({ ...ORDINARY, ...settings }, at, seed))
}

async function read(request: Parameters<typeof answer>[0], world: Parameters<typeof answer>[1]) {
  const came = await answer(request, world)
  if (came.kind === 'fault') throw new Error(came.fault)
  const reading = readXml(came.body)
  if (reading.kind !== 'read') throw new Error(`no XML: ${came.body.slice(0, 200)}`)
  const text = (...path: readonly string[]): string | null => find(reading.root, path)
  return {
    status: came.status,
    body: came.body,
    text,
    code: text('Code'),
    message: text('Message'),
    credentials: (): SigningCredentials => ({
      accessKeyId: new Secret(text('AccessKeyId') ?? ''),
      secretAccessKey: new Secret(text('SecretAccessKey') ?? ''),
      sessionToken: new Secret(text('SessionToken') ?? ''),
    }),
  }
}

/** The text of the first element on a path, at any depth. */
function find(element: XmlElement, path: readonly string[]): string | null {
  const [first = '', ...rest] = path
  const child = childOf(element, first)
  if (child) return rest.length === 0 ? textOf(child) : find(child, rest)
  for (const each of element.children) {
    const found = typeof each === 'string' ? null : find(each, path)
    if (found !== null) return found
  }
  return null
}
