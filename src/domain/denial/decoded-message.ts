/** One value of the request that a policy could look at. */
export type ConditionRow = { readonly key: string; readonly values: readonly string[] }

/** A statement that AWS found to match, as far as its message shows it. */
export type MatchedStatement = {
  readonly id: string
  readonly effect: string
  /** Where it stands, `identity-based policy` or AWS's word for it; the empty string where it says nothing. */
  readonly policy: string
  readonly policyName: string
  readonly actions: readonly string[]
  readonly resources: readonly string[]
  readonly conditions: readonly ConditionRow[]
}

/** What a decoded authorization message means. */
export type DecodedMeaning =
  | 'allowed'
  | 'explicit-deny'
  | 'explicit-deny-without-mfa'
  | 'explicit-deny-by-time'
  | 'nothing-allows'
  | 'a-check-failed'

export type DecodedMessage = {
  readonly meaning: DecodedMeaning
  readonly allowed: boolean
  readonly explicitDeny: boolean
  readonly principal: string
  readonly principalId: string
  readonly action: string
  readonly resource: string
  /** True or false where the request told whether MFA was used; null where it did not (long-term keys have no such key). */
  readonly mfa: boolean | null
  readonly matched: readonly MatchedStatement[]
  readonly failures: readonly MatchedStatement[]
  readonly conditions: readonly ConditionRow[]
}

const LONGEST = 262_144
const MOST_ROWS = 500

/**
 * Reads the JSON of `DecodedMessage` (also inside the answer of the command, or as a JSON string in JSON); null where it
 * is something else. Values stay as AWS wrote them.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html
 */
export function readDecodedMessage(text: string): DecodedMessage | null {
  if (text.length > LONGEST) return null
  const root = unwrap(parse(text.trim()), 3)
  if (root === null || !('allowed' in root) || !('context' in root)) return null
  const context = objectOf(root['context'])
  const principal = objectOf(context['principal'])
  const allowed = root['allowed'] === true
  const explicitDeny = root['explicitDeny'] === true
  const matched = statements(root['matchedStatements'])
  const failures = statements(root['failures'])
  const conditions = conditionsOf(context['conditions'])
  return {
    meaning: meaningOf({ allowed, explicitDeny, matched, failures }),
    allowed,
    explicitDeny,
    principal: textOf(principal['arn']),
    principalId: textOf(principal['id']),
    action: textOf(context['action']),
    resource: textOf(context['resource']),
    mfa: mfaOf(conditions),
    matched,
    failures,
    conditions,
  }
}

type Fields = Readonly<Record<string, unknown>>

function meaningOf(m: {
  readonly allowed: boolean
  readonly explicitDeny: boolean
  readonly matched: readonly MatchedStatement[]
  readonly failures: readonly MatchedStatement[]
}): DecodedMeaning {
  if (m.allowed) return 'allowed'
  if (!m.explicitDeny) return m.failures.length > 0 ? 'a-check-failed' : 'nothing-allows'
  const keys = m.matched
    .filter((each) => each.effect.toUpperCase() !== 'ALLOW')
    .flatMap((each) => each.conditions.map(({ key }) => key.toLowerCase()))
  if (keys.some((key) => key.startsWith('aws:multifactorauth'))) return 'explicit-deny-without-mfa'
  if (keys.includes('aws:tokenissuetime')) return 'explicit-deny-by-time'
  return 'explicit-deny'
}

function mfaOf(conditions: readonly ConditionRow[]): boolean | null {
  const row = conditions.find(({ key }) => key.toLowerCase() === 'aws:multifactorauthpresent')
  return row ? row.values.includes('true') : null
}

function statements(value: unknown): readonly MatchedStatement[] {
  return itemsOf(value).map((item) => {
    const fields = objectOf(item)
    return {
      id: textOf(fields['statementId']),
      effect: textOf(fields['effect']),
      policy: textOf(fields['sourcePolicyType']),
      policyName: textOf(fields['sourcePolicyId']) || textOf(fields['policyName']),
      actions: valuesOf(fields['actions']),
      resources: valuesOf(fields['resources']),
      conditions: conditionsOf(fields['conditions']),
    }
  })
}

function conditionsOf(value: unknown): readonly ConditionRow[] {
  return itemsOf(value).map((item) => {
    const fields = objectOf(item)
    return { key: textOf(fields['key']), values: valuesOf(fields['values']) }
  })
}

/** AWS writes lists as `{"items": [...]}` and their texts as `{"value": "..."}`; plain ones are read too. */
function itemsOf(value: unknown): readonly unknown[] {
  const items: unknown = Array.isArray(value) ? value : objectOf(value)['items']
  return Array.isArray(items) ? items.slice(0, MOST_ROWS) : []
}

function valuesOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return itemsOf(value).flatMap((item) => {
    const text = textOf(item) || textOf(objectOf(item)['value'])
    return text === '' ? [] : [text]
  })
}

function unwrap(value: unknown, depth: number): Fields | null {
  if (typeof value === 'string' && depth > 0) return unwrap(parse(value), depth - 1)
  const fields = objectOf(value)
  const inner = fields['DecodedMessage']
  if (inner !== undefined && depth > 0) return unwrap(inner, depth - 1)
  return Object.keys(fields).length > 0 ? fields : null
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

function objectOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Fields)
    : {}
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'boolean' ? String(value) : ''
}
