import type { Secret } from '../../credentials/secret.ts'

/** The operations of STS that this product knows, by the name of their Action. */
export type OperationName =
  | 'AssumeRole'
  | 'AssumeRoleWithSAML'
  | 'AssumeRoleWithWebIdentity'
  | 'AssumeRoot'
  | 'DecodeAuthorizationMessage'
  | 'GetAccessKeyInfo'
  | 'GetCallerIdentity'
  | 'GetDelegatedAccessToken'
  | 'GetFederationToken'
  | 'GetSessionToken'
  | 'GetWebIdentityToken'

/** Who signs a call. `nobody` stands for a call without credentials. */
export type CallerKind =
  | 'user'
  | 'user-session'
  | 'root'
  | 'root-session'
  | 'role-session'
  | 'federated-user'
  | 'assumed-root'
  | 'nobody'

/**
 * What AWS documents of a kind of caller, whatever any policy says. A session of a user or of the root user does not
 * show whether GetSessionToken made it; `refused-if-from-get-session-token` holds only if it did.
 */
export type CallerRule = 'may' | 'refused' | 'refused-if-from-get-session-token' | 'not-documented'

/**
 * What a parameter is, which decides its field and its place on the wire.
 *
 * - `arn-list`: managed policies, `Name.member.1.arn`; `task-policy`: one of them, `Name.arn`.
 * - `text-list`, `tag-keys`: `Name.member.1`; `tags`: `Name.member.1.Key` and `.Value`.
 * - `contexts`: `Name.member.1.ProviderArn` and `.ContextAssertion`.
 * - all others: one text under the name.
 */
export type ParameterKind =
  | 'text'
  | 'arn'
  | 'serial-number'
  | 'target-principal'
  | 'access-key-id'
  | 'duration'
  | 'size'
  | 'policy'
  | 'code'
  | 'jwt'
  | 'saml'
  | 'trade-in-token'
  | 'encoded-message'
  | 'choice'
  | 'task-policy'
  | 'arn-list'
  | 'text-list'
  | 'tag-keys'
  | 'tags'
  | 'contexts'

/** The limits of a text as AWS's model has them; lengths in code points, `pattern` for the whole text. */
export type TextLimits = {
  readonly least?: number
  readonly most?: number
  readonly pattern?: string
}

/** The limits of a whole number; for a duration in seconds. */
export type NumberLimits = { readonly least: number; readonly most: number }

/** One request parameter, as AWS's model describes it. */
export type Parameter = {
  /** AWS's spelling: `RoleArn`. */
  readonly name: string
  readonly kind: ParameterKind
  readonly isRequired: boolean
  /** Of the text, or of each text of a list; of the keys of `tags`, of the assertions of `contexts`. */
  readonly text?: TextLimits
  /** Of the values of `tags`, of the provider ARNs of `contexts`. */
  readonly second?: TextLimits
  readonly number?: NumberLimits
  /** What AWS takes where a number is left out; null where that depends. */
  readonly usual?: number | null
  readonly items?: { readonly least?: number; readonly most?: number }
  /** A bound that AWS's page names and its model does not: items of a list, characters of a text. */
  readonly documentedMost?: number
  /** The values that AWS's page names; of a `task-policy` the ends of the ARNs. AWS may take others one day. */
  readonly choices?: readonly string[]
  /** Which ARN an `arn` must be. */
  readonly arnOf?: 'role' | 'saml-provider'
  /** Never kept after the call, never in a copied command, a `Secret` among the values. */
  readonly isSecret: boolean
  /** AWS's model calls it sensitive: AWS does not repeat it in an error. */
  readonly isSensitive: boolean
  /** Seldom needed: below the others in a form. */
  readonly isSeldom: boolean
}

/** A tag of a session. */
export type SessionTag = { readonly key: string; readonly value: string }

/** A trusted context of IAM Identity Center. */
export type ProvidedContext = { readonly providerArn: string; readonly contextAssertion: string }

/** A value as it was typed: numbers are texts, secret parameters are references. */
export type ParameterValue =
  | string
  | Secret
  | readonly string[]
  | readonly SessionTag[]
  | readonly ProvidedContext[]

/** Values by the names of their parameters; what is absent was not given. */
export type ParameterValues = Readonly<Record<string, ParameterValue>>

/** A field of an answer, under its path in the result: `AssumedRoleUser.Arn`. */
export type ReplyField = {
  readonly path: string
  readonly kind: 'text' | 'number' | 'instant' | 'secret'
}

/** An action that a policy must allow. */
export type Permission = {
  readonly action: string
  /** Where it must be allowed: by the caller's own policies, by the role's trust policy, or by both. */
  readonly where: 'identity' | 'trust' | 'both'
  /** The parameter that asks for it; null where every call needs it. */
  readonly whenGiven: string | null
}

/**
 * What CloudTrail writes down of a call. `shown` are the parameters that stand in AWS's examples or in published events;
 * others may stand there too.
 */
export type TrailRecord = {
  readonly eventName: string
  readonly eventSource: 'sts.amazonaws.com'
  /** Whose trails have it. */
  readonly accounts: 'caller' | 'caller-and-role' | 'role' | 'caller-and-target'
  readonly shown: readonly string[]
}

/** A session that an operation mints. `delegated`: of a principal that only the answer names. */
export type MintedKind =
  | 'role-session'
  | 'user-session'
  | 'federated-user'
  | 'assumed-root'
  | 'delegated'

/**
 * What bounds a duration: the role's own maximum (alone, with chaining, or with the assertion's end), the kind of the
 * caller, a privileged task, or the rules for tokens.
 */
export type DurationBounds =
  | 'role'
  | 'role-or-chain'
  | 'role-and-assertion'
  | 'caller'
  | 'task'
  | 'token'

/** One operation: all that the form, the sandbox, the commands and the judgement of an answer read. */
export type OperationDescriptor = {
  readonly name: OperationName
  /** AWS's page on it. */
  readonly page: string
  /** Name in the AWS CLI: `assume-role`. */
  readonly command: string
  /** False where the call carries no credentials but a token of its own. */
  readonly isSigned: boolean
  readonly callers: Readonly<Record<CallerKind, CallerRule>>
  readonly permissions: readonly Permission[]
  readonly trail: TrailRecord
  /** `regional-only`: the global endpoint does not take it. */
  readonly host: 'any' | 'regional-only'
  /** In the order of AWS's model. */
  readonly parameters: readonly Parameter[]
  /** Whose session the credentials in the answer are; null where the answer holds none. */
  readonly mints: MintedKind | null
  /** What bounds its duration; null where it has none. */
  readonly bounds: DurationBounds | null
  /** What is worth a thought for this operation only. */
  readonly advice: readonly ('policy-wanted' | 'no-sso-role')[]
  /** Fields of the answer, without the credentials. */
  readonly fields: readonly ReplyField[]
  /** Error codes of AWS's model, without those that every operation has. */
  readonly errors: readonly string[]
}

/** The parameter of a name; null where the operation has none. */
export function parameterNamed(descriptor: OperationDescriptor, name: string): Parameter | null {
  return descriptor.parameters.find((parameter) => parameter.name === name) ?? null
}
