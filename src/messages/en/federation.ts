import type { ClaimMeaning } from '#domain/federation/claims-table.ts'
import type { JwtProblem, JwtProblemWord, TokenWrapping } from '#domain/federation/jwt.ts'
import type {
  SamlFacts,
  SamlForm,
  SamlProblem,
  SamlProblemWord,
  SamlRepair,
} from '#domain/federation/saml.ts'

const claims: Readonly<Record<ClaimMeaning, string>> = {
  issuer: 'Who issued the token. The provider in the role’s account has this address',
  subject: 'Whom or what the token stands for',
  audience: 'For whom the token is meant. It must be among the provider’s client IDs',
  'authorized-party': 'The client that asked for the token',
  methods: 'How the holder was authenticated',
  'context-class': 'How strong the authentication was',
  'issued-at': 'When it was issued',
  'not-before': 'Before this it is not valid',
  'expires-at': 'When it ends. IAM allows five minutes more',
  'authenticated-at': 'When the holder signed in',
  'token-id': 'Number of this token',
  nonce: 'Ties the token to one sign-in',
  'session-id': 'Session at the issuer',
  'access-token-hash': 'Hash of the access token beside it',
  'code-hash': 'Hash of the authorization code beside it',
  email: 'E-mail address',
  'email-verified': 'Whether the issuer has checked the address',
  name: 'Name of the person',
  'user-name': 'User name at the issuer',
  groups: 'Groups at the issuer',
  client: 'The client that asked for the token',
  scope: 'What the client may ask for',
  tenant: 'Tenant of Microsoft Entra ID',
  'token-version': 'Version of the token’s form',
  'hosted-domain': 'Domain of Google Workspace',
  'token-use': 'Sort of the token: `id` or `access`. STS wants an ID token',
  'cognito-user-name': 'User name in the user pool',
  'cognito-groups': 'Groups in the user pool',
  'cognito-roles': 'Roles of these groups',
  'cognito-preferred-role': 'Role of the group that comes first',
  'cognito-origin': 'Number of the sign-in that this token comes from',
  'aws-session-tags':
    'Session tags for the role session. The trust policy must allow `sts:TagSession`',
  'aws-source-identity':
    'Source identity for the role session. The trust policy must allow `sts:SetSourceIdentity`',
  'aws-account': 'AWS account and session behind the token',
  kubernetes: 'Namespace, service account and pod',
  'git-repository': 'Repository of the job',
  'git-owner': 'Owner of the repository',
  'git-ref': 'Branch or tag of the job',
  'git-commit': 'Commit of the job',
  'git-actor': 'Who started the job',
  'git-event': 'What started the job',
  'git-environment': 'Environment of the job',
  'git-workflow': 'Workflow of the job',
  'git-run': 'Number of the run',
  'git-runner': 'Where the job runs',
  'git-visibility': 'Whether the repository is public',
}

const parts: Readonly<Record<string, string>> = {
  header: 'The first part',
  payload: 'The second part',
  signature: 'The third part',
}

const partOf = ({ detail }: JwtProblem): string => parts[detail ?? ''] ?? 'A part'

