/** Whose error it is: other programs use AWS's codes for errors of their own. */
export type Witness = 'aws' | 'foreign' | 'none'

const NEARBY = 3_000
const BESIDE = 800

/** A host, an ARN, a client's frame, a name or an element that only a text about AWS has. */
const OF_AWS =
  /amazonaws\.|\bapi\.aws\b|\barn:aws|\baws\b|\bamazon\b|\bAWS[_:\\A-Z]|\baws_|\bAmazon[.A-Z]|\bx-amz|AWS4-HMAC|SigV4|\bA(?:KIA|SIA)[A-Z0-9*.…]|An error occurred \([\w.]{1,80}\) when calling|\bboto\w{0,6}\b|aws-sdk|awssdk|\bsmithy\b|\$metadata|\$fault|"__type"|operation error [A-Z]|\(Service: |SDK Attempt Count|\bRequestI[dD]\b|\brequest id\b|\b(?:STS|IAM|S3|EC2|DynamoDB|CloudFront|CloudFormation|Lambda|Cognito|Amplify|LocalStack|Bedrock|SageMaker)\b|\b(?:sts|iam|s3|ec2|dynamodb|lambda|kms|sqs|sns|ssm|cognito-i\w{2,8}):[A-Z*]|\bsts\b|s3:\/\/|\bs3\b|cognito|assumed-role|AssumeRole|GetCallerIdentity|GetSessionToken|GetFederationToken|CredentialsProvider|CredentialProvider|eksctl|aws-iam-authenticator|security token included/i
/** Capital letters matter in these names. */
const OF_AWS_EXACT = /\b(?:STSClient|StsClient|StsException|STSServiceException)\b/

/** What only AWS has, whatever else is named beside it. */
const SURELY_AWS = /amazonaws\.|\bapi\.aws\b|\barn:aws/i
/** Stores that speak as S3 does, with codes and clients of AWS. */
const OTHER_HOSTS =
  /googleapis|google secret|\bGOOG4?\b|aliyuncs|digitaloceanspaces|cloudflarestorage|backblazeb2|wasabisys|linodeobjects|myhuaweicloud|myqcloud|vultrobjects|windows\.net/i
/** A client or an operation of AWS: others may be named beside it, as the provider of an identity. */
const AWS_CLIENT =
  /An error occurred \([\w.]{1,80}\) when calling|AssumeRole|GetCallerIdentity|GetSessionToken|GetFederationToken|\bboto\w{0,6}\b|aws-sdk|awssdk|\bcognito|\(Service: |security token included|\baws\s(?:sts|s3|sso|configure)\b/i
const OTHER_NAMES =
  /google\.api_core|\bBigQuery\b|\bFirebase\b|\bAlibaba\b|\bAliyun\b|\bMicrosoft\.|\bAzure\b|\bjava\.nio\b|\bsun\.nio\b|\bDigitalOcean\b|\bDiscord|\bSalesforce\b|\bsfdc\b|\bsmtp\b|\bKeycloak\b|\bElasticsearch\b/i

/** Places this near to each other have the same neighbours. */
const BLOCK = 1_000

/** Who stands beside each place of a text; near places are looked at once. */
export function witnessesOf(text: string): (at: number) => Witness {
  const seen = new Map<number, Witness>()
  return (at) => {
    const block = Math.floor(at / BLOCK)
    const known = seen.get(block) ?? witnessBetween(text, block * BLOCK, (block + 1) * BLOCK)
    seen.set(block, known)
    return known
  }
}

function witnessBetween(text: string, start: number, end: number): Witness {
  const near = text.slice(Math.max(0, start - NEARBY), end + NEARBY)
  if (SURELY_AWS.test(near)) return 'aws'
  const beside = text.slice(Math.max(0, start - BESIDE), end + BESIDE)
  if (OTHER_HOSTS.test(beside)) return 'foreign'
  if (AWS_CLIENT.test(near)) return 'aws'
  if (OTHER_NAMES.test(beside)) return 'foreign'
  return OF_AWS.test(near) || OF_AWS_EXACT.test(near) ? 'aws' : 'none'
}

/** Codes that other programs have too. */
const SHARED_CODES = new Set([
  'AccessDenied',
  'AccessDeniedException',
  'AccessDeniedFault',
  'AuthorizationError',
  'AuthorizationErrorException',
  'AuthFailure',
  'ExpiredToken',
  'ExpiredTokenException',
  'InternalError',
  'InternalErrorException',
  'InternalFailure',
  'InternalServerError',
  'InternalServiceError',
  'InvalidIdentityToken',
  'InvalidIdentityTokenException',
  'InvalidSecurity',
  'InvalidSecurityToken',
  'InvalidSignature',
  'InvalidToken',
  'NotAuthorized',
  'OptInRequired',
  'RequestExpired',
  'RequestLimitExceeded',
  'ServiceUnavailable',
  'ServiceUnavailableException',
  'SignatureDoesNotMatch',
  'SlowDown',
  'ThrottledException',
  'Throttling',
  'ThrottlingException',
  'TooManyRequestsException',
])

/** AWS's own words behind such a code. */
const OWN_WORDS =
  /security token included|provided token|not authorized to perform:|not able to validate the provided access|request signature we calculated|Rate exceeded|reduce your request rate|unknown error, exception or failure|temporary failure of the server|encountered an internal error|needs a subscription|OpenIDConnect provider|Token expired: current date|IDP_|Credential should be scoped|Signature (?:expired|not yet current)|\bAccess Denied\b|is not a valid JWT|identity provider|Request has expired\. Timestamp/

/** A code that needs AWS beside it to be one of AWS's. Alone in a text it is asked about, and counts. */
export function needsWitness(text: string, at: number, code: string): boolean {
  if (!SHARED_CODES.has(code)) return false
  const bare = text.slice(0, 400).trim()
  if (
    text.length < 400 &&
    bare.length < 120 &&
    /^(?:\W|error|code|exception|an|got|the)*$/i.test(bare.replace(code, ''))
  ) {
    return false
  }
  return !OWN_WORDS.test(text.slice(at, at + 400))
}

/** Sentences that other programs say too. */
const SHARED_WORDS =
  /^(?:Your session has expired|Request has expired(?!\. Timestamp)|You are not authorized to perform this operation|(?:SAML )?(?:Response|Assertion) has expired|Token expired:|credentials (?:are|have) expired|Missing Authentication Token|is not authorized to perform)/i

export function areShared(words: string): boolean {
  return SHARED_WORDS.test(words)
}
