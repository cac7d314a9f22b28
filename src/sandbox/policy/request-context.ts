/** What a request says of itself, by condition key in lower case; an absent key is not in the request. */
export type RequestContext = ReadonlyMap<string, ContextValue>

/** A key as AWS spells it, and what it is in the request. */
export type ContextValue = { readonly key: string; readonly values: readonly string[] }

/** A context key as AWS spells it, with its values; null values are left out. */
export type ContextEntry = readonly [key: string, value: string | readonly string[] | null]

/** The context of some keys; a later entry replaces an earlier one. */
export function contextOf(entries: readonly ContextEntry[]): RequestContext {
  const context = new Map<string, ContextValue>()
  for (const [key, value] of entries) {
    if (value === null) continue
    context.set(key.toLowerCase(), { key, values: typeof value === 'string' ? [value] : value })
  }
  return context
}

/** The values of a key, in whatever case it is spelled; null where the request has no such key. */
export const valuesIn = (context: RequestContext, key: string): readonly string[] | null =>
  context.get(key.toLowerCase())?.values ?? null
