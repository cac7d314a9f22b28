import { Secret } from '#domain/credentials/secret.ts'
import { COGNITO_GUESTS, documentOf } from '../accounts/managed-policy-table.ts'
import type { ApiError } from '../api-error.ts'
import type { OperationResult } from '../operation.ts'
import { assumeRoleWithWebIdentity } from '../operations/assume-role-with-web-identity.ts'
import type { World } from '../world.ts'

/** What Cognito asks STS for. */
export type RoleOrder = {
  readonly roleArn: string
  /** The OpenID token of the identity. */
  readonly token: string
  readonly region: string
  readonly isGuest: boolean
}

/** Cognito's own call to STS. */
export function assumeRoleForIdentity(
  { roleArn, token, region, isGuest }: RoleOrder,
  world: World,
): Promise<OperationResult | ApiError> {
  const values = {
    RoleArn: roleArn,
    RoleSessionName: 'CognitoIdentityCredentials',
    WebIdentityToken: new Secret(token),
    ...(isGuest && { Policy: GUEST_POLICY, PolicyArns: [COGNITO_GUESTS.arn ?? ''] }),
  }
  return assumeRoleWithWebIdentity.perform({ values, world, region, tokenVersion: 2 })
}

/**
 * What guests of the enhanced flow can be allowed at most, as of 2023.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html#access-policies-scope-down-services
 */
const GUEST_POLICY = JSON.stringify(
  documentOf({
    Effect: 'Allow',
    Action: [
      'appsync:*',
      'cloudwatch:*',
      'cognito-identity:*',
      'cognito-idp:*',
      'cognito-sync:*',
      'comprehend:*',
      'dynamodb:*',
      'execute-api:*',
      'firehose:*',
      'gamelift:*',
      'iot:*',
      'kinesisanalytics:*',
      'kms:Decrypt',
      'kms:Encrypt',
      'kms:GenerateDataKey*',
      'kms:ReEncrypt*',
      'lambda:*',
      'lex:*',
      'geo:*',
      'logs:*',
      'machinelearning:*',
      'mobileanalytics:*',
      'personalize:*',
      'polly:*',
      'rekognition:*',
      's3:*',
      'sagemaker:InvokeEndpoint',
      'sdb:*',
      'ses:*',
      'sns:*',
      'sqs:*',
      'sumerian:View*',
      'textract:DetectDocumentText',
      'textract:AnalyzeDocument',
      'transcribe:*',
      'translate:*',
    ],
    Resource: '*',
  }),
)
