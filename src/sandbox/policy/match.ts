import { holds } from './condition.ts'
import { statementsOf, type PatternSet, type PolicyJson, type Statement } from './document.ts'
import { fits } from './pattern.ts'
import type { RequestContext } from './request-context.ts'
import { nearnessOf, type Nearness, type Requester } from './requester.ts'

/** A policy where it is attached. `arn` is null for an inline one. */
export type AttachedPolicy = {
  readonly name: string
  readonly arn: string | null
  readonly document: PolicyJson
}

/** What is asked for, and by whom. */
export type PolicyRequest = {
  readonly requester: Requester
  /** `sts:AssumeRole` */
  readonly action: string
  /** An ARN, or `*` for an action that has no resource. */
  readonly resource: string
  readonly context: RequestContext
}

/** A statement that applies to a request, and the policy that has it. */
export type Match = {
  readonly statement: Statement
  readonly policy: AttachedPolicy
  /** Null where the statement names no principal. */
  readonly nearness: Nearness | null
}

/** The statements of some policies that apply to a request. */
export function matchesIn(
  policies: readonly AttachedPolicy[],
  request: PolicyRequest,
): readonly Match[] {
  return policies.flatMap((policy) =>
    statementsOf(policy.document).flatMap((statement) => {
      const nearness = nearnessIn(statement, request)
      const applies =
        nearness !== undefined &&
        isAbout(statement, request) &&
        statement.conditions.every((test) => holds(test, request.context, statement.hasVariables))
      return applies ? [{ statement, policy, nearness }] : []
    }),
  )
}

/** Whether a policy would allow a request but for its conditions. */
export function allowsButForConditions(policy: AttachedPolicy, request: PolicyRequest): boolean {
  return statementsOf(policy.document).some(
    (statement) =>
      statement.effect === 'Allow' &&
      nearnessIn(statement, request) !== undefined &&
      isAbout(statement, request),
  )
}

/** Undefined where the statement is for others. */
function nearnessIn(statement: Statement, request: PolicyRequest): Nearness | null | undefined {
  if (statement.principals === null) return null
  const nearness = nearnessOf(statement.principals.names, request.requester)
  if (statement.principals.isNegated) return nearness === null ? 'everyone' : undefined
  return nearness ?? undefined
}

function isAbout(statement: Statement, request: PolicyRequest): boolean {
  const { action, resource } = request
  const variables = statement.hasVariables ? request.context : null
  return (
    isIn(statement.actions, (pattern) => fits(pattern, action, null, true)) &&
    (statement.resources === null ||
      isIn(statement.resources, (pattern) => fits(pattern, resource, variables)))
  )
}

const isIn = (set: PatternSet, isFit: (pattern: string) => boolean): boolean =>
  set.patterns.some(isFit) !== set.isNegated
