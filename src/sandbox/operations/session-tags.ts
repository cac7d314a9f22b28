import { tagsOf, textsOf } from '#domain/sts/operations/values.ts'
import type { Tag } from '../accounts/account.ts'
import type { ApiError } from '../api-error.ts'
import type { Ask } from '../operation.ts'
import type { ContextEntry } from '../policy/request-context.ts'
import { invalidParameter } from './refusals.ts'

/** The tags of a request. */
export type RequestTags = {
  readonly kind: 'tags'
  readonly tags: readonly Tag[]
  readonly transitive: readonly string[]
}

/** The tags of a request, or what is wrong with them; `inherited` are the transitive ones of the caller's session. */
export function requestTagsOf(
  { values }: Ask,
  inherited: readonly string[],
): RequestTags | ApiError {
  const tags = tagsOf(values['Tags']).map(({ key, value }) => [key, value] as const)
  return checkedTags(tags, textsOf(values['TransitiveTagKeys']), inherited)
}

/** Checks tags wherever they come from. */
export function checkedTags(
  tags: readonly Tag[],
  transitive: readonly string[],
  inherited: readonly string[],
): RequestTags | ApiError {
  const keys = tags.map(([key]) => key.toLowerCase())
  const isIn = (list: readonly string[], key: string): boolean =>
    list.some((each) => each.toLowerCase() === key.toLowerCase())
  if (keys.some((key) => key.startsWith('aws:'))) {
    return invalidParameter('Tag keys that begin with aws: are reserved.')
  }
  if (new Set(keys).size < keys.length) {
    return invalidParameter(
      'Duplicate tag keys found. Please note that Tag keys are case insensitive.',
    )
  }
  if (!transitive.every((key) => isIn(keys, key))) {
    return invalidParameter(
      'The specified transitive tag key must be included in the requested tags.',
    )
  }
  if (inherited.some((key) => isIn(keys, key))) {
    return invalidParameter(
      "One of the specified transitive tag keys can't be set because it conflicts with a transitive tag key from the calling session.",
    )
  }
  return { kind: 'tags', tags, transitive }
}

/** What policies can ask about the tags of a request. */
export function tagEntries({ tags, transitive }: RequestTags): readonly ContextEntry[] {
  return [
    ...tags.map(([key, value]) => [`aws:RequestTag/${key}`, value] as const),
    ['aws:TagKeys', tags.length > 0 ? tags.map(([key]) => key) : null],
    ['sts:TransitiveTagKeys', transitive.length > 0 ? transitive : null],
  ]
}
