import { describe, expect, test } from 'vitest'
import { formatIso } from '../time/instant.ts'
import { readPaste } from './read-paste.ts'
import { A, B, ENDS, setsOf, type Triple } from './written-pastes.ts'

const ISO = formatIso(ENDS)
const CLI_ISO = ISO.replace('Z', '+00:00')
const CLOUDTRAIL = 'Nov 22, 2026 2:00:00 AM'
const SECONDS = ENDS / 1000
type Row = readonly [
  row: string,
  text: string,
  set: Readonly<Record<keyof Triple, string | null>>,
  ends: boolean,
]

const pascal = (more: object = {}) => ({
  AccessKeyId: A.key,
  SecretAccessKey: A.secret,
  SessionToken: A.token,
  ...more,
})
const camel = (more: object = {}) => ({
  accessKeyId: A.key,
  secretAccessKey: A.secret,
  sessionToken: A.token,
  ...more,
})
const imds = (more: object = {}) => ({
  AccessKeyId: A.key,
  SecretAccessKey: A.secret,
  Token: A.token,
  Expiration: ISO,
  ...more,
})
const json = (value: unknown) => JSON.stringify(value, null, 4)
const env = (line: (name: string, value: string) => string) =>
  [
    line('AWS_ACCESS_KEY_ID', A.key),
    line('AWS_SECRET_ACCESS_KEY', A.secret),
    line('AWS_SESSION_TOKEN', A.token),
  ].join('\n')
const envEnds = (line: (name: string, value: string) => string) =>
  `${env(line)}\n${line('AWS_CREDENTIAL_EXPIRATION', CLI_ISO)}\n`
const tab = (...cells: string[]) => cells.join('\t')
const row = (name: string, value: string) => `||  ${name.padEnd(16)}|  ${value}  ||`
const NOTOKEN = { key: A.key, secret: A.secret, token: null }
const NOSECRET = { key: A.key, secret: null, token: A.token }

const scope = `${A.key}/20261122/us-east-1/sts/aws4_request`
const presigned = `https://sts.us-east-1.amazonaws.com/?Action=GetCallerIdentity&X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=${encodeURIComponent(scope)}&X-Amz-Date=20261122T010000Z&X-Amz-Expires=3600&X-Amz-SignedHeaders=host&X-Amz-Security-Token=${encodeURIComponent(A.token)}&X-Amz-Signature=${'0'.repeat(64)}`
const base64url = (text: string) =>
  btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')