const jwtProblems: Readonly<Record<JwtProblemWord, (problem: JwtProblem) => string>> = {
  empty: () => 'There is no token yet.',
  'too-large': () => 'This is far longer than a token can be. Paste the token alone.',
  opaque: () =>
    'This is no JWT: it has no dots. Tokens of Login with Amazon and Facebook look so, and need a provider ID.',
  'wrong-parts': ({ detail }) =>
    `A JWT has three parts with dots between them. This has ${detail ?? ''}; a part may be missing at its end.`,
  encrypted: () => 'This is an encrypted token of five parts. STS takes signed ones of three.',
  'not-base64url': (problem) =>
    `${partOf(problem)} is not written in base64url. A character was lost or added.`,
  'not-json': (problem) => `${partOf(problem)} holds no JSON. The token may be cut.`,
  'not-an-object': (problem) => `${partOf(problem)} is JSON, but no object.`,
  'alg-none': () => 'The token says that it is not signed. STS takes signed tokens only.',
  'alg-not-accepted': ({ detail }) =>
    `It is signed with \`${detail ?? ''}\`. STS verifies RS256, RS384, RS512, ES256, ES384 and ES512.`,
  'no-signature': () => 'The signature is missing: nothing stands behind the second dot.',
  'too-short-for-sts': () => 'STS takes tokens of 4 characters or more.',
  'too-long-for-sts': ({ detail }) =>
    `STS takes tokens of at most 20,000 characters. This has ${detail ?? ''}.`,
  'no-issuer': () => 'It names no issuer, so STS cannot find its provider.',
  'issuer-not-https': () =>
    'Its issuer is no `https` address. IAM has providers with such addresses only.',
  'no-subject': () => 'It names no subject.',
  'no-audience': () => 'It names no audience.',
  'several-audiences': ({ detail }) =>
    `It names several audiences: ${detail ?? ''}. Which of them AWS compares is not certain.`,
  'no-expiry': () => 'It does not say when it ends.',
  'time-not-whole': ({ detail }) =>
    `\`${detail ?? ''}\` is no whole number. STS takes times as whole seconds only.`,
  expired: () => 'It has expired, by this device’s clock.',
  'expired-within-grace': () =>
    'It has just expired, by this device’s clock. IAM takes a token for five minutes longer.',
  'not-yet-valid': () => 'It is not valid yet, by this device’s clock.',
  'access-token': () =>
    'This looks like an access token. STS wants the ID token of the same sign-in.',
}

const wrappings: Readonly<Record<TokenWrapping, string>> = {
  json: 'Taken out of a JSON answer',
  bearer: '`Bearer` taken off',
  quotes: 'Quotes taken off',
  name: 'The name before it taken off',
  'white-space': 'Blanks and line breaks taken out',
}

const samlProblems: Readonly<Record<SamlProblemWord, (problem: SamlProblem) => string>> = {
  empty: () => 'There is no response yet.',
  'too-large': () =>
    'This is far longer than a response can be. Paste the field `SAMLResponse` alone.',
  'no-response-field': () => 'This form has no field `SAMLResponse`.',
  'not-base64': () => 'This is no base64. A character was lost or added.',
  'not-text': () =>
    'The base64 holds no text. A response of the redirect binding is compressed; AWS takes the one that is posted.',
  'not-xml': () => 'The text holds no whole XML. It may be cut.',
  doctype: () => 'It declares a document type. No SAML response does, and it is not read here.',
  'is-a-request': () =>
    'This is the request to the identity provider. The response comes back from there, in the field `SAMLResponse`.',
  'not-a-response': ({ detail }) =>
    `This XML is no SAML response; it begins with \`${detail ?? ''}\`.`,
  'bare-assertion': () => 'This is the assertion alone. STS wants the whole response around it.',
  'too-long-for-sts': ({ detail }) =>
    `STS takes responses of at most 100,000 characters. This has ${detail ?? ''}.`,
  'status-not-success': ({ detail }) =>
    `The identity provider refused the sign-in: \`${detail ?? ''}\`.`,
  'encrypted-assertion': () =>
    'The assertion is encrypted. AWS can open it if the provider has the private key; this page cannot.',
  'no-assertion': () => 'The response holds no assertion.',
  'several-assertions': () => 'The response holds several assertions. The first is read here.',
  'not-signed': () =>
    'Neither the response nor its assertion is signed. AWS takes signed ones only.',
  'no-roles': () =>
    'It offers no role: the attribute `https://aws.amazon.com/SAML/Attributes/Role` is missing.',
  'role-malformed': ({ detail }) =>
    `A role is offered in a form that AWS does not read: \`${detail ?? ''}\`. Wanted: the ARNs of role and provider with a comma between them.`,
  'no-role-session-name': () =>
    'The attribute `https://aws.amazon.com/SAML/Attributes/RoleSessionName` is missing.',
  'role-session-name-malformed': ({ detail }) =>
    `AWS does not take the session name \`${detail ?? ''}\`: 2 to 64 letters, digits and \`_+=,.@-\`.`,
  'session-duration-malformed': ({ detail }) =>
    `\`SessionDuration\` is \`${detail ?? ''}\`. AWS wants 900 to 43200 seconds.`,
  'no-audience': () => 'It names no audience.',
  'audience-not-aws': ({ detail }) =>
    `It is meant for \`${detail ?? ''}\`. AWS expects \`urn:amazon:webservices\` or its sign-in address, unless the provider has another.`,
  'no-recipient': () => 'It names no recipient.',
  'recipient-not-aws': ({ detail }) =>
    `Its recipient is \`${detail ?? ''}\`, which is no sign-in address of AWS.`,
  'no-redeem-time': () => 'It does not say until when it can be redeemed.',
  'redeemed-too-late': () =>
    'It can no longer be redeemed, by this device’s clock. AWS takes a response for five minutes after it was issued.',
  'conditions-ended': () => 'Its conditions have ended, by this device’s clock.',
  'not-yet-valid': () => 'It is not valid yet, by this device’s clock.',
  'session-ended': () => 'The session at the identity provider has ended, by this device’s clock.',
  'time-malformed': ({ detail }) => `The time in \`${detail ?? ''}\` cannot be read.`,
}

