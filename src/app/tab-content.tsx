import { describeCredentials } from '#domain/credentials/describe.ts'
import { judgeCredentials } from '#domain/credentials/judge.ts'
import type { Expiry } from '#domain/credentials/verdict.ts'
import type { Clipboard } from '#domain/ports.ts'
import { regionOf } from '#domain/region/search.ts'
import { expiryOf, timeLeft } from '#domain/time/expiry.ts'
import { FieldsPanel } from '#features/fields/fields-panel.tsx'
import { SetList, type SetRow } from '#features/fields/set-list.tsx'
import { headOf } from '#features/fields/verdict-head.tsx'
import { InferredPanel } from '#features/inferred/inferred-panel.tsx'
import { TimeLeft } from '#features/time-left/time-left.tsx'
import { workMessages as text } from '#messages/en/work.ts'
import { valuesOf } from '#state/chosen.ts'
import { countdown } from '#ui/format-time.ts'
import { usePageTitle } from './page-title.ts'
import { useWork, type Work } from './use-work.ts'

/** Left of the line, from the first reading on: time left, the three values, what can be inferred. */
export function TabContent({
  locale,
  product,
  clipboard,
}: {
  readonly locale: string
  readonly product: string
  readonly clipboard: Clipboard
}) {
  const work = useWork()
  usePageTitle(work?.expiry ?? null, work?.now ?? 0, text.time, product)
  if (!work) return null
  const { session, reading, credentials, facts, identity, verdict, expiry, now } = work
  return (
    <>
      <TimeLeft
        key={`time${String(session.pastes)}`}
        expiry={expiry}
        stated={credentials.expiration}
        facts={facts}
        now={now}
        text={text.time}
        words={text.provenance}
        locale={locale}
      />
      {reading.credentials.length > 1 && (
        <SetList rows={rowsOf(work)} chosen={session.chosen} text={text.fields} />
      )}
      <FieldsPanel
        key={`fields${String(session.pastes)}`}
        reading={reading}
        credentials={credentials}
        verdict={verdict}
        isConfirmed={identity !== null}
        text={text.fields}
        verdictText={text.verdict}
        copy={text.copy}
        clipboard={clipboard}
        hidden={text.hidden}
      />
      {(facts.accessKeyId || facts.sessionToken) && (
        <InferredPanel
          facts={facts}
          confirmedAccount={identity?.account ?? null}
          now={now}
          text={text.inferred}
          words={text.provenance}
          locale={locale}
        />
      )}
      <p className="unseen" role="status">
        {session.isEditingPaste || session.call.kind !== 'idle'
          ? ''
          : headOf(verdict, false, text.verdict)[1]}
      </p>
    </>
  )
}

const KEY_ID = /^A[A-Z0-9]{3}[A-Z0-9]{12,28}$/

/** Every set of the paste in a line: who it may be, what speaks against it, how long it lasts. */
function rowsOf({ reading, session, now }: Work): readonly SetRow[] {
  const isOptIn = regionOf(session.target.region)?.region.optIn ?? null
  return reading.credentials.map((set, index) => {
    const facts = describeCredentials(valuesOf(set))
    const expiration = set.expiration?.instant ?? null
    const verdict = judgeCredentials(facts, { expiration, region: { isOptIn }, now })
    const keyId = set.accessKeyId?.value.reveal() ?? ''
    return {
      name: set.profile ?? text.fields.set(index + 1),
      keyId: KEY_ID.test(keyId) ? keyId : '',
      head: headOf(verdict, false, text.verdict),
      left: leftOf(expiryOf(facts, expiration, now), now),
    }
  })
}

function leftOf(expiry: Expiry, now: number): string {
  if (expiry.kind === 'probably-expired') return text.time.probablyExpired
  if (expiry.kind === 'no-end') return text.time.noEnd
  const left = timeLeft(expiry, now)
  if (left === null) return ''
  return left > 0 ? text.fields.left(countdown(left), expiry.kind === 'window') : text.time.expired
}