const ROWS: readonly Row[] = [
  [
    '1 assume-role JSON',
    json({
      Credentials: pascal({ Expiration: CLI_ISO }),
      AssumedRoleUser: {
        AssumedRoleId: 'AROARTX3GSDSQEXAMPLEX:me',
        Arn: 'arn:aws:sts::111122223333:assumed-role/Example/me',
      },
    }),
    A,
    true,
  ],
  [
    '2 text',
    `${tab('ASSUMEDROLEUSER', 'arn:aws:sts::111122223333:assumed-role/Example/me', 'AROARTX3GSDSQEXAMPLEX:me')}\n${tab('CREDENTIALS', A.key, CLI_ISO, A.secret, A.token)}\n`,
    A,
    true,
  ],
  [
    '3 table',
    [
      '-'.repeat(60),
      '|  AssumeRole  |',
      `+${'-'.repeat(58)}+`,
      '||  Credentials  ||',
      row('AccessKeyId', A.key),
      row('Expiration', CLI_ISO),
      row('SecretAccessKey', A.secret),
      row('SessionToken', A.token),
      `|+${'-'.repeat(56)}+|`,
    ].join('\n'),
    A,
    true,
  ],
  [
    '3 table, token broken by the terminal',
    [
      '||  Credentials  ||',
      row('AccessKeyId', A.key),
      row('SecretAccessKey', A.secret),
      row('SessionToken', A.token).replace(/(.{120})/g, '$1\n'),
      `|+${'-'.repeat(56)}+|`,
    ].join('\n'),
    A,
    false,
  ],
  ['4 query, text', tab(A.secret, A.token, A.key), A, false],
  ['4 query, text with the expiration', tab(A.key, A.secret, CLI_ISO, A.token), A, true],
  ['4 query, JSON list', json([A.token, A.secret, A.key, CLI_ISO]), A, true],
  ['4 query, yaml list', `- ${A.key}\n- ${A.secret}\n- ${A.token}\n- '${CLI_ISO}'\n`, A, true],
  [
    'yaml',
    `AssumedRoleUser:\n  Arn: arn:aws:sts::111122223333:assumed-role/Example/me\nCredentials:\n  AccessKeyId: ${A.key}\n  Expiration: '${CLI_ISO}'\n  SecretAccessKey: ${A.secret}\n  SessionToken: ${A.token}\n`,
    A,
    true,
  ],
  [
    'yaml-stream',
    `- Credentials:\n    AccessKeyId: ${A.key}\n    Expiration: '${CLI_ISO}'\n    SecretAccessKey: ${A.secret}\n    SessionToken: ${A.token}\n`,
    A,
    true,
  ],
  [
    'yaml, folded',
    `Credentials:\n  AccessKeyId: ${A.key}\n  SecretAccessKey: ${A.secret}\n  SessionToken: >-\n    ${A.token.replace(/(.{76})/g, '$1\n    ')}\n`,
    A,
    false,
  ],
  [
    '5 XML',
    `<AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><Credentials><AccessKeyId>${A.key}</AccessKeyId><SecretAccessKey>${A.secret}</SecretAccessKey><SessionToken>${A.token}</SessionToken><Expiration>${ISO}</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>`,
    A,
    true,
  ],
  [
    '5 XML, indented values',
    `<Credentials>\n  <AccessKeyId>\n    ${A.key}\n  </AccessKeyId>\n  <SecretAccessKey>${A.secret}</SecretAccessKey>\n  <SessionToken>\n    ${A.token}\n  </SessionToken>\n</Credentials>`,
    A,
    false,
  ],
  ['6 export-credentials', json({ Version: 1, ...pascal({ Expiration: CLI_ISO }) }), A, true],
  ['7 env', envEnds((name, value) => `export ${name}=${value}`), A, true],
  ['8 env-no-export', envEnds((name, value) => `${name}=${value}`), A, true],
  ['9 powershell', envEnds((name, value) => `$Env:${name}="${value}"`), A, true],
  ['10 windows-cmd', envEnds((name, value) => `set ${name}=${value}`), A, true],
  ['11 fish', envEnds((name, value) => `set -gx ${name} ${value}`), A, true],
  ['setx', env((name, value) => `setx ${name} "${value}" /M`), A, false],
  ['csh', env((name, value) => `setenv ${name} '${value}'`), A, false],
  ['nushell', env((name, value) => `$env.${name} = "${value}"`), A, false],
  ['nushell record', `load-env {\n${env((name, value) => `  ${name}: "${value}"`)}\n}`, A, false],
  [
    '12 INI of saml2aws',
    `[saml]\naws_access_key_id        = ${A.key}\naws_secret_access_key    = ${A.secret}\naws_session_token        = ${A.token}\naws_security_token       = ${A.token}\nx_principal_arn          = arn:aws:sts::111122223333:assumed-role/Example/me\nx_security_token_expires = ${ISO}\n`,
    A,
    true,
  ],
  [
    '12 INI, old name only',
    `[old]\naws_access_key_id=${A.key}\naws_secret_access_key=${A.secret}\naws_security_token=${A.token}`,
    A,
    false,
  ],
  [
    '12 INI of aws-vault',
    `[x]\naws_access_key_id=${A.key}\naws_secret_access_key=${A.secret}\naws_session_token=${A.token}\naws_credential_expiration=${ISO}`,
    A,
    true,
  ],
  [
    '13 credential_process',
    json({ Version: 1, ...pascal({ Expiration: ISO, AccountId: '111122223333' }) }),
    A,
    true,
  ],
  [
    '14 IMDS',
    json({ Code: 'Success', LastUpdated: '2026-11-22T01:00:00Z', Type: 'AWS-HMAC', ...imds() }),
    A,
    true,
  ],
  ['15 container', json({ RoleArn: 'arn:aws:iam::111122223333:role/Example', ...imds() }), A, true],
  ['16 CloudShell', json({ Type: '', ...imds(), Code: 'Success' }), A, true],
  ['17 GetRoleCredentials', json({ roleCredentials: camel({ expiration: ENDS }) }), A, true],
  [
    '18 SSO cache',
    json({
      ProviderType: 'sso',
      Credentials: pascal({ Expiration: ISO, AccountId: '111122223333' }),
    }),
    A,
    true,
  ],
  [
    '19 role cache',
    json({
      Credentials: pascal({ Expiration: ISO }),
      ResponseMetadata: {
        RequestId: '00000000-0000-0000-0000-000000000000',
        HTTPHeaders: { date: 'Sun, 22 Nov 2026 01:00:00 GMT' },
      },
    }),
    A,
    true,
  ],
  [
    '20 login cache',
    json({
      accessToken: camel({ accountId: '111122223333', expiresAt: ISO }),
      tokenType: 'aws_sigv4',
      refreshToken: 'EXAMPLE-refresh-token-EXAMPLE',
      dpopKey: '-----BEGIN EC PRIVATE KEY-----\nEXAMPLE\n-----END EC PRIVATE KEY-----',
    }),
    A,
    true,
  ],
  [
    '21 Cognito',
    json({
      IdentityId: 'us-east-1:0',
      Credentials: {
        AccessKeyId: A.key,
        SecretKey: A.secret,
        SessionToken: A.token,
        Expiration: SECONDS + 0.5,
      },
    }).replace('.5', '.0'),
    A,
    true,
  ],
  [
    '21 Cognito, on the wire',
    `{"Credentials":{"AccessKeyId":"${A.key}","Expiration":1.7953128E9,"SecretKey":"${A.secret}","SessionToken":"${A.token}"},"IdentityId":"us-east-1:0"}`,
    A,
    true,
  ],
  ['22 IoT', json({ credentials: camel({ expiration: ISO }) }), A, true],
  [
    '23 Roles Anywhere',
    json({
      credentialSet: [
        {
          assumedRoleUser: { arn: 'x' },
          credentials: camel({ expiration: ISO }),
          packedPolicySize: 1,
        },
      ],
      subjectArn: 'x',
    }),
    A,
    true,
  ],
  [
    '24 EKS Auth',
    json({ credentials: camel({ expiration: SECONDS }), audience: 'pods.eks.amazonaws.com' }),
    A,
    true,
  ],
  ['25 portal', env((name, value) => `export ${name}="${value}"`), A, false],
  [
    '26 portal, file',
    `[111122223333_ExampleAccess]\naws_access_key_id=${A.key}\naws_secret_access_key=${A.secret}\naws_session_token=${A.token}`,
    A,
    false,
  ],
  [
    '27 portal, single values',
    `AWS Access Key ID\n${A.key}\nAWS Secret access key\n${A.secret}\nAWS session token\n${A.token}`,
    A,
    false,
  ],
  [
    '28 JavaScript',
    `AWS.config.update({\n  accessKeyId: '${A.key}',\n  secretAccessKey: '${A.secret}',\n  sessionToken: '${A.token}',\n  expireTime: new Date('${ISO}'),\n  region: 'us-east-1',\n})`,
    A,
    true,
  ],
  [
    '28 JavaScript, by place',
    `new AWS.Credentials('${A.key}', '${A.secret}', '${A.token}')`,
    A,
    false,
  ],
  [
    '29 Amplify',
    json({
      identityId: 'us-east-1:0',
      credentials: camel({ expiration: ISO }),
      tokens: { idToken: `eyJhbGciOiJFWEFNUExFIn0.${'RVhBTVBMRQ'.repeat(4)}.RVhBTVBMRQ` },
    }),
    A,
    true,
  ],
  [
    '29 Amplify on the console',
    `{\n  identityId: 'us-east-1:0',\n  credentials: {\n    accessKeyId: '${A.key}',\n    secretAccessKey: '${A.secret}',\n    sessionToken: '${A.token}',\n    expiration: 2026-11-22T02:00:00.000Z\n  }\n}`,
    A,
    true,
  ],
  [
    '29 Node console, long string',
    `{\n  accessKeyId: '${A.key}',\n  secretAccessKey: '${A.secret}',\n  sessionToken:\n   '${A.token}',\n  expiration: 2026-11-22T02:00:00.000Z }`,
    A,
    true,
  ],
  [
    '30 boto3',
    `boto3.client(\n    'sts',\n    aws_access_key_id='${A.key}',\n    aws_secret_access_key='${A.secret}',\n    aws_session_token='${A.token}',\n    region_name='us-east-1',\n)`,
    A,
    false,
  ],
  [
    'Python answer',
    `{'Credentials': {'AccessKeyId': '${A.key}', 'SecretAccessKey': '${A.secret}', 'SessionToken': '${A.token}', 'Expiration': datetime.datetime(2026, 11, 22, 2, 0, tzinfo=tzutc())}, 'ResponseMetadata': {'HTTPStatusCode': 200, 'RetryAttempts': 0}}`,
    A,
    true,
  ],
  ['Python environment', env((name, value) => `os.environ["${name}"] = "${value}"`), A, false],
  [
    '31 Terraform',
    `provider "aws" {\n  region     = "us-east-1"\n  access_key = "${A.key}"\n  secret_key = "${A.secret}"\n  token      = "${A.token}"\n}`,
    A,
    false,
  ],
  ['31 tfvars', env((name, value) => `TF_VAR_${name.toLowerCase()} = "${value}"`), A, false],
  [
    '32 docker',
    `docker run --rm \\\n${env((name, value) => `  -e ${name}=${value} \\`)}\n  amazon/aws-cli sts get-caller-identity`,
    A,
    false,
  ],
  ['Dockerfile', env((name, value) => `ENV ${name} ${value}`), A, false],
  [
    'compose, map',
    `services:\n  app:\n    environment:\n${env((name, value) => `      ${name}: ${value}`)}`,
    A,
    false,
  ],
  [
    'compose, list',
    `    environment:\n${env((name, value) => `      - ${name}=${value}`)}`,
    A,
    false,
  ],
  [
    'Kubernetes Secret',
    `apiVersion: v1\nkind: Secret\ndata:\n${env((name, value) => `  ${name}: ${btoa(value)}`)}`,
    A,
    false,
  ],
  [
    'Kubernetes Secret, JSON',
    json({
      kind: 'Secret',
      data: {
        AWS_ACCESS_KEY_ID: btoa(A.key),
        AWS_SECRET_ACCESS_KEY: btoa(A.secret),
        AWS_SESSION_TOKEN: btoa(`${A.token}\n`),
      },
    }),
    A,
    false,
  ],
  [
    'Kubernetes environment',
    `env:\n${env((name, value) => `  - name: ${name}\n    value: ${value}`)}`,
    A,
    false,
  ],
  [
    'task definition',
    json({
      environment: [
        { name: 'AWS_ACCESS_KEY_ID', value: A.key },
        { name: 'AWS_SECRET_ACCESS_KEY', value: A.secret },
        { name: 'AWS_SESSION_TOKEN', value: A.token },
      ],
    }),
    A,
    false,
  ],
  [
    '33 GitHub Actions',
    `with:\n  aws-access-key-id: ${A.key}\n  aws-secret-access-key: ${A.secret}\n  aws-session-token: ${A.token}\n  aws-region: us-east-1`,
    A,
    false,
  ],
  [
    '33 GitHub environment',
    env((name, value) => `echo "${name}=${value}" >> "$GITHUB_ENV"`),
    A,
    false,
  ],
  [
    '33 GitHub outputs',
    `::set-output name=aws-access-key-id::${A.key}\n::set-output name=aws-secret-access-key::${A.secret}\n::set-output name=aws-session-token::${A.token}`,
    A,
    false,
  ],
  [
    '34 Vault table',
    `Key                Value\n---                -----\nlease_id           aws/sts/example/0\nlease_duration     59m59s\nlease_renewable    false\naccess_key         ${A.key}\nsecret_key         ${A.secret}\nsession_token      ${A.token}\nttl                59m59s`,
    A,
    false,
  ],
  [
    '34 Vault JSON',
    json({
      request_id: '0',
      lease_duration: 3599,
      data: { access_key: A.key, secret_key: A.secret, security_token: A.token, ttl: 3599 },
    }),
    A,
    false,
  ],
  [
    '35 saml2aws script',
    `${env((name, value) => `export ${name}="${value}"`)}\nexport AWS_SECURITY_TOKEN="${A.token}"\nexport SAML2AWS_PROFILE="saml"\nexport AWS_CREDENTIAL_EXPIRATION="${ISO}"`,
    A,
    true,
  ],
  [
    '36 aws-vault export',
    `AWS_VAULT=example\nAWS_REGION=us-east-1\n${envEnds((name, value) => `${name}=${value}`)}`,
    A,
    true,
  ],
  ['37 presigned', presigned, NOSECRET, false],
  [
    '37 presigned, small hexadecimal',
    presigned.replace(/%2F/g, '%2f').replace(/%2B/g, '%2b').replace(/%3D/g, '%3d'),
    NOSECRET,
    false,
  ],
  [
    '38 S3, version 2',
    `https://example-bucket.s3.amazonaws.com/key?AWSAccessKeyId=${A.key}&Expires=${String(SECONDS)}&Signature=EXAMPLE%3D&x-amz-security-token=${encodeURIComponent(A.token)}`,
    NOSECRET,
    false,
  ],
  [
    '39 Authorization',
    `Authorization: AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host;x-amz-date;x-amz-security-token, Signature=${'0'.repeat(64)}\nX-Amz-Date: 20261122T010000Z\nX-Amz-Security-Token: ${A.token}`,
    NOSECRET,
    false,
  ],
  [
    '39 copied curl',
    `curl 'https://sts.us-east-1.amazonaws.com/' \\\n  -H 'authorization: AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=00' \\\n  -H 'x-amz-date: 20261122T010000Z' \\\n  -H 'x-amz-security-token: ${A.token}' --data-raw 'Action=GetCallerIdentity'`,
    NOSECRET,
    false,
  ],
  [
    '39 curl that signs',
    `curl --aws-sigv4 "aws:amz:us-east-1:sts" --user "${A.key}:${A.secret}" -H "x-amz-security-token: ${A.token}" https://sts.us-east-1.amazonaws.com/`,
    A,
    false,
  ],
  [
    '40 EKS token',
    json({
      kind: 'ExecCredential',
      status: {
        expirationTimestamp: '2026-11-22T01:14:00Z',
        token: `k8s-aws-v1.${base64url(presigned)}`,
      },
    }),
    NOSECRET,
    false,
  ],
  [
    '41 CloudTrail',
    json({
      eventTime: '2026-11-22T01:00:00Z',
      userIdentity: { type: 'IAMUser', accessKeyId: B.key },
      responseElements: {
        credentials: { accessKeyId: A.key, expiration: CLOUDTRAIL, sessionToken: A.token },
      },
    }),
    NOSECRET,
    true,
  ],
  [
    '42 Iceberg',
    `s3.access-key-id=${A.key}\ns3.secret-access-key=${A.secret}\ns3.session-token=${A.token}\ns3.session-token-expires-at-ms=${String(ENDS)}`,
    A,
    true,
  ],
  [
    '42 Spark',
    `--conf spark.hadoop.fs.s3a.access.key=${A.key} --conf spark.hadoop.fs.s3a.secret.key=${A.secret} --conf spark.hadoop.fs.s3a.session.token=${A.token}`,
    A,
    false,
  ],
  [
    '42 Hadoop XML',
    `<configuration>\n<property><name>fs.s3a.access.key</name><value>${A.key}</value></property>\n<property><name>fs.s3a.secret.key</name><value>${A.secret}</value></property>\n<property><name>fs.s3a.session.token</name><value>${A.token}</value></property>\n</configuration>`,
    A,
    false,
  ],
  ['address of a queue', `sqs://${A.key}:${encodeURIComponent(A.secret)}@`, NOTOKEN, false],
  ['address of a bucket', `s3n://${A.key}:${A.secret}@example-bucket/key`, NOTOKEN, false],
  ['Java', `AwsSessionCredentials.create("${A.key}", "${A.secret}", "${A.token}")`, A, false],
  [
    'Java, builder',
    `AwsSessionCredentials.builder().accessKeyId("${A.key}").secretAccessKey("${A.secret}").sessionToken("${A.token}").build()`,
    A,
    false,
  ],
  [
    'Java, properties',
    `System.setProperty("aws.accessKeyId", "${A.key}");\nSystem.setProperty("aws.secretAccessKey", "${A.secret}");\nSystem.setProperty("aws.sessionToken", "${A.token}");`,
    A,
    false,
  ],
  [
    'Java, printed',
    `AwsSessionCredentials(accessKeyId=${A.key}, secretAccessKey=${A.secret}, sessionToken=${A.token}, expirationTime=${ISO})`,
    A,
    true,
  ],
  [
    'Go',
    `credentials.NewStaticCredentialsProvider("${A.key}", "${A.secret}", "${A.token}")`,
    A,
    false,
  ],
  [
    'Go, printed',
    `{AccessKeyID:${A.key} SecretAccessKey:${A.secret} SessionToken:${A.token} Source:AssumeRoleProvider CanExpire:true Expires:2026-11-22 02:00:00 +0000 UTC}`,
    A,
    true,
  ],
  ['C#', `var c = new SessionAWSCredentials("${A.key}", "${A.secret}", "${A.token}");`, A, false],
  [
    'C#, object',
    `new Credentials { AccessKeyId = "${A.key}", SecretAccessKey = "${A.secret}", SessionToken = "${A.token}" }`,
    A,
    false,
  ],
  ['Ruby', `Aws::Credentials.new('${A.key}', '${A.secret}', '${A.token}')`, A, false],
  [
    'Ruby, hash',
    `{ :access_key_id => '${A.key}', :secret_access_key => '${A.secret}', :session_token => '${A.token}' }`,
    A,
    false,
  ],
  [
    'PHP',
    `'credentials' => [\n  'key'    => '${A.key}',\n  'secret' => '${A.secret}',\n  'token'  => '${A.token}',\n],`,
    A,
    false,
  ],
  [
    'Rust',
    `Credentials::new("${A.key}", "${A.secret}", Some("${A.token}".to_string()), None, "example")`,
    A,
    false,
  ],
  [
    'CSV',
    `User name,Access key ID,Secret access key,Session token\nexample,${A.key},${A.secret},${A.token}\n`,
    A,
    false,
  ],
  [
    'spreadsheet rows',
    `${tab('Access key ID', A.key)}\n${tab('Secret access key', A.secret)}\n${tab('Session token', A.token)}`,
    A,
    false,
  ],
  [
    'spreadsheet columns',
    `${tab('AccessKeyId', 'SecretAccessKey', 'SessionToken', 'Expiration')}\n${tab(A.key, A.secret, A.token, ISO)}`,
    A,
    true,
  ],
  [
    'Markdown table',
    `| Access key ID | Secret access key | Session token |\n|---|---|---|\n| \`${A.key}\` | \`${A.secret}\` | \`${A.token}\` |`,
    A,
    false,
  ],
  [
    'inside prose',
    `Hi! Please use ${A.key} with the secret ${A.secret} and this token: ${A.token} (until tonight).`,
    A,
    false,
  ],
  [
    'aws configure set',
    `aws configure set aws_access_key_id ${A.key}\naws configure set aws_secret_access_key ${A.secret}\naws configure set aws_session_token ${A.token}`,
    A,
    false,
  ],
]

describe('every shape', () => {
  test.each(ROWS)('%s', (_name, text, set, ends) => {
    const reading = readPaste(text)
    expect(setsOf(reading)).toEqual([set])
    expect(reading.credentials[0]?.expiration?.instant ?? null).toBe(ends ? ENDS : null)
  })
})
