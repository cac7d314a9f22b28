/**
 * The same text in memory of its own. A part of a string may be no more than a window on the whole, and whoever keeps
 * the name of a field would then keep the paste with the secret in it.
 */
export function ownCopy(text: string): string {
  return text.split('').join('')
}
