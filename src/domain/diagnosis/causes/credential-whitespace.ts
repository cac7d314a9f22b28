import type { Case } from '../case.ts'
import { isKeyOrTokenRefused, isSecretRefused, isTold, isUnsent, notes, says } from '../case.ts'
import { flawsOf, hasFlaw, tokenState } from '../values-of-case.ts'
import { EXAMPLE, facts, keyId, refused } from '../examples.ts'
import { codeRow, wordsRow } from '../evidence-of-answer.ts'
import { flawRow } from '../evidence-of-credentials.ts'
import type { Fills } from '../finding.ts'
import { isKeyInOrder } from '../own-call.ts'
import type { Rule } from '../rule.ts'
import { inferred, stated, told } from '../rule.ts'
import { step } from '../step.ts'
import { WORDS } from '../words-of-people-table.ts'

const BLANKS = ['blanks', 'quotes'] as const

const isTornAtBlank = (c: Case): boolean =>
  says(c, /not a valid key=value pair/i) ||
  says(
    c,
    /exactly 5 slash-delimited elements.{0,80}got '(?!\[\d)(?:\s|\\n|[^'\s]{1,64}(?:\s|\\[nrt])\s{0,4}\/?)/is,
  ) ||
  says(
    c,
    /Credential=(?:\s|%20|\\n|['"])|Credential=A[A-Z0-9]{15,20}(?:\s|\\[nrt]|%0A|%0D|%20|['"])/,
  )
/** The client's own library refused to make a header with such a character in it. */
const isHeaderRefused = (c: Case): boolean =>
  says(
    c,
    /Failed to execute '\w{2,20}' on '(?:Headers|Window|XMLHttpRequest)': .{0,200}(?:Invalid value|non[- ]ISO-8859-1|not a valid HTTP header)|Headers\.(?:append|set): .{1,80} is an invalid header value|Invalid header value b?['"]?(?:AWS4|A[SK]IA)|invalid header field value.{0,40}(?:Authorization|Security-Token|AWS4)|Invalid character in header content \["?(?:authorization|x-amz-security-token)|invalid characters? in (?:the )?header.{0,40}(?:authorization|x-amz-security-token)|Illegal character in header|header value.{0,40}(?:newline|control character|illegal)/i,
  )
const isFormatted = (c: Case): boolean =>
  says(
    c,
    /Authorization header .{0,60}not formatted correctly|authorization header is malformed; incorrect/i,
  )

function blankPart(c: Case): Fills {
  const flawed = flawsOf(c).filter((each) => BLANKS.some((flaw) => flaw === each.flaw))
  // AWS compares signatures only after key ID and token were accepted.
  const found = isSecretRefused(c) ? flawed.at(-1) : flawed[0]
  const where = { part: found?.part ?? 'accessKeyId' }
  return found && 'count' in found ? { ...where, count: String(found.count) } : where
}

/** A blank, a line break or a quotation mark inside a value; in the key ID it tears the Authorization header apart. */
export const credentialWhitespace: Rule = {
  cause: 'credential-whitespace',
  applies: (c) =>
    ((c.code === 'IncompleteSignature' || isTornAtBlank(c) || isFormatted(c)) &&
      !isKeyInOrder(c)) ||
    isHeaderRefused(c) ||
    (isTold(c) &&
      (isKeyOrTokenRefused(c) || isSecretRefused(c)) &&
      (notes(c, WORDS.blanks) || tokenState(c) === 'blanks')) ||
    ((isKeyOrTokenRefused(c) || isSecretRefused(c) || isUnsent(c)) &&
      hasFlaw(c, ['accessKeyId', 'secretAccessKey', 'sessionToken'], BLANKS)),
  weights: [
    inferred('fits-this-answer', 15),
    stated('words-point-to-it', 60, isTornAtBlank),
    stated('words-point-to-it', 60, isHeaderRefused),
    stated('words-point-to-it', 40, isFormatted),
    told(
      60,
      WORDS.blanks,
      (c) => !isTornAtBlank(c) && !isHeaderRefused(c) && c.code !== 'IncompleteSignature',
    ),
    told(25, WORDS.blanks, (c) => c.code === 'IncompleteSignature' && !isTornAtBlank(c)),
    // Characters that were lost or changed are another fault.
    told(
      -30,
      /became|becomes|turned|expan|interpret|\bhalf\b|\blost\b|first (?:line|part)|replaced (?:by|with)|\+|truncat|cut (?:short|off)|escap|encod|\bslash|characters? (?:long|short|missing)|\d{2} of \d{2}/i,
      (c) => !isTornAtBlank(c) && !isHeaderRefused(c),
    ),
    inferred('told-token', 60, (c) => tokenState(c) === 'blanks'),
    stated('blanks', 45, (c) => isTornAtBlank(c) && hasFlaw(c, ['accessKeyId'], BLANKS)),
    inferred(
      'blanks',
      40,
      (c) =>
        c.code === 'IncompleteSignature' &&
        !isTornAtBlank(c) &&
        hasFlaw(c, ['accessKeyId'], BLANKS),
    ),
    inferred(
      'blanks',
      55,
      (c) => isKeyOrTokenRefused(c) && hasFlaw(c, ['accessKeyId', 'sessionToken'], BLANKS),
    ),
    inferred('blanks', 75, (c) => isSecretRefused(c) && hasFlaw(c, ['secretAccessKey'], BLANKS)),
    inferred('blanks', 55, (c) => isUnsent(c) && !isTold(c)),
  ],
  evidence: (c) => [
    flawRow(c, BLANKS),
    isTornAtBlank(c) ? wordsRow('not a valid key=value pair') : null,
    codeRow(c),
  ],
  steps: (c) => [step('remove-stray-characters', blankPart(c)), step('print-whole-set')],
  fills: blankPart,
  example: {
    outcome: refused(
      'IncompleteSignature',
      "'ASIAEXAMPLEEXAMPLE22/20261122/us-east-1/sts/aws4_request' not a valid key=value pair (missing equal-sign) in Authorization header: 'AWS4-HMAC-SHA256 Credential= ASIAEXAMPLEEXAMPLE22/20261122/us-east-1/sts/aws4_request, SignedHeaders=host, Signature=[64 characters hidden]'.",
      400,
    ),
    facts: facts({
      credentials: { accessKeyId: keyId({ flaws: [{ flaw: 'blanks', count: 1 }] }) },
      target: EXAMPLE.usual,
    }),
    certainty: 'certain',
  },
}
