import { expect, test } from 'vitest'
import { Secret } from '#domain/credentials/secret.ts'
import { explainText, NOTHING_BESIDE } from '#domain/diagnosis/explain-text.ts'
import { NO_FACTS } from '#domain/diagnosis/said-facts.ts'
import { writeToldReport } from './write-told-report.ts'

const ENCODED = 'EXAMPLE_4gIOH-lTkIaWHQD0Q0m6XSnuUMCm'.repeat(9)
const SECRET = 'EXAMPLEq8Zt/w2XkRm5vB0+hT7cYpL4nJ9sDfGeX'

const reportOf = (text: string): string => {
  const told = explainText(text, NO_FACTS, { ...NOTHING_BESIDE, secrets: [new Secret(SECRET)] })
  return told ? writeToldReport(told) : ''
}

test('a denial with everything that was read of it', () => {
  const report = reportOf(
    'AccessDenied: User: arn:aws:iam::111122223333:user/Example is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::example-bucket/a because no identity-based policy allows the s3:GetObject action (Service: S3, Status Code: 403, Request ID: EXAMPLE2REQ3ID46)',
  )
  for (const line of [
    'Code: AccessDenied',
    'Request ID: EXAMPLE2REQ3ID46',
    'Status: 403',
    'ARNs: arn:aws:iam::111122223333:user/Example, arn:aws:s3:::example-bucket/a',
    'Cause: identity-policy-missing (certain)',
  ]) {
    expect(report.split('\n')).toContain(line)
  }
})

test('neither a secret nor an encoded message', () => {
  const report = reportOf(
    `An error occurred (UnauthorizedOperation) when calling the StopInstances operation: You are not authorized to perform this operation with ${SECRET}. Encoded authorization failure message: ${ENCODED}`,
  )
  expect(report).toContain('Cause: cannot-tell')
  expect(report).not.toContain(ENCODED)
  expect(report).not.toContain(SECRET.slice(0, 20))
})
