import { memo } from 'react'
import type { CredentialFacts } from '#domain/credentials/facts.ts'
import { regionOf } from '#domain/region/search.ts'
import type { WorkMessages } from '#messages/en/work.ts'
import { Fact } from '#ui/fact.tsx'
import { countdown, localTime } from '#ui/format-time.ts'
import { Provenance } from '#ui/provenance.tsx'
import { Status } from '#ui/status.tsx'

/** What the page can tell without asking AWS; all of it inferred. */
function InferredPanelView({
  facts,
  confirmedAccount,
  now,
  text,
  words,
  locale,
  onAskAccount,
}: {
  readonly facts: CredentialFacts
  /** The account AWS named, null before an answer. */
  readonly confirmedAccount: string | null
  readonly now: number
  readonly text: WorkMessages['inferred']
  readonly words: WorkMessages['provenance']
  readonly locale: string
  /** Opens the form that asks STS for the account of the key ID; null where there is no key ID. */
  readonly onAskAccount: (() => void) | null
}) {
  const key = facts.accessKeyId
  const token = facts.sessionToken
  const account = key?.account ?? token?.account ?? null
  const inferred = <Provenance word={words.inferred} isInferred />
  const city = token?.region ? regionOf(token.region)?.region.city.en : undefined

  return (
    <div className="block">
      <div className="heading">
        <h3>{text.title}</h3>
      </div>
      <dl className="facts">
        {key && (
          <Fact label={text.keyKind} end={inferred}>
            {text.kinds[key.kind]}
          </Fact>
        )}
        {account !== null && (
          <Fact
            label={text.account}
            end={
              confirmedAccount === null ? (
                inferred
              ) : account === confirmedAccount ? (
                <Provenance word={words.awsAgrees} />
              ) : (
                <Status kind="warning" word={words.awsDiffers(confirmedAccount)} />
              )
            }
          >
            <code>{account}</code>
            {onAskAccount && confirmedAccount === null && (
              <>
                {' '}
                <button className="button button-small" type="button" onClick={onAskAccount}>
                  {text.askAccount}
                </button>
              </>
            )}
          </Fact>
        )}
        {token?.version != null && (
          <Fact label={text.tokenVersion} end={inferred}>
            {token.version === 1 ? text.version1 : text.version2}
          </Fact>
        )}
        {token?.region != null && (
          <Fact label={text.issuedIn} end={inferred}>
            <code>{token.region}</code>
            {city !== undefined && `, ${city}`}
          </Fact>
        )}
        {token?.version === 1 && (
          <Fact label={text.issuedBy} end={inferred}>
            {text.globalEndpoint}
          </Fact>
        )}
        {token?.issuedAt != null && (
          <Fact label={text.issuedAt} end={inferred}>
            {token.issuedAt > now
              ? text.future(localTime(token.issuedAt, now, locale))
              : text.ago(localTime(token.issuedAt, now, locale), countdown(now - token.issuedAt))}
          </Fact>
        )}
      </dl>
      <details>
        <summary className="fine">{text.whereFrom}</summary>
        <p className="fine">{text.whereFromDetail}</p>
      </details>
    </div>
  )
}

/** Made anew only when something in it changes. */
export const InferredPanel = memo(InferredPanelView)
