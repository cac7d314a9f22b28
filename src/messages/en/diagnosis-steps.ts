import type { Fills } from '#domain/diagnosis/finding.ts'
import type { Command, DiagnosisMessages, Sentence, StepMessages } from '../diagnosis-messages.ts'
import { partName } from './diagnosis-phrases.ts'

const none = (): readonly Command[] => []

/** A step without a command. */
const say = (sentence: Sentence): StepMessages => ({ sentence, commands: none })

/** A step with one command. */
const run = (sentence: Sentence, label: string, text: (fills: Fills) => string): StepMessages => ({
  sentence,
  commands: (fills) => [{ label, text: text(fills) }],
})

const printWholeSet = 'aws configure export-credentials --format env'

/** What a person can do, one sentence each, with the commands for it. Capital words stand for what only they know. */
export const stepMessages: DiagnosisMessages['steps'] = {
  'paste-session-token': say(
    () =>
      'Paste the whole set again, session token included. All three values come from one place.',
  ),
  'print-whole-set': run(
    () => 'Print all values of a profile at once, and paste the output here.',
    'print credentials command',
    () => printWholeSet,
  ),
  'use-one-set': say(() => 'Take key ID, secret and token from one source, in one copy.'),
  'drop-session-token': say(
    () =>
      'If the long-term key is the one you mean, remove the session token. A long-term key is used without one.',
  ),
  'copy-again': say(
    (f) =>
      `Copy the ${partName(f.part)} again from its source, whole, without line breaks or dots in the middle.`,
  ),
  'remove-stray-characters': say(
    (f) => `Remove blanks, line breaks and quotation marks from the ${partName(f.part)}.`,
  ),
  'put-values-in-place': say(
    (f) =>
      `Put the ${partName(f.other)} back where it belongs, and the ${partName(f.part)} in its place. The key ID begins with \`ASIA\` or \`AKIA\`.`,
  ),
  'replace-placeholder': say(
    () =>
      'Replace the placeholder with a key of your own. Keys printed in documentation work nowhere.',
  ),
  'sign-in-again': run(
    () => 'Get a new session. With IAM Identity Center, sign in again.',
    'sign-in command',
    () => 'aws sso login',
  ),
  'assume-role-again': run(
    () =>
      'With a role, assume it again. A regional endpoint gives a token that works in every Region.',
    'assume-role command',
    (f) =>
      `aws sts assume-role --role-arn arn:${f.partition ?? 'aws'}:iam::ACCOUNT:role/ROLE --role-session-name NAME --region ${f.region ?? 'REGION'}`,
  ),
  'check-which-source': run(
    () =>
      'If a renewed session ends the same way, look where the values come from. An older source may win.',
    'source of credentials command',
    () => 'aws configure list',
  ),
  'check-key-status': {
    sentence: () =>
      'With other credentials of the account, look whether the key exists and is active. An inactive key can be switched on again.',
    commands: () => [
      { label: 'list keys command', text: 'aws iam list-access-keys --user-name USER' },
      {
        label: 'activate key command',
        text: 'aws iam update-access-key --user-name USER --access-key-id KEY_ID --status Active',
      },
    ],
  },
  'create-access-key': run(
    () => 'If the key is gone, make a new one.',
    'create key command',
    () => 'aws iam create-access-key --user-name USER',
  ),
  'find-account-of-key': run(
    () =>
      'If the account is not known, ask AWS which one the key ID belongs to. Any working credentials may ask.',
    'account of a key command',
    () => 'aws sts get-access-key-info --access-key-id KEY_ID',
  ),
  'ask-in-default-region': say(
    (f) =>
      `Ask in \`${f.defaultRegion ?? ''}\`, which every account has. If the credentials are known there, the Region is the reason.`,
  ),
  'use-regional-endpoint': run(
    () => 'Get the session from a regional endpoint. Its tokens are version 2 and work everywhere.',
    'assume-role command',
    (f) =>
      `AWS_STS_REGIONAL_ENDPOINTS=regional aws sts assume-role --role-arn arn:${f.partition ?? 'aws'}:iam::ACCOUNT:role/ROLE --role-session-name NAME --region ${f.defaultRegion ?? 'REGION'}`,
  ),
  'keep-regional-endpoint': run(
    () => 'Keep it that way for a profile, in `~/.aws/config`.',
    'profile setting',
    () => '[profile NAME]\nsts_regional_endpoints = regional',
  ),
  'set-global-token-version': run(
    () =>
      'If a program insists on the global endpoint, an administrator can have it issue version 2.',
    'account setting command',
    () => 'aws iam set-security-token-service-preferences --global-endpoint-token-version v2Token',
  ),
  'check-region-enabled': run(
    (f) => `Look whether the account has enabled \`${f.region ?? ''}\`.`,
    'Region status command',
    (f) => `aws account get-region-opt-status --region-name ${f.region ?? 'REGION'}`,
  ),
  'enable-region': run(
    (f) =>
      `If not, an administrator can enable \`${f.region ?? ''}\`. That takes some minutes up to some hours.`,
    'enable Region command',
    (f) => `aws account enable-region --region-name ${f.region ?? 'REGION'}`,
  ),
  'choose-other-partition': say((f) =>
    f.other?.startsWith('aws')
      ? `Choose a Region of \`${f.other.replace(' or ', '` or `')}\` above, and ask there.`
      : 'If the account is in China, in GovCloud (US) or in another partition, choose a Region of that partition above.',
  ),
  'wait-and-ask-again': say((f) =>
    f.code === 'InvalidClientTokenId' || f.code === 'UnrecognizedClientException'
      ? 'If the credentials were made less than 1 min ago, wait 10 s and ask again.'
      : 'Then ask again. The request is signed anew each time.',
  ),
  'wait-between-secrets': say(
    () =>
      'If another secret was tried for this key ID within the last 5 s, wait 10 s and ask again. AWS then refuses the right one too.',
  ),
  'set-clock': {
    sentence: () =>
      'Set the clock of this device by the network, in the system settings or with a command.',
    commands: () => [
      { label: 'Linux clock command', text: 'sudo timedatectl set-ntp true' },
      { label: 'macOS clock command', text: 'sudo sntp -sS time.apple.com' },
      { label: 'Windows clock command', text: 'w32tm /resync' },
    ],
  },
  'check-expiration': say(
    () =>
      'Compare the pasted expiration with the set it came from. It may have been copied with other values.',
  ),
  'sign-for-region': run(
    (f) =>
      `Sign for \`${f.signingRegion ?? ''}\`, the Region of this host. The global endpoint \`sts.amazonaws.com\` takes \`us-east-1\`.`,
    'call with the right Region',
    (f) => `aws sts get-caller-identity --region ${f.signingRegion ?? 'REGION'}`,
  ),
  'sign-with-sdk': say(
    () => 'Sign with an AWS SDK or the AWS CLI. They put the signature together as AWS expects it.',
  ),
  'compare-from-terminal': run(
    () =>
      'Ask the same from a terminal with the same values. Another answer there points to the browser or the network.',
    'get-caller-identity command',
    (f) => `aws sts get-caller-identity --region ${f.region ?? 'REGION'}`,
  ),
  'try-private-window': say(
    () => 'Open this page in a private window without extensions, and ask again.',
  ),
  'try-other-network': say(
    () => 'Ask over another network, such as a phone’s, without proxy and VPN.',
  ),
  'sign-in-to-portal': say(
    () =>
      'Open any ordinary site in a new tab. If a sign-in page of the network appears, sign in and ask again.',
  ),
  'check-certificate': run(
    () => 'Look who issued the certificate. For AWS it is Amazon.',
    'certificate command',
    (f) =>
      `openssl s_client -connect ${f.host ?? 'HOST'}:443 -servername ${f.host ?? 'HOST'} </dev/null | openssl x509 -noout -issuer`,
  ),
  'resolve-name': run(
    (f) => `Look whether the network knows \`${f.host ?? ''}\`.`,
    'name look-up command',
    (f) => `nslookup ${f.host ?? 'HOST'}`,
  ),
  'check-connection': say(
    () => 'Connect this device to a network, and ask again. The paste stays as it is.',
  ),
  'look-at-console': say(
    () => 'Open the browser’s console. It names the reason, which a page is not told.',
  ),
  'choose-listed-region': say(
    () =>
      'Choose a Region of the list. GetCallerIdentity gives the same answer in each Region of a partition.',
  ),
  'start-emulator': say(
    (f) =>
      `Look what listens on \`${f.host ?? ''}\`. An emulator has to be running there and to allow this page with CORS headers.`,
  ),
  'use-emulator-endpoint': run(
    () => 'If the key is an emulator’s, choose the custom endpoint above and give its address.',
    'emulator command',
    () => 'aws sts get-caller-identity --endpoint-url http://127.0.0.1:4566',
  ),
  'ask-later': say(() => 'Wait 10 s and ask again.'),
  'ask-other-region': say((f) =>
    f.region === f.defaultRegion
      ? 'Ask in another Region of the same partition.'
      : `Ask in another Region, such as \`${f.defaultRegion ?? ''}\`.`,
  ),
  'check-health': say(
    () => 'Look at `https://health.aws.amazon.com/health/status` for a disturbance of STS.',
  ),
  'activate-sts-region': say(
    (f) =>
      `An administrator can activate \`${f.region ?? ''}\` in the IAM console, under Account settings, Security Token Service.`,
  ),
  'read-policy-of-endpoint': run(
    () => 'Read the policy of the endpoint, and have the action allowed in it.',
    'endpoint policy command',
    (f) =>
      `aws ec2 describe-vpc-endpoints --region ${f.region ?? 'REGION'} --filters "Name=service-name,Values=*.${f.region ?? 'REGION'}.sts*" --query "VpcEndpoints[].PolicyDocument" --output text`,
  ),
  'leave-private-network': say(
    () => 'Ask from outside of the private network. An answer there makes it certain.',
  ),
  'ask-for-statement': run(
    () =>
      'Ask an administrator to allow the action, with the resource named as narrowly as it can be.',
    'policy statement',
    (f) => `{"Effect": "Allow", "Action": "${f.action ?? 'ACTION'}", "Resource": "RESOURCE_ARN"}`,
  ),
  'ask-for-policy-change': say(
    (f) =>
      `Ask ${f.policy === 'service control policy' || f.policy === 'resource control policy' ? 'an administrator of the organization' : 'an administrator of the account'} to change the ${f.policy ?? 'policy'}, so that it lets \`${f.action ?? 'the action'}\` through.`,
  ),
  'renew-if-revoked': say(
    () =>
      'If older sessions of the role were revoked, get a new session. The policy is then called `AWSRevokeOlderSessions`.',
  ),
  'make-presigned-url-again': run(
    () => 'If the request came from a presigned URL, make a new one.',
    'presign command',
    () => 'aws s3 presign s3://BUCKET/KEY --expires-in 3600',
  ),
  'read-aws-words': say(
    () => 'Read AWS’s own words below. They are shown as they came, without secrets.',
  ),
}
