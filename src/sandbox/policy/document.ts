/** A policy as its JSON stands in IAM. */
export type PolicyJson = {
  readonly Version: '2012-10-17' | '2008-10-17'
  readonly Statement: StatementJson | readonly StatementJson[]
}

type Texts = string | readonly string[]

export type StatementJson = {
  readonly Sid?: string
  readonly Effect: 'Allow' | 'Deny'
  readonly Principal?: '*' | Readonly<Record<string, Texts>>
  readonly NotPrincipal?: '*' | Readonly<Record<string, Texts>>
  readonly Action?: Texts
  readonly NotAction?: Texts
  readonly Resource?: Texts
  readonly NotResource?: Texts
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, Texts>>>>
}

/** Patterns of which one must fit; with `isNegated`, none may. */
export type PatternSet = { readonly isNegated: boolean; readonly patterns: readonly string[] }

/** A principal as a policy names it: `AWS`, `Federated`, `Service` or `CanonicalUser`, and who. */
export type NamedPrincipal = { readonly type: string; readonly name: string }

export type ConditionTest = {
  /** With its prefix and suffix: `ForAnyValue:StringLikeIfExists`. */
  readonly operator: string
  readonly key: string
  readonly values: readonly string[]
}

/** A statement read. Null resources or principals: the statement has no such element. */
export type Statement = {
  readonly id: string
  readonly effect: 'Allow' | 'Deny'
  readonly actions: PatternSet
  readonly resources: PatternSet | null
  readonly principals: {
    readonly isNegated: boolean
    readonly names: readonly NamedPrincipal[]
  } | null
  readonly conditions: readonly ConditionTest[]
  /** Whether `${…}` stands for a value of the request; not so in the older version of the language. */
  readonly hasVariables: boolean
}

/**
 * What is wrong with a policy's text.
 *
 * - `syntax`: also JSON that breaks off, where it began as an object; `not-json` is text of another kind.
 */
export type PolicyFaultWord =
  | 'not-json'
  | 'syntax'
  | 'sid-malformed'
  | 'sid-twice'
  | 'resource-not-arn'
  | 'no-action'
  | 'no-resource'
  | 'has-principal'
  | 'action-without-vendor'
  | 'unknown-operator'

/** `resource` is the one that is no ARN; empty for every other fault. */
export type PolicyFault = { readonly fault: PolicyFaultWord; readonly resource: string }

type Fields = Readonly<Record<string, unknown>>

/** The statements of a policy that was written here. */
export function statementsOf(document: PolicyJson): readonly Statement[] {
  const read = readStatements(document)
  return typeof read === 'string' ? [] : read
}

/** Reads the text of an identity-based or session policy: its statements, or what IAM would find wrong. */
export function readPolicyText(text: string): readonly Statement[] | PolicyFault {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return fault(/^\s{0,2048}\{/.test(text) ? 'syntax' : 'not-json')
  }
  const statements = readStatements(value)
  if (typeof statements === 'string') return fault(statements)
  if (statements.some(({ principals }) => principals !== null)) return fault('has-principal')
  if (statements.some(({ resources }) => resources === null)) return fault('no-resource')
  const resources = statements.flatMap((each) => each.resources?.patterns ?? [])
  const resource = resources.find((each) => each !== '*' && !/^arn:/i.test(each))
  if (resource !== undefined) return fault('resource-not-arn', resource)
  const ids = statements.map(({ id }) => id).filter((id) => id !== '')
  if (!ids.every((id) => /^[0-9A-Za-z]*$/.test(id))) return fault('sid-malformed')
  return new Set(ids).size < ids.length ? fault('sid-twice') : statements
}

const fault = (word: PolicyFaultWord, resource = ''): PolicyFault => ({ fault: word, resource })

function readStatements(value: unknown): readonly Statement[] | PolicyFaultWord {
  const fields = fieldsOf(value)
  if (!fields || !onlyHas(fields, ['Version', 'Id', 'Statement'])) return 'syntax'
  const version = fields['Version'] ?? '2008-10-17'
  if (version !== '2012-10-17' && version !== '2008-10-17') return 'syntax'
  const listed: readonly unknown[] = Array.isArray(fields['Statement'])
    ? fields['Statement']
    : [fields['Statement']]
  const statements: Statement[] = []
  for (const each of listed) {
    const statement = readStatement(each, version === '2012-10-17')
    if (typeof statement === 'string') return statement
    statements.push(statement)
  }
  return statements.length > 0 ? statements : 'syntax'
}

