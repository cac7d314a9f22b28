import type { Clipboard } from '#domain/ports.ts'
import { CopyOutPanel } from '#features/copy-out/copy-out-panel.tsx'
import { FieldsPanel } from '#features/fields/fields-panel.tsx'
import { Lineage } from '#features/tray/lineage.tsx'
import { trayMessages } from '#messages/en/tray.ts'
import { generationsOf } from './tray-rows.ts'
import { headOf } from '#features/fields/verdict-head.tsx'
import { InferredPanel } from '#features/inferred/inferred-panel.tsx'
import { TimeLeft } from '#features/time-left/time-left.tsx'
import { workMessages as text } from '#messages/en/work.ts'
import { useOperationsActions } from '#state/operations-context.ts'
import { usePageTitle } from './page-title.ts'
import { useWork } from './use-work.ts'

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
  const operations = useOperationsActions()
  usePageTitle(work?.expiry ?? null, work?.now ?? 0, text.time, product)
  if (!work) return null
  const { session, reading, credentials, facts, identity, verdict, expiry, now } = work
  const keyId = credentials.accessKeyId?.value
  const askAccount = () =>
    operations.fill('GetAccessKeyInfo', { AccessKeyId: keyId?.reveal() ?? '' })
  const generations = generationsOf(session, now, locale)
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
      {generations.length > 0 && <Lineage generations={generations} text={trayMessages} />}
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
          onAskAccount={askAccount}
        />
      )}
      {credentials.accessKeyId && credentials.secretAccessKey && (
        <CopyOutPanel
          key={`copy${String(session.pastes)}`}
          credentials={{
            accessKeyId: credentials.accessKeyId.value,
            secretAccessKey: credentials.secretAccessKey.value,
            sessionToken: credentials.sessionToken?.value ?? null,
            expiration: credentials.expiration?.instant ?? null,
            region: session.target.region,
            profile: credentials.profile,
          }}
          clipboard={clipboard}
          text={text.copyOut}
          copy={text.copy}
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
