import type { HardLimit } from '#domain/identity/hard-limits.ts'
import { isOfOtherPartition, type Identity } from '#domain/identity/identity.ts'
import type { PartitionId } from '#domain/region/target.ts'
import type { Clipboard } from '#domain/ports.ts'
import type { WorkMessages } from '#messages/en/work.ts'
import { CopyButton, type CopyWords } from '#ui/copy-button.tsx'
import { Fact } from '#ui/fact.tsx'
import { Provenance } from '#ui/provenance.tsx'
import { Section } from '#ui/section.tsx'
import { Status } from '#ui/status.tsx'
import { ArnDrawing } from './arn-drawing.tsx'

type Text = WorkMessages['identity']

/** The identity AWS named, its parts, and what such a session can never do. */
export function IdentityAnswer({
  identity,
  asked,
  clipboard,
  text,
  copy,
  inferred,
}: {
  readonly identity: Identity
  /** The partition of the host that was asked; null where the host is not AWS's. */
  readonly asked: PartitionId | null
  readonly clipboard: Clipboard
  readonly text: Text
  readonly copy: CopyWords & { readonly label: (what: string) => string }
  readonly inferred: string
}) {
  const copyOf = (what: string, value: string) => (
    <CopyButton words={copy} label={copy.label(what)} text={() => value} write={clipboard.write} />
  )
  return (
    <>
      <Section heading={text.title}>
        <dl className="facts facts-two">
          <Fact label={text.account} end={copyOf(text.account, identity.account)}>
            <code>{identity.account}</code>
          </Fact>
          {identity.partition !== null && (
            <Fact label={text.partition} end={copyOf(text.partition, identity.partition)}>
              <code>{identity.partition}</code>
            </Fact>
          )}
          <Fact label={text.principal}>{text.principals[identity.kind]}</Fact>
          {factRows(identity, text).map(([label, value]) => (
            <Fact key={label} label={label} isWhole={value.length > 18} end={copyOf(label, value)}>
              <code>{value}</code>
            </Fact>
          ))}
          <Fact label={text.userId} isWhole end={copyOf(text.userId, identity.userId)}>
            <code>{identity.userId}</code>
          </Fact>
          {identity.madeBy && (
            <Fact label={text.madeBy} isWhole end={<Provenance word={inferred} isInferred />}>
              {text.makers[identity.madeBy.maker]}
            </Fact>
          )}
          {identity.roleArn !== null && (
            <Fact label={text.roleArn} isWhole end={copyOf(text.roleArn, identity.roleArn)}>
              <code>{identity.roleArn}</code> <span className="fine">{text.ifNoPath},</span>{' '}
              <Provenance word={inferred} isInferred />
            </Fact>
          )}
        </dl>
      </Section>
      <Section heading={text.arn}>
        <div className="arn-row">
          {identity.arnParts ? (
            <ArnDrawing arn={identity.arnParts} label={text.arnParts} names={text.arnNames} />
          ) : (
            <code>{identity.arn}</code>
          )}
          {copyOf(text.arn, identity.arn)}
        </div>
        {asked !== null && isOfOtherPartition(identity, asked) && (
          <p>
            <Status kind="warning" word={text.otherPartition(identity.partition ?? '', asked)} />
          </p>
        )}
      </Section>
      {HOLDS.map((holds) => {
        const limits = identity.limits.filter((limit) => limit.holds === holds)
        const { heading, caption } = text.limitsThatHold[holds]
        return limits.length === 0 ? null : (
          <Section key={holds} heading={heading}>
            <table>
              <caption className="unseen">{caption}</caption>
              <tbody>
                {limits.map((limit) => (
                  <LimitRow key={limit.never} limit={limit} text={text} />
                ))}
              </tbody>
            </table>
          </Section>
        )
      })}
    </>
  )
}

/** What is known to hold stands first. */
const HOLDS = [
  'always',
  'if-from-get-session-token',
] as const satisfies readonly HardLimit['holds'][]

function LimitRow({ limit, text }: { readonly limit: HardLimit; readonly text: Text }) {
  const [what, why] = text.limits[limit.never]
  return (
    <tr>
      <th scope="row">{what}</th>
      <td className="quiet">{why}</td>
    </tr>
  )
}

function factRows(identity: Identity, text: Text): readonly (readonly [string, string])[] {
  const uniqueId = identity.kind === 'user' ? text.userIdUnique : text.roleId
  const rows: readonly (readonly [string, string | null])[] = [
    [text.sessionName, identity.roleSessionName],
    [text.permissionSet, identity.permissionSet],
    [text.roleName, identity.roleName],
    [text.userName, identity.userName],
    [text.path, identity.path],
    [uniqueId, identity.uniqueId === identity.userId ? null : identity.uniqueId],
  ]
  return rows.flatMap(([label, value]) => (value === null ? [] : [[label, value] as const]))
}

/** The one sentence at the top of a success. */
export function headlineOf(identity: Identity, text: Text): string {
  const { kind, roleSessionName, permissionSet, roleName, userName, account } = identity
  if (roleSessionName !== null && permissionSet !== null) {
    return text.headline.permissionSet(roleSessionName, permissionSet)
  }
  if (roleSessionName !== null && roleName !== null) {
    return text.headline['assumed-role'](roleSessionName, roleName)
  }
  if (kind === 'user' && userName !== null) return text.headline.user(userName)
  if (kind === 'federated-user' && userName !== null)
    return text.headline['federated-user'](userName)
  if (kind === 'root') return text.headline.root(account)
  if (kind === 'assumed-root') return text.headline['assumed-root'](account)
  return text.headline.other
}

export function sentenceOf(identity: Identity, text: Text): string {
  const { kind, account } = identity
  if (kind === 'assumed-role') return text.sentence['assumed-role'](account)
  if (kind === 'user') return text.sentence.user(account)
  if (kind === 'federated-user') return text.sentence['federated-user'](account)
  if (kind === 'root') return text.sentence.root()
  if (kind === 'assumed-root') return text.sentence['assumed-root']()
  return text.sentence.other(account)
}
