import type { EvidenceName, EvidenceValue } from '#domain/diagnosis/finding.ts'
import { LEAD, THRESHOLDS } from '#domain/diagnosis/rank.ts'
import type { DiagnosisMessages } from '../diagnosis-messages.ts'
import { causeMessages } from './diagnosis-causes.ts'
import { finerMessages } from './diagnosis-finer.ts'
import { quoted, quotedFirst, span } from './diagnosis-phrases.ts'
import { stepMessages } from './diagnosis-steps.ts'
import { plural } from './plural.ts'

const words: DiagnosisMessages['words'] = {
  'full-stop': 'A full stop',
  'no-full-stop': 'No full stop',
  'full-stop-for-unknown-key': 'A full stop, if the key were unknown',
  'no-full-stop-for-refused-token': 'No full stop, if the token were refused',
  present: 'Present',
  missing: 'Missing',
  none: 'None',
  some: 'Some',
  whole: 'Whole',
  'cut-short': 'Cut short',
  unreadable: 'Not readable to its end',
  temporary: 'Temporary, `ASIA`',
  'long-term': 'Long-term, `AKIA`',
  'not-an-access-key-id': 'Not an AWS key ID',
  'aws-access-key-id': '`AKIA` or `ASIA` and 16 characters',
  'documentation-key': 'A key of AWS’s documentation',
  placeholder: 'A placeholder',
  'percent-encoded': 'Percent-encoded',
  'access-key-id': 'An access key ID',
  'secret-access-key': 'What looks like a secret access key',
  'session-token': 'What looks like a session token',
  'version-1': '1',
  'version-2': '2',
  'any-listed': 'Any',
  'enabled-by-default': 'Enabled by default',
  'opt-in': 'Opt-in',
  'within-15-minutes': 'Within 15 min',
  'under-36-hours': 'Under 36 h',
  'in-the-future': 'In the future',
  'an-answer': 'An answer',
  'xml-from-sts': 'XML from STS',
  html: 'A web page',
  empty: 'Nothing',
  other: 'Something else',
  'no-arn': 'No identity in it',
  yes: 'Yes',
  no: 'No',
  allowed: 'Allowed',
  blocked: 'Blocked',
  'needs-no-permission': 'Needs no permission',
  'not-measured': 'Not measured',
  'region-of-host': 'The Region of the host',
  'over-5-seconds': 'More than 5 s ago',
  'over-1-minute': 'More than 1 min ago',
  'some-answer': 'Some answer',
  'no-answer': 'No answer',
  'no-answer-in-time': 'No answer in time',
  'a-listed-region': 'With the code of a Region in it',
}

function milliseconds(name: EvidenceName, length: number): string {
  if (name === 'clock-difference') {
    if (Math.abs(length) < 100) return '0.0 s'
    return `${span(length)} ${length < 0 ? 'behind' : 'ahead'}`
  }
  if (name === 'expiration') return length > 0 ? `In ${span(length)}` : `${span(length)} ago`
  if (name === 'other-secret-tried' || name === 'issued-ago') return `${span(length)} ago`
  if (name === 'waited' && length < 1000) return `${String(Math.round(length))} ms`
  if (name === 'token-age' && length < 0) return `${span(length)} in the future`
  return span(length)
}

function value(name: EvidenceName, seen: EvidenceValue): string {
  if ('word' in seen) return words[seen.word]
  if ('literal' in seen) return `\`${seen.literal}\``
  if ('milliseconds' in seen) return milliseconds(name, seen.milliseconds)
  const count =
    seen.of === 'bytes'
      ? plural(seen.count, 'byte', 'bytes')
      : plural(seen.count, 'character', 'characters')
  return name === 'token-whole' ? `${count} missing` : count
}

const steps = (count: number): string =>
  count === 0 ? '' : ` ${plural(count, 'step follows', 'steps follow')}.`

