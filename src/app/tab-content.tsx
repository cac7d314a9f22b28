import { FieldsPanel } from '#features/fields/fields-panel.tsx'
import { headOf } from '#features/fields/verdict-head.tsx'
import { InferredPanel } from '#features/inferred/inferred-panel.tsx'
import { TimeLeft } from '#features/time-left/time-left.tsx'
import { workMessages as text } from '#messages/en/work.ts'
import { usePageTitle } from './page-title.ts'
import { useWork } from './use-work.ts'

/** Left of the line, from the first reading on: time left, the three values, what can be inferred. */
export function TabContent({
  locale,
  product,
}: {
  readonly locale: string
  readonly product: string
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
      <FieldsPanel
        key={`fields${String(session.pastes)}`}
        reading={reading}
        credentials={credentials}
        chosen={session.chosen}
        verdict={verdict}
        isConfirmed={identity !== null}
        text={text.fields}
        verdictText={text.verdict}
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
