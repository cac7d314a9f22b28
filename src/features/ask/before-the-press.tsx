import { isKeyIdShaped } from '#domain/credentials/key-id-shape.ts'
import type { ReactNode } from 'react'
import type { CredentialFacts } from '#domain/credentials/facts.ts'
import type { Secret } from '#domain/credentials/secret.ts'
import type { ReadCredentials } from '#domain/reading/reading.ts'
import { resolveEndpoint } from '#domain/region/endpoint.ts'
import type { Endpoint, Target } from '#domain/region/target.ts'
import { GET_CALLER_IDENTITY } from '#domain/sts/get-caller-identity.ts'
import type { WorkMessages } from '#messages/en/work.ts'
import { sendsSecret } from '#state/chosen.ts'
import { Fact } from '#ui/fact.tsx'
import { Rich } from '#ui/rich.tsx'
import { Section } from '#ui/section.tsx'

type Text = WorkMessages['before']

/** What will leave the tab, what stays, where it goes, what AWS records; and the request itself. */
export function BeforeThePress({
  target,
  credentials,
  facts,
  text,
}: {
  readonly target: Target
  readonly credentials: ReadCredentials
  readonly facts: CredentialFacts
  readonly text: Text
}) {
  const endpoint = resolveEndpoint(target)
  if (endpoint.kind !== 'offered') return null
  const isSecretSent = target.kind !== 'sandbox' && sendsSecret(facts)
  const account = facts.accessKeyId?.account ?? facts.sessionToken?.account ?? null
  return (
    <>
      <Section heading={text.title}>
        <dl className="facts facts-wide">
          <Fact label={text.leaves}>{leaving(target, credentials, isSecretSent, text)}</Fact>
          <Fact label={text.stays}>{isSecretSent ? text.staysOther : text.staysDetail}</Fact>
          <Fact label={text.goes}>
            <Rich text={goingTo(target, endpoint, text)} />
          </Fact>
          <Fact label={text.recorded}>{recording(target, account, text)}</Fact>
        </dl>
      </Section>
      <Section heading={text.request}>
        <RequestPreview endpoint={endpoint} credentials={credentials} text={text} />
      </Section>
    </>
  )
}

function leaving(
  { kind }: Target,
  credentials: ReadCredentials,
  isSecretSent: boolean,
  text: Text,
): string {
  if (kind === 'sandbox') return text.leavesNothing
  if (isSecretSent) return text.leavesSecret
  return credentials.sessionToken ? text.leavesWithToken : text.leavesWithoutToken
}

function goingTo(
  { kind }: Target,
  endpoint: Extract<Endpoint, { kind: 'offered' }>,
  text: Text,
): string {
  if (kind === 'sandbox') return text.goesSandbox
  return kind === 'custom' ? text.goesPlain(endpoint.host) : text.goesTls(endpoint.host)
}

function recording({ kind }: Target, account: string | null, text: Text): string {
  if (kind === 'sandbox') return text.recordedNowhere
  if (kind === 'custom') return text.recordedLocally
  return account === null ? text.recordedSomewhere : text.recordedIn(account)
}

const TOKEN_HEAD = 16

function RequestPreview({
  endpoint,
  credentials,
  text,
}: {
  readonly endpoint: Extract<Endpoint, { kind: 'offered' }>
  readonly credentials: ReadCredentials
  readonly text: Text
}) {
  const token = credentials.sessionToken?.value ?? null
  return (
    <pre className="literal" tabIndex={-1}>
      <span className="literal-name">POST / HTTP/1.1</span>
      {'\n'}
      <Header name="host">{endpoint.host}</Header>
      <Header name="content-type">application/x-www-form-urlencoded</Header>
      <Header name="x-amz-date">
        <Hidden>{text.setOnPress}</Hidden>
      </Header>
      {token && (
        <Header name="x-amz-security-token">
          {token.reveal().slice(0, TOKEN_HEAD)}{' '}
          <Hidden>{text.moreCharacters(Math.max(0, token.length - TOKEN_HEAD))}</Hidden>
        </Header>
      )}
      <Header name="authorization">
        AWS4-HMAC-SHA256 Credential=
        <KeyId value={credentials.accessKeyId?.value ?? null} text={text} />
        /…/{endpoint.signingRegion}/sts/aws4_request, Signature=
        <Hidden>{text.madeOnPress}</Hidden>
      </Header>
      {'\n'}
      {GET_CALLER_IDENTITY.body}
    </pre>
  )
}

function KeyId({ value, text }: { readonly value: Secret | null; readonly text: Text }) {
  const id = value?.reveal() ?? ''
  if (id === '') return <Hidden>{text.missing}</Hidden>
  return isKeyIdShaped(id) ? id : <Hidden>{text.moreCharacters(id.length)}</Hidden>
}

function Header({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <span className="literal-name">{name}:</span> {children}
      {'\n'}
    </>
  )
}

function Hidden({ children }: { readonly children: ReactNode }) {
  return <span className="hidden-text">{children}</span>
}
