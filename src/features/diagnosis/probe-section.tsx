import { useState } from 'react'
import type { ProbeMessages } from '#messages/en/probe.ts'
import { Fact } from '#ui/fact.tsx'
import { Rich } from '#ui/rich.tsx'
import { Section } from '#ui/section.tsx'
import { Status } from '#ui/status.tsx'

/** Offers to probe the host that gave no readable answer; says before the press what then leaves the page. */
export function ProbeSection({
  host,
  otherHost,
  probe,
  text,
}: {
  readonly host: string
  /** Asked only where the first does not answer; null where there is none to compare with. */
  readonly otherHost: string | null
  readonly probe: () => Promise<void>
  readonly text: ProbeMessages
}) {
  const [isProbing, setProbing] = useState(false)
  const start = async (): Promise<void> => {
    if (isProbing) return
    setProbing(true)
    await probe()
    setProbing(false)
  }
  return (
    <Section heading={text.title}>
      <div className="stack">
        <p className="prose">{text.why}</p>
        <dl className="facts facts-wide">
          <Fact label={text.leaves}>{text.leavesDetail}</Fact>
          <Fact label={text.goes}>
            <Rich
              text={otherHost === null ? text.goesTo(host) : text.goesToBoth(host, otherHost)}
            />
          </Fact>
          <Fact label={text.tells}>{text.tellsDetail}</Fact>
        </dl>
        <p className="row">
          <button
            className="button"
            type="button"
            aria-disabled={isProbing}
            onClick={() => void start()}
          >
            {text.press}
          </button>
          {isProbing && <Status kind="progress" word={text.inProgress} />}
        </p>
        <output className="unseen">{isProbing ? text.inProgress : ''}</output>
      </div>
    </Section>
  )
}
