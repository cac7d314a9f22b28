import { EXAMPLE_KEY, EXAMPLE_SECRET, EXAMPLE_TOKEN } from '../example-values.ts'
import { findingsOf } from '../named-entries.ts'
import type { Recogniser } from '../recogniser.ts'

/**
 * `<AccessKeyId>…</AccessKeyId>` as STS answers, and `<name>…</name><value>…</value>` as Hadoop has it. Read tag by
 * tag: what people paste is seldom a whole document.
 */
export const xml: Recogniser = {
  shape: 'xml',
  example: `<Credentials>
  <AccessKeyId>${EXAMPLE_KEY}</AccessKeyId>
  <SecretAccessKey>${EXAMPLE_SECRET}</SecretAccessKey>
  <SessionToken>${EXAMPLE_TOKEN}</SessionToken>
</Credentials>`,
  recognise: (page) => findingsOf(page, ['tag'], { isClose: () => true }),
}
