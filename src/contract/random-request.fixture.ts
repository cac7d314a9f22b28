import { STSClient } from '@aws-sdk/client-sts'
import { SignatureV4 } from '@smithy/signature-v4'
import * as fc from 'fast-check'
import { Secret } from '#domain/credentials/secret.ts'
import type { SigningCredentials } from '#domain/ports.ts'
import type { SigningRequest } from '#domain/sigv4/signing-request.ts'
import { uriEncode } from '#domain/sigv4/uri-encode.ts'

/** The SDK's own SHA-256, so that the two sides share no code. */
const SDK_SHA256 = new STSClient({ region: 'us-east-1' }).config.sha256

const REGIONS = ['us-east-1', 'ap-northeast-2', 'af-south-1', 'cn-north-1', 'us-gov-west-1']
const letters = (alphabet: string, length: fc.StringConstraints) =>
  fc.string({ unit: fc.constantFrom(...Array.from(alphabet)), ...length })

const headerName = fc
  .tuple(
    letters('abcdefghijklmnopqrstuvwxyzABCXYZ', { minLength: 1, maxLength: 3 }),
    letters('abcz-019', { maxLength: 8 }),
  )
  .map(([head, tail]) => head + tail)
  .filter((name) => !['date', 'authorization'].includes(name.toLowerCase()))
const headerValue = letters('ab =,;"\t\r\n서é', { maxLength: 24 })
const headers = fc
  .uniqueArray(fc.tuple(headerName, headerValue), {
    selector: ([name]) => name.toLowerCase(),
    maxLength: 6,
  })
  .map((pairs) => [...pairs, ['Host', 'sts.example.com'] as [string, string]])
const parameter = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 })
const query = fc.uniqueArray(
  fc.tuple(
    parameter,
    fc.array(fc.string({ unit: 'grapheme', maxLength: 6 }), { minLength: 1, maxLength: 3 }),
  ),
  { selector: ([name]) => name, maxLength: 4 },
)
const path = fc
  .array(fc.oneof(fc.constantFrom('', '.', '..', 'a', 'b%20c'), parameter), { maxLength: 6 })
  .map((segments) => `/${segments.join('/')}`)
const keys = fc.record({
  accessKeyId: letters('ABCXYZ234567', { minLength: 16, maxLength: 16 }).map(
    (tail) => `ASIA${tail}`,
  ),
  secretAccessKey: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 50 }),
  sessionToken: fc.option(letters('AZaz09+/=', { minLength: 1, maxLength: 80 })),
})

/** A request nobody would send, with keys nobody has. */
export const randomRequest = fc.record({
  method: fc.constantFrom('GET', 'POST', 'PUT'),
  region: fc.constantFrom(...REGIONS),
  service: fc.constantFrom('sts', 'cognito-identity', 'iam'),
  instant: fc.integer({ min: 0, max: 4_102_444_799_999 }),
  body: fc.oneof(fc.string({ unit: 'grapheme' }), fc.uint8Array()),
  keys,
  headers,
  query,
  path,
})

type RandomRequest = typeof randomRequest extends fc.Arbitrary<infer Request> ? Request : never

/** The request as our signer takes it. */
export function ourRequest(each: RandomRequest): SigningRequest {
  return {
    method: each.method,
    path: each.path,
    query: each.query
      .flatMap(([name, values]) => values.map((v) => `${uriEncode(name)}=${uriEncode(v)}`))
      .join('&'),
    headers: each.headers,
    body: each.body,
  }
}

/** The request as smithy's signer takes it. */
export const theirRequest = (each: RandomRequest) => ({
  method: each.method,
  protocol: 'https:',
  hostname: 'sts.example.com',
  path: each.path,
  query: Object.fromEntries(each.query),
  headers: Object.fromEntries(each.headers),
  body: each.body,
})

/** The keys as our signer takes them. */
export const ourCredentials = ({ keys }: RandomRequest): SigningCredentials => ({
  accessKeyId: new Secret(keys.accessKeyId),
  secretAccessKey: new Secret(keys.secretAccessKey),
  sessionToken: keys.sessionToken === null ? null : new Secret(keys.sessionToken),
})

/** Smithy's signer; canonical request and string to sign are written down as it makes them. */
export class WatchedSigner extends SignatureV4 {
  canonicalRequest = ''
  stringToSign = ''

  static of({ keys, region, service }: RandomRequest): WatchedSigner {
    const { accessKeyId, secretAccessKey, sessionToken } = keys
    return new WatchedSigner({
      credentials: {
        accessKeyId,
        secretAccessKey,
        ...(sessionToken === null ? {} : { sessionToken }),
      },
      region,
      service,
      sha256: SDK_SHA256,
    })
  }

  protected override createCanonicalRequest(
    ...given: Parameters<SignatureV4['createCanonicalRequest']>
  ): string {
    this.canonicalRequest = super.createCanonicalRequest(...given)
    return this.canonicalRequest
  }

  protected override async createStringToSign(
    ...given: Parameters<SignatureV4['createStringToSign']>
  ): Promise<string> {
    this.stringToSign = await super.createStringToSign(...given)
    return this.stringToSign
  }
}
