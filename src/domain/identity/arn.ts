/** What a part of an ARN says. */
export type ArnPartKind =
  | 'prefix'
  | 'partition'
  | 'service'
  | 'region'
  | 'account'
  | 'resource-kind'
  | 'path'
  | 'role-name'
  | 'user-name'
  | 'session-name'
  | 'resource'

/** A part that is not empty, and the separators that follow it (`::` where the Region is left out). */
type ArnPart = {
  readonly kind: ArnPartKind
  readonly text: string
  readonly after: string
}

/** An ARN taken apart. Every `text` and `after`, one behind the other, give the ARN again. */
export type ArnParts = { readonly parts: readonly ArnPart[] }

type Piece = readonly [kind: ArnPartKind, text: string]

/** Principals that are a kind without a name. */
const ROOTS = ['iam root', 'sts assumed-root']

const COLON_PIECES = ['prefix', 'partition', 'service', 'region', 'account'] as const

/**
 * Takes an ARN apart for showing its parts; null where the text is no ARN. Role and user ARNs of IAM and the session
 * ARNs of STS are read to the name; any other resource stays in one part.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-arns
 */
export function parseArn(text: string): ArnParts | null {
  const fields = text.split(':')
  const head = fields.slice(0, COLON_PIECES.length)
  const resource = fields.slice(COLON_PIECES.length).join(':')
  const [prefix, partition, service] = head
  if (prefix !== 'arn' || !partition || !service || resource === '') return null
  const pieces: readonly (readonly [Piece, string])[] = [
    ...COLON_PIECES.map((kind, index): readonly [Piece, string] => [
      [kind, head[index] ?? ''],
      ':',
    ]),
    ...resourcePieces(service, resource).map((piece): readonly [Piece, string] => [piece, '/']),
  ]
  return { parts: joinEmpty(pieces) }
}

/** The text of the part of a kind, or null where the ARN has none. */
export function partOf(arn: ArnParts, kind: ArnPartKind): string | null {
  return arn.parts.find((part) => part.kind === kind)?.text ?? null
}

function resourcePieces(service: string, resource: string): readonly Piece[] {
  const [kind = '', ...names] = resource.split('/')
  const whole: readonly Piece[] = [['resource', resource]]
  const last = names.at(-1) ?? ''
  const path = names.slice(0, -1)
  if (ROOTS.includes(`${service} ${resource}`)) return [['resource-kind', resource]]
  if (last === '') return whole
  switch (`${service} ${kind}`) {
    case 'sts assumed-role': {
      const [role = ''] = path
      if (path.length !== 1 || role === '') return whole
      return [
        ['resource-kind', kind],
        ['role-name', role],
        ['session-name', last],
      ]
    }
    case 'sts federated-user':
      if (path.length > 0) return whole
      return [
        ['resource-kind', kind],
        ['user-name', last],
      ]
    case 'iam user':
    case 'iam role':
      return [
        ['resource-kind', kind],
        ...(path.length > 0 ? [['path', path.join('/')] as const] : []),
        [kind === 'user' ? 'user-name' : 'role-name', last],
      ]
    default:
      return whole
  }
}

/** Gives the separator of an empty part to the part before it. */
function joinEmpty(pieces: readonly (readonly [Piece, string])[]): readonly ArnPart[] {
  const parts: ArnPart[] = []
  for (const [[kind, text], after] of pieces) {
    const before = parts.at(-1)
    if (text !== '') parts.push({ kind, text, after })
    else if (before) parts.splice(-1, 1, { ...before, after: before.after + after })
  }
  const last = parts.at(-1)
  if (last) parts.splice(-1, 1, { ...last, after: '' })
  return parts
}
