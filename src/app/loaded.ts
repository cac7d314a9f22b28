/** A part of the page that is fetched after the first paint. A load that failed is tried again at the next call. */
export type Part<T> = {
  load(): Promise<T>
  /** What has been loaded, null until then. */
  loaded(): T | null
}

export function createPart<T>(fetchPart: () => Promise<T>): Part<T> {
  let value: T | null = null
  return {
    async load() {
      value ??= await fetchPart()
      return value
    },
    loaded: () => value,
  }
}
