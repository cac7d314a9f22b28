import { memo, useId } from 'react'
import { resolveEndpoint } from '#domain/region/endpoint.ts'
import type { WorkMessages } from '#messages/en/work.ts'
import { useSession, useSessionActions } from '#state/session-context.ts'
import type { Obstacle } from '#state/chosen.ts'

const isMac = (): boolean => /Mac|iPhone|iPad/.test(navigator.platform)

/** The address that will be called, and the one button. Only the word on the button changes. */
function AskBarView({
  text,
  obstacle,
}: {
  readonly text: WorkMessages['ask']
  readonly obstacle: Obstacle | null
}) {
  const id = useId()
  const target = useSession((state) => state.session.target)
  const call = useSession((state) => state.session.call.kind)
  const actions = useSessionActions()
  const endpoint = resolveEndpoint(target)
  const isAsking = call === 'sending'

  return (
    <>
      <form
        className="ask"
        onSubmit={(event) => {
          event.preventDefault()
          if (isAsking) actions.cancel()
          else if (obstacle === null) void actions.ask()
        }}
      >
        <p className="ask-address">
          <b>POST</b>
          <code>{endpoint.kind === 'offered' ? endpoint.url : text.noAddress}</code>
          <span>GetCallerIdentity</span>
        </p>
        <button
          className="button button-primary"
          type="submit"
          data-primary=""
          aria-disabled={obstacle !== null && !isAsking}
          aria-describedby={obstacle === null ? undefined : `${id}-obstacle`}
        >
          {isAsking ? text.cancel : call === 'settled' ? text.askAgain : text.whoAmI}
          <kbd aria-hidden="true">{isAsking ? text.esc : isMac() ? text.command : text.ctrl}</kbd>
        </button>
      </form>
      {obstacle !== null && (
        <p className="ask-note" id={`${id}-obstacle`}>
          {text.obstacles[obstacle]}
        </p>
      )}
      {obstacle === 'secret-would-leave' && (
        <p className="ask-note row">
          <button className="button" type="button" onClick={() => actions.putInPlace()}>
            {text.putInPlace}
          </button>
          <button className="button" type="button" onClick={() => void actions.ask()}>
            {text.askAllTheSame}
          </button>
        </p>
      )}
      {obstacle === null && call === 'idle' && <p className="ask-note">{text.note}</p>}
      {target.kind === 'custom' &&
        endpoint.kind === 'offered' &&
        location.protocol === 'https:' && <p className="ask-note">{text.loopback}</p>}
      {!isSecureContext && <p className="ask-note status-warning">{text.insecure}</p>}
    </>
  )
}

/** Made anew only when something in it changes. */
export const AskBar = memo(AskBarView)
