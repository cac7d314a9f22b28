/** @typedef {import('./sandbox-on-port.mjs').Credentials} Credentials */

const REGION = 'us-east-1'

/**
 * The six usual shapes.
 *
 * @param {Credentials} credentials
 * @returns {readonly { name: string, text: string }[]}
 */
export function usualPastes({
  accessKeyId: key,
  secretAccessKey: secret,
  sessionToken: token,
  expiration,
}) {
  const json = (/** @type {unknown} */ value) => `${JSON.stringify(value, null, 4)}\n`
  return [
    {
      name: '`aws sts assume-role` JSON',
      text: json({
        Credentials: {
          AccessKeyId: key,
          SecretAccessKey: secret,
          SessionToken: token,
          Expiration: expiration,
        },
        AssumedRoleUser: {
          AssumedRoleId: 'AROAEXAMPLEEXAMPLEEXA:minji',
          Arn: 'arn:aws:sts::111122223333:assumed-role/DeveloperAccess/minji',
        },
      }),
    },
    {
      name: 'Three `export` lines',
      text: [
        `export AWS_ACCESS_KEY_ID="${key}"`,
        `export AWS_SECRET_ACCESS_KEY="${secret}"`,
        `export AWS_SESSION_TOKEN="${token}"\n`,
      ].join('\n'),
    },
    {
      name: 'PowerShell',
      text: [
        `$Env:AWS_ACCESS_KEY_ID="${key}"`,
        `$Env:AWS_SECRET_ACCESS_KEY="${secret}"`,
        `$Env:AWS_SESSION_TOKEN="${token}"\n`,
      ].join('\r\n'),
    },
    {
      name: 'INI block',
      text: [
        '[111122223333_DeveloperAccess]',
        `aws_access_key_id = ${key}`,
        `aws_secret_access_key = ${secret}`,
        `aws_session_token = ${token}`,
        `region = ${REGION}\n`,
      ].join('\n'),
    },
    {
      name: 'Cognito JSON',
      text: json({
        IdentityId: `${REGION}:00000000-0000-4000-8000-00000EXAMPLE`,
        Credentials: {
          AccessKeyId: key,
          SecretKey: secret,
          SessionToken: token,
          Expiration: expiration,
        },
      }),
    },
    { name: 'Three bare lines', text: [key, secret, `${token}\n`].join('\n') },
  ]
}

const EXAMPLE_SECRET = 'EXAMPLE/secret/0123456789/ABCDEF/EXAMPLE'

/** Units of text that a person may paste by mistake, or to do harm; repeated up to each size. */
const UNITS = [
  {
    name: 'Log lines',
    unit: '2026-11-22T01:02:03.456Z INFO [main] "GET /a?b=c&d=e HTTP/1.1" 200 {"token": "x", "n": 1}\n',
  },
  {
    name: 'JSON',
    unit: '{"items": [{"id": 1, "name": "a b", "tags": ["x=y", "\\"q\\""], "at": null}]},\n',
  },
  { name: 'Nested objects', unit: '{"Credentials":' },
  { name: 'JSON in JSON', unit: '{"m":"{\\"AccessKeyId\\":\\"x\\"}"}\n' },
  { name: 'Equal signs', unit: '=' },
  { name: 'Base64', unit: 'QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWZnaGlqa2xtbm9wcXJz' },
  { name: 'Quotes', unit: '"\n' },
  { name: 'Names', unit: 'token: abcdefghijklmnopqrstuvwxyz0123456789\n' },
  { name: 'Expirations', unit: 'expires: x\n' },
  { name: 'HTML entities', unit: '&quot;AccessKeyId&quot;:&quot;x&quot;,\n' },
  { name: 'Percent-encoding', unit: '%22AccessKeyId%22%3A%22x%22%2C' },
  { name: 'Quoted-printable', unit: 'a=3Db=20c=\n' },
  { name: 'Typographic quotes', unit: '“x” ' },
  {
    name: 'Rows of a table',
    unit: `access key,secret\n${`ASIAYEXAMPLEAAEXAMPLE,${EXAMPLE_SECRET}\n`.repeat(200)}`,
  },
  {
    name: 'Profiles',
    unit: `[a]\naws_access_key_id = ASIAYAAAAAAAEXAMPLEA\naws_secret_access_key = ${EXAMPLE_SECRET}\n`,
  },
]

const SIZES = [1000, 10_000, 100_000, 1_000_000]
const KEYS = [100, 1000, 10_000]

/** @returns {readonly { name: string, text: string }[]} by name, each ten times the one before */
export function longTexts() {
  let seed = 1
  /** The same noise in every run. */
  const random = () => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff
    return seed >> 16
  }
  const bytes = Array.from({ length: Math.max(...SIZES) }, () =>
    String.fromCharCode(random() & 255),
  )
  const randomBytes = SIZES.map((size) => ({
    name: 'Random bytes',
    text: bytes.slice(0, size).join(''),
  }))
  const noise = UNITS.flatMap(({ name, unit }) =>
    SIZES.map((size) => ({
      name,
      text: unit.repeat(Math.ceil(size / unit.length)).slice(0, size),
    })),
  )
  const keys = KEYS.map((count) => ({
    name: `Key IDs, up to ${String(KEYS.at(-1))}`,
    text: Array.from({ length: count }, (_, at) => `${keyId(at)}\n`).join(''),
  }))
  return [...noise, ...randomBytes, ...keys]
}

/** @param {number} number */
function keyId(number) {
  const letters = [0, 1, 2, 3, 4].map((place) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.charAt((number >> (5 * place)) % 32),
  )
  return `ASIAY${letters.join('')}AAEXAMPLEA`
}
