import { redact } from '../redaction/redact.ts'
import type { Denial } from './parse-denial.ts'
import type { Keeper, PolicyKind } from './policy-kinds.ts'
import { keeperOf } from './policy-kinds.ts'

/** What would lift a denial: the document to change, who can, and what to ask for. */
export type Remedy = {
  readonly document: PolicyKind | null
  readonly keeper: Keeper
  /** `add`: a statement has to be added. `narrow`: a Deny has to leave the action out. `add-or-narrow`: one or
   * the other, which AWS words alike. `unknown`: AWS does not say. */
  readonly change: 'add' | 'narrow' | 'add-or-narrow' | 'unknown'
  /** The smallest policy to ask for, as JSON of two blanks; null where adding a statement would not help. */
  readonly statement: string | null
  /** Whether the document is a trust policy or a resource's, which name a principal. */
  readonly namesPrincipal: boolean
  /** The role's ARN is not known from its session's, so the statement compares the name of the role. */
  readonly isPathUnknown: boolean
}

const NAMING: readonly (PolicyKind | null)[] = ['role trust policy', 'resource-based policy']

/**
 * The remedy for a denial. An explicit Deny wins over every Allow, so for it no statement is proposed.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function remedyOf(denial: Denial): Remedy {
  const document = documentOf(denial)
  const namesPrincipal = NAMING.includes(document)
  const change = changeOf(denial)
  const canAdd = change !== 'narrow' && change !== 'add-or-narrow' && denial.action !== null
  return {
    document,
    keeper: keeperOf(document),
    change,
    statement: canAdd ? statementFor(denial, namesPrincipal, document) : null,
    namesPrincipal,
    isPathUnknown: namesPrincipal && singleSignOnRole(denial.principal) !== null,
  }
}

/** Where no service control policy allows an action, AWS says "explicit deny" too. */
function changeOf({ effect, policy }: Denial): Remedy['change'] {
  if (effect === 'explicit') return policy === 'service control policy' ? 'add-or-narrow' : 'narrow'
  return effect === 'implicit' ? 'add' : 'unknown'
}

/** A role's resource-based policy is its trust policy. */
function documentOf(denial: Denial): PolicyKind | null {
  const isAssume = /^sts:(?:AssumeRole|TagSession|SetSourceIdentity)/i.test(denial.action ?? '')
  return isAssume && denial.policy === 'resource-based policy' ? 'role trust policy' : denial.policy
}

function statementFor(
  denial: Denial,
  namesPrincipal: boolean,
  document: PolicyKind | null,
): string {
  const admission = admissionOf(denial.principal)
  const statement = {
    Effect: 'Allow',
    ...(namesPrincipal && { Principal: admission.Principal }),
    Action: denial.action ?? 'ACTION',
    // A trust policy stands on the role itself and names no resource.
    ...(document !== 'role trust policy' && { Resource: resourceOf(denial) }),
    ...(namesPrincipal && admission.Condition && { Condition: admission.Condition }),
  }
  return JSON.stringify({ Version: '2012-10-17', Statement: [statement] }, null, 2)
}

function resourceOf(denial: Denial): string {
  const { resource } = denial
  return resource === null ? 'RESOURCE_ARN' : resource
}

/** How a policy that names principals admits one. */
export type Admission = {
  readonly Principal: { readonly AWS: string }
  readonly Condition?: { readonly ArnLike: { readonly 'aws:PrincipalArn': string } }
}

const SINGLE_SIGN_ON =
  /^arn:([\w-]{1,20}):sts::(\d{12}):assumed-role\/(AWSReservedSSO_[\w+=,.@-]{1,110})_[0-9a-f]{16}\//

/** Partition, account and permission set of a role that IAM Identity Center made; null for any other principal. */
function singleSignOnRole(principal: string | null): readonly [string, string, string] | null {
  const match = SINGLE_SIGN_ON.exec(principal ?? '')
  return match ? [match[1] ?? '', match[2] ?? '', match[3] ?? ''] : null
}

/**
 * What admits a principal. Roles of IAM Identity Center have a path with its Region in it, which a session's ARN does
 * not show, and a suffix that changes when they are made again.
 * @see https://docs.aws.amazon.com/singlesignon/latest/userguide/referencingpermissionsets.html
 */
export function admissionOf(principal: string | null): Admission {
  const role = singleSignOnRole(principal)
  if (role === null) return { Principal: { AWS: roleOfSession(principal) ?? 'PRINCIPAL_ARN' } }
  const [partition, account, name] = role
  const path = `role/aws-reserved/sso.amazonaws.com*/${name}_*`
  return {
    Principal: { AWS: `arn:${partition}:iam::${account}:root` },
    Condition: { ArnLike: { 'aws:PrincipalArn': `arn:${partition}:iam::${account}:${path}` } },
  }
}

/** `arn:aws:iam::111122223333:role/R` of a role's session: policies name roles, and sessions end. Other ARNs as they are. */
export function roleOfSession(principal: string | null): string | null {
  const match = /^arn:([\w-]{1,20}):sts::(\d{12}):assumed-role\/([^/]{1,128})\/.{1,128}$/.exec(
    principal ?? '',
  )
  if (match) return `arn:${match[1] ?? ''}:iam::${match[2] ?? ''}:role/${match[3] ?? ''}`
  return principal?.startsWith('arn:') === true ? principal : null
}

/** Facts for a note to an administrator; every value is redacted and none is a secret. */
export type NoteFacts = {
  readonly principal: string | null
  readonly action: string | null
  readonly resource: string | null
  readonly policy: string | null
  readonly policyArn: string | null
  readonly effect: Denial['effect']
  readonly requestId: string | null
  /** AWS's sentence without its encoded message. */
  readonly sentence: string
}

/** What a note to an administrator needs, from the denial and the redacted text it came from. */
export function noteFactsOf(denial: Denial, text: string, requestId: string | null): NoteFacts {
  const hide = (value: string | null): string | null => (value === null ? null : redact(value, []))
  const encoded = denial.encodedMessage
  const line = text.slice(startOfSentence(text, denial)).split(/\r?\n/, 1)[0] ?? ''
  const sentence = encoded === null ? line : line.replaceAll(encoded, '[encoded message]')
  return {
    principal: hide(denial.principal),
    action: hide(denial.action),
    resource: hide(denial.resource),
    policy: denial.policyWords,
    policyArn: hide(denial.policyArn),
    effect: denial.effect,
    requestId,
    sentence: redact(sentence.slice(0, 2048), []).trim(),
  }
}

const USER_FORM =
  /\bUser: (?:\[\d{1,7} characters hidden\]|\S){1,2048} is not authorized to perform/gi

/** The sentence that names the caller, of several the one about this action; else the one that holds the words. */
function startOfSentence(text: string, { principal, action }: Denial): number {
  let first: number | null = null
  for (const match of text.matchAll(USER_FORM)) {
    first ??= match.index
    const own = text.slice(match.index, match.index + 4_096).split(/\r?\n/, 1)[0] ?? ''
    if (own.includes(principal ?? '') && own.includes(action ?? '')) return match.index
  }
  if (first !== null) return first
  const at = Math.max(0, text.search(/not authorized to perform/i))
  const before = text.slice(Math.max(0, at - 1_024), at)
  const begun = /(?:^|[.!?:>"'][ \t]{1,8}|\n\s{0,40}|[>"'])([^.!?:>"'\n]*)$/.exec(before)
  return at - (begun?.[1]?.length ?? 0)
}
