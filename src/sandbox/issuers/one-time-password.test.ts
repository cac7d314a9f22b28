import { describe, expect, test } from 'vitest'
import { SECOND } from '#domain/time/instant.ts'
import { oneTimePassword, stepOfTotpCode, totpCode, totpSecret } from './one-time-password.ts'

const RFC_SECRET = new TextEncoder().encode('12345678901234567890')
const NOW = 1_795_309_323 * SECOND
const STEP = Math.floor(NOW / (30 * SECOND))
const DEVICE = 'arn:aws:iam::111122223333:mfa/minji'

describe('one-time passwords', () => {
  // RFC 6238, appendix B
  test.each([
    [59, '94287082'],
    [1111111109, '07081804'],
    [1111111111, '14050471'],
    [1234567890, '89005924'],
    [2000000000, '69279037'],
    [20000000000, '65353130'],
  ])('RFC 6238 at %d s: %s', async (seconds, code) => {
    expect(await oneTimePassword(RFC_SECRET, Math.floor(seconds / 30), 8)).toBe(code)
  })

  // RFC 4226, appendix D
  test.each(
    ['755224', '287082', '359152', '969429', '338314'].map((code, at) => [at, code] as const),
  )('RFC 4226, counter %d: %s', async (counter, code) => {
    expect(await oneTimePassword(RFC_SECRET, counter, 6)).toBe(code)
  })

  test.each([
    [-60, null],
    [-30, STEP - 1],
    [0, STEP],
    [30, STEP + 1],
    [60, null],
  ])('a code %d s away: %s', async (seconds, step) => {
    const code = await totpCode(DEVICE, NOW + seconds * SECOND)
    expect(await stepOfTotpCode(DEVICE, code, NOW)).toBe(step)
  })

  test('each device has a secret of its own, which looks like none', async () => {
    expect(await totpSecret(DEVICE)).toMatch(/^EXAMPLE[A-Z2-7]{25}$/)
    expect(await totpSecret(DEVICE)).not.toBe(await totpSecret(`${DEVICE}2`))
    expect(await stepOfTotpCode(`${DEVICE}2`, await totpCode(DEVICE, 0), 0)).toBeNull()
  })

  test.each(['', '12345', '1234567', 'abcdef'])('no code: %s', async (code) => {
    expect(await stepOfTotpCode(DEVICE, code, 0)).toBeNull()
  })
})
