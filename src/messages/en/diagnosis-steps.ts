import type { Fills } from '#domain/diagnosis/finding.ts'
import type { Command, DiagnosisMessages, Sentence, StepMessages } from '../diagnosis-messages.ts'
import { partName, quoted, quotedFirst, span } from './diagnosis-phrases.ts'

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
  'paste-session-token': say((f) =>
    f.origin === 'text'
      ? 'Give the program the whole set, session token included. All three values come from one place.'
      : 'Paste the whole set again, session token included. All three values come from one place.',
  ),
  'print-whole-set': run(
    (f) =>
      f.origin === 'text'
        ? 'Print all values of a profile at once, and use them together.'
        : 'Print all values of a profile at once, and paste the output here.',
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
    (f) =>
      f.story === 'expired-without-token'
        ? 'If a program on the way signs requests itself, look where its credentials come from.'
        : 'If a renewed session ends the same way, look where the values come from. An older source may win.',
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
    (f) => `Look whether the account has enabled ${quoted(f.region, 'this Region')}.`,
    'Region status command',
    (f) => `aws account get-region-opt-status --region-name ${f.region ?? 'REGION'}`,
  ),
  'enable-region': run(
    (f) =>
      `If not, an administrator can enable ${quoted(f.region, 'this Region')}. That takes some minutes up to some hours.`,
    'enable Region command',
    (f) => `aws account enable-region --region-name ${f.region ?? 'REGION'}`,
  ),
  'choose-other-partition': say((f) =>
    f.origin === 'text'
      ? 'Use credentials of the partition that was asked, or ask a Region of the partition that the account is in.'
      : f.other?.startsWith('aws')
        ? `Choose a Region of \`${f.other.replace(' or ', '` or `')}\` above, and ask there.`
        : 'If the account is in China, in GovCloud (US) or in another partition, choose a Region of that partition above.',
  ),
  'wait-and-ask-again': say((f) =>
    f.code === 'InvalidClientTokenId' || f.code === 'UnrecognizedClientException'
      ? 'If the credentials were made less than 1 min ago, wait 10 s and ask again.'
      : 'Then ask again. The request is signed anew each time.',
  ),
  'wait-between-secrets': say((f) =>
    f.otherSecret === undefined
      ? 'If another secret was tried for this key ID within the last 5 s, wait 10 s and ask again. AWS then refuses the right one too.'
      : `Wait 10 s and ask again. This page tried another secret for this key ID ${span(Number(f.otherSecret))} before this call, and AWS then refuses the right one too.`,
  ),
  'set-clock': {
    sentence: (f) =>
      `Set the clock of ${f.origin === 'text' ? 'the device that signed' : 'this device'} by the network, in the system settings or with a command.`,
    commands: () => [
      { label: 'Linux clock command', text: 'sudo timedatectl set-ntp true' },
      { label: 'macOS clock command', text: 'sudo sntp -sS time.apple.com' },
      { label: 'Windows clock command', text: 'w32tm /resync' },
    ],
  },
  'check-expiration': say(
    (f) =>
      `Compare the ${f.origin === 'text' ? '' : 'pasted '}expiration with the set it came from. It may have been copied with other values.`,
  ),
  'sign-for-region': run(
    (f) =>
      `Sign for ${quoted(f.signingRegion, 'the Region of the host')}, the Region of this host. The global endpoint \`sts.amazonaws.com\` takes \`us-east-1\`.`,
    'call with the right Region',
    (f) => `aws sts get-caller-identity --region ${f.signingRegion ?? 'REGION'}`,
  ),
  'sign-with-sdk': say(
    () => 'Sign with an AWS SDK or the AWS CLI. They put the signature together as AWS expects it.',
  ),
  'compare-from-terminal': run(
    (f) =>
      f.origin === 'text'
        ? 'Ask who is calling from a terminal, with the same values. Another answer there points to the program or its network.'
        : 'Ask the same from a terminal with the same values. Another answer there points to the browser or the network.',
    'get-caller-identity command',
    (f) => `aws sts get-caller-identity --region ${f.region ?? 'REGION'}`,
  ),
  'try-private-window': say((f) =>
    f.origin === 'text'
      ? 'Try it in a private window without extensions.'
      : 'Open this page in a private window without extensions, and ask again.',
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
    (f) => `Look whether the network knows ${quoted(f.host, 'the host')}.`,
    'name look-up command',
    (f) => `nslookup ${f.host ?? 'HOST'}`,
  ),
  'check-connection': say((f) =>
    f.origin === 'text'
      ? 'Connect the device to a network, and try again.'
      : 'Connect this device to a network, and ask again. The paste stays as it is.',
  ),
  'look-at-console': say(
    () => 'Open the browser’s console. It names the reason, which a page is not told.',
  ),
  'choose-listed-region': say((f) =>
    f.origin === 'text'
      ? 'Use the Region that the host belongs to. GetCallerIdentity gives the same answer in each Region of a partition.'
      : 'Choose a Region of the list. GetCallerIdentity gives the same answer in each Region of a partition.',
  ),
  'start-emulator': say(
    (f) =>
      `Look what listens on ${quoted(f.host, 'the host')}. ${
        f.origin === 'text'
          ? 'An emulator has to be running there. Where a web page asks it, it has to send CORS headers.'
          : 'An emulator has to be running there and to allow this page with CORS headers.'
      }`,
  ),
  'look-at-custom-host': say(
    (f) =>
      `Look what listens on ${quoted(f.host, 'the host')}, whether it passes requests on to AWS, and what it changes in them.`,
  ),
  'use-emulator-endpoint': run(
    (f) =>
      f.origin === 'text'
        ? 'If the key is an emulator’s, give the program the address of the emulator.'
        : 'If the key is an emulator’s, choose the custom endpoint above and give its address.',
    'emulator command',
    () => 'aws sts get-caller-identity --endpoint-url http://127.0.0.1:4566',
  ),
  'ask-again': say((f) => `Ask again. ${quotedFirst(f.host, 'The host')} answers at this moment.`),
  'allow-local-network': say(
    () =>
      'Look whether the browser asks for the permission to reach devices on the local network. A page that came over https may need it for an address on this machine.',
  ),
  'ask-later': say(() => 'Wait 10 s and ask again.'),
  'ask-at-once': say((f) =>
    f.origin === 'text'
      ? 'Make the call again, so that it is signed anew.'
      : 'Ask again, and keep this page in front until the answer is there. The request is signed anew each time.',
  ),
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
      `An administrator can activate ${quoted(f.region, 'this Region')} in the IAM console, under Account settings, Security Token Service.`,
  ),
  'read-policy-of-endpoint': run(
    () => 'Read the policy of the endpoint, and have the action allowed in it.',
    'endpoint policy command',
    (f) =>
      `aws ec2 describe-vpc-endpoints --region ${f.region ?? 'REGION'} --filters "Name=service-name,Values=*.${f.region ?? 'REGION'}.${f.service ?? 'sts'}*" --query "VpcEndpoints[].PolicyDocument" --output text`,
  ),
  'leave-private-network': say((f) =>
    f.story === 'named'
      ? 'Or ask from outside of the private network, where this policy has no say.'
      : 'Ask from outside of the private network. An answer there makes it certain.',
  ),
  'ask-for-statement': run(
    (f) =>
      f.resource === undefined || f.resource === '*'
        ? 'Ask an administrator to allow the action, with the resource named as narrowly as it can be.'
        : 'Ask an administrator to allow the action on this resource.',
    'policy statement',
    (f) =>
      `{"Effect": "Allow", "Action": "${f.action ?? 'ACTION'}", "Resource": ${JSON.stringify(f.resource ?? 'RESOURCE_ARN')}}`,
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
  'read-aws-words': say((f) =>
    f.origin === 'text'
      ? 'Read AWS’s own words. They are the only thing that is known of the reason.'
      : 'Read AWS’s own words below. They are shown as they came, without secrets.',
  ),
  'unset-environment': run(
    () => 'Remove the variables of the environment, which win over every profile, and try again.',
    'unset command',
    () => 'unset AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN AWS_PROFILE',
  ),
  'clear-credential-cache': run(
    () => 'Empty the caches of the AWS CLI, sign in again, and restart programs that run on.',
    'clear cache command',
    () => 'rm -rf ~/.aws/cli/cache ~/.aws/sso/cache && aws sso login',
  ),
  'ask-with-long-term-key': say(
    () =>
      'Make this call with the long-term key of an IAM user. For another session, assume a role instead.',
  ),
  'read-trust-policy': run(
    () => 'Read the trust policy of the role, with credentials of its account.',
    'trust policy command',
    () => 'aws iam get-role --role-name ROLE --query Role.AssumeRolePolicyDocument',
  ),
  'add-trust-statement': run(
    (f) =>
      `Have ${quoted(f.principal, 'the caller')} admitted there, with the external ID, the source identity or the MFA that its conditions ask for.${
        f.admission?.includes('ArnLike') === true
          ? ' The ARN of its role has a path that this ARN does not show, so the statement admits the account and compares the name of the role.'
          : ''
      }`,
    'trust policy statement',
    (f) => {
      const admission = f.admission ?? '{"Principal":{"AWS":"PRINCIPAL_ARN"}}'
      return `{"Effect":"Allow","Action":"${f.action ?? 'sts:AssumeRole'}",${admission.slice(1)}`
    },
  ),
  'narrow-trust-deny': say(
    (f) =>
      `Find the Deny in it that covers ${quoted(f.principal, 'the caller')}, and have it narrowed. An explicit Deny wins over every Allow, so no further statement helps.`,
  ),
  'save-trust-policy-again': run(
    () =>
      'Write the ARN of the principal in place of the ID that begins with `AROA` or `AIDA`, and save the trust policy again.',
    'save trust policy command',
    () =>
      'aws iam update-assume-role-policy --role-name ROLE --policy-document file://trust-policy.json',
  ),
  'allow-tag-session': run(
    () =>
      'Have `sts:TagSession` allowed beside the action itself, in the trust policy and in the policy of the caller. Or send no tags.',
    'policy statement',
    () =>
      '{"Effect": "Allow", "Action": ["sts:AssumeRole", "sts:TagSession"], "Resource": "ROLE_ARN"}',
  ),
  'copy-role-arn': run(
    () => 'Copy the ARN from the role itself. Look at its account ID, and that it says `:role/`.',
    'role ARN command',
    () => 'aws iam get-role --role-name ROLE --query Role.Arn --output text',
  ),
  'shorten-session': say((f) =>
    f.story === 'role-chaining'
      ? 'Ask for 3600 s or less, or assume the role with a key that is no role’s session.'
      : 'Ask for less time with `DurationSeconds`, at most what the role allows.',
  ),
  'raise-role-maximum': run(
    () => 'Or have the maximum of the role raised, up to 43200 s.',
    'raise maximum command',
    () => 'aws iam update-role --role-name ROLE --max-session-duration 43200',
  ),
  'get-session-with-mfa': run(
    () => 'Get a session with a code of the MFA device, and use that one.',
    'session with MFA command',
    () =>
      'aws sts get-session-token --serial-number arn:aws:iam::ACCOUNT:mfa/DEVICE --token-code CODE',
  ),
  'use-device-arn': run(
    () => 'Look up the ARN of the device. It says `:mfa/` and belongs to the same user.',
    'list MFA devices command',
    () => 'aws iam list-mfa-devices --query "MFADevices[].SerialNumber" --output text',
  ),
  'type-next-code': say(
    () => 'Wait for the next code of the device and type that one. Each code works once.',
  ),
  'correct-parameter': say((f) =>
    f.field === undefined
      ? 'Correct the parameter that AWS names, and send the request again.'
      : `Correct \`${f.field}\` as AWS’s words ask, and send the request again.`,
  ),
  'shorten-policy': say(
    () =>
      'Make the session policy and the session tags shorter, or name managed policies by their ARN.',
  ),
  'check-policy-json': run(
    () => 'Have the policy checked before it is sent.',
    'check policy command',
    () =>
      'aws accessanalyzer validate-policy --policy-type IDENTITY_POLICY --policy-document file://policy.json',
  ),
  'decode-whole-message': run(
    () =>
      'Copy the whole message, without line breaks, and decode it in the account where it was made.',
    'decode command',
    () =>
      'aws sts decode-authorization-message --encoded-message MESSAGE --query DecodedMessage --output text',
  ),
  'check-saml-attributes': say(
    () =>
      'Have the identity provider send `Role`, `RoleSessionName` and the audience as AWS’s words ask.',
  ),
  'sign-in-to-provider': say(
    () => 'Sign in to the identity provider again, and use the new token or response at once.',
  ),
  'check-provider-keys': run(
    () => 'Look whether the provider’s keys can be read from a public network.',
    'provider keys command',
    () => 'curl --fail --max-time 5 ISSUER/.well-known/openid-configuration',
  ),
  'use-iam-user': say(() => 'Use a user, a role or IAM Identity Center in place of the root user.'),
  'use-allowed-service': say(
    () =>
      'Send a login, so that Cognito gives the role for signed-in users, or use the basic flow. Guests of the enhanced flow reach a short list of services only.',
  ),
  'enable-guest-access': say(
    () => 'If guests are meant to come in, switch guest access on in the identity pool.',
  ),
  'send-login': say(() => 'Sign the person in first, and send a fresh ID token in `Logins`.'),
  'link-provider': run(
    () => 'Register the user pool and the app client of the token in the identity pool.',
    'read identity pool command',
    () => 'aws cognito-identity describe-identity-pool --identity-pool-id POOL_ID',
  ),
  'check-login-entry': say(
    () =>
      'Write the issuer of the token without `https://` as the name in `Logins`, and the ID token as its value.',
  ),
  'check-pool-roles': run(
    () =>
      'Read the roles of the pool, and look whether their trust policies name this pool and `sts:AssumeRoleWithWebIdentity`.',
    'pool roles command',
    () => 'aws cognito-identity get-identity-pool-roles --identity-pool-id POOL_ID',
  ),
  'clear-identity-cache': say(
    () =>
      'Delete the stored identity ID (in a browser the entry `aws.cognito.identity-id` of local storage), and start again.',
  ),
  'enable-basic-flow': say(
    () => 'Or allow the basic (classic) flow in the settings of the identity pool.',
  ),
  'use-enhanced-flow': say(
    () => 'Call `GetCredentialsForIdentity`, which is the enhanced flow, and name no role.',
  ),
  'create-oidc-provider': run(
    () =>
      'Look whether the account of the role has a provider with exactly this issuer, and make one if not.',
    'list providers command',
    () => 'aws iam list-open-id-connect-providers',
  ),
  'get-trade-in-token': say(
    () =>
      'Have the delegation approved again, and trade the new token in at once: it works once and for a short time.',
  ),
  'enable-outbound-federation': run(
    () => 'Have an administrator of the account enable outbound web identity federation.',
    'enable outbound federation command',
    () => 'aws iam enable-outbound-web-identity-federation',
  ),
  'update-thumbprint': run(
    () => 'Store the thumbprint of today’s certificate with the provider.',
    'update thumbprint command',
    () =>
      'aws iam update-open-id-connect-provider-thumbprint --open-id-connect-provider-arn ARN --thumbprint-list THUMBPRINT',
  ),
  'add-audience': run(
    () =>
      'Add the `aud` of the token to the client IDs of the provider, or have the token made for another audience.',
    'add audience command',
    () =>
      'aws iam add-client-id-to-open-id-connect-provider --open-id-connect-provider-arn ARN --client-id AUDIENCE',
  ),
  'compare-subject': say(
    () =>
      'Compare the `sub` of the token with the condition of the trust policy, letter by letter.',
  ),
  'call-from-server': say(
    () =>
      'Make the call from a server or a terminal. For S3, add a CORS configuration to the bucket.',
  ),
  'correct-region-name': say(
    () =>
      'Write a Region’s code, such as `us-east-1`: no zone letter at its end, no blank, not empty.',
  ),
  'set-credentials': run(
    () => 'Give the program credentials, and look which ones it finds.',
    'source of credentials command',
    () => 'aws configure list',
  ),
  'use-sts-service': say(() => 'Sign for the service and the Region that the host belongs to.'),
}
