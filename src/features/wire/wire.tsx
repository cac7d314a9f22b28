import type { Secret } from '#domain/credentials/secret.ts'
import type { Clipboard } from '#domain/ports.ts'
import { redact } from '#domain/redaction/redact.ts'
import type { ReceivedResponse, SentRequest } from '#domain/sts/call.ts'
import type { WorkMessages } from '#messages/en/work.ts'
import { CopyButton, type CopyWords } from '#ui/copy-button.tsx'
import { ReceivedText } from './received-text.tsx'
import { SentText, writeSent } from './sent-text.tsx'

/** What crossed the edge of the tab: sent on the left, received on the right. */
export function Wire({
  request,
  response,
  secrets,
  tookMs,
  clipboard,
  text,
  copy,
}: {
  readonly request: SentRequest
  readonly response: ReceivedResponse | null
  readonly secrets: readonly Secret[]
  readonly tookMs: number
  readonly clipboard: Clipboard
  readonly text: WorkMessages['wire']
  readonly copy: CopyWords
}) {
  return (
    <section className="bench" aria-labelledby="wire-title">
      <h2 className="bench-title" id="wire-title">
        {text.title}
      </h2>
      <div className="split">
        <div>
          <div className="heading">
            <h3>{text.sent}</h3>
            <CopyButton
              words={{ ...copy, copy: text.copyRedacted }}
              label={text.copySent}
              text={() => writeSent(request, text.hidden)}
              write={clipboard.write}
            />
          </div>
          <SentText request={request} hidden={text.hidden} />
        </div>
        <div>
          <div className="heading">
            <h3>{text.received}</h3>
            {response && (
              <span className="row">
                <span className="fine">
                  {text.size(response.bytes, tookMs.toFixed(tookMs < 10 ? 1 : 0))}
                </span>
                <CopyButton
                  words={{ ...copy, copy: text.copyRedacted }}
                  label={text.copyReceived}
                  text={() => redact(response.body, secrets)}
                  write={clipboard.write}
                />
              </span>
            )}
          </div>
          {response ? (
            <ReceivedText response={response} secrets={secrets} />
          ) : (
            <p className="quiet">{text.nothing}</p>
          )}
        </div>
      </div>
    </section>
  )
}
