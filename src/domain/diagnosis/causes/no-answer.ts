import type { Case } from '../case.ts'
import { isAws, isSilent, isTold, isWhy, says, sourceOf, isRefusedLocally } from '../case.ts'
import { regionOf } from '../../region/search.ts'
import { regionOfHost } from '../extract/find-fields.ts'
import { facts, unreachable } from '../examples.ts'
import { onlineRow, pagePolicyRow, waitedRow } from '../evidence-of-answer.ts'
import { literal, row, word } from '../evidence-row.ts'
import { networkRows } from '../evidence-of-network.ts'
import { foundWords } from '../evidence-of-words.ts'
import type { Evidence } from '../finding.ts'
import {
  isAllMute,
  isHostAloneMute,
  isHostFailing,
  isHostMute,
  isHostReached,
  isOfflineNow,
  isProbeRefused,
} from '../probed-case.ts'
import type { Rule } from '../rule.ts'
import { inferred, stated, told, toldAs } from '../rule.ts'
import { step } from '../step.ts'
import { WORDS } from '../words-of-people-table.ts'

/**
 * Causes behind a call without a readable answer. The browser tells a page whether it is offline and whether the page's
 * own policy stopped the request, and nothing more.
 * @see https://fetch.spec.whatwg.org/#concept-network-error
 */

const rows = (c: Case) => [...networkRows(c), onlineRow(c), pagePolicyRow(c), waitedRow(c)]

/** What clients and browsers say where they do say why. */
const OFFLINE =
  /ERR_INTERNET_DISCONNECTED|navigator\.onLine\W{1,12}(?:is )?false|onLine\W{1,4}false|Internet connection appears to be offline|ERR_NETWORK_CHANGED/i
const NO_ROUTE =
  /Network is unreachable|ENETUNREACH|ENETDOWN|ERR_ADDRESS_UNREACHABLE|No route to host|EAI_AGAIN|Temporary failure in name resolution/i
