import { useEffect, useRef } from 'react'
import type { Clipboard } from '#domain/ports.ts'
import { chosenCredentials } from '#domain/session/desk.ts'
import type { Session } from '#domain/session/session.ts'
import { Header } from '#features/header/header.tsx'
import { Ledger } from '#features/ledger/ledger.tsx'
import type { PageFacts } from '#features/ledger/page-facts.ts'
import { PasteBox } from '#features/paste/paste-box.tsx'
import { usePasteAnywhere } from '#features/paste/use-paste-anywhere.ts'
import { WhatItReads } from '#features/paste/what-it-reads.tsx'
import { SituationList } from '#features/situations/situation-list.tsx'
import type { FirstMessages } from '#messages/en/first.ts'
import { useSession, useSessionActions } from '#state/session-context.ts'
import { Later } from '#ui/later.tsx'
import { explanationPart, operationsPart, workPart } from './parts.ts'
import { useParts } from './use-parts.ts'
import { SITUATION_ROWS } from './situation-rows.ts'
import { useClearKey } from './use-keys.ts'
import { useForgetting } from './use-forgetting.ts'

/** The whole screen: what this tab knows on the left of the line, what AWS said on the right. */
export function Screen({
  page,
  clipboard,
  text,
}: {
  readonly page: PageFacts
  readonly clipboard: Clipboard
  readonly text: FirstMessages
}) {
  const session = useSession((state) => state.session)
  const isCallDropped = useSession((state) => state.isCallDropped)
  useClearKey()
  useForgetting()
  usePasteAnywhere()

  const hasCredentials = chosenCredentials(session) !== null
  // Nothing can have been read without this part, so it is there whenever there are credentials.
  const work = hasCredentials ? workPart.loaded() : null
  const unread = !hasCredentials && session.reading ? workPart.loaded() : null
  const tray = session.held.length > 0 ? workPart.loaded() : null
  // Nothing can have been explained without this part.
  const explained = session.told ? explanationPart.loaded() : null
  const isTold = explained !== null && session.told !== null && session.call.kind === 'idle'
  const operations = useParts() ? operationsPart.loaded() : null
  const isInSandbox = session.target.kind === 'sandbox' && hasCredentials
  const isBoxOpen = session.isEditingPaste || !hasCredentials
  return (
    <>
      <a className="unseen" href="#answer">
        {text.skipToAnswer}
      </a>
      <Header text={text} />
      <main className={isInSandbox ? 'in-sandbox' : undefined}>
        {tray && <tray.TrayBand locale={text.locale} />}
        <div
          className={hasCredentials ? 'panes' : `panes ${isTold ? 'panes-even' : 'panes-empty'}`}
        >
          <section className="pane pane-tab" aria-labelledby="tab-title">
            <div className="pane-head">
              <h2 id="tab-title">{text.tab.title}</h2>
              <p>{whereItIs(session, hasCredentials, text.tab)}</p>
              {hasCredentials && (
                <PasteButtons key={session.pastes} isBoxOpen={isBoxOpen} text={text.tab} />
              )}
            </div>
            {isBoxOpen && <PasteBox key={session.clears} text={text.box} clipboard={clipboard} />}
            {isTold && <explained.ToldContent told={session.told} />}
            {unread && !isTold && <unread.UnreadContent />}
            {work ? (
              <work.TabContent locale={text.locale} product={text.product} clipboard={clipboard} />
            ) : isTold ? null : (
              <WhatItReads
                text={text.whatItReads}
                promises={text.promises}
                hosts={page.hosts.sts}
              />
            )}
          </section>
          <section className="pane pane-aws" id="answer" aria-labelledby="aws-title">
            <div className="pane-head">
              {work ? (
                <work.AwsTitle first={text} />
              ) : (
                <>
                  <h2 id="aws-title">{text.aws.title}</h2>
                  <p>{isTold ? text.aws.explained : text.aws.notAsked}</p>
                </>
              )}
            </div>
            {work ? (
              <work.AwsContent
                first={text}
                build={`${page.commit} ${page.hash}`}
                clipboard={clipboard}
              />
            ) : isTold ? null : (
              <SituationList situations={SITUATION_ROWS} text={text.situations} />
            )}
            {isTold && (
              <explained.ToldAnswer
                told={session.told}
                beside={session.toldBeside}
                at={session.pastes}
                clipboard={clipboard}
                copy={text.copy}
                status={text.answerStatus}
              />
            )}
          </section>
        </div>
        {work && session.call.kind === 'settled' && (
          <Later>
            <work.WirePanel clipboard={clipboard} />
          </Later>
        )}
        {operations && <operations.OperationsBench locale={text.locale} clipboard={clipboard} />}
      </main>
      {isCallDropped && (
        <p className="dropped fine" role="status">
          {text.tab.callDropped}
        </p>
      )}
      <Ledger page={page} text={text.ledger} />
      <p className="unseen" role="status">
        {session.clears > 0 && session.reading === null ? text.clear.done : ''}
      </p>
    </>
  )
}

function PasteButtons({
  isBoxOpen,
  text,
}: {
  readonly isBoxOpen: boolean
  readonly text: FirstMessages['tab']
}) {
  const actions = useSessionActions()
  const open = useSession((state) => state.session.open)
  // What STS returned was never in the box.
  const isReceived = useSession((state) => state.session.reading?.shape === 'received')
  const button = useRef<HTMLButtonElement>(null)
  // The box that was pasted into is gone by now. What takes its place takes the focus, if nothing else has it; not the
  // button that asks, since Enter would then send what nobody has read.
  useEffect(() => {
    if (document.activeElement === null || document.activeElement === document.body) {
      button.current?.focus({ preventScroll: true })
    }
  }, [])
  return (
    <span className="row">
      {!isReceived && (
        <button
          ref={button}
          className="button button-small"
          type="button"
          onClick={isBoxOpen ? actions.closePaste : actions.openPaste}
        >
          {isBoxOpen ? text.done : text.editPaste}
        </button>
      )}
      <button
        className="button button-small"
        type="button"
        onClick={() => (open === null ? actions.clear() : actions.drop(open))}
      >
        {text.remove}
      </button>
    </span>
  )
}

function whereItIs(
  { call, target, reading, told }: Session,
  hasCredentials: boolean,
  text: FirstMessages['tab'],
): string {
  if (!hasCredentials) {
    return told ? text.errorRead : reading ? text.nothingRead : text.nothingPasted
  }
  if (call.kind === 'idle' || (call.kind === 'settled' && call.outcome.kind === 'not-sent')) {
    return text.nothingSent
  }
  if (target.kind === 'sandbox') return text.sentToSandbox
  return target.kind === 'custom' ? text.sentToCustom : text.sentToAws
}
