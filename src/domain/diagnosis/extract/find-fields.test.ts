import { describe, expect, test } from 'vitest'
import { hostIn, regionIn, regionOfHost, serviceIn } from './find-fields.ts'

describe('the Region of a host', () => {
  test.each([
    ['sts.eu-west-1.amazonaws.com', 'eu-west-1'],
    ['sts.us-east-1a.amazonaws.com', 'us-east-1a'],
    ['sts..amazonaws.com', ''],
    ['sts.eu.amazonaws.com', 'eu'],
    ['sts.amazonaws.com', null],
    ['iam.us-gov.amazonaws.com', null],
    ['cognito-identity.amazonaws.com', null],
    ['example-bucket.s3.amazonaws.com', null],
    ['example-bucket.s3-accelerate.amazonaws.com', null],
    ['s3-us-west-2.amazonaws.com', 'us-west-2'],
    ['example-bucket.s3.eu-west-1.amazonaws.com', 'eu-west-1'],
    ['vpce-0example.sts.us-east-1.vpce.amazonaws.com', 'us-east-1'],
    ['example.execute-api.eu-west-1.amazonaws.com', 'eu-west-1'],
    ['sts.cn-north-1.amazonaws.com.cn', 'cn-north-1'],
    [null, null],
  ])('%s', (host, expected) => {
    expect(regionOfHost(host)).toBe(expected)
  })

  test.each([
    ['aws --region eu-west-3 s3 ls', 'eu-west-3'],
    ['AWS_DEFAULT_REGION=us-east-1a', 'us-east-1a'],
    ['it fails in ap-east-1 and works in us-east-1', 'ap-east-1'],
    ['it fails in ap-east-1 and in me-south-1', null],
    ['nothing', null],
  ])('%s', (text, expected) => {
    expect(regionIn(text, null)).toBe(expected)
  })
})

describe('hosts and services', () => {
  test('an issuer is no host that was asked', () => {
    expect(hostIn('for https://oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE')).toBeNull()
    expect(hostIn('xmlns="https://sts.amazonaws.com/doc/2011-06-15/"')).toBeNull()
  })

  test.each([
    ['operation error STS: GetCallerIdentity, x', null, 'sts'],
    ['(Service: AWSSecurityTokenService; Status Code: 403)', null, 'sts'],
    ['Aws::S3::Errors::X', null, 's3'],
    ['', 'example-bucket.s3.eu-west-1.amazonaws.com', 's3'],
    ['', 'sts.eu-west-1.amazonaws.com', 'sts'],
  ])('%s %s', (text, host, expected) => {
    expect(serviceIn(text, host)).toBe(expected)
  })
})
