import { ComparisonTable } from '#features/tray/comparison-table.tsx'
import { Tray } from '#features/tray/tray.tsx'
import { trayMessages } from '#messages/en/tray.ts'
import { useSession } from '#state/session-context.ts'
import { useNow } from '#state/use-now.ts'
import { localTime } from '#ui/format-time.ts'
import { comparisonOf, nextEndOf, trayRowsOf } from './tray-rows.ts'

/** Above the panes, from two held sets on, and wherever a set is held that is not on the desk. */
export function TrayBand({ locale }: { readonly locale: string }) {
  const session = useSession((state) => state.session)
  const now = useNow(1000)
  // A single set is on the desk already, unless something else is.
  if (session.held.length < 2 && session.open !== null) return null
  const comparison = comparisonOf(session, now, locale)
  return (
    <>
      <Tray
        rows={trayRowsOf(session, now, locale)}
        now={now}
        clock={(at) => localTime(at, at, locale).slice(0, 5)}
        next={nextEndOf(session, now)}
        text={trayMessages}
      />
      {comparison && <ComparisonTable {...comparison} text={trayMessages} />}
    </>
  )
}
