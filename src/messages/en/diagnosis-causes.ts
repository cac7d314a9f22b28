import type { Fills } from '#domain/diagnosis/finding.ts'
import type { DiagnosisMessages } from '../diagnosis-messages.ts'
import { clockPhrase, hedged, partName, plain, quoted, quotedFirst } from './diagnosis-phrases.ts'

const action = (fills: { readonly action?: string }): string =>
  `\`${fills.action ?? 'this action'}\``

/** The device whose clock signed: this one, or the one the text comes from. */
const deviceOf = (f: Fills): string =>
  f.origin === 'text' ? 'the device that signed' : 'this device'

/** AWS's code is about the time of a request. */
const isOfTime = (f: Fills): boolean =>
  ['RequestExpired', 'RequestInTheFuture', 'RequestTimeTooSkewed'].includes(f.code ?? '')

const SECRET_NOT_JUDGED = 'The secret access key was not judged.'
const STOPPED_AT_TOKEN = 'AWS stopped at the token; the key ID and the secret were not judged.'
const STOPPED_AT_KEY = 'AWS stopped at the key ID; the secret was not judged.'
const NOT_CREDENTIALS = 'The credentials were not judged.'

/** What is said of each cause. */
export const causeMessages: DiagnosisMessages['causes'] = {
  'missing-session-token': {
    name: () => 'Session token missing',
    headline: hedged(
      () => 'The session token is missing',
      () => 'The session token is probably missing',
    ),
    paragraph: plain(
      () =>
        'A key ID that begins with `ASIA` is temporary. AWS knows it only together with its session token, and none was sent. The secret access key was not judged.',
    ),
    howToTell: () =>
      'A temporary key ID begins with `ASIA`; a call without its token always fails.',
  },
  'expired-session': {
    name: () => 'Session ended',
    headline: hedged(
      () => 'The session has ended',
      () => 'The session has probably ended',
    ),
    paragraph: hedged(
      (f) => {
        const stories: Readonly<Record<string, string>> = {
          passed: ' The pasted expiration has passed too.',
          'slow-clock': ` On this device’s clock the pasted expiration still lies ahead. The clock is ${clockPhrase(f) || 'behind AWS'}; on AWS’s clock it has passed.`,
          'other-set':
            ' The pasted expiration still lies ahead, on AWS’s clock too. It belongs to another set of credentials.',
          ahead:
            ' The pasted expiration still lies ahead on this device’s clock. Either it belongs to another set of credentials, or the clock is slow.',
        }
        const clock =
          f.difference !== undefined && f.story !== 'slow-clock'
            ? ` The clock of ${deviceOf(f)} is ${clockPhrase(f)}.`
            : ''
        return `AWS read the session token and found it past its end. The token is genuine. ${SECRET_NOT_JUDGED}${stories[f.story ?? ''] ?? ''}${clock}`
      },
      () => `AWS says that a token has expired. ${SECRET_NOT_JUDGED}`,
    ),
    howToTell: () => 'Newer values from the same source work.',
  },
  'stale-credential-source': {
    name: (f) =>
      f.story === 'expired-without-token'
        ? 'Signed on its way with other credentials'
        : 'An older source of credentials won',
    headline: hedged(
      () => 'Other credentials were used than the ones meant',
      () => 'Other credentials were probably used than the ones meant',
    ),
    paragraph: plain(
      () =>
        'A program takes the first credentials it finds. Environment variables win over a profile, and a cache may be older than both.',
    ),
    howToTell: (f) =>
      f.story === 'expired-without-token'
        ? 'A program between this page and AWS has credentials of its own, or not.'
        : '`aws configure list` names the source that is in use.',
  },
  'long-term-and-session-key-mixed': {
    name: () => 'Values of two sets mixed',
    headline: hedged(
      () => 'The values belong to two different sets',
      () => 'The values probably belong to two different sets',
    ),
    paragraph: hedged(
      () =>
        'A key ID that begins with `AKIA` is long-term and never has a session token. The token belongs to another key. The secret access key was not judged.',
      (f) =>
        f.origin === 'text'
          ? 'Key ID, secret and token seem to come from different places or moments. They work only together, as one set.'
          : 'The account inferred from the key ID is not the account inferred from the session token. A key, its secret and its token work only together.',
    ),
    howToTell: () => 'All three values, copied at once from one source, work.',
  },
  'credential-whitespace': {
    name: () => 'A blank or a quotation mark inside a value',
    headline: hedged(
      (f) => `There is a blank or a quotation mark inside the ${partName(f.part)}`,
      (f) => `There is probably a blank or a quotation mark inside the ${partName(f.part)}`,
    ),
    paragraph: plain((f) => {
      const count = f.count ? ` Characters of that kind seen: ${f.count}.` : ''
      const torn =
        f.code === 'IncompleteSignature'
          ? ' It tore the Authorization header apart, so AWS could not read the request. Nothing else was judged.'
          : ' No such character belongs to an AWS value.'
      return `A blank, a line break or a quotation mark came along with the ${partName(f.part)}.${torn}${count}`
    }),
    howToTell: () => 'The same value without blanks and quotation marks gets another answer.',
  },
  'credential-mangled': {
    name: (f) =>
      f.code === 'SignatureDoesNotMatch'
        ? 'Secret access key wrong'
        : 'A value changed after it was copied',
    headline: hedged(
      (f) => `The ${partName(f.part)} is not as AWS issued it`,
      (f) =>
        f.part === 'secretAccessKey'
          ? 'The secret access key is probably wrong'
          : `The ${partName(f.part)} was probably changed or cut short`,
    ),
    paragraph: plain((f) => {
      if (f.part === 'secretAccessKey') {
        const passed =
          f.other === 'sessionToken'
            ? 'The clock, the Region, the session token and the key ID passed its checks.'
            : 'The clock, the Region and the key ID passed its checks.'
        return `AWS compares signatures last. ${passed} Only the secret access key is wrong, or something between ${f.origin === 'text' ? 'the program' : 'this page'} and AWS changed the request.`
      }
      if (f.part === 'accessKeyId') {
        return 'The key ID does not have the shape of one. Characters are missing, or some were changed on the way here. The secret access key was not judged.'
      }
      return `The session token does not read to its end. Characters are missing, or some were changed on the way here. ${STOPPED_AT_TOKEN}`
    }),
    howToTell: (f) =>
      f.code === 'SignatureDoesNotMatch'
        ? 'The secret copied again, from the same place as the key ID, works.'
        : 'The same values, copied again from their source, work.',
  },
  'key-deleted-or-inactive': {
    name: () => 'Key deleted, switched off or mistyped',
    headline: hedged(
      () => 'AWS does not know this access key',
      () => 'This access key is probably deleted, switched off or mistyped',
    ),
    paragraph: plain(
      () =>
        `No session token was sent, so the key ID is a long-term one or mistyped. AWS answers like this where it has no active key of that ID. ${STOPPED_AT_KEY}`,
    ),
    howToTell: () => '`aws iam list-access-keys`, run by somebody of the account, shows it or not.',
  },
  'not-yet-propagated': {
    name: (f) =>
      f.otherSecret === undefined
        ? 'Made seconds ago, not yet known everywhere'
        : 'Another secret was tried seconds ago, and AWS has not let go of it',
    headline: hedged(
      () => 'The credentials are too new',
      () => 'The credentials are probably too new',
    ),
    paragraph: plain((f) =>
      f.origin === 'text'
        ? 'What was used was made seconds before the call. AWS copies new keys, roles and policies to all its servers, which takes some seconds.'
        : 'The token looks as if it was issued seconds ago. AWS copies new keys to all its servers, which takes some seconds.',
    ),
    howToTell: () => 'The same call, 10 s later, works.',
  },
  'localstack-key-on-aws': {
    name: (f) =>
      f.story === 'placeholder' ? 'A placeholder instead of a key' : 'A key that AWS did not issue',
    headline: hedged(
      (f) =>
        f.story === 'placeholder'
          ? 'The key ID is a placeholder from AWS’s documentation'
          : 'AWS did not issue this key',
      (f) =>
        f.story === 'placeholder'
          ? 'The key ID is probably a placeholder'
          : 'This key was probably not issued by AWS',
    ),
    paragraph: plain((f) =>
      f.story === 'placeholder'
        ? 'Documentation pages print keys that work nowhere. The key ID is such a one. Nothing else was judged.'
        : 'The key ID does not have the shape of AWS’s key IDs. Emulators and other vendors use such keys. Nothing else was judged.',
    ),
    howToTell: () => 'AWS’s key IDs begin with `AKIA` or `ASIA` and have 20 characters.',
  },
  'session-type-not-allowed': {
    name: () => 'This kind of session may not make the call',
    headline: hedged(
      () => 'This kind of session may not make this call',
      () => 'This kind of session probably may not make this call',
    ),
    paragraph: plain(
      () =>
        'Some calls are closed to temporary credentials, whatever a policy says. `GetSessionToken` and `GetFederationToken` need a long-term key.',
    ),
    howToTell: () => 'The same call with a long-term key works.',
  },
  'clock-skew': {
    name: (f) => (f.origin === 'text' ? 'Clock of the device off' : 'Clock of this device off'),
    headline: hedged(
      (f) =>
        f.difference === undefined
          ? `The clock of ${deviceOf(f)} is off`
          : `The clock of ${deviceOf(f)} is ${clockPhrase(f)}`,
      (f) => `The clock of ${deviceOf(f)} is probably off`,
    ),
    paragraph: plain(
      (f) =>
        `AWS accepts a signature for some minutes around its own clock, STS for 15 min. ${
          f.difference === undefined
            ? 'This request was outside of that.'
            : `This request was signed with a clock ${clockPhrase(f)}.`
        } AWS stopped at the time; token, key ID and secret were not judged.`,
    ),
    howToTell: () => 'After the clock is set, the answer is another one.',
  },
  'signing-region-mismatch': {
    name: () => 'Signed for another Region',
    headline: hedged(
      () => 'The request was signed for another Region',
      () => 'The request was probably signed for another Region',
    ),
    paragraph: plain((f) => {
      const seen = f.scopeRegion ? `for \`${f.scopeRegion}\`` : 'for another Region'
      return `${quotedFirst(f.host, 'the host')} expects a signature for its own Region, and this one was made ${seen}. AWS stopped there; token, key ID and secret were not judged.`
    }),
    howToTell: () =>
      'The Region in the credential scope and the Region of the host are the same, or not.',
  },
  'proxy-altered-request': {
    name: (f) =>
      isOfTime(f) ? 'Request held back or changed on its way' : 'Request changed on its way',
    headline: hedged(
      () => 'The request was changed on its way',
      () => 'The request was probably changed on its way',
    ),
    paragraph: plain((f) => {
      const stories: Readonly<Record<string, string>> = {
        'authorization-header': `The key ID has the shape of one, and still AWS could not read the Authorization header. A proxy, a filter or an extension may have changed that header. ${NOT_CREDENTIALS}`,
        region: `This page signed for ${quoted(f.signingRegion, 'the Region of the host')}, the Region of the host it asked, and AWS wants another one. A proxy may have passed the request on to another host. ${NOT_CREDENTIALS}`,
        'token-added': `AWS speaks of a session token, and this page sent none. A proxy or an extension may have added one, or signed the request with other credentials.`,
        'held-back': `A proxy, or a device that slept, may have held the request back after it was signed. ${NOT_CREDENTIALS}`,
      }
      return (
        stories[f.story ?? ''] ??
        'A proxy, a filter or an extension changed a part that was signed. AWS then calculates another signature.'
      )
    }),
    howToTell: (f) =>
      isOfTime(f)
        ? 'The same call, made again or over another network, gets another answer.'
        : f.code === 'SignatureDoesNotMatch' || f.code === 'InvalidSignatureException'
          ? 'The same credentials work over another network.'
          : 'The same credentials get another answer over another network.',
  },
  'region-not-enabled': {
    name: (f) => `${quotedFirst(f.region, 'this Region')} not enabled in the account`,
    headline: hedged(
      (f) => `The account has not enabled ${quoted(f.region, 'this Region')}`,
      (f) => `The account has probably not enabled ${quoted(f.region, 'this Region')}`,
    ),
    paragraph: plain(
      (f) =>
        `${quotedFirst(f.region, 'this Region')} is an opt-in Region. An account has to enable it before its credentials are known there.`,
    ),
    howToTell: (f) => `The same credentials are known in \`${f.defaultRegion ?? ''}\`.`,
  },
  'v1-token-in-opt-in-region': {
    name: () => 'Version 1 token in an opt-in Region',
    headline: hedged(
      (f) => `${quotedFirst(f.region, 'this Region')} does not accept this kind of session token`,
      (f) =>
        `${quotedFirst(f.region, 'this Region')} probably does not accept this kind of session token`,
    ),
    paragraph: plain(
      (f) =>
        `The token looks like version 1. ${quotedFirst(f.region, 'this Region')} is an opt-in Region, and opt-in Regions accept only version 2, which regional endpoints issue. ${STOPPED_AT_TOKEN}`,
    ),
    howToTell: (f) => `Ask in \`${f.defaultRegion ?? ''}\`: an answer there makes it certain.`,
  },
  'sts-region-deactivated': {
    name: (f) => `STS switched off in ${quoted(f.region, 'this Region')}`,
    headline: hedged(
      (f) => `STS is switched off in ${quoted(f.region, 'this Region')} for this account`,
      (f) => `STS is probably switched off in ${quoted(f.region, 'this Region')} for this account`,
    ),
    paragraph: plain(
      (f) =>
        `An administrator of account ${f.account ? `\`${f.account}\`` : 'the caller'} switched the regional endpoint off. Other Regions are not touched by that.`,
    ),
    howToTell: (f) => `The same call in \`${f.defaultRegion ?? ''}\` is answered.`,
  },
  'wrong-partition': {
    name: () => 'Credentials of another partition',
    headline: hedged(
      () => 'The credentials belong to another partition',
      () => 'The credentials probably belong to another partition',
    ),
    paragraph: plain((f) =>
      f.origin === 'text'
        ? 'The Region, the host and the account do not seem to be of one partition. Credentials work in their own partition only: commercial Regions, China, GovCloud (US) and the others know nothing of each other’s keys.'
        : `The token looks as if \`${f.other || 'another partition'}\` issued it, and ${quoted(f.partition, 'the partition that was asked')} was asked. Credentials work in their own partition only. ${STOPPED_AT_TOKEN}`,
    ),
    howToTell: () => 'A Region of the other partition knows the credentials.',
  },
  'invalid-region-name': {
    name: () => 'Host name that does not resolve',
    headline: hedged(
      () => 'There is no such Region',
      () => 'There is probably no such Region',
    ),
    paragraph: plain((f) =>
      f.story === 'empty-scope'
        ? 'The scope of the credential, `date/region/service/aws4_request`, has nothing where the Region stands. The program was given none, or an empty one.'
        : `${quotedFirst(f.host, 'the host')} is made from the Region’s name. Where the name is wrong, or hidden by the network, no host is found.`,
    ),
    howToTell: (f) => `\`nslookup ${f.host ?? ''}\` finds an address or not.`,
  },
  'trust-policy-missing': {
    name: () => 'Role trust policy does not admit the caller',
    headline: hedged(
      (f) =>
        f.story === 'explicit'
          ? 'The role’s trust policy denies this caller'
          : 'The role’s trust policy does not admit this caller',
      (f) =>
        f.story === 'explicit'
          ? 'The role’s trust policy probably denies this caller'
          : 'The role’s trust policy probably does not admit this caller',
    ),
    paragraph: plain((f) =>
      f.story === 'explicit'
        ? `AWS knows who is calling. The trust policy of the role decides who may use ${action(f)}, and a Deny in it covers this caller.`
        : `AWS knows who is calling. The trust policy of the role decides who may use ${action(f)}, and it does not admit this caller.`,
    ),
    howToTell: () => 'The trust policy names the caller, its account or its provider, or not.',
  },
  'trust-policy-stale-principal': {
    name: () => 'Trusted principal deleted and made again',
    headline: hedged(
      () => 'The trust policy names a principal that no longer exists',
      () => 'The trust policy probably names a principal that no longer exists',
    ),
    paragraph: plain(
      () =>
        'AWS keeps a unique ID in the trust policy. A role or user made again under the same name has another one.',
    ),
    howToTell: () => 'The trust policy shows `AROA…` or `AIDA…` where an ARN stood.',
  },
  'sts-tagsession-not-allowed': {
    name: () => '`sts:TagSession` not allowed',
    headline: hedged(
      () => 'Session tags were sent, and `sts:TagSession` is not allowed',
      () => 'Session tags were probably sent without `sts:TagSession`',
    ),
    paragraph: plain(
      () =>
        'A call with session tags needs `sts:TagSession` in the trust policy beside the action itself.',
    ),
    howToTell: () => 'The same call without tags works.',
  },
  'role-arn-wrong': {
    name: () => 'Role ARN wrong',
    headline: hedged(
      () => 'The role ARN is wrong',
      () => 'The role ARN is probably wrong',
    ),
    paragraph: plain(
      () => 'The ARN is malformed, names another account, or names a provider instead of a role.',
    ),
    howToTell: () => 'The ARN, copied from the role’s page in the console, works.',
  },
  'session-duration-limit': {
    name: () => 'Session longer than allowed',
    headline: hedged(
      () => 'The session would be longer than allowed',
      () => 'The session would probably be longer than allowed',
    ),
    paragraph: plain((f) => {
      const stories: Readonly<Record<string, string>> = {
        'role-chaining':
          'The caller is a role’s session itself. A role assumed from another role’s session lasts 1 h at most, whatever the role’s own maximum says.',
        'role-maximum':
          'The role has a maximum session duration of its own, between 1 h and 12 h, and the call asked for more.',
        'own-session': 'The call asked for more time than the caller’s own session has left.',
      }
      return (
        stories[f.story ?? ''] ??
        'A role has a maximum session duration. A role assumed from another role’s session lasts 1 h at most.'
      )
    }),
    howToTell: () => 'The same call with 3600 s works.',
  },
  'mfa-required': {
    name: () => 'Multi-factor authentication required',
    headline: hedged(
      () => 'A policy requires multi-factor authentication',
      () => 'A policy probably requires multi-factor authentication',
    ),
    paragraph: plain(
      () =>
        'The session was made without a code of an MFA device, and a policy denies such sessions.',
    ),
    howToTell: () => 'A session made with an MFA code may make the call.',
  },
  'mfa-code-rejected': {
    name: () => 'MFA code or device not accepted',
    headline: hedged(
      () => 'AWS did not accept the MFA code or its device',
      () => 'AWS probably did not accept the MFA code or its device',
    ),
    paragraph: plain((f) => {
      const stories: Readonly<Record<string, string>> = {
        code: 'AWS knows the device and did not accept its code. A code works once and for about 30 s, and the device’s clock has to be right.',
        'serial-number':
          'AWS could not match the serial number with a device of this user. It is the ARN with `:mfa/`, not the one with `:user/`.',
        'half-missing':
          'The serial number and the code have to be sent together, and one was missing.',
      }
      return (
        stories[f.story ?? ''] ??
        'A code works once and for about 30 s. The serial number has to be the ARN of a device of this user.'
      )
    }),
    howToTell: () => 'The next code of the same device works, or the serial number is wrong.',
  },
  'identity-policy-missing': {
    name: () => 'No identity-based policy allows it',
    headline: hedged(
      (f) => `No identity-based policy allows ${action(f)}`,
      (f) => `Probably no identity-based policy allows ${action(f)}`,
    ),
    paragraph: plain(
      () =>
        'AWS knows who is calling: key ID, secret and token are in order. No policy attached to the caller allows the action.',
    ),
    howToTell: () => 'The policies attached to the caller name the action, or not.',
  },
  'explicit-deny-scp': {
    name: () => 'A service control policy denies it',
    headline: hedged(
      (f) => `A service control policy of the organization denies ${action(f)}`,
      (f) => `A service control policy of the organization probably denies ${action(f)}`,
    ),
    paragraph: plain(
      () =>
        'AWS knows who is calling: key ID, secret and token are in order. The organization sets limits for its accounts, and no policy inside the account can widen them. AWS says “explicit deny” also where no such policy denies the action and one merely does not allow it.',
    ),
    howToTell: () => 'The same action fails for every role of the account.',
  },
  'explicit-deny-rcp': {
    name: () => 'A resource control policy denies it',
    headline: hedged(
      (f) => `A resource control policy of the organization denies ${action(f)}`,
      (f) => `A resource control policy of the organization probably denies ${action(f)}`,
    ),
    paragraph: plain(
      () =>
        'AWS knows who is calling: key ID, secret and token are in order. The organization that owns the resource limits who may use it.',
    ),
    howToTell: () =>
      'The same caller may use a resource of another organization, or callers inside it may use this one.',
  },
  'permissions-boundary': {
    name: () => 'A permissions boundary leaves it out',
    headline: hedged(
      (f) => `A permissions boundary does not let ${action(f)} through`,
      (f) => `A permissions boundary probably does not let ${action(f)} through`,
    ),
    paragraph: plain(
      () =>
        'AWS knows who is calling: key ID, secret and token are in order. The boundary of the role or user limits what its policies can allow.',
    ),
    howToTell: () => 'The role or user has a boundary, and the action is not in it.',
  },
  'session-policy': {
    name: () => 'A session policy leaves it out',
    headline: hedged(
      (f) => `The session’s own policy does not let ${action(f)} through`,
      (f) => `The session’s own policy probably does not let ${action(f)} through`,
    ),
    paragraph: plain(
      () =>
        'AWS knows who is calling: key ID, secret and token are in order. A policy was passed when the session was made, and it limits the session.',
    ),
    howToTell: () => 'A session of the same role, made without a session policy, may do it.',
  },
  'vpc-endpoint-policy': {
    name: () => 'A VPC endpoint policy refuses it',
    headline: hedged(
      (f) => `A VPC endpoint policy does not let ${action(f)} through`,
      (f) => `A VPC endpoint policy probably does not let ${action(f)} through`,
    ),
    paragraph: hedged(
      (f) =>
        f.action === 'sts:GetCallerIdentity'
          ? 'GetCallerIdentity needs no permission, and no identity-based policy can deny it. AWS names the policy of a private endpoint, which can refuse it. The call went through one.'
          : 'The call went through a private endpoint of a VPC. The policy of that endpoint does not let it through.',
      (f) =>
        f.action === 'sts:GetCallerIdentity'
          ? 'GetCallerIdentity needs no permission, and no identity-based policy can deny it. AWS names no policy. The policy of a private endpoint can refuse it, so the call probably went through one.'
          : 'The call probably went through a private endpoint of a VPC, whose policy does not let it through.',
    ),
    howToTell: () => 'The same call from outside of the private network is answered.',
  },
  'explicit-deny-identity-policy': {
    name: () => 'An identity-based policy denies it',
    headline: hedged(
      (f) => `An identity-based policy denies ${action(f)}`,
      (f) => `An identity-based policy probably denies ${action(f)}`,
    ),
    paragraph: plain(
      () =>
        'AWS knows who is calling: key ID, secret and token are in order. A policy attached to the caller has a Deny statement for the action. A Deny wins over every Allow.',
    ),
    howToTell: () => 'A statement with `"Effect": "Deny"` covers the action, or not.',
  },
  'session-revoked': {
    name: () => 'Older sessions of the role revoked',
    headline: hedged(
      () => 'The role’s older sessions were revoked',
      () => 'The role’s older sessions were probably revoked',
    ),
    paragraph: plain(
      () =>
        'A policy on the role denies everything to sessions issued before a moment. A new session is not touched by it.',
    ),
    howToTell: () =>
      'GetCallerIdentity works, and everything else is denied; a new session may do it.',
  },
  'resource-policy': {
    name: () => 'A resource-based policy does not admit the caller',
    headline: hedged(
      (f) => `A resource-based policy does not admit ${action(f)} by this caller`,
      (f) => `A resource-based policy probably does not admit ${action(f)} by this caller`,
    ),
    paragraph: plain(
      () =>
        'AWS knows who is calling: key ID, secret and token are in order. The policy on the resource itself decides here, as it does between accounts.',
    ),
    howToTell: () => 'The policy on the resource names the caller or its account, or not.',
  },
  'request-not-signed': {
    name: () => 'Request without a signature',
    headline: hedged(
      () => 'The request reached AWS without a signature',
      () => 'The request probably reached AWS without a signature',
    ),
    paragraph: plain((f) =>
      f.origin === 'text'
        ? `The program had no key to sign with, or something on the way took the Authorization header away. ${NOT_CREDENTIALS}`
        : `This page signs every request. Something between it and AWS took the Authorization header away. ${NOT_CREDENTIALS}`,
    ),
    howToTell: () =>
      'The same call without extensions, or over another network, is answered differently.',
  },
  'fields-swapped': {
    name: () => 'Values in each other’s place',
    headline: hedged(
      (f) => `The ${partName(f.other)} stands where the ${partName(f.part)} belongs`,
      (f) => `The ${partName(f.other)} probably stands where the ${partName(f.part)} belongs`,
    ),
    paragraph: plain((f) => {
      const wasSent = f.part === 'accessKeyId' && f.other === 'secretAccessKey' && f.code !== ''
      const leak = wasSent
        ? ' The secret itself was sent in the place of the key ID. Replace it with a new one when you can.'
        : ''
      return `What was given as ${partName(f.part)} looks like a ${partName(f.other)}. AWS stopped there and judged nothing else.${leak}`
    }),
    howToTell: () => 'A key ID has capital letters and digits only; a secret has 40 characters.',
  },
  'signer-faulty': {
    name: () => 'Signature put together wrongly',
    headline: hedged(
      () => 'The signature was put together wrongly',
      () => 'The signature was probably put together wrongly',
    ),
    paragraph: plain((f) => {
      const parts: Readonly<Record<string, string>> = {
        service: 'AWS names the service in the credential scope.',
        terminator: 'AWS names the end of the credential scope, which is always `aws4_request`.',
        'scope-date':
          'AWS names the date in the credential scope, which has to be the UTC date of the request.',
        'host-not-signed': 'AWS names the host, which has to be among the signed headers.',
        'part-missing': 'AWS names a part that the Authorization header lacks.',
        algorithm: 'AWS names the algorithm, which has to be `AWS4-HMAC-SHA256`.',
        'date-format': 'AWS names the date, which has to look like `20261122T011204Z`.',
        'url-encoding': 'AWS names the encoding of the address.',
        'headers-not-signed':
          'The request carries `x-amz-` headers that are not among the signed headers.',
      }
      return `${parts[f.story ?? ''] ?? 'AWS could not read the signature.'} The request was made by another program, or changed on its way. ${NOT_CREDENTIALS}`
    }),
    howToTell: () => 'An AWS SDK or the AWS CLI, with the same credentials, gets another answer.',
  },
  'parameter-invalid': {
    name: () => 'A parameter outside AWS’s limits',
    headline: hedged(
      () => 'A parameter of the call is outside AWS’s limits',
      () => 'A parameter of the call is probably outside AWS’s limits',
    ),
    paragraph: plain((f) =>
      f.field === undefined
        ? 'AWS names the field and the rule it breaks. The credentials are not the reason.'
        : `AWS names \`${f.field}\` and the rule it breaks. The credentials are not the reason.`,
    ),
    howToTell: () => 'AWS’s words name the field.',
  },
  'policy-invalid-or-too-large': {
    name: () => 'Session policy malformed or too large',
    headline: hedged(
      () => 'The session policy is malformed or too large',
      () => 'The session policy is probably malformed or too large',
    ),
    paragraph: plain((f) =>
      f.story === 'malformed'
        ? 'The policy that was sent is not JSON, or not in the language of policies.'
        : `AWS packs session policy and tags together and sets a limit to their size.${f.count === undefined ? '' : ` These take ${f.count} % of it.`}`,
    ),
    howToTell: () => 'The same call without a policy works.',
  },
  'encoded-message-invalid': {
    name: () => 'Encoded message cut or of another account',
    headline: hedged(
      () => 'The encoded message cannot be decoded',
      () => 'The encoded message probably cannot be decoded',
    ),
    paragraph: plain(() => 'The message is cut short, or it was made in another account.'),
    howToTell: () => 'The whole message, decoded in the account where it was made, can be read.',
  },
  'saml-mapping': {
    name: () => 'SAML response not as AWS needs it',
    headline: hedged(
      () => 'The SAML response lacks what AWS needs',
      () => 'The SAML response probably lacks what AWS needs',
    ),
    paragraph: plain(
      () =>
        'The identity provider has to send the role, the role session name and the audience under AWS’s names.',
    ),
    howToTell: () => 'The attributes of the response name `Role` and `RoleSessionName`, or not.',
  },
  'identity-provider-unreachable': {
    name: () => 'Identity provider not reached by AWS',
    headline: hedged(
      () => 'AWS cannot reach the identity provider, or the provider said no',
      () => 'AWS probably cannot reach the identity provider',
    ),
    paragraph: plain(
      () =>
        'AWS fetches the provider’s public keys over the internet and compares the token with them.',
    ),
    howToTell: () => 'The provider’s key address answers from a public network, or not.',
  },
  'presigned-url-expired': {
    name: () => 'Presigned URL past its time',
    headline: hedged(
      () => 'The presigned URL is past its time',
      () => 'The presigned URL is probably past its time',
    ),
    paragraph: plain(
      () =>
        'A presigned URL names how long it works, and ends with the session that signed it at the latest.',
    ),
    howToTell: () =>
      'The request carried its signature in the URL, and `X-Amz-Expires` has passed.',
  },
  'root-not-allowed': {
    name: () => 'Root user not admitted',
    headline: hedged(
      () => 'The root user may not make this call',
      () => 'The root user probably may not make this call',
    ),
    paragraph: plain(() => 'Roles cannot be assumed by the root user of an account.'),
    howToTell: () => 'The caller’s ARN ends with `:root`.',
  },
  'cognito-scope-down-policy': {
    name: () => 'Cognito’s own session policy leaves it out',
    headline: hedged(
      () => 'Cognito’s own session policy leaves this service out',
      () => 'Cognito’s own session policy probably leaves this service out',
    ),
    paragraph: plain(
      () =>
        'In the enhanced flow Cognito gives guests a fixed session policy. It admits a short list of services, whatever the role allows.',
    ),
    howToTell: () =>
      'The session is named `CognitoIdentityCredentials`, and the basic flow may do it.',
  },
  'cognito-unauth-disabled': {
    name: () => 'Guest access switched off',
    headline: hedged(
      () => 'The identity pool does not admit guests',
      () => 'The identity pool probably does not admit guests',
    ),
    paragraph: plain(
      () => 'No login was sent, and guest access is switched off in the identity pool.',
    ),
    howToTell: () => 'The same call with a login works.',
  },
  'cognito-provider-not-linked': {
    name: () => 'Provider not linked to the identity pool',
    headline: hedged(
      () => 'The identity pool does not know this provider',
      () => 'The identity pool probably does not know this provider',
    ),
    paragraph: plain(
      () => 'The user pool or the app client of the token is not registered in the identity pool.',
    ),
    howToTell: () => 'The token’s `iss` and `aud` are in the pool’s list, or not.',
  },
  'cognito-wrong-login-entry': {
    name: () => 'Login entry misspelled, or the wrong token',
    headline: hedged(
      () => 'The login entry has the wrong name or the wrong token',
      () => 'The login entry probably has the wrong name or the wrong token',
    ),
    paragraph: plain(
      () =>
        'The name of the entry has to equal the token’s issuer, and its value has to be the ID token.',
    ),
    howToTell: () => 'The token’s `token_use` is `id`, or not.',
  },
  'web-identity-token-expired': {
    name: () => 'Login token past its time',
    headline: hedged(
      () => 'The login token is past its time',
      () => 'The login token is probably past its time',
    ),
    paragraph: plain(
      () =>
        'The token that was handed over for credentials has expired. AWS credentials are another matter.',
    ),
    howToTell: () => 'The token’s `exp` has passed.',
  },
  'cognito-role-trust-policy': {
    name: () => 'Role of the identity pool cannot be assumed',
    headline: hedged(
      () => 'The identity pool cannot assume its role',
      () => 'The identity pool probably cannot assume its role',
    ),
    paragraph: plain(() => 'The trust policy of the role has to admit this identity pool.'),
    howToTell: () => 'The trust policy names the ID of the pool, or not.',
  },
  'cognito-stale-identity-cache': {
    name: () => 'Cached identity deleted or disabled',
    headline: hedged(
      () => 'The cached identity no longer exists',
      () => 'The cached identity probably no longer exists',
    ),
    paragraph: plain(
      () => 'The program kept an identity ID, and that identity was deleted or disabled since.',
    ),
    howToTell: () => 'A private window, which has no cache, works.',
  },
  'cognito-basic-flow-disabled': {
    name: () => 'Basic flow switched off',
    headline: hedged(
      () => 'The identity pool does not allow the basic flow',
      () => 'The identity pool probably does not allow the basic flow',
    ),
    paragraph: plain(
      () => 'The program uses the basic flow, and the identity pool allows the enhanced flow only.',
    ),
    howToTell: () => 'The pool’s settings name the basic flow as active, or not.',
  },
  'oidc-provider-missing': {
    name: () => 'No OpenID Connect provider in the account',
    headline: hedged(
      () => 'The account has no provider for this token',
      () => 'The account probably has no provider for this token',
    ),
    paragraph: plain(
      () => 'AWS looked for an OpenID Connect provider with the token’s issuer and found none.',
    ),
    howToTell: () => '`aws iam list-open-id-connect-providers` lists the issuer, or not.',
  },
  'oidc-provider-thumbprint': {
    name: () => 'Certificate of the provider changed',
    headline: hedged(
      () => 'The provider’s certificate does not have the stored thumbprint',
      () => 'The provider’s certificate probably does not have the stored thumbprint',
    ),
    paragraph: plain(
      () =>
        'The account stores a thumbprint of the provider’s certificate. The certificate has changed since.',
    ),
    howToTell: () => 'The thumbprint of today’s certificate differs from the stored one.',
  },
  'oidc-aud-mismatch': {
    name: () => 'Audience not in the provider’s list',
    headline: hedged(
      () => 'The token’s audience is not in the provider’s list',
      () => 'The token’s audience is probably not in the provider’s list',
    ),
    paragraph: plain(
      () => 'The `aud` of the token has to be among the client IDs of the provider.',
    ),
    howToTell: () => 'The token’s `aud` is in the client ID list, or not.',
  },
  'oidc-sub-condition': {
    name: () => 'Subject does not meet the trust condition',
    headline: hedged(
      () => 'The token’s subject does not meet the trust policy',
      () => 'The token’s subject probably does not meet the trust policy',
    ),
    paragraph: plain(
      () =>
        'The trust policy compares the `sub` of the token with a pattern, letter case included.',
    ),
    howToTell: () => 'The token’s `sub` fits the pattern, or not.',
  },
  'saml-response-expired': {
    name: () => 'SAML response past its time',
    headline: hedged(
      () => 'The SAML response is past its time',
      () => 'The SAML response is probably past its time',
    ),
    paragraph: plain(() => 'A SAML response works for 5 min after it was issued.'),
    howToTell: () => 'A new sign-in gives a response that works.',
  },
  'service-no-cors': {
    name: (f) =>
      f.custom === undefined
        ? 'Host without permission for web pages'
        : 'Nothing listens there, or it gives no permission to web pages',
    headline: hedged(
      () => 'The host does not answer web pages',
      () => 'The host probably does not answer web pages',
    ),
    paragraph: plain(
      () =>
        'A browser gives a page only what the other host allows with CORS headers. STS sends them; other services and emulators may not.',
    ),
    howToTell: (f) =>
      f.custom === undefined
        ? 'A terminal on the same machine gets an answer, and the browser’s console names CORS.'
        : 'A terminal on the same machine is refused where nothing listens. Where it gets an answer, the browser’s console names CORS.',
  },
  'browser-blocked-request': {
    name: () => 'Blocked inside the browser',
    headline: hedged(
      () => 'The browser blocked the request',
      () => 'The browser probably blocked the request',
    ),
    paragraph: plain((f) =>
      f.story === 'page-policy'
        ? `The policy of this page lists the hosts it may talk to, and ${quoted(f.host, 'the host')} is not among them. Nothing was sent.`
        : f.story === 'other-policy'
          ? `The Content Security Policy of the page does not list the host in \`connect-src\`. ${NOT_CREDENTIALS}`
          : `An extension or a setting stopped the request before it left. ${NOT_CREDENTIALS}`,
    ),
    howToTell: () => 'A private window without extensions gets an answer.',
  },
  offline: {
    name: () => 'No network',
    headline: hedged(
      (f) => `${f.origin === 'text' ? 'That device' : 'This device'} is offline`,
      (f) => `${f.origin === 'text' ? 'That device' : 'This device'} is probably offline`,
    ),
    paragraph: plain((f) =>
      f.origin === 'text'
        ? `No host could be reached from that device. ${NOT_CREDENTIALS}`
        : f.story === 'back-again'
          ? `The browser said that there was no network, and an unsigned request to the host got through since. ${NOT_CREDENTIALS}`
          : `The browser says that there is no network. ${NOT_CREDENTIALS}`,
    ),
    howToTell: () => 'No other site opens either.',
  },
  'tls-interception': {
    name: () => 'Connection opened by a proxy or antivirus program',
    headline: hedged(
      () => 'Something presents its own certificate in AWS’s place',
      () => 'Something probably presents its own certificate in AWS’s place',
    ),
    paragraph: plain(
      () =>
        `A company proxy or an antivirus program opens encrypted connections. The browser does not trust its certificate. ${NOT_CREDENTIALS}`,
    ),
    howToTell: (f) =>
      `The certificate of ${quoted(f.host, 'the host')} names Amazon as its issuer, or not.`,
  },
  'proxy-or-portal-answered': {
    name: () => 'A proxy or a sign-in page answered',
    headline: hedged(
      () => 'Something other than AWS STS answered',
      () => 'Something other than AWS STS probably answered',
    ),
    paragraph: plain((f) => {
      const seen: Readonly<Record<string, string>> = {
        'proxy-authentication':
          'The answer has status 407: a proxy wants a sign-in before it lets anything through.',
        'web-page': `The answer is a web page with ${f.status === undefined ? 'an unknown status' : `status ${f.status}`}.`,
        empty: `The answer is empty, with ${f.status === undefined ? 'an unknown status' : `status ${f.status}`}.`,
        'no-arn': 'The answer names no identity.',
        other: `The answer is neither XML nor JSON, with ${f.status === undefined ? 'an unknown status' : `status ${f.status}`}.`,
      }
      return `${seen[f.story ?? ''] ?? 'The answer is not one of STS.'} A captive portal, a proxy or a filter answers like that. ${NOT_CREDENTIALS}`
    }),
    howToTell: (f) =>
      f.custom === undefined
        ? 'The same call over another network is answered by AWS.'
        : 'The program that listens on the port is another one than was meant.',
  },
  'aws-side-failure': {
    name: () => 'Failure inside AWS',
    headline: hedged(
      (f) =>
        f.story === 'throttled' ? 'AWS is limiting the number of calls' : 'AWS failed to answer',
      () => 'AWS probably failed to answer',
    ),
    paragraph: plain((f) =>
      f.story === 'throttled'
        ? `More calls came from this account than STS takes at a time. ${NOT_CREDENTIALS}`
        : `The failure is on AWS’s side. ${NOT_CREDENTIALS}`,
    ),
    howToTell: () => 'The same call works later, or in another Region.',
  },
}
