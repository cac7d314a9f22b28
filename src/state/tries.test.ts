import { expect, test } from 'vitest'
import { Secret } from '#domain/credentials/secret.ts'
import { createTries } from './tries.ts'

const credentials = (key: string, secret: string) => ({
  accessKeyId: new Secret(key),
  secretAccessKey: new Secret(secret),
  sessionToken: null,
})

test('another secret for the same key ID is remembered, the same one and other keys are not', () => {
  const tries = createTries()
  expect(tries.note(credentials('KEY-A', 'one'), 1000).otherSecretMs).toBeNull()
  expect(tries.note(credentials('KEY-A', 'one'), 2000).otherSecretMs).toBeNull()
  expect(tries.note(credentials('KEY-B', 'two'), 3000).otherSecretMs).toBeNull()
  expect(tries.note(credentials('KEY-A', 'two'), 4000).otherSecretMs).toBe(2000)
  tries.forget()
  expect(tries.note(credentials('KEY-A', 'one'), 5000).otherSecretMs).toBeNull()
})
