import { regionOf } from '#domain/region/search.ts'
import type { WorkMessages } from '#messages/en/work.ts'
import { useSession } from '#state/session-context.ts'
import { Section } from '#ui/section.tsx'
import { TargetChooser } from './target-chooser.tsx'

export type SituationChoice = {
  readonly label: string
  readonly none: string
  readonly options: readonly { readonly id: string; readonly name: string }[]
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

export function EndpointLine({
  text,
  situations,
}: {
  readonly text: WorkMessages['target']
  readonly situations: SituationChoice
}) {
  const target = useSession((state) => state.session.target)
  const situation = useSession((state) => state.session.situation)
  const region = regionOf(target.region)?.region
  const name = situations.options.find(({ id }) => id === situation)?.name
  return (
    <details className="where">
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
      <TargetChooser text={text} situations={situations} />
    </details>
  )
}
