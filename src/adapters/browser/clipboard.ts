import type { Clipboard } from '#domain/ports.ts'

/** The browser's clipboard; refusals become null or false, since a page cannot know beforehand. */
export const browserClipboard: Clipboard = {
  async read() {
    try {
      return await navigator.clipboard.readText()
    } catch {
      return null
    }
  },
  async write(text) {
    try {
      await navigator.clipboard.writeText(text)
      return true
    } catch {
      return false
    }
  },
}