/** Everything said of a failed call: what happened, what we saw, what to do. */
export const diagnosisMessages = {
  causes: causeMessages,
  finer: finerMessages,
  cannotTell: {
    headline: (f) => {
      const headlines: Readonly<Record<string, string>> = {
        'timed-out': 'No answer came in time',
        'host-answers': 'The host answers, and this call did not get through',
        'host-answers-late': 'No answer came in time, and the host answers now',
        'host-alone': 'This host cannot be reached, and another one of AWS can',
        'no-host': 'No host of AWS could be reached from this page',
        'host-mute': 'The host cannot be reached from this page',
        'no-answer': 'No answer could be read',
        'told-no-answer': 'No answer of AWS is in the text',
        'nothing-listens': `Nothing listens at ${quoted(f.host, 'that address')}, as far as the text tells`,
        'told-not-sent': 'The program found no credentials it could use',
        'not-sent': 'Nothing was sent',
        'not-from-sts': 'The answer is not one that STS gives',
        'custom-failed': 'The address of your own failed to answer',
        'encoded-message': 'This looks like an encoded authorization message',
        'outbound-federation-off': 'The account has not enabled outbound web identity federation',
        'unknown-code': 'AWS refused, for a reason this page does not know',
        'one-cause': 'AWS refused, and the cause is not certain',
        'expired-without-token': 'AWS calls a session token expired, and none was sent',
      }
      return headlines[f.story ?? ''] ?? 'AWS refused, and several causes fit'
    },
    paragraph: (f) => {
      const paragraphs: Readonly<Record<string, string>> = {
        'timed-out': `This page stopped waiting after ${span(Number(f.waited ?? 0))}. The request may have reached AWS all the same. The credentials were not judged.`,
        'host-answers': `${quotedFirst(f.host, 'The host')} answered an unsigned request, whose answer no page may read. So its name exists, the network reaches it and the browser accepts its certificate. What stops the call comes later: an extension, a filter or a proxy, an answer without CORS headers, or a break that has passed. The credentials were not judged.`,
        'host-answers-late': `This page stopped waiting after ${span(Number(f.waited ?? 0))}, and ${quoted(f.host, 'the host')} answered an unsigned request since. So the network reaches it and the browser accepts its certificate. The call may have reached AWS all the same. The credentials were not judged.`,
        'host-alone': `An unsigned request to ${quoted(f.host, 'the host')} got no answer, and ${quoted(f.otherHost, 'another host of AWS')} answered one. So this device has a network that reaches AWS, and the reason lies with this one host: its name, a filter or an extension that names it, or the Region itself. The credentials were not judged.`,
        'no-host': `Unsigned requests to ${quoted(f.host, 'the host')} and to ${quoted(f.otherHost, 'another host of AWS')} got no answer, and they need no permission to be read. So it is not a matter of CORS. The browser says the same of a network that is gone, a firewall, a certificate that it does not accept and an extension that blocks AWS. The credentials were not judged.`,
        'host-mute': `An unsigned request to ${quoted(f.host, 'the host')} got no answer either, and it needs no permission to be read. So it is not a matter of CORS. The browser says the same of a network that is gone, a name that does not exist, a certificate that it does not accept and an extension. The credentials were not judged.`,
        'told-no-answer':
          'The text names no answer of AWS and no single reason. A blocked request, a name that does not exist and a broken connection look alike in it. The credentials were not judged.',
        'nothing-listens': `The connection to ${quoted(f.host, 'that address')}, an address of the machine itself, was refused: no program listens on that port, or it listens on another address. AWS was not asked, and the credentials were not judged.`,
        'told-not-sent':
          'The program sent nothing, because it found no credentials that it could use. The text does not say why.',
        'no-answer':
          'The browser gave this page no answer and no reason. It says the same of a blocked request, a name that does not exist and a broken connection. The credentials were not judged.',
        'not-sent':
          'The AWS SDK refused to make the request. A value may hold a character that no request may hold.',
        'not-from-sts': `The answer has ${f.status === undefined ? 'another form' : `status ${f.status}`} and no identity in it. A proxy may have sent it, or a failing server of AWS. The credentials were not judged.`,
        'one-cause': `AWS answered with ${quoted(f.code, 'an error')}. Too little is known to name the cause. One that fits stands below, with what would confirm or exclude it.`,
        'expired-without-token': `The answer is ${quoted(f.code, 'an error')}, and this page sent no session token, so none that was pasted can have expired. Something between this page and AWS may have added a token or signed the request with other credentials. What could explain it stands below, with what would confirm or exclude it.`,
        'custom-failed': `${quotedFirst(f.host, 'the host')} answered with ${quoted(f.code, 'an error')}. An emulator, something that passes requests on, or AWS behind it may have sent that: who answers at an address of your own is not known. The credentials were not judged.`,
        'encoded-message':
          'AWS sends such a message with a denial. Why the call was denied stands inside of it, and only AWS can read it. Until then it could be any policy that has a say.',
        'outbound-federation-off':
          'GetWebIdentityToken gives tokens only in accounts that have enabled this feature. The credentials were accepted.',
        'unknown-code': `AWS answered with ${quoted(f.code, 'an error')}. Its own words stand below.`,
      }
      return (
        paragraphs[f.story ?? ''] ??
        `AWS answered with ${quoted(f.code, 'an error')}, and what is known fits more than one cause. They stand below, best first, with what would tell them apart.`
      )
    },
  },
  certainties: { certain: 'Certain', likely: 'Likely', possible: 'Possible' },
  bearings: { differs: 'Differs', supports: 'Points to it', agrees: 'Agrees' },
  sources: {
    aws: 'AWS said',
    pasted: 'pasted',
    inferred: 'inferred',
    measured: 'measured',
    told: 'you said',
  },
  evidence: {
    'error-code': 'Error code',
    'end-of-message': 'End of message',
    'message-says': 'Words that say so',
    'key-kind': 'Kind of key',
    'key-shape': 'Shape of the key ID',
    'session-token': 'Session token',
    'token-version': 'Token version',
    'token-whole': 'Token read to its end',
    'token-age': 'Token age',
    'token-account': 'Account in key ID and token',
    'secret-length': 'Length of the secret',
    'secret-characters': 'Characters of the secret',
    'stray-characters': 'Stray characters',
    'key-length': 'Length of the key ID',
    'clock-difference': 'Clock difference',
    expiration: 'Pasted expiration',
    partition: 'Partition',
    'region-opt-in': 'Region',
    'scope-region': 'Region signed for',
    'http-status': 'HTTP status',
    'answer-body': 'Answer',
    'request-id': 'Request ID of AWS',
    online: 'Network, says the browser',
    'page-policy': 'This page’s policy',
    waited: 'Waited',
    'policy-kind': 'Policy named by AWS',
    'denied-action': 'Action',
    told: 'What you said',
    'host-name': 'Host',
    'other-secret-tried': 'Another secret for this key ID',
    'issued-ago': 'Credentials issued',
    'probe-of-host': 'Unsigned request to the same host',
    'probe-of-other-host': 'Unsigned request to another host of AWS',
    connection: 'Connection of the call',
  },
  words,
  value,
  steps: stepMessages,
  reasons: {
    'fits-this-answer': 'The answer fits it',
    'code-says-it': 'The code names it',
    'words-say-it': 'AWS’s words name it',
    'words-point-to-it': 'What the words point to',
    'status-says-it': 'The HTTP status points to it',
    'body-says-it': 'The form of the answer points to it',
    'browser-says-it': 'The browser says so',
    'token-missing': 'Temporary key without a session token',
    'token-with-long-term-key': 'Long-term key with a session token',
    'long-term-key-alone': 'Long-term key without a session token',
    'full-stop': 'The message ends with a full stop',
    'no-full-stop': 'The message ends without a full stop',
    'token-cut': 'The token is cut short',
    'token-damaged': 'The token does not read to its end',
    'token-of-unknown-layout': 'The token has a layout this page does not know',
    'token-whole': 'The token reads to its end',
    blanks: 'Blanks or quotation marks in a value',
    'foreign-characters': 'Characters that do not belong in a value',
    'wrong-length': 'A value of the wrong length',
    placeholder: 'A placeholder in a value',
    'documentation-value': 'A value of AWS’s documentation',
    'not-an-aws-key': 'The key ID is not of AWS’s shape',
    'almost-an-aws-key': 'The key ID is almost of AWS’s shape',
    'value-of-another-field': 'A value in another’s place',
    'accounts-differ': 'Key ID and token name different accounts',
    'accounts-agree': 'Key ID and token name one account',
    'version-1-in-opt-in-region': 'Version 1 token in an opt-in Region',
    'opt-in-region': 'The Region is an opt-in one',
    'issued-in-this-region': 'The token was issued in this Region',
    'other-partition': 'The token looks like another partition’s',
    'same-partition': 'The token looks like this partition’s',
    'issued-just-now': 'The token was issued seconds ago',
    'clock-far-off': 'The clocks differ by more than 15 min',
    'clock-in-order': 'The clocks agree',
    'needs-no-permission': 'GetCallerIdentity needs no permission',
    'cognito-session': 'The session is one of Cognito',
    'custom-address': 'The address is on this machine',
    told: 'What was said beside the text',
    'told-token': 'What was said of the token points to it',
    'key-kind': 'The kind of key fits it',
    'operation-says-it': 'The operation points to it',
    'host-says-it': 'The host points to it',
    'other-secret-just-tried': 'Another secret was tried seconds ago',
    'newer-values-exist': 'Newer values exist',
    'probe-of-host': 'What came of the unsigned request to the host',
    'probe-of-other-host': 'What came of the unsigned request to another host',
    'isolated-partition': 'The partition is an isolated one',
    'region-in-order': 'The Region is in order',
  },
  sections: {
    certainty: 'Certainty',
    saw: 'What we saw',
    todo: 'What to do',
    others: 'Could also be',
    candidates: 'What it could be',
    awsWords: 'What AWS said',
  },
  columns: {
    evidence: 'Evidence',
    expected: 'Expected',
    seen: 'Seen',
    reading: 'Reading',
    cause: 'Cause',
    certainty: 'Certainty',
    howToTell: 'How to tell',
  },
  ranked: {
    whyFirst: 'Why this first',
    whyOrder: 'Why in this order',
    scale: `A cause is possible from ${String(THRESHOLDS.possible)} points on, likely from ${String(THRESHOLDS.likely)}, and certain from ${String(THRESHOLDS.certain)} that are not inferred. A likely one leads by ${String(LEAD)}.`,
    caption: 'What speaks for and against each cause',
    reasons: 'For and against',
    points: 'Points',
  },
  wholeWords: (count) => `In full, ${plural(count, 'character', 'characters')}`,
  announcement: (code, headline, count) =>
    `Error${code === '' ? '' : ` ${code}`}. ${headline.replaceAll('`', '')}.${steps(count)}`,
  evidenceCaption: (f) =>
    f.host === undefined
      ? 'Evidence: what AWS expects and what was seen'
      : `Evidence: what \`${f.host}\` expects and what was seen`,
  othersCaption: 'Other possible causes, the best first',
} satisfies DiagnosisMessages