const samlFacts: Readonly<Record<keyof SamlFacts, string>> = {
  issuer: 'Issuer',
  destination: 'Destination',
  recipient: 'Recipient',
  audiences: 'Audience',
  issuedAt: 'Issued',
  notBefore: 'Valid from',
  notOnOrAfter: 'Valid until',
  confirmationEnds: 'Confirmed until',
  redeemBefore: 'To be redeemed before',
  sessionNotOnOrAfter: 'Session ends at the latest',
  nameId: 'Name ID',
  nameIdFormat: 'Form of the name ID',
  roles: 'Roles offered',
  roleSessionName: 'Role session name',
  sessionDuration: 'Duration of the console’s session',
  principalTags: 'Session tags',
  transitiveTagKeys: 'Transitive tag keys',
  sourceIdentity: 'Source identity',
  otherAttributes: 'Other attributes',
  isResponseSigned: 'Response signed',
  isAssertionSigned: 'Assertion signed',
}

const samlForms: Readonly<Record<SamlForm, string>> = {
  base64: 'Read from base64',
  'form-body': 'Read from the field `SAMLResponse`',
  xml: 'Read from XML and put into base64',
}

const samlRepairs: Readonly<Record<SamlRepair, string>> = {
  'white-space': 'Blanks and line breaks taken out',
  quotes: 'Quotes taken off',
  'percent-encoding': 'Percent-encoding undone',
  'plus-signs': 'Blanks read as the plus signs that they were',
  'url-alphabet': 'The URL-safe alphabet read as the standard one',
}

/** Everything said of a web identity token and of a SAML response. Literal parts stand between backticks. */
export const federationMessages = {
  jwt: {
    notChecked:
      'Read here, in this tab. The signature is not checked: nothing in the token is proved until AWS has taken it.',
    claims,
    unknownClaim: 'Known to its issuer',
    problems: jwtProblems,
    problem: (problem: JwtProblem) => jwtProblems[problem.problem](problem),
    wrappings,
  },
  saml: {
    notChecked:
      'Read here, in this tab. The signature is not checked: nothing in the response is proved until AWS has taken it.',
    redeem: 'AWS takes a response for five minutes after it was issued, and not past its own end.',
    facts: samlFacts,
    forms: samlForms,
    repairs: samlRepairs,
    problems: samlProblems,
    problem: (problem: SamlProblem) => samlProblems[problem.problem](problem),
  },
}

export type FederationMessages = typeof federationMessages
