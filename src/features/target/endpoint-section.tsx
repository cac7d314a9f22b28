import { memo, useState } from 'react'
import { regionOf } from '#domain/region/search.ts'
import type { WorkMessages } from '#messages/en/work.ts'
import { useSession } from '#state/session-context.ts'
import { Section } from '#ui/section.tsx'
import { TargetChooser } from './target-chooser.tsx'

export type SituationChoice = {
  readonly label: string
  readonly none: string
  readonly options: readonly { readonly id: string; readonly name: string }[]
  readonly knobs: {
    readonly label: string
    readonly none: string
    readonly options: readonly { readonly id: string; readonly name: string }[]
  }
}

/** Before the first answer the chooser is a section; afterwards it folds into one line. */
export function EndpointSection({
  text,
  situations,
}: {
  readonly text: WorkMessages['target']
  readonly situations: SituationChoice
}) {
  return (
    <Section heading={text.title}>
      <TargetChooser text={text} situations={situations} />
    </Section>
  )
}

function EndpointLineView({
  text,
  situations,
}: {
  readonly text: WorkMessages['target']
  readonly situations: SituationChoice
}) {
  // Closed, it is one line; the chooser behind it is the largest part of the pane.
  const [isOpen, setOpen] = useState(false)
  const target = useSession((state) => state.session.target)
  const situation = useSession((state) => state.session.situation)
  const region = regionOf(target.region)?.region
  const name = situations.options.find(({ id }) => id === situation)?.name
  return (
    <details className="where" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {text.summary(
          target.partition,
          target.region,
          region?.city.en ?? '',
          region?.optIn ?? false,
          target.kind,
        )}
        {target.kind === 'sandbox' && name !== undefined && text.summarySituation(name)}
      </summary>
      {isOpen && <TargetChooser text={text} situations={situations} />}
    </details>
  )
}

/** Made anew only when something in it changes. */
export const EndpointLine = memo(EndpointLineView)
