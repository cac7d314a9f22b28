/** A stretch of a text, in UTF-16 code units. */
export type Span = readonly [start: number, end: number]

/** An access key ID and nothing else; one that lost a few characters is still none of another value's. */
export function isAccessKeyId(text: string): boolean {
  return /^A(?:KIA|SIA|BIA|CCA)[A-Z0-9]{12,17}$/.test(text)
}
