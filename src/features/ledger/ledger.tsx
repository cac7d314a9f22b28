import { memo } from 'react'
import type { FirstMessages } from '#messages/en/first.ts'
import { usePreferences } from '#state/preferences-context.ts'
import { useSession } from '#state/session-context.ts'
import { Rich } from '#ui/rich.tsx'
import type { PageFacts } from './page-facts.ts'

/** At the foot: what a page can truly know about itself. */
function LedgerView({
  page,
  text,
}: {
  readonly page: PageFacts
  readonly text: FirstMessages['ledger']
}) {
  const calls = useSession((state) => state.callsMade)
  const bytes = usePreferences((state) => state.bytes)
  return (
    <footer className="ledger">
      <dl>
        <div>
          <dt>{text.calls}</dt>
          <dd>{text.callsDetail(calls)}</dd>
        </div>
        <div>
          <dt>{text.stored}</dt>
          <dd>{text.storedDetail(bytes)}</dd>
        </div>
        <div>
          <dt>{text.hosts}</dt>
          <dd>
            {page.hosts.open
              ? text.hostsOpen
              : text.hostsDetail(page.hosts.sts, page.hosts.loopback)}
          </dd>
        </div>
        <div>
          <dt>{text.build}</dt>
          <dd>
            <code>{page.commit}</code>
            {page.hash !== '' && (
              <>
                , sha256 <code>{page.hash.slice(0, 8)}</code>
              </>
            )}
          </dd>
        </div>
      </dl>
      <p className="row">
        <button className="button button-small" type="button" popoverTarget="how-to-check">
          {text.howToCheck}
        </button>
        <button className="button button-small" type="button" popoverTarget="keyboard">
          {text.keyboard}
        </button>
      </p>
      <dialog id="keyboard" popover="auto" className="pop" aria-labelledby="keyboard-title">
        <h2 id="keyboard-title">{text.keyboard}</h2>
        <table>
          <tbody>
            {text.keys.map(([keys, does]) => (
              <tr key={keys}>
                <th scope="row">
                  <Keys names={keys} />
                </th>
                <td>{does}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className="fine">{text.keysOnMac}</p>
      </dialog>
      <dialog id="how-to-check" popover="auto" className="pop" aria-labelledby="how-to-check-title">
        <h2 id="how-to-check-title">{text.howToCheck}</h2>
        <ol className="steps">
          {text.checks(page.hosts.sts).map((check) => (
            <li key={check}>
              <p>
                <Rich text={check} />
              </p>
            </li>
          ))}
          <li>
            <div>
              <p>{text.checkBuild}</p>
              <pre className="literal">
                {text.checkBuildCommand}
                {'\n'}
                {page.hash}
              </pre>
            </div>
          </li>
        </ol>
      </dialog>
    </footer>
  )
}

/** Made anew only when something in it changes. */
export const Ledger = memo(LedgerView)

function Keys({ names }: { readonly names: string }) {
  return names.split(' ').map((name, index) => (
    <span key={name}>
      {index > 0 && ' '}
      <kbd>{name}</kbd>
    </span>
  ))
}
