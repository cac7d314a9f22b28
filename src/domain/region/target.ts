/** An AWS partition. @see https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html */
export type PartitionId =
  | 'aws'
  | 'aws-cn'
  | 'aws-us-gov'
  | 'aws-eusc'
  | 'aws-iso'
  | 'aws-iso-b'
  | 'aws-iso-e'
  | 'aws-iso-f'

/** Which STS endpoint is asked. `custom` is a loopback address; `sandbox` answers inside this page. */
export type EndpointKind = 'regional' | 'dual-stack' | 'fips' | 'global' | 'custom' | 'sandbox'

/** Where the person wants to ask. */
export type Target = {
  readonly partition: PartitionId
  /** Region code, `ap-northeast-2`. Always one of the partition's. */
  readonly region: string
  readonly kind: EndpointKind
  /** As typed; only read when `kind` is `custom`. */
  readonly customUrl: string
}

/** The address a target stands for, or why there is none. */
export type Endpoint =
  | {
      readonly kind: 'offered'
      /** `https://sts.ap-northeast-2.amazonaws.com/`. In the sandbox the address the request is signed for. */
      readonly url: string
      readonly host: string
      /** The region of the credential scope; us-east-1 for the global endpoint. */
      readonly signingRegion: string
    }
  | { readonly kind: 'not-offered'; readonly why: NotOffered }

/**
 * Why a target has no address.
 *
 * - `unknown-region`: the code is not one of the partition's (a Region newer than this build).
 * - `no-fips`, `no-global`: AWS lists no such host for the Region or the partition.
 * - `custom-not-url`: not an http or https address.
 * - `custom-not-loopback`: neither `localhost` nor `127.0.0.1`; `[::1]` too, which a policy cannot name.
 * - `custom-has-path`: a path, a query or a fragment after the host.
 * - `custom-has-user`: a user name or a password before the host.
 */
export type NotOffered =
  | 'unknown-region'
  | 'no-fips'
  | 'no-global'
  | 'custom-empty'
  | 'custom-not-url'
  | 'custom-not-loopback'
  | 'custom-has-path'
  | 'custom-has-user'
