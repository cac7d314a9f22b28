import { encodeAccessKeyId } from '#domain/credentials/access-key-id.ts'
import { Secret } from '#domain/credentials/secret.ts'
import { deriveBytes } from './sealing.ts'

/** One letter is free before EXAMPLE, and 4 of its bits count. */
const VARIANTS = 'ABCDEFGHIJKLMNOP'

/** A temporary access key ID of an account, ending in EXAMPLE; 16 seeds in a row give 16 IDs. */
export function temporaryAccessKeyId(account: string, seed: number): string {
  const letter = VARIANTS.charAt(Math.abs(Math.floor(seed)) % VARIANTS.length)
  return encodeAccessKeyId({ prefix: 'ASIA', account, tail: `${letter}EXAMPLE` })
}

/** The secret access key that belongs to an ID: 40 characters with EXAMPLE among them. */
export async function secretAccessKeyOf(accessKeyId: string): Promise<Secret> {
  const bytes = await deriveBytes('secret access key', accessKeyId)
  const letters = btoa(String.fromCharCode(...bytes))
  return new Secret(`${letters.slice(0, 16)}EXAMPLE${letters.slice(16, 33)}`)
}
