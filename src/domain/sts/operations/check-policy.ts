import type { Fault } from './fault.ts'

type PolicyFault = Pick<Fault, 'fault' | 'severity'>

/**
 * What is wrong with the text of a session policy; empty where nothing is seen. Only what no JSON reader takes for an
 * object is an error: the grammar of policies is AWS's to judge.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export function policyFaults(text: string): readonly PolicyFault[] {
  const value = parse(text)
  if (value === undefined) return [{ fault: 'not-json', severity: 'error' }]
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return [{ fault: 'not-an-object', severity: 'error' }]
  }
  const statement = Object.hasOwn(value, 'Statement')
    ? (value as { readonly Statement: unknown }).Statement
    : undefined
  const statements: readonly unknown[] = Array.isArray(statement) ? statement : [statement]
  const faults: PolicyFault[] = []
  if (statement === undefined) faults.push({ fault: 'no-statement', severity: 'warning' })
  if (!Object.hasOwn(value, 'Version')) faults.push({ fault: 'no-version', severity: 'warning' })
  if (statements.some(namesPrincipal)) faults.push({ fault: 'has-principal', severity: 'warning' })
  return faults
}

function namesPrincipal(statement: unknown): boolean {
  if (typeof statement !== 'object' || statement === null) return false
  return Object.hasOwn(statement, 'Principal') || Object.hasOwn(statement, 'NotPrincipal')
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
