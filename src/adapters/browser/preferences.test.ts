import { describe, expect, test } from 'vitest'
import { createPreferencesStorage } from './preferences.ts'

/** A Storage of our own: what a browser keeps, and how it refuses. */
function createStorage(entries: Record<string, string> = {}) {
  const kept = new Map(Object.entries(entries))
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  } as Storage
  return { kept, storage }
}

const KEY = 'sts-debugger.preferences'
const NONE = { theme: 'system', lastRegion: null }

describe('preferences', () => {
  test('what was saved is loaded, in one entry, and its bytes are counted', () => {
    const { kept, storage } = createStorage()
    const preferences = createPreferencesStorage(() => storage)
    preferences.save({ theme: 'dark', lastRegion: 'ap-northeast-2' })
    expect(preferences.load()).toEqual({ theme: 'dark', lastRegion: 'ap-northeast-2' })
    expect([...kept.keys()]).toEqual([KEY])
    expect(preferences.bytes()).toBe(KEY.length + (kept.get(KEY)?.length ?? 0))
  })

  test('nothing to remember leaves nothing behind', () => {
    const { kept, storage } = createStorage({ [KEY]: '{"theme":"dark"}' })
    const preferences = createPreferencesStorage(() => storage)
    preferences.save({ theme: 'system', lastRegion: null })
    expect([kept.size, preferences.bytes()]).toEqual([0, 0])
  })

  test.each([
    ['no JSON', 'theme=dark'],
    ['another kind', '"dark"'],
    ['null', 'null'],
    ['unknown values', '{"theme":"purple","lastRegion":7}'],
  ])('an entry that was changed by others is passed over: %s', (_, value) => {
    const { storage } = createStorage({ [KEY]: value })
    expect(createPreferencesStorage(() => storage).load()).toEqual(NONE)
  })

  test('a browser that refuses storage has a page without memory', () => {
    const preferences = createPreferencesStorage(() => {
      throw new Error('denied')
    })
    preferences.save({ theme: 'dark', lastRegion: null })
    expect([preferences.load(), preferences.bytes()]).toEqual([NONE, 0])
  })
})
