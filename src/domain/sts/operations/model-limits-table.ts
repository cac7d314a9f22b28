import type { NumberLimits, Parameter, TextLimits } from './descriptor.ts'

/**
 * Limits and recurring parameters of the STS API of 2011-06-15, as AWS's service model has them. Patterns are AWS's
 * own text: it stands in AWS's errors.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
 */
const NAME = '[\\w+=,.@-]*'
const POLICY_TEXT = '[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+'

/** An ARN, whatever it names. */
export const ARN_TEXT: TextLimits = {
  least: 20,
  most: 2048,
  pattern:
    '[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u0085\\u00A0-\\uD7FF\\uE000-\\uFFFD\\u10000-\\u10FFFF]+',
}
const TAG_KEY: TextLimits = { least: 1, most: 128, pattern: '[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+' }
const TAG_VALUE: TextLimits = { least: 0, most: 256, pattern: '[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*' }

export const ROLE_SECONDS: NumberLimits = { least: 900, most: 43_200 }
export const SESSION_SECONDS: NumberLimits = { least: 900, most: 129_600 }
export const ROOT_TASK_SECONDS: NumberLimits = { least: 0, most: 900 }
export const JWT_SECONDS: NumberLimits = { least: 60, most: 3600 }

/** What a parameter is where nothing else is said. */
export const PLAIN = {
  isRequired: false,
  isSecret: false,
  isSensitive: false,
  isSeldom: false,
} as const

export const ROLE_ARN: Parameter = {
  ...PLAIN,
  name: 'RoleArn',
  kind: 'arn',
  isRequired: true,
  arnOf: 'role',
  text: ARN_TEXT,
}

export const SAML_PROVIDER_ARN: Parameter = {
  ...PLAIN,
  name: 'PrincipalArn',
  kind: 'arn',
  isRequired: true,
  arnOf: 'saml-provider',
  text: ARN_TEXT,
}

export const ROLE_SESSION_NAME: Parameter = {
  ...PLAIN,
  name: 'RoleSessionName',
  kind: 'text',
  isRequired: true,
  text: { least: 2, most: 64, pattern: NAME },
}

/** The name of a federated user; shorter than a role session name may be. */
export const FEDERATED_NAME: Parameter = {
  ...PLAIN,
  name: 'Name',
  kind: 'text',
  isRequired: true,
  text: { least: 2, most: 32, pattern: NAME },
}

export const POLICY_ARNS: Parameter = {
  ...PLAIN,
  name: 'PolicyArns',
  kind: 'arn-list',
  text: ARN_TEXT,
  documentedMost: 10,
}

/** The session policy of the operations whose model caps it at 2,048 characters. */
export const POLICY: Parameter = {
  ...PLAIN,
  name: 'Policy',
  kind: 'policy',
  text: { least: 1, most: 2048, pattern: POLICY_TEXT },
}

/** AssumeRole's session policy: its model has no upper bound, its page names 2,048 characters. */
export const UNRESTRICTED_POLICY: Parameter = {
  ...PLAIN,
  name: 'Policy',
  kind: 'policy',
  text: { least: 1, pattern: POLICY_TEXT },
  documentedMost: 2048,
}

export const TAGS: Parameter = {
  ...PLAIN,
  name: 'Tags',
  kind: 'tags',
  text: TAG_KEY,
  second: TAG_VALUE,
  items: { most: 50 },
}

export const TRANSITIVE_TAG_KEYS: Parameter = {
  ...PLAIN,
  name: 'TransitiveTagKeys',
  kind: 'tag-keys',
  text: TAG_KEY,
  items: { most: 50 },
}

export const EXTERNAL_ID: Parameter = {
  ...PLAIN,
  name: 'ExternalId',
  kind: 'text',
  text: { least: 2, most: 1224, pattern: '[\\w+=,.@:\\/-]*' },
}

export const SERIAL_NUMBER: Parameter = {
  ...PLAIN,
  name: 'SerialNumber',
  kind: 'serial-number',
  text: { least: 9, most: 256, pattern: '[\\w+=/:,.@-]*' },
}

export const TOKEN_CODE: Parameter = {
  ...PLAIN,
  name: 'TokenCode',
  kind: 'code',
  isSecret: true,
  text: { least: 6, most: 6, pattern: '[\\d]*' },
}

/** AWS's page and model name 64 characters, the service takes 256. */
export const SOURCE_IDENTITY: Parameter = {
  ...PLAIN,
  name: 'SourceIdentity',
  kind: 'text',
  text: { least: 2, most: 256, pattern: NAME },
  documentedMost: 64,
}

export const PROVIDED_CONTEXTS: Parameter = {
  ...PLAIN,
  name: 'ProvidedContexts',
  kind: 'contexts',
  isSeldom: true,
  text: { least: 4, most: 2048 },
  second: ARN_TEXT,
  items: { most: 5 },
}

/** New in June 2026. @see https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html */
export const MINIMUM_SESSION_TOKEN_SIZE: Parameter = {
  ...PLAIN,
  name: 'MinimumSessionTokenSize',
  kind: 'size',
  isSeldom: true,
  number: { least: 0, most: 4096 },
  usual: 0,
}

/** A `DurationSeconds` of these limits; `usual` is what AWS takes without it, null where that depends on the caller. */
export function duration(number: NumberLimits, usual: number | null): Parameter {
  return { ...PLAIN, name: 'DurationSeconds', kind: 'duration', number, usual }
}