const ELEMENTS = [
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
]

function readStatement(value: unknown, hasVariables: boolean): Statement | PolicyFaultWord {
  const fields = fieldsOf(value)
  if (!fields || !onlyHas(fields, ELEMENTS)) return 'syntax'
  const { Sid: id = '', Effect: effect } = fields
  if (typeof id !== 'string' || (effect !== 'Allow' && effect !== 'Deny')) return 'syntax'
  const actions = patternsOf(fields, 'Action')
  const resources = patternsOf(fields, 'Resource')
  const principals = principalsOf(fields)
  const conditions = conditionsOf(fields['Condition'] ?? {})
  if (actions === null) return 'no-action'
  if (actions === 'syntax' || resources === 'syntax' || principals === 'syntax') return 'syntax'
  if (typeof conditions === 'string') return conditions
  if (actions.patterns.some((action) => action !== '*' && !action.includes(':'))) {
    return 'action-without-vendor'
  }
  return { id, effect, actions, resources, principals, conditions, hasVariables }
}

function patternsOf(fields: Fields, name: string): PatternSet | null | 'syntax' {
  const [plain, negated] = [fields[name], fields[`Not${name}`]]
  if (plain === undefined && negated === undefined) return null
  if (plain !== undefined && negated !== undefined) return 'syntax'
  const patterns = textsOf(plain ?? negated)
  return patterns ? { isNegated: negated !== undefined, patterns } : 'syntax'
}

function principalsOf(fields: Fields): Statement['principals'] | 'syntax' {
  const { Principal: plain, NotPrincipal: negated } = fields
  if (plain === undefined && negated === undefined) return null
  if (plain !== undefined && negated !== undefined) return 'syntax'
  const value = plain ?? negated
  const isNegated = negated !== undefined
  if (value === '*') return { isNegated, names: [{ type: 'AWS', name: '*' }] }
  const byType = Object.entries(fieldsOf(value) ?? {})
  const names: NamedPrincipal[] = []
  for (const [type, who] of byType) {
    const texts = textsOf(who)
    if (!texts) return 'syntax'
    names.push(...texts.map((name) => ({ type, name })))
  }
  return names.length > 0 ? { isNegated, names } : 'syntax'
}

const OPERATOR =
  /^(?:For(?:AnyValue|AllValues):)?(?:String(?:Not)?(?:Equals(?:IgnoreCase)?|Like)|Arn(?:Not)?(?:Equals|Like)|Numeric(?:(?:Not)?Equals|(?:Less|Greater)Than(?:Equals)?)|Date(?:(?:Not)?Equals|(?:Less|Greater)Than(?:Equals)?)|Bool|(?:Not)?IpAddress|Null)(?:IfExists)?$/i

function conditionsOf(value: unknown): readonly ConditionTest[] | PolicyFaultWord {
  const tests: ConditionTest[] = []
  const byOperator = fieldsOf(value)
  if (!byOperator) return 'syntax'
  for (const [operator, keys] of Object.entries(byOperator)) {
    if (!OPERATOR.test(operator)) return 'unknown-operator'
    const byKey = fieldsOf(keys)
    if (!byKey) return 'syntax'
    for (const [key, wanted] of Object.entries(byKey)) {
      const values = textsOf(wanted)
      if (!values) return 'syntax'
      tests.push({ operator, key, values })
    }
  }
  return tests
}

/** Numbers and truth values may stand without quotes, as IAM takes them. */
function textsOf(value: unknown): readonly string[] | null {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value]
  const texts = list.flatMap((each) =>
    typeof each === 'string' || typeof each === 'number' || typeof each === 'boolean'
      ? [String(each)]
      : [],
  )
  return texts.length === list.length && texts.length > 0 ? texts : null
}

const onlyHas = (fields: Fields, names: readonly string[]): boolean =>
  Object.keys(fields).every((name) => names.includes(name))

function fieldsOf(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Fields)
    : null
}
