import { Fragment, useId } from 'react'
import { endpointOptions } from '#domain/region/endpoint.ts'
import { PARTITIONS, type Region } from '#domain/region/partition-table.ts'
import { regionOf, searchRegions } from '#domain/region/search.ts'
import type { Endpoint, EndpointKind, Target } from '#domain/region/target.ts'
import { regionOfZone } from '#domain/session/preset-target.ts'
import { chosenCredentials } from '#domain/session/desk.ts'
import type { WorkMessages } from '#messages/en/work.ts'
import { useSession, useSessionActions } from '#state/session-context.ts'
import { Combobox, type ComboboxOption } from '#ui/combobox.tsx'
import { Rich } from '#ui/rich.tsx'
import type { SituationChoice } from './endpoint-section.tsx'

type Text = WorkMessages['target']

/** Partition, Region and kind of endpoint; every host that may be called is on the screen. */
export function TargetChooser({
  text,
  situations,
}: {
  readonly text: Text
  readonly situations: SituationChoice
}) {
  const id = useId()
  const target = useSession((state) => state.session.target)
  const reason = useSession((state) => state.session.targetReason)
  const named = useSession((state) => chosenCredentials(state.session)?.region?.code ?? null)
  const actions = useSessionActions()
  const region = regionOf(target.region)?.region
  const optionOf = (each: Region): ComboboxOption => ({
    value: each.code,
    label: text.regionWithCity(each.code, each.city.en),
    mark: each.status === 'inferred' ? text.inferred : each.optIn ? text.optIn : '',
  })
  const current = region
    ? optionOf(region)
    : { value: target.region, label: target.region, mark: '' }

  const choosePartition = (value: string): void => {
    const partition = PARTITIONS.find((each) => each.id === value)
    const first = partition?.regions[0]
    if (partition && first) actions.retarget({ partition: partition.id, region: first.code })
  }
  const chooseRegion = (code: string): void => {
    const place = regionOf(code)
    if (place) actions.retarget({ partition: place.partition.id, region: code })
  }

  return (
    <div>
      <div className="pick">
        <div>
          <label htmlFor={id}>{text.partitionLabel}</label>
          <select
            id={id}
            value={target.partition}
            onChange={(event) => choosePartition(event.currentTarget.value)}
          >
            {PARTITIONS.map((partition) => (
              <option key={partition.id} value={partition.id}>
                {text.partition[partition.id]}
              </option>
            ))}
          </select>
        </div>
        <div>
          <Combobox
            label={text.regionLabel}
            value={current}
            search={(query) =>
              searchRegions(query, query === '' ? target.partition : undefined).map((match) =>
                optionOf(match.region),
              )
            }
            onChoose={chooseRegion}
            noneFound={text.searchNone}
          />
        </div>
        <p className="fine">
          <Rich
            text={[
              namedOtherwise(named, text),
              text.reason[reason],
              region?.optIn ? text.optInDetail : text.enabledByDefault,
            ]
              .filter((part) => part !== '')
              .join(' ')}
          />
        </p>
      </div>
      <fieldset className="kinds">
        <legend className="unseen">{text.kindsLegend}</legend>
        {endpointOptions(target).map(({ kind, endpoint }) => (
          <Fragment key={kind}>
            <KindRow kind={kind} endpoint={endpoint} target={target} text={text} />
            {kind === 'custom' && target.kind === 'custom' && (
              <CustomAddress target={target} text={text} />
            )}
            {kind === 'sandbox' && target.kind === 'sandbox' && situations.options.length > 0 && (
              <>
                <SituationSelect situations={situations} />
                <KnobSelect knobs={situations.knobs} />
              </>
            )}
          </Fragment>
        ))}
      </fieldset>
    </div>
  )
}

function KindRow({
  kind,
  endpoint,
  target,
  text,
}: {
  readonly kind: EndpointKind
  readonly endpoint: Endpoint
  readonly target: Target
  readonly text: Text
}) {
  const actions = useSessionActions()
  const isOffered = endpoint.kind === 'offered' || kind === 'custom'
  return (
    <label className="kind">
      <input
        type="radio"
        name="endpoint-kind"
        value={kind}
        checked={target.kind === kind}
        disabled={!isOffered}
        onChange={() => actions.retarget({ kind })}
      />
      <span>{text.kind[kind]}</span>
      <span>
        {kind === 'sandbox' ? (
          text.insidePage
        ) : endpoint.kind === 'offered' ? (
          <code>{kind === 'custom' ? endpoint.url.replace(/\/$/, '') : endpoint.host}</code>
        ) : kind === 'custom' ? (
          text.customUntyped
        ) : (
          <Rich text={text.notOffered[endpoint.why](target.region)} />
        )}
      </span>
      <span className="fine">{isOffered ? text.marks[kind] : ''}</span>
    </label>
  )
}

function CustomAddress({ target, text }: { readonly target: Target; readonly text: Text }) {
  const id = useId()
  const actions = useSessionActions()
  const option = endpointOptions(target).find(({ kind }) => kind === 'custom')
  const problem =
    option?.endpoint.kind === 'not-offered' && option.endpoint.why !== 'custom-empty'
      ? text.notOffered[option.endpoint.why](target.region)
      : ''
  return (
    <div className="kind-more stack">
      <label className="fine" htmlFor={id}>
        {text.customLabel}
      </label>
      <input
        id={id}
        className="field"
        type="text"
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        placeholder={text.customPlaceholder}
        aria-invalid={problem !== ''}
        aria-describedby={`${id}-problem`}
        value={target.customUrl}
        onChange={(event) => actions.retarget({ customUrl: event.currentTarget.value })}
      />
      <p id={`${id}-problem`} className="status-error" role="status">
        <Rich text={problem} />
      </p>
    </div>
  )
}

function SituationSelect({ situations }: { readonly situations: SituationChoice }) {
  const situation = useSession((state) => state.session.situation)
  const actions = useSessionActions()
  return (
    <ChoiceRow
      choice={situations}
      value={situation}
      onChoose={(chosen) => {
        if (chosen === null) actions.leaveSituation()
        else void actions.enterSituation(chosen)
      }}
    />
  )
}

function KnobSelect({ knobs }: { readonly knobs: SituationChoice['knobs'] }) {
  const knob = useSession((state) => state.knob)
  const actions = useSessionActions()
  return (
    <ChoiceRow choice={knobs} value={knob} onChoose={(chosen) => void actions.turnKnob(chosen)} />
  )
}

function ChoiceRow({
  choice,
  value,
  onChoose,
}: {
  readonly choice: SituationChoice['knobs']
  /** Null: none of them. */
  readonly value: string | null
  readonly onChoose: (value: string | null) => void
}) {
  const id = useId()
  return (
    <p className="kind-more row">
      <label className="fine" htmlFor={id}>
        {choice.label}
      </label>
      <select
        id={id}
        value={value ?? ''}
        onChange={(event) => onChoose(event.currentTarget.value || null)}
      >
        <option value="">{choice.none}</option>
        {choice.options.map(({ id: option, name }) => (
          <option key={option} value={option}>
            {name}
          </option>
        ))}
      </select>
    </p>
  )
}

/** What a paste names that is no Region; empty where it names one, or none. */
function namedOtherwise(named: string | null, text: Text): string {
  if (named === null || regionOf(named)) return ''
  const region = regionOfZone(named)
  return region === null ? text.notARegion(named) : text.isAZone(named, region)
}