const CSP =
  /violates the (?:following|document's) Content Security Policy|page's settings blocked the loading|blocked:csp|ERR_BLOCKED_BY_CSP|Blocked by Content Security Policy|because it (?:does not appear in|violates) the (?:connect-src|default-src)/i
const BLOCKER =
  /ERR_BLOCKED_BY_(?:CLIENT|ADMINISTRATOR)|NS_ERROR_CONTENT_BLOCKED|blocked by (?:an? )?(?:extension|client|content blocker)/i
const CORS =
  /blocked by CORS policy|Cross-Origin Request Blocked|Access-Control-Allow-(?:Origin|Headers)|doesn't pass access control check|not allowed by Access-Control|Preflight response is not successful|Origin not allowed/i
const CERTIFICATE =
  /CERTIFICATE_VERIFY_FAILED|certificate signed by unknown authority|self[- ]signed certificate|unable to (?:get local issuer|verify the first) certificate|PKIX path|SSL certificate problem|ERR_CERT_AUTHORITY_INVALID|ERR_CERT_COMMON_NAME\w{0,20}|SEC_ERROR_UNKNOWN_ISSUER|SELF_SIGNED_CERT\w{0,30}|UNABLE_TO_(?:GET_ISSUER|VERIFY_LEAF)\w{0,30}|remote certificate is invalid|certificate is not trusted|SSL validation failed|x509: certificate|MOZILLA_PKIX_ERROR\w{0,40}|failed to verify certificate|SSLHandshakeException|could not establish trust relationship|cURL error 60/i
const NAME =
  /ENOTFOUND|ERR_NAME_NOT_RESOLVED|no such host|Could not resolve host|Name or service not known|nodename nor servname|NameResolutionError|UnknownHostException|Could not connect to the endpoint URL|server with the specified hostname could not be found|Invalid endpoint|No such host is known|Inaccessible host|remote name could not be resolved|cURL error 6\b|getaddrinfo|Invalid URL/i
const REGION =
  /doesn't match a supported format|You must specify a region|Region is missing|Missing region in config|region was not a valid DNS name|Invalid (?:AWS )?Region|Unable to (?:determine|find)(?: (?:AWS|a))? region|not a valid (?:AWS )?region|MissingRegion|Unknown region/i

/** Hosts whose service answers web pages; another one's silence is no surprise. */
const ANSWERS_PAGES =
  /https?:\/\/(?:sts|sts-fips|cognito-identity|cognito-idp)[.\w-]{0,60}\.(?:amazonaws|api\.aws)/i
const isOfPageService = (c: Case): boolean =>
  ANSWERS_PAGES.test(c.said) || /^(?:sts|cognito-i)/.test(c.facts.told?.host ?? '')

/** A browser failed to ask a service of AWS that answers no web pages. */
const isOtherServiceInBrowser = (c: Case): boolean =>
  isTold(c) &&
  !isOfPageService(c) &&
  /\.(?:amazonaws\.com|api\.aws)/.test(c.facts.told?.host ?? '') &&
  says(c, /Failed to fetch|NetworkError when attempting|Load failed|XMLHttpRequest|Network ?Error/i)

/** The host that was asked, where its Region is none. */
function hostRow(c: Case): Evidence | null {
  const host = c.facts.told?.host ?? null
  if (host === null || regionFault(c) === null) return null
  return row(
    'host-name',
    word('a-listed-region'),
    literal(host.slice(0, 120)),
    'differs',
    sourceOf(c, 'host'),
  )
}

/** How sure it is that a host's or a person's Region is none; null where it is one, or none was told. */
function regionFault(c: Case): 'certain' | 'likely' | null {
  const { told } = c.facts
  if (!told) return null
  if (/\.\.amazonaws/.test(told.host ?? '') || /\b[a-z]{2,20}\.\.amazonaws/.test(c.said))
    return 'certain'
  if (isOfOtherSuffix(told.host)) return 'certain'
  const named = regionOfHost(told.host) ?? told.region
  if (named === null || regionOf(named) !== null) return null
  // A Region newer than this build has the shape of one.
  return /^[a-z]{2,4}(?:-[a-z]{3,9}){1,2}-\d$/.test(named) ? 'likely' : 'certain'
}

/** A Region's code under the domain of another partition: no such name is made. */
function isOfOtherSuffix(host: string | null): boolean {
  const suffix = /\.(amazonaws\.com(?:\.cn)?|amazonaws\.eu)$/.exec(host ?? '')?.[1]
  const place = suffix === undefined ? null : regionOf(regionOfHost(host) ?? '')
  return place !== null && place.partition.dnsSuffix !== suffix
}

const isCustom = (c: Case): boolean => !isAws(c)

const offline: Rule = {
  cause: 'offline',
  applies: (c) => isWhy(c, 'offline') || (isSilent(c) && isAws(c)),
  weights: [
    stated('browser-says-it', 100, (c) => isWhy(c, 'offline')),
    // An address on this machine is reached without a network, as long as the browser lets it.
    stated('custom-address', -40, (c) => isWhy(c, 'offline') && !isAws(c) && !isTold(c)),
    // The network is back, or the browser was wrong about it.
    stated('probe-of-host', -40, (c) => isWhy(c, 'offline') && isHostReached(c)),
    stated('probe-of-other-host', -40, (c) => isWhy(c, 'offline') && isHostAloneMute(c)),
    inferred('browser-says-it', 60, (c) => isSilent(c) && isOfflineNow(c)),
    stated('probe-of-host', -100, (c) => isSilent(c) && isHostReached(c)),
    stated('probe-of-other-host', -100, (c) => isSilent(c) && isHostAloneMute(c)),
    inferred('probe-of-other-host', 10, (c) => isSilent(c) && isAllMute(c)),
    inferred('fits-this-answer', 25, (c) => isWhy(c, 'unknown') && regionFault(c) === null),
    inferred('fits-this-answer', 30, (c) => isWhy(c, 'timed-out')),
    stated('words-say-it', 100, (c) => isTold(c) && says(c, OFFLINE)),
    inferred('words-point-to-it', 45, (c) => isTold(c) && says(c, NO_ROUTE) && !says(c, OFFLINE)),
    told(60, WORDS.offline, (c) => isTold(c) && !says(c, OFFLINE)),
    inferred('words-point-to-it', -20, (c) => isTold(c) && says(c, CORS)),
    inferred('words-point-to-it', 15, (c) => isTold(c) && says(c, NAME) && regionFault(c) === null),
  ],
  evidence: (c) => [foundWords(c, OFFLINE), foundWords(c, NO_ROUTE), ...rows(c)],
  steps: (c) => [
    step(isHostReached(c) ? 'ask-again' : 'check-connection'),
    ...(isAws(c) ? [] : [step('start-emulator')]),
  ],
  fills: (c) => (isHostReached(c) ? { story: 'back-again' } : {}),
  example: { outcome: unreachable('offline'), facts: facts(), certainty: 'certain' },
}

const browserBlockedRequest: Rule = {
  cause: 'browser-blocked-request',
  applies: (c) => isWhy(c, 'policy') || isWhy(c, 'unknown'),
  weights: [
    stated('browser-says-it', 100, (c) => isWhy(c, 'policy')),
    // A browser keeps to itself that a port is closed: a program said so.
    stated('words-point-to-it', -40, isRefusedLocally),
    inferred('probe-of-host', 50, isProbeRefused),
    inferred('fits-this-answer', 30, (c) => isWhy(c, 'unknown') && !(isTold(c) && says(c, CORS))),
    inferred('fits-this-answer', 14, (c) => isTold(c) && says(c, CORS)),
    stated('words-say-it', 100, (c) => isTold(c) && says(c, CSP)),
    stated('words-point-to-it', 65, (c) => isTold(c) && says(c, BLOCKER) && !says(c, CSP)),
    told(50, WORDS.blocked, (c) => isTold(c) && !says(c, CSP) && !says(c, BLOCKER)),
  ],
  evidence: (c) => [foundWords(c, CSP), foundWords(c, BLOCKER), ...rows(c)],
  steps: (c) =>
    isWhy(c, 'policy') || isProbeRefused(c)
      ? [step('choose-listed-region')]
      : [step('look-at-console'), step('try-private-window')],
  finer: (c) =>
    isWhy(c, 'policy') || isProbeRefused(c)
      ? 'browser-blocked-request/page-policy'
      : says(c, CSP)
        ? 'browser-blocked-request/other-policy'
        : says(c, BLOCKER)
          ? 'browser-blocked-request/extension'
          : null,
  example: { outcome: unreachable('policy'), facts: facts(), certainty: 'certain' },
}

const tlsInterception: Rule = {
  cause: 'tls-interception',
  applies: (c) => isWhy(c, 'unknown') && isAws(c),
  weights: [
    inferred('fits-this-answer', 22, (c) => !(isTold(c) && says(c, CORS))),
    inferred('words-point-to-it', 60, (c) => isTold(c) && says(c, CERTIFICATE)),
    told(40, WORDS.tls, (c) => isTold(c)),
    // The browser accepts the certificate that it is shown.
    stated('probe-of-host', -100, isHostReached),
    // A certificate is refused at once.
    inferred('probe-of-host', -10, (c) => isHostMute(c) && !isHostFailing(c)),
    inferred('probe-of-other-host', -12, isHostAloneMute),
    inferred('probe-of-other-host', 5, isAllMute),
  ],
  evidence: (c) => [foundWords(c, CERTIFICATE), ...rows(c)],
  steps: () => [step('check-certificate')],
  example: {
    outcome: unreachable('unknown'),
    facts: facts({
      told: {
        said: 'self signed certificate in certificate chain: https://sts.us-east-1.amazonaws.com/',
      },
    }),
    certainty: 'likely',
  },
}

const serviceNoCors: Rule = {
  cause: 'service-no-cors',
  applies: (c) => isWhy(c, 'unknown'),
  weights: [
    inferred('fits-this-answer', 10),
    inferred('custom-address', 25, isCustom),
    // A probe needs no permission to read.
    stated('probe-of-host', -100, isHostMute),
    inferred('probe-of-host', 45, (c) => isCustom(c) && isHostReached(c)),
    inferred('probe-of-host', 5, (c) => isAws(c) && isHostReached(c)),
    stated('words-say-it', 65, (c) => isTold(c) && says(c, CORS) && !isOfPageService(c)),
    told(30, WORDS.cors, (c) => isTold(c) && !isOfPageService(c)),
    inferred('host-says-it', 18, isOtherServiceInBrowser),
  ],
  evidence: (c) => [foundWords(c, CORS), ...rows(c)],
  steps: (c) =>
    isRefusedLocally(c)
      ? [step('start-emulator')]
      : isTold(c)
        ? [step('call-from-server'), step('look-at-console')]
        : [step(isCustom(c) ? 'start-emulator' : 'look-at-console')],
  example: {
    outcome: unreachable('unknown'),
    facts: facts({
      told: {
        said: "'https://iam.amazonaws.com/' has been blocked by CORS policy",
        host: 'iam.amazonaws.com',
      },
    }),
    certainty: 'likely',
  },
}

/** Its hosts have names in the network of the partition alone. */
const isIsolated = (c: Case): boolean => c.facts.target?.partition.startsWith('aws-iso') === true

/** `key/20261101//sts/aws4_request`: nothing stands where the Region does. */
const isScopeEmpty = (c: Case): boolean =>
  c.outcome.kind === 'refused' && says(c, /\/\d{8}\/\/[a-z0-9-]{2,40}\/aws4_request/)

const invalidRegionName: Rule = {
  cause: 'invalid-region-name',
  applies: (c) =>
    (isWhy(c, 'unknown') && isAws(c)) ||
    (c.outcome.kind === 'not-sent' && isTold(c) && says(c, REGION)) ||
    isScopeEmpty(c),
  weights: [
    inferred('fits-this-answer', 12),
    stated('words-say-it', 80, isScopeEmpty),
    stated('host-says-it', 100, (c) => regionFault(c) === 'certain' && says(c, NAME)),
    inferred('host-says-it', 60, (c) => regionFault(c) === 'likely'),
    inferred('host-says-it', 55, (c) => regionFault(c) === 'certain' && !says(c, NAME)),
    inferred('words-say-it', 70, (c) => isTold(c) && says(c, REGION)),
    toldAs(40, WORDS.badRegion, (c) => isTold(c)),
    stated('probe-of-host', -100, isHostReached),
    inferred('probe-of-host', -4, (c) => isHostMute(c) && !isHostFailing(c)),
    inferred('probe-of-other-host', 12, isHostAloneMute),
    inferred('isolated-partition', 50, (c) => isHostAloneMute(c) && isIsolated(c)),
    inferred('probe-of-other-host', -4, (c) => isAllMute(c) && !isIsolated(c)),
  ],
  evidence: (c) => [hostRow(c), foundWords(c, REGION), foundWords(c, NAME), ...rows(c)],
  steps: (c) =>
    isTold(c)
      ? [step('correct-region-name'), ...(isScopeEmpty(c) ? [] : [step('resolve-name')])]
      : [step('resolve-name'), step('choose-listed-region')],
  finer: (c) =>
    isScopeEmpty(c)
      ? 'invalid-region-name/empty-scope'
      : isHostAloneMute(c) && isIsolated(c)
        ? 'invalid-region-name/isolated-partition'
        : null,
  example: {
    outcome: unreachable('unknown'),
    facts: facts({
      told: {
        said: 'getaddrinfo ENOTFOUND sts.us-east-1a.amazonaws.com',
        host: 'sts.us-east-1a.amazonaws.com',
      },
    }),
    certainty: 'certain',
  },
}

export const NO_ANSWER_RULES: readonly Rule[] = [
  offline,
  browserBlockedRequest,
  tlsInterception,
  serviceNoCors,
  invalidRegionName,
]
