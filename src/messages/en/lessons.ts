/** What the sandbox's examples are there to show. */
export const lessonMessages = {
  roles: {
    'same-account': 'Trusts its own account.',
    chained: 'Trusts the role DeveloperAccess: assume that one first.',
    'twelve-hours': 'May be assumed for up to 12 hours.',
    'mfa-required': 'Asks for MFA: a code here, or a session that has one.',
    'explicit-deny': 'May stop instances, but a deny guards production.',
    'permissions-boundary': 'Administrator within a permissions boundary.',
    'sessions-revoked': 'Its sessions are revoked five minutes after they begin.',
    'trusts-another': 'Trusts jisoo and nobody else.',
    'service-only': 'Trusts EC2 and no person.',
    'service-linked': 'A service-linked role; only its service assumes it.',
    'cross-account': 'In another account. Both accounts have to allow it.',
    'external-id': 'In another account, with an external ID.',
    missing: 'This role does not exist. AWS says the same as of one that does not trust you.',
  } as Readonly<Record<string, string>>,
  mfa: 'Code of the caller’s device',
  mfaDetail: 'The serial number of the MFA device and the code that it shows now.',
  noDevice: 'The owner of these credentials has no MFA device here, or they are a session.',
  federation: 'Fill in an example',
  readOnlyPolicy: JSON.stringify(
    {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 'ec2:Describe*', Resource: '*' }],
    },
    null,
    2,
  ),
  token: 'Issue a token',
  tokenDetail: 'A JWT of the sandbox’s own provider, and the role that trusts it.',
  response: 'Issue a response',
  responseDetail: 'A SAML response of the sandbox’s own provider with two roles.',
  instances: {
    title: 'Use the permission',
    intro:
      'A pretend EC2 in the sandbox. Its instances exist only here; the policy allows to stop and terminate them with MFA.',
    instance: 'Instance',
    stop: 'Stop it',
    terminate: 'Terminate it',
    allowed: (state: string) => `Allowed. The instance is now ${state}.`,
    denied: 'Denied',
    decode: 'Decode the message',
    none: 'This account has no instances here.',
  },
}

export type LessonMessages = typeof lessonMessages
