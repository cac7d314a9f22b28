import type { ToldToken } from '../facts.ts'

/** The key ID that a text shows as the one sent or set; null where it shows none. */
export function keyIdIn(text: string): string | null {
  const patterns = [
    /<AWSAccessKeyId>([^<]{3,128})</,
    /\bCredential=(?:\s{0,2})([^\s/,'"%]{3,128})(?:\/|%2F)/,
    /\b(?:aws_)?access[._-]?key(?:[._-]?id)?['"]?\s{0,4}[:=]\s{0,4}['"]?([^\s'",;}]{3,128})/i,
    /\bAWSAccessKeyId=([^\s&]{3,128})/,
    /\b(A(?:SIA|KIA)[A-Z0-9]{12,17})\b/,
  ]
  for (const pattern of patterns) {
    const found = pattern.exec(text)?.[1]
    if (found && !/^[*.…<([]/.test(found) && !/\*{3}/.test(found)) return found
  }
  return null
}

const SET_SECRET =
  /\b(?:AWS_SECRET_ACCESS_KEY|aws_secret_access_key|secretAccessKey)\b['"]?\s{0,4}[:=]/
const TOKEN_NAME =
  /\b(?:AWS_SESSION_TOKEN|AWS_SECURITY_TOKEN|aws_session_token|sessionToken|X-Amz-Security-Token|Token-0)\b['"]?\s{0,4}([:=>])\s{0,4}['"]?([^\s'",;}<]{0,64})/i

/** What a text shows of the session token that was sent; null where it shows nothing. */
export function tokenIn(text: string): ToldToken | null {
  const named = TOKEN_NAME.exec(text)
  if (named) {
    const value = named[2] ?? ''
    if (/^(?:|undefined|null|none|"")$/i.test(value)) return 'missing'
    return /^F[wQ]o/.test(value) ? 'version-1' : 'present'
  }
  const signed = /SignedHeaders=([^\s,'"]{1,400})/.exec(text)?.[1]
  if (signed !== undefined && signed.includes('x-amz-security-token')) return 'present'
  // A listing of what is set, with a secret in it and no token, shows that there is none.
  if (SET_SECRET.test(text) && !/session_?token/i.test(text)) return 'missing'
  return null
}
