import type { Case } from '../case.ts'
import { isAws, isSilent, isTold, isUnreadable, says, statusOf, isRefusedLocally } from '../case.ts'
import { facts, unreadable } from '../examples.ts'
import { bodyRow, statusRow } from '../evidence-of-answer.ts'
import { isHostReached, isProbeRefused } from '../probed-case.ts'
import type { Rule } from '../rule.ts'
import { inferred, stated, told } from '../rule.ts'
import { step } from '../step.ts'
import { WORDS } from '../words-of-people-table.ts'

const is = (c: Case, what: 'html' | 'empty' | 'no-arn' | 'other'): boolean =>
  c.outcome.kind === 'unreadable' && c.outcome.what === what
const isSuccess = (c: Case): boolean => {
  const status = statusOf(c)
  return status !== null && status >= 200 && status <= 299
}
const isProxySaid = (c: Case): boolean =>
  says(
    c,
    /\b407\b|Proxy Authentication Required|Tunnel connection failed|ERR_TUNNEL_\w{1,40}|ERR_PROXY_\w{1,40}/i,
  )
const isHtmlSaid = (c: Case): boolean =>
  says(
    c,
    /<!DOCTYPE html|<html[\s>]|Unexpected token '?<|invalid character '<'|char '<' is not expected|but have <html>|'<' is an invalid start|captive portal|text\/html/i,
  )
const isServerError = (c: Case): boolean => (statusOf(c) ?? 0) >= 500

/** Something else answered in AWS's place: a captive portal, a proxy, a filter. STS never answers 200 with a web page. */
export const proxyOrPortalAnswered: Rule = {
  cause: 'proxy-or-portal-answered',
  applies: (c) => isUnreadable(c) || isSilent(c),
  weights: [
    stated('status-says-it', 100, (c) => isUnreadable(c) && statusOf(c) === 407),
    stated('body-says-it', 100, (c) => is(c, 'html') && isSuccess(c) && !isTold(c)),
    inferred('body-says-it', 70, (c) => is(c, 'html') && isSuccess(c) && isTold(c)),
    stated('words-say-it', 100, (c) => isTold(c) && isProxySaid(c) && statusOf(c) !== 407),
    inferred(
      'body-says-it',
      60,
      (c) => is(c, 'html') && !isSuccess(c) && !isServerError(c) && !isProxySaid(c),
    ),
    told(45, WORDS.portal, (c) => isSilent(c) || (is(c, 'html') && !isProxySaid(c))),
    inferred('words-point-to-it', 25, (c) => isTold(c) && isHtmlSaid(c)),
    inferred('body-says-it', 35, (c) => is(c, 'html') && isServerError(c)),
    inferred(
      'body-says-it',
      55,
      (c) => (is(c, 'empty') || is(c, 'no-arn') || is(c, 'other')) && isSuccess(c),
    ),
    inferred('body-says-it', 30, (c) => (is(c, 'empty') || is(c, 'other')) && !isSuccess(c)),
    inferred('fits-this-answer', 18, isSilent),
    stated('words-point-to-it', -40, isRefusedLocally),
    // A proxy may answer the preflight in AWS's place, or lead the probe to its own page.
    inferred('probe-of-host', 8, (c) => isSilent(c) && (isHostReached(c) || isProbeRefused(c))),
  ],
  evidence: (c) => [bodyRow(c), statusRow(c, isSuccess(c) ? 'agrees' : 'differs')],
  steps: (c) =>
    !isAws(c)
      ? [step('start-emulator')]
      : [step('sign-in-to-portal'), step('try-other-network'), step('compare-from-terminal')],
  fills: (c) => (c.outcome.kind === 'unreadable' ? { story: c.outcome.what } : {}),
  finer: (c) =>
    statusOf(c) === 407 || (isTold(c) && says(c, /\b407\b|Proxy Authentication Required/i))
      ? 'proxy-or-portal-answered/proxy-authentication'
      : is(c, 'html')
        ? 'proxy-or-portal-answered/web-page'
        : null,
  example: { outcome: unreadable('html', 200), facts: facts(), certainty: 'certain' },
}
