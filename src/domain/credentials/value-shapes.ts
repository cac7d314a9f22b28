/** The first characters of session tokens in the layouts that are known, and of AWS's documentation tokens. */
export const TOKEN_HEADS: readonly string[] = [
  'IQoJb3Jp',
  'FwoGZXIv',
  'FwoDYXdz',
  'FQoGZXIv',
  'FQoDYXdz',
  'AgoJb3Jp',
  'AgoGb3Jp',
  'AQoDYXdz',
  'AQoEXAMPLE',
  'AQoXdzEL',
  'EXAMPLEpZ2lu',
]

const TOKEN_HEAD = new RegExp(`^(?:${TOKEN_HEADS.join('|')})`)

/** DER and PEM, SSH keys and JSON web tokens in base64. */
const OTHER_HEAD = /^(?:MI[IH]|AAAA|LS0t|eyJ)/

/** Twenty characters that begin like an access key ID. */
export function isKeyIdShaped(text: string): boolean {
  return text.length === 20 && /^A[KS]IA[A-Z0-9]{16}$/.test(text)
}

/** Forty characters of a secret access key's alphabet that are neither a hash in hex nor a long name. */
export function isSecretShaped(text: string): boolean {
  if (text.length !== 40 || !/^[A-Za-z0-9/+]{40}$/.test(text)) return false
  let capitals = 0
  let smalls = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code >= 97) smalls += 1
    else if (code >= 65) capitals += 1
  }
  return capitals > 0 && smalls > 0 && (capitals + smalls < 40 || capitals > 13)
}

/** Begins like a session token of a known layout. */
export function hasTokenHead(text: string): boolean {
  return text.length >= 16 && TOKEN_HEAD.test(text)
}

/** Begins like a session token, or is at least 100 characters of base64 that begin like nothing else. */
export function isTokenShaped(text: string): boolean {
  if (TOKEN_HEAD.test(text)) return text.length >= 16
  return text.length >= 100 && !OTHER_HEAD.test(text) && /^[A-Za-z0-9+/]+={0,2}$/.test(text)
}

/** Hidden by whoever showed it: `****`, `••••`, `AKIA…`, `[REDACTED]`. */
export function isMasked(text: string): boolean {
  return /\*{3}|x{8}|•{2}|\.{3}|…|redacted|sensitive|\bhidden\b|masked/i.test(head(text))
}

/** Stands for a value instead of being one: `<your-key>`, `AKIA****`, `${AWS_SECRET}`, `process.env.X`, `REDACTED`. */
export function isPlaceholder(text: string): boolean {
  const start = head(text)
  return (
    isMasked(text) ||
    /^[<[{(].|^\$|^%\w+%$|^(?:my|put|insert|enter|paste|replace|add)?[-_ ]?your(?:[-_ ]|aws|access|secret|session|key|token)|^(?:replace|change|insert|todo|fixme)[-_ ]?(?:me|this|here|with)|changeme|^(?:null|none|undefined|nil|process\.env|os\.environ|env|var|secrets|vars|local|data)(?:[.[(]|$)/i.test(
      start,
    ) ||
    /^(?:(?:string|text|some)[-_]value|value|to[-_]?do|tbd|akid|dummy|foo|bar|(?:the )?not[-_ ]set)$/i.test(
      start,
    ) ||
    /^(?:my|put|insert|enter|paste|replace|add|set|type|copy)[-_ ].{0,40}(?:here|key|secret|token|id)$/i.test(
      start,
    ) ||
    /^A[KS]IA[-_]/i.test(start) ||
    /^(?:fake|example|sample|test|dummy|some)[-_ ](?:aws[-_ ])?(?:access|secret|session|key|token)(?:[-_ ](?:access|key|token|id)){0,3}$/i.test(
      start,
    ) ||
    /^(?:string|str|&str|String|Option<String>|any|required|optional|true|false)$/.test(start) ||
    /^(?:my[-_ ]?)?(?:aws[-_ ]?)?(?:access|secret|session)[-_ ]?(?:access[-_ ]?)?(?:key|token)?(?:[-_ ]?id)?(?:[-_ ]?here)?$/i.test(
      start,
    )
  )
}

const head = (text: string): string => (text.length > 256 ? text.slice(0, 256) : text)
