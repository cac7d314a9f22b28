import { bytesOf } from '#domain/sigv4/hash.ts'
import type { Judgement } from './authorize.ts'
import type { Caller } from './authenticate.ts'
import { encodeBase64Url } from '#domain/federation/base64.ts'
import { fromBase64Url } from './issuers/base64.ts'
import type { Statement } from './policy/document.ts'
import type { Principal } from './principal-table.ts'
import { deriveBytes, open, seal } from './sealing.ts'

/** What an encoded message holds: whose it is, and the JSON that DecodeAuthorizationMessage gives. */
export type DecodedContent = { readonly account: string; readonly json: string }

/** The encoded message of a denial, as EC2 appends it: base64url, sealed, the same for the same denial. */
export async function encodeMessage(caller: Caller, judgement: Judgement): Promise<string> {
  const content: DecodedContent = {
    account: caller.principal.account,
    json: JSON.stringify(decodedMessage(caller, judgement)),
  }
  const bytes = bytesOf(JSON.stringify(content))
  const iv = (await deriveBytes('message iv', bytes)).slice(0, 12)
  const sealed = await seal(bytes, iv, PURPOSE)
  return encodeBase64Url(Uint8Array.from([...iv, ...sealed]))
}

const PURPOSE = 'authorization message'

/** What a message says; null where it is not one that the sandbox wrote. */
export async function openEncodedMessage(message: string): Promise<DecodedContent | null> {
  const bytes = fromBase64Url(message)
  const content = bytes && (await open(bytes.slice(12), bytes.slice(0, 12), PURPOSE))
  // Only the sandbox can have sealed it, so what is inside has the shape that was put in.
  return content && (JSON.parse(new TextDecoder().decode(content)) as DecodedContent)
}

const items = <T>(list: readonly T[]): { readonly items: readonly T[] } => ({ items: list })

const values = (texts: readonly string[]) => items(texts.map((value) => ({ value })))

/** @see https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html */
function decodedMessage({ principal }: Caller, { request, verdict }: Judgement) {
  const explicitDeny = verdict.kind === 'denied' && verdict.effect === 'explicit'
  const { action, resource, context } = request
  return {
    allowed: verdict.kind === 'allowed',
    explicitDeny,
    matchedStatements: items(
      verdict.matched.map(({ statement }) => matchedStatement(statement, idOf(principal))),
    ),
    failures: items([]),
    context: {
      principal: {
        id: principal.userId,
        ...(isUser(principal) && { name: principal.arn.split('/').at(-1) }),
        arn: principal.arn,
      },
      action,
      resource,
      conditions: items(
        [...context.values()].map((each) => ({ key: each.key, values: values(each.values) })),
      ),
    },
  }
}

const isUser = ({ arn }: Principal): boolean => /:user\//.test(arn)

/** Whom a statement was found for: a user by its ID, every session of a role by the role's. */
const idOf = ({ arn, userId }: Principal): string =>
  arn.includes(':assumed-role/') ? (userId.split(':')[0] ?? '') : userId

function matchedStatement(statement: Statement, principalId: string) {
  return {
    statementId: statement.id,
    effect: statement.effect.toUpperCase(),
    principals: values([principalId]),
    principalGroups: items([]),
    actions: values(statement.actions.patterns),
    resources: values(statement.resources?.patterns ?? []),
    conditions: items(
      statement.conditions.map(({ key, values: texts }) => ({ key, values: values(texts) })),
    ),
  }
}
