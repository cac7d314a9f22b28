import { useEffect, useRef } from 'react'
import { OPERATIONS } from '#domain/sts/operations/operation-table.ts'
import type { CallerRule, OperationDescriptor } from '#domain/sts/operations/descriptor.ts'
import type { Clipboard } from '#domain/ports.ts'
import { OperationList, type OperationRow } from '#features/operations/operation-list.tsx'
import { formMessages as text } from '#messages/en/operation-forms.ts'
import { operationMessages } from '#messages/en/operations.ts'
import { useSession } from '#state/session-context.ts'
import { useOperations, useOperationsActions } from '#state/operations-context.ts'
import type { StatusKind } from '#ui/status.tsx'
import { InstancesPanel } from './instances-panel.tsx'
import { OperationPanel } from './operation-panel.tsx'
import { useCaller, type Caller } from './use-caller.ts'

/** Under the panes: every operation of STS, and the form of the one that is open. */
export function OperationsBench({
  locale,
  clipboard,
}: {
  readonly locale: string
  readonly clipboard: Clipboard
}) {
  const open = useOperations((state) => state.open)
  const isShown = useOperations((state) => state.isShown)
  const clears = useSession((state) => state.session.clears)
  const actions = useOperationsActions()
  const frame = useRef<HTMLDetailsElement>(null)
  const before = useRef(open)
  useEffect(() => {
    if (open !== before.current) {
      const next = open === null ? 'summary' : 'h3'
      frame.current?.querySelector<HTMLElement>(next)?.focus({ preventScroll: true })
      frame.current?.scrollIntoView({ block: 'start' })
    }
    before.current = open
  }, [open])
  return (
    <details
      ref={frame}
      className="bench operations-bench"
      open={isShown}
      onToggle={(event) => actions.show(event.currentTarget.open)}
    >
      <summary className="bench-title">
        <h2>{text.title}</h2> <span className="quiet">{text.intro}</span>
      </summary>
      {isShown &&
        (open === null ? (
          <>
            <List />
            <InstancesPanel />
          </>
        ) : (
          <OperationPanel
            key={`${open}${String(clears)}`}
            descriptor={OPERATIONS[open]}
            locale={locale}
            clipboard={clipboard}
          />
        ))}
    </details>
  )
}

function List() {
  const caller = useCaller()
  const rows = Object.values(OPERATIONS)
    // The main button asks this one.
    .filter(({ name }) => name !== 'GetCallerIdentity')
    .map((descriptor) => rowOf(descriptor, caller))
  return (
    <div className="bench-body">
      <OperationList rows={rows} text={text} />
    </div>
  )
}

const KINDS: Readonly<Record<CallerRule, StatusKind>> = {
  may: 'success',
  refused: 'error',
  'refused-if-from-get-session-token': 'plain',
  'not-documented': 'plain',
}

function rowOf(descriptor: OperationDescriptor, { held, kind }: Caller): OperationRow {
  const { name, isSigned } = descriptor
  const { what } = operationMessages.operations[name]
  if (!isSigned) return { name, status: ['plain', text.statuses.unsigned], why: what }
  if (!held) return { name, status: ['plain', text.statuses['nothing-to-sign']], why: what }
  if (kind === null) return { name, status: ['plain', text.statuses.unasked], why: what }
  const rule = descriptor.callers[kind]
  const why = operationMessages.refusal(descriptor, kind) ?? what
  return { name, status: [KINDS[rule], text.statuses[rule]], why }
}
