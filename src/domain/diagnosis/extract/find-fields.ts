import type { Instant } from '../../time/instant.ts'
import { parseAmzDate, parseHttpDate, parseIso } from '../../time/instant.ts'
import { PARTITIONS } from '../../region/partition-table.ts'

/** All readers take a bounded text and meet each of their patterns once. */

const MOST = 20

function first(text: string, patterns: readonly RegExp[]): string | null {
  for (const pattern of patterns) {
    const found = pattern.exec(text)?.[1]
    if (found) return found
  }
  return null
}

export function operationIn(text: string): string | null {
  return first(text, [
    /when calling the (\w{3,80}) operation/,
    /operation error [\w ]{2,60}: (\w{3,80}),/,
    /Error executing "(\w{3,80})" on/,
    /\bAction=(\w{3,80})\b/,
    /"?eventName"?\s?[:=]\s?"(\w{3,80})"/,
    /calling `?(?:aws_\w{2,40}[#:.])?(\w{3,80})`?\(\)/,
    /x-amz-target:\s?[\w.]{1,80}\.(\w{3,80})/i,
    /not authorized to perform:? ['"]?(?:sts|sso|cognito-identity|iam):(\w{3,80})/i,
    /\b(AssumeRoleWith(?:SAML|WebIdentity)|AssumeRole|AssumeRoot|GetSessionToken|GetFederationToken|GetCallerIdentity|DecodeAuthorizationMessage|GetCredentialsForIdentity|GetOpenIdToken)\b/,
  ])
}

const SERVICES: Readonly<Record<string, string>> = {
  securitytoken: 'sts',
  securitytokenservice: 'sts',
  amazonsecuritytokenservice: 'sts',
  awssecuritytokenservice: 'sts',
  amazons3: 's3',
  amazonec2: 'ec2',
  amazondynamodb: 'dynamodb',
  identitymanagement: 'iam',
  amazonidentitymanagement: 'iam',
  amazoncognitoidentity: 'cognito-identity',
  cognitoidentity: 'cognito-identity',
  cognitoidentityprovider: 'cognito-idp',
  amazonsimpleemailservice: 'ses',
}

export function serviceIn(text: string, host: string | null): string | null {
  const named = first(text, [
    /\(Service: (?:AWS)?([A-Za-z][\w -]{1,60}?)[;,]/,
    /operation error ([\w ]{2,60}?): \w{3,80}/,
    /\bAws::(\w{2,40})::Errors/,
    /\bAws\\(\w{2,40})\\Exception/,
    /software\.amazon\.awssdk\.services\.(\w{2,40})\./,
    /com\.amazonaws\.services\.(\w{2,40})\./,
    /@aws-sdk\/client-([a-z0-9-]{2,40})/,
    /\bAmazon\.(\w{2,40})\.(?:Model|Amazon)/,
    /xmlns="https:\/\/(\w{2,30})\.amazonaws\.com\/doc/,
  ])
  if (named !== null) {
    const bare = named.toLowerCase().replace(/ /g, '')
    return SERVICES[bare] ?? bare
  }
  const label = /^(?![\d.:]+$)([a-z0-9-]{2,60})[.]/.exec(host ?? '')?.[1] ?? null
  if (label === null) return null
  return /(?:^|\.)s3[.-]/.test(host ?? '') ? 's3' : label.replace(/-fips$/, '')
}

const STS_OPERATION =
  /^(?:AssumeRo\w{1,24}|GetSessionToken|GetFederationToken|GetCallerIdentity|DecodeAuthorizationMessage|GetAccessKeyInfo|GetWebIdentityToken|GetDelegatedAccessToken)$/

/** The service of an operation that only one has. */
export function serviceOfOperation(operation: string | null): string | null {
  if (operation === null) return null
  if (STS_OPERATION.test(operation)) return 'sts'
  return /^(?:GetCredentialsForIdentity|GetOpenIdToken\w{0,30})$/.test(operation)
    ? 'cognito-identity'
    : null
}

export function requestIdIn(text: string): string | null {
  return first(text, [
    /<Request(?:Id|ID)>([\w-]{8,80})</,
    /"?x-amzn-requestid"?\s?[:=]\s?"?([\w-]{8,80})/i,
    /request[ _-]?id['"]?\s?[:=]\s?['"]?([\w-]{8,80})/i,
  ])
}

export function statusIn(text: string): number | null {
  const found = first(text, [
    /status ?code['"]?\s?[:=]\s?(\d{3})\b/i,
    /\b(?:StatusCode|HTTPStatusCode|httpStatusCode|statusCode)['"]?\s?[:=]\s?(\d{3})\b/,
    /HTTP\/[\d.]{1,3} (\d{3})\b/,
    /resulted in a `(\d{3}) /,
    /\b(?:POST|GET|PUT|HEAD) https?:\/\/\S{1,300} (?:.{0,20} )?(\d{3}) \(/,
    /\b(407) Proxy/,
  ])
  const status = found === null ? 0 : Number(found)
  return status >= 100 && status <= 599 ? status : null
}

export function arnsIn(text: string): readonly string[] {
  const found = new Set<string>()
  for (const [arn] of text.matchAll(
    /\barn:aws[\w-]{0,20}:[\w-]{1,40}:[\w-]{0,30}:\d{0,12}:[\w+=,.@:*/-]{1,512}/g,
  )) {
    found.add(arn.replace(/[.,:]+$/, ''))
    if (found.size >= MOST) break
  }
  return [...found]
}

export function timesIn(text: string): readonly Instant[] {
  const found = new Set<Instant>()
  const pattern =
    /\b\d{8}T\d{6}Z\b|\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?|\b[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT/g
  for (const [time] of text.matchAll(pattern)) {
    const instant = parseAmzDate(time) ?? parseIso(time) ?? parseHttpDate(time)
    if (instant !== null) found.add(instant)
    if (found.size >= MOST) break
  }
  return [...found]
}

const SUFFIXES =
  /([a-z0-9][a-z0-9.-]{0,200}\.(?:amazonaws\.com\.cn|amazonaws\.com|amazonaws\.eu|api\.aws|amazonwebservices\.(?:com\.cn|eu)|c2s\.ic\.gov|sc2s\.sgov\.gov))(?![\w.-]*\/doc\/)/gi
const DOCS = /^(?:docs|console|signin|sdk)\./

export function hostIn(text: string): string | null {
  const local = /https?:\/\/((?:localhost|127\.0\.0\.1|localstack|minio)(?::\d{1,5})?)/i.exec(
    text,
  )?.[1]
  for (const match of text.matchAll(SUFFIXES)) {
    const host = (match[1] ?? '').toLowerCase()
    if (!DOCS.test(host) && !isIssuer(host)) return host
  }
  return local ?? loopbackIn(text)
}

/** `connect ECONNREFUSED 127.0.0.1:4566`, as programs say it without a URL. */
function loopbackIn(text: string): string | null {
  return (
    /(?:ECONNREFUSED|dial tcp|connect(?:ing|ion)? (?:to|refused:?)|Failed to connect to|localhost\/)\s{0,2}((?:127\.0\.0\.1|localhost|\[::1\]):\d{1,5})/i.exec(
      text,
    )?.[1] ?? null
  )
}

/** An issuer of tokens is no endpoint that was asked. */
function isIssuer(host: string): boolean {
  return host.startsWith('oidc.eks.') || host.startsWith('cognito-idp.')
}

const KNOWN = new Map(
  PARTITIONS.flatMap((partition) =>
    partition.regions.map((region) => [region.code, region] as const),
  ),
)

/** Services whose regional hosts are `service.region.suffix`, and nothing else stands between. */
const PLAIN_HOST =
  /^(?:sts|sts-fips|cognito-identity|cognito-idp|portal\.sso|oidc|sso|ec2|dynamodb|lambda|sqs|sns|kms|secretsmanager|ssm|logs|monitoring|events|kinesis|ecr|ecs|eks|api\.ecr|cloudformation|bedrock-runtime)\.([^./]{0,40})\.(?:amazonaws\.(?:com|eu)|api\.aws|api\.amazonwebservices|c2s\.ic|sc2s\.sgov)/

/** Labels of hosts that stand where a Region does and are none. */
const NO_REGION = ['vpce', 's3', 'dualstack', 'us-gov', 'global', 'accelerate', 's3-accelerate']

/** The Region label of a host, known or not: `us-east-1a` in `sts.us-east-1a.amazonaws.com`; null for a global host. */
export function regionOfHost(host: string | null): string | null {
  const text = host ?? ''
  for (const [label] of text.matchAll(/[a-z]{2,4}(?:-[a-z]{2,9}){1,2}-\d(?![\w])/g)) {
    if (KNOWN.has(label)) return label
  }
  const label = PLAIN_HOST.exec(text)?.[1] ?? null
  return label === null || NO_REGION.includes(label) ? null : label
}

export function regionIn(text: string, host: string | null): string | null {
  const ofHost = regionOfHost(host)
  if (ofHost !== null && KNOWN.has(ofHost)) return ofHost
  const named = first(text, [
    /\b(?:aws)?region['"]?\s?[:=]\s?['"]?([a-z]{2,4}(?:-[a-z]{2,9}){1,2}-\d[a-z]?)\b/i,
    /--region[ =]([\w-]{2,30})/,
    /AWS_(?:DEFAULT_)?REGION=['"]?([\w-]{2,30})/,
    /expecting '([\w-]{2,30})'/,
  ])
  return named ?? ofHost ?? onlyOptInRegion(text)
}

/** The one opt-in Region that a text names, since a failure is seldom told with another one. */
function onlyOptInRegion(text: string): string | null {
  const found = new Set<string>()
  for (const [code] of text.slice(0, 16_384).matchAll(/\b[a-z]{2}-[a-z]{4,9}-\d\b/g)) {
    if (KNOWN.get(code)?.optIn === true) found.add(code)
  }
  const [only] = found
  return found.size === 1 && only !== undefined ? only : null
}
