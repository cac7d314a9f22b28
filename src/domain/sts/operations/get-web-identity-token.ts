import { ORDINARY_CALLERS } from './caller-rules-table.ts'
import type { OperationDescriptor } from './descriptor.ts'
import { duration, JWT_SECONDS, PLAIN, TAGS } from './model-limits-table.ts'

/**
 * A JWT that AWS signs for the caller, to show to services outside AWS. Not on the global endpoint; the account must
 * have outbound web identity federation enabled.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_GetWebIdentityToken.html
 */
export const GET_WEB_IDENTITY_TOKEN: OperationDescriptor = {
  name: 'GetWebIdentityToken',
  page: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_GetWebIdentityToken.html',
  command: 'get-web-identity-token',
  isSigned: true,
  callers: { ...ORDINARY_CALLERS, root: 'not-documented', 'root-session': 'not-documented' },
  permissions: [
    { action: 'sts:GetWebIdentityToken', where: 'identity', whenGiven: null },
    { action: 'sts:TagGetWebIdentityToken', where: 'identity', whenGiven: 'Tags' },
  ],
  trail: {
    eventName: 'GetWebIdentityToken',
    eventSource: 'sts.amazonaws.com',
    accounts: 'caller',
    shown: [],
  },
  host: 'regional-only',
  parameters: [
    {
      ...PLAIN,
      name: 'Audience',
      kind: 'text-list',
      isRequired: true,
      text: { least: 1, most: 1000 },
      items: { least: 1, most: 10 },
    },
    {
      ...PLAIN,
      name: 'SigningAlgorithm',
      kind: 'choice',
      isRequired: true,
      text: { least: 5, most: 5 },
      choices: ['RS256', 'ES384'],
    },
    duration(JWT_SECONDS, 300),
    TAGS,
  ],
  mints: null,
  bounds: 'token',
  advice: [],
  fields: [
    { path: 'WebIdentityToken', kind: 'secret' },
    { path: 'Expiration', kind: 'instant' },
  ],
  errors: [
    'JWTPayloadSizeExceededException',
    'OutboundWebIdentityFederationDisabledException',
    'SessionDurationEscalationException',
  ],
}
