import { describe, expect, test } from 'vitest'
import { SECOND } from '#domain/time/instant.ts'
import { isTotpCode, oneTimePassword, totpCode, totpSecret } from './one-time-password.ts'

const RFC_SECRET = new TextEncoder().encode('12345678901234567890')
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
    [-60, false],
    [-30, true],
    [0, true],
    [30, true],
    [60, false],
  ])('a code %d s away: %s', async (seconds, isAccepted) => {
    const now = 1_795_309_323 * SECOND
    const code = await totpCode(DEVICE, now + seconds * SECOND)
    expect(await isTotpCode(DEVICE, code, now)).toBe(isAccepted)
  })

  test('each device has a secret of its own, which looks like none', async () => {
    expect(await totpSecret(DEVICE)).toMatch(/^EXAMPLE[A-Z2-7]{25}$/)
    expect(await totpSecret(DEVICE)).not.toBe(await totpSecret(`${DEVICE}2`))
    expect(await isTotpCode(`${DEVICE}2`, await totpCode(DEVICE, 0), 0)).toBe(false)
  })

  test.each(['', '12345', '1234567', 'abcdef'])('no code: %s', async (code) => {
    expect(await isTotpCode(DEVICE, code, 0)).toBe(false)
  })
})
