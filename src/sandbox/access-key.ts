import { encodeAccessKeyId } from '#domain/credentials/access-key-id.ts'
import { Secret } from '#domain/credentials/secret.ts'
import { deriveBytes } from './sealing.ts'

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/**
 * A temporary access key ID of an account; 16,384 seeds in a row give as many IDs. It ends in EXAMP: beside the account
 * a whole EXAMPLE leaves room for no more than 16.
 */
export function temporaryAccessKeyId(account: string, seed: number): string {
  const number = Math.abs(Math.floor(seed))
  const letters = [number % 16, Math.floor(number / 16) % 32, Math.floor(number / 512) % 32]
  const free = letters.map((each) => BASE32.charAt(each)).join('')
  return encodeAccessKeyId({ prefix: 'ASIA', account, tail: `${free}EXAMP` })
}

/** The secret access key that belongs to an ID: 40 characters with EXAMPLE among them. */
export async function secretAccessKeyOf(accessKeyId: string): Promise<Secret> {
  const bytes = await deriveBytes('secret access key', accessKeyId)
  const letters = btoa(String.fromCharCode(...bytes))
  return new Secret(`${letters.slice(0, 16)}EXAMPLE${letters.slice(16, 33)}`)
}
