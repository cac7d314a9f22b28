import { parseIso, SECOND } from '#domain/time/instant.ts'
import type { ConditionTest } from './document.ts'
import { equals, fits, fitsArn } from './pattern.ts'
import { valuesIn, type RequestContext } from './request-context.ts'

type Comparison = (seen: string, wanted: string, variables: RequestContext | null) => boolean

/**
 * Whether a condition holds for a request. A key that the request lacks fails every operator but the negated ones, those
 * with `IfExists`, `ForAllValues:` and `Null`.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export function holds(test: ConditionTest, context: RequestContext, hasVariables = true): boolean {
  const { quantifier, isNegated, name, ifExists } = operatorOf(test.operator)
  const seen = valuesIn(context, test.key)
  if (name === 'null') return test.values.some((value) => (value === 'true') === (seen === null))
  if (seen === null || seen.length === 0) {
    return ifExists || quantifier === 'all' || (isNegated && quantifier === null)
  }
  const compare = COMPARISONS[name]
  if (!compare) return false
  const fitsOne = (value: string): boolean =>
    test.values.some((wanted) => compare(value, wanted, hasVariables ? context : null)) !==
    isNegated
  if (quantifier === 'all' || (quantifier === null && isNegated)) return seen.every(fitsOne)
  return seen.some(fitsOne)
}

function operatorOf(operator: string): {
  readonly quantifier: 'any' | 'all' | null
  readonly isNegated: boolean
  readonly name: string
  readonly ifExists: boolean
} {
  const lower = operator.toLowerCase()
  const [last = '', first] = lower.split(':').toReversed()
  const plain = last.replace(/ifexists$/, '')
  return {
    quantifier: first === 'foranyvalue' ? 'any' : first === 'forallvalues' ? 'all' : null,
    isNegated: plain.includes('not'),
    name: plain.replace('not', ''),
    ifExists: last.endsWith('ifexists'),
  }
}

const numeric =
  (holds: (seen: number, wanted: number) => boolean): Comparison =>
  (seen, wanted) => {
    const [a, b] = [numberOf(seen), numberOf(wanted)]
    return a !== null && b !== null && holds(a, b)
  }

const dated =
  (holds: (seen: number, wanted: number) => boolean): Comparison =>
  (seen, wanted) => {
    const [a, b] = [dateOf(seen), dateOf(wanted)]
    return a !== null && b !== null && holds(a, b)
  }

const COMPARISONS: Readonly<Record<string, Comparison>> = {
  stringequals: (seen, wanted, variables) => equals(wanted, seen, variables),
  stringequalsignorecase: (seen, wanted, variables) =>
    equals(wanted.toLowerCase(), seen.toLowerCase(), variables),
  stringlike: (seen, wanted, variables) => fits(wanted, seen, variables),
  arnequals: (seen, wanted, variables) => fitsArn(wanted, seen, variables),
  arnlike: (seen, wanted, variables) => fitsArn(wanted, seen, variables),
  bool: (seen, wanted) => seen.toLowerCase() === wanted.toLowerCase(),
  numericequals: numeric((seen, wanted) => seen === wanted),
  numericlessthan: numeric((seen, wanted) => seen < wanted),
  numericlessthanequals: numeric((seen, wanted) => seen <= wanted),
  numericgreaterthan: numeric((seen, wanted) => seen > wanted),
  numericgreaterthanequals: numeric((seen, wanted) => seen >= wanted),
  dateequals: dated((seen, wanted) => seen === wanted),
  datelessthan: dated((seen, wanted) => seen < wanted),
  datelessthanequals: dated((seen, wanted) => seen <= wanted),
  dategreaterthan: dated((seen, wanted) => seen > wanted),
  dategreaterthanequals: dated((seen, wanted) => seen >= wanted),
  ipaddress: isInRange,
}

function numberOf(text: string): number | null {
  return /^[+-]?\d{1,20}(?:\.\d{1,20})?$/.test(text) ? Number(text) : null
}

/** ISO 8601, a bare date, or seconds since 1970. */
function dateOf(text: string): number | null {
  if (/^\d{1,12}$/.test(text) && text.length > 4) return Number(text) * SECOND
  return parseIso(/^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T00:00:00Z` : text)
}

/** IPv4 alone: the sandbox has no IPv6 clients. */
function isInRange(seen: string, wanted: string): boolean {
  const [network = '', length = '32'] = wanted.split('/')
  const [a, b] = [addressOf(seen), addressOf(network)]
  const bits = /^\d{1,2}$/.test(length) ? Number(length) : 33
  if (a === null || b === null || bits > 32) return false
  const size = 2 ** (32 - bits)
  return Math.floor(a / size) === Math.floor(b / size)
}

function addressOf(text: string): number | null {
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text)?.slice(1).map(Number)
  if (!parts || parts.some((part) => part > 255)) return null
  return parts.reduce((sum, part) => sum * 256 + part, 0)
}
