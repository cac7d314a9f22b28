/** A sentence by which AWS, a client or a browser tells of an error about credentials. */
export type Sentence = {
  readonly words: RegExp
  /** The code that stands for it where the text has none; the empty string where there is no answer of AWS at all. */
  readonly code: string
  /** As in the table of codes; 0 counts only together with a host of AWS or a word of its clients. */
  readonly weight: 0 | 1 | 2 | 3
}

const s = (words: RegExp, code: string, weight: Sentence['weight'] = 3): Sentence => ({
  words,
  code,
  weight,
})

/** All bounded, each met once in a text of any length. */
export const SENTENCES: readonly Sentence[] = [
  s(/security token included in the request is expired/i, 'ExpiredToken'),
  s(/security token included in the request is invalid/i, 'InvalidClientTokenId'),
  s(/provided token has expired/i, 'ExpiredToken'),
  s(/provided token is malformed or otherwise invalid/i, 'InvalidToken'),
  s(
    /access key id you provided does not exist in our records|access key provided does not exist in our records/i,
    'InvalidAccessKeyId',
  ),
  s(/not able to validate the provided access credentials/i, 'AuthFailure'),
  s(/request signature we calculated does not match/i, 'SignatureDoesNotMatch'),
  s(/Signature (?:expired|not yet current):/i, 'SignatureDoesNotMatch'),
  s(/Credential should be scoped (?:to|with)/i, 'SignatureDoesNotMatch'),
  s(/Date in Credential scope does not match/i, 'SignatureDoesNotMatch'),
  s(/must be a 'SignedHeader'/i, 'SignatureDoesNotMatch'),
  s(/not a valid key=value pair \(missing equal-sign\)/i, 'IncompleteSignature'),
  s(/Authorization header requires '/i, 'IncompleteSignature'),
  s(/must have exactly 5 slash-delimited elements/i, 'IncompleteSignature'),
  s(/Unsupported AWS 'algorithm'/i, 'IncompleteSignature'),
  s(/Date must be in ISO-8601 'basic format'/i, 'IncompleteSignature'),
  s(
    /authorization header is malformed|authorization header you provided is invalid/i,
    'AuthorizationHeaderMalformed',
  ),
  s(/Incomplete trailing escape %|Illegal hex character in escape %/i, 'MalformedQueryString'),
  s(/Request is missing Authentication Token/i, 'MissingAuthenticationToken'),
  s(/\bMissing Authentication Token\b/i, 'MissingAuthenticationToken', 2),
  s(
    /difference between the request time and the current time is too large/i,
    'RequestTimeTooSkewed',
  ),
  s(/is not authorized to perform:?\s/i, 'AccessDenied', 2),
  s(/Not authorized to perform:? sts:/i, 'AccessDenied'),
  s(/You are not authorized to perform this operation/i, 'UnauthorizedOperation', 2),
  s(/Cannot call Get(?:SessionToken|FederationToken) with session credentials/i, 'AccessDenied'),
  s(/Roles may not be assumed by root accounts/i, 'AccessDenied'),
  s(/MultiFactorAuthentication failed/i, 'AccessDenied'),
  s(/Request has expired/i, 'AccessDenied'),
  s(/An error occurred \(500\) when calling the/i, 'InternalFailure', 1),
  s(/An error occurred \(50[234]\) when calling the/i, 'ServiceUnavailable', 1),
  s(/exceeds the (?:1 hour session limit|MaxSessionDuration)/i, 'ValidationError'),
  s(/Request ARN is invalid/i, 'ValidationError'),
  s(/\barn:[\w:*/+=,.@-]{4,300} is (?:invalid|not valid)\b/i, 'ValidationError'),
  s(/STS is not activated in this region/i, 'RegionDisabledException'),
  s(/No OpenIDConnect provider found in your account/i, 'InvalidIdentityToken'),
  s(/Incorrect token audience/i, 'InvalidIdentityToken'),
  s(/retrieve verification key from your identity provider/i, 'InvalidIdentityToken'),
  s(
    /identity provider \(IDP\)|identity provider .{0,60}(?:could not be reached|rejected|authentication failed|did not respond|unreachable|not reachable|cannot be reached)|verify the incoming identity token|(?:reach|contact|communicate with|connect to)\w{0,4} (?:the |your )?(?:identity provider|IdP)\b/i,
    'IDPCommunicationError',
  ),
  s(/match configured thumbprint/i, 'InvalidIdentityToken'),
  s(/is not a valid JWT/i, 'InvalidIdentityToken'),
  s(
    /web identity token (?:that was )?provided (?:could not be validated|is not valid)/i,
    'InvalidIdentityToken',
  ),
  s(
    /\bAuthnResponse\b|invalid SAML response|Response signature invalid|Specified provider doesn't exist|(?:Response|Assertion) does not contain the required audience|Issuer not present in specified provider|SAML (?:Assertion|Response) .{0,40}(?:invalid|missing|required)|Not authorized to perform sts:AssumeRoleWithSAML/i,
    'InvalidIdentityToken',
  ),
  s(
    /must be redeemed within 5 minutes|(?:SAML )?(?:Response|Assertion) has expired/i,
    'ExpiredTokenException',
  ),
  s(/Token expired: (?:current date\/time )?\d/i, 'ExpiredTokenException'),
  s(/Token too old:/i, 'ExpiredTokenException'),
  s(/Packed (?:policy|size)(?: of session tags)? consumes \d/i, 'PackedPolicyTooLarge'),
  s(/transitive tag keys?\b|Duplicate tag keys found/i, 'InvalidParameterValue'),
  s(
    /validation errors? detected: Value .{0,300}? at '(?:roleSessionName|roleArn|durationSeconds|externalId|policy|policyArns?\S{0,40}|tokenCode|serialNumber|sourceIdentity|tags?\S{0,40}|transitiveTagKeys\S{0,20}|webIdentityToken|sAMLAssertion|samlAssertion|principalArn|name|encodedMessage|accessKeyId|audience\S{0,20}|signingAlgorithm)'/is,
    'ValidationError',
  ),
  s(
    /(?:Invalid (?:length|type) for|Missing required|Unknown) parameter (?:in input: )?"?(?:RoleArn|RoleSessionName|DurationSeconds|SerialNumber|TokenCode|ExternalId|Policy|PolicyArns|WebIdentityToken|PrincipalArn|SAMLAssertion|EncodedMessage|Tags|SourceIdentity|TransitiveTagKeys)\b/i,
    'ValidationError',
    2,
  ),
  s(/provide a valid public provider/i, 'InvalidParameterException'),
  s(/is not authorized to access this resource/i, 'AccessDeniedException', 2),
  s(
    /cannot be assumed by (?:Lambda|principal|the service)|unable to assume (?:the )?(?:provided )?(?:service )?role|is not authorized to assume (?:the )?role|does not have permission to assume/i,
    'AccessDenied',
    2,
  ),
  s(
    /needs a subscription for the service|You are not subscribed to this service/i,
    'OptInRequired',
    2,
  ),
  s(/You must be logged in to the server/i, 'Unauthorized', 2),
  s(
    /Session token not found or invalid|Token is expired\. To refresh this SSO session/i,
    'session-expired',
  ),
  s(
    /Credentials should not be empty|No credentials, applicationId|NoValidAuthTokens|Resolved credential object is not valid/i,
    'no-credentials',
    1,
  ),
  s(/Unauthenticated access is not supported for this identity pool/i, 'NotAuthorizedException'),
  s(/Token is not from a supported provider/i, 'NotAuthorizedException'),
  s(/Invalid login token/i, 'NotAuthorizedException'),
  s(/Logins don't match/i, 'NotAuthorizedException'),
  s(/Access to Identity\b.{0,120}?is forbidden/i, 'NotAuthorizedException'),
  s(
    /\bIdentity '[\w:-]{1,100}' not found|Identity(?:Id)? [\w-]{4,24}:[\w-]{4,60} not found/i,
    'ResourceNotFoundException',
  ),
  s(/Basic \(classic\) flow is not/i, 'InvalidParameterException'),
  s(/Invalid identity pool configuration/i, 'InvalidIdentityPoolConfigurationException'),
  s(/ambiguous role mapping rules/i, 'NotAuthorizedException'),
  s(
    /Failed to execute '\w{2,20}' on '(?:Headers|Window|XMLHttpRequest)'(?=: .{0,200}(?:Invalid value|non[- ]ISO-8859-1|not a valid HTTP header))|Headers\.(?:append|set): .{1,80} is an invalid header value|Invalid header value b?['"]?(?:AWS4|ASIA|AKIA)|invalid header field value.{0,40}(?:Authorization|Security-Token|AWS4)|Invalid character in header content \["?(?:authorization|x-amz-security-token)|invalid characters? in (?:the )?header.{0,40}(?:authorization|x-amz-security-token)|non[- ]?ISO-8859-1 code point|header value.{0,40}(?:newline|control character|illegal|CR\b|LF\b)|Illegal character in header/i,
    'client-refused',
  ),
  s(
    /Missing credentials in config|Could not load credentials from any providers|Unable to locate credentials|Unable to load (?:AWS )?credentials|NoCredentialProviders|no valid (?:credential sources|providers in chain)|failed to refresh cached credentials|Unable to load credentials from any of the providers|failed to retrieve credentials|Partial credentials found|Credential is missing|CredentialsProviderError|Unable to get IAM security credentials|unable to find credentials|no EC2 IMDS role found/i,
    'no-credentials',
    1,
  ),
  s(
    /SSO session (?:associated with this profile )?has expired|The SSO session associated|Token has expired and refresh failed|Error loading SSO Token|SSO Token .{0,40}(?:expired|invalid)|session (?:has )?expired.{0,40}aws (?:sso )?login|Your session has expired|refreshed credentials are still expired|[Cc]redentials (?:were refreshed, but the refreshed credentials )?(?:are|have) (?:still )?expired/i,
    'session-expired',
  ),
  s(
    /violates the following Content Security Policy|violates the document's Content Security Policy|page's settings blocked the loading|Blocked by Content Security Policy|blocked:csp|ERR_BLOCKED_BY_(?:CLIENT|CSP|ADMINISTRATOR)|NS_ERROR_CONTENT_BLOCKED|blocked by (?:an? )?(?:extension|client|content blocker)|because it (?:does not appear in|violates) the (?:connect-src|default-src)/i,
    'browser-blocked',
    2,
  ),
  s(
    /blocked by CORS policy|Cross-Origin Request Blocked|CORS (?:header|preflight|request) .{0,60}(?:missing|did not|not)|Access-Control-Allow-(?:Origin|Headers)|preflight (?:response|request)|Origin .{1,120}? is not allowed|Preflight response is not successful|Fetch API cannot load/i,
    'cors',
    1,
  ),
  s(
    /ERR_INTERNET_DISCONNECTED|navigator\.onLine\W{1,12}false|Internet connection appears to be offline|Network is unreachable|ENETUNREACH|ENETDOWN|ERR_NETWORK_CHANGED|ERR_ADDRESS_UNREACHABLE|no route to host/i,
    'offline',
    1,
  ),
  s(
    /CERTIFICATE_VERIFY_FAILED|certificate signed by unknown authority|self[- ]signed certificate|unable to (?:get local issuer|verify the first) certificate|PKIX path|SSL certificate problem|ERR_CERT_\w{3,40}|SEC_ERROR_\w{3,40}|SELF_SIGNED_CERT|UNABLE_TO_(?:GET_ISSUER|VERIFY_LEAF)\w{0,30}|remote certificate is invalid|certificate (?:has expired|is not valid|is not trusted|verify failed)|SSL validation failed|x509:|SSLHandshakeException|MOZILLA_PKIX_ERROR\w{0,40}|tls: failed to verify|could not establish trust relationship|cURL error 60/i,
    'tls',
    1,
  ),
  s(
    /\b407\b.{0,40}proxy|Proxy Authentication Required|Tunnel connection failed|Failed to connect to proxy|ProxyConnectionError|ProxyError|ERR_(?:PROXY|TUNNEL)\w{3,40}|Unexpected token '?<|invalid character '<'|char '<' is not expected|invalid XML received|is not valid JSON|<!DOCTYPE html|<html[\s>]|HTTP\/1\.[01] 407|content-type: text\/html|Unable to parse response|captive portal|expected element type <\w{1,40}> but have <html>|Root element is missing|'<' is an invalid start of a value|syntax error \(line 1/i,
    'proxy',
    1,
  ),
  s(
    /ENOTFOUND|EAI_AGAIN|ERR_NAME_NOT_RESOLVED|no such host|Could not resolve host|Name or service not known|nodename nor servname|NameResolutionError|Temporary failure in name resolution|UnknownHostException|Could not connect to the endpoint URL|EndpointConnectionError|getaddrinfo|server with the specified hostname could not be found|Invalid endpoint|No such host is known|UnknownEndpoint|Inaccessible host|The remote name could not be resolved|cURL error 6\b|Failed to open TCP connection/i,
    'name',
    1,
  ),
  s(
    /doesn't match a supported format|You must specify a region|Region is missing|Missing region in config|Invalid region|region was not a valid DNS name|Unable to determine (?:AWS )?region|Unable to find a region|not a valid (?:AWS )?region|Invalid AWS Region|no region|MissingRegion|InvalidRegion|Region not (?:found|accepted)|Unknown region|invalid_region_name/i,
    'region',
    1,
  ),
  s(
    /Failed to fetch|NetworkError when attempting|\bLoad failed|\bNetwork ?(?:Error|Failure)\b|net::ERR_\w{3,40}|fetch failed|socket hang up|ECONNRESET|ECONNREFUSED|ETIMEDOUT|TimeoutError|Connect timeout|Read timeout|XMLHttpRequest at|Network request failed|connection (?:reset|timed out|refused|was closed|closed)|closed before we received|reset by peer|EPROTO|Unable to connect to the remote server|XMLHttpRequest error|UnknownError\b|operation was aborted|AbortError/i,
    'no-answer',
    0,
  ),
  s(
    /\b(?:500 Internal Server Error|502 Bad Gateway|503 Service (?:Temporarily )?Unavailable|503 Slow Down|504 Gateway)/i,
    'ServiceUnavailable',
    0,
  ),
  s(
    /\bRate exceeded\b|reduce your request rate|StatusCode: 5\d\d|Status Code: 5\d\d|httpStatusCode['"]?: 5\d\d/i,
    'Throttling',
    0,
  ),
  s(
    /\b(?:403 \(?Forbidden|401 \(?Unauthorized|403 status code|status code 40[13])\b/i,
    'Forbidden',
    0,
  ),
]
