import { useId } from 'react'
import type { SamlReading, SamlRole } from '#domain/federation/saml.ts'
import type { FederationMessages } from '#messages/en/federation.ts'
import type { FormMessages } from '#messages/en/operation-forms.ts'
import { Fact } from '#ui/fact.tsx'
import { Rich } from '#ui/rich.tsx'
import { Status } from '#ui/status.tsx'
import { problemsIdOf } from './problems-id.ts'

/** What a SAML response says: the roles to choose from, and until when it can be redeemed. */
export function SamlResponseFacts({
  parameter,
  reading,
  chosen,
  onChoose,
  time,
  countdown,
  words,
  text,
}: {
  readonly parameter: string
  readonly reading: SamlReading
  /** The role and the provider that the form holds; null where the response offers no such pair. */
  readonly chosen: SamlRole | null
  readonly onChoose: (role: SamlRole) => void
  readonly time: (instant: number) => string
  /** How long it can still be redeemed, in words. */
  readonly countdown: string
  readonly words: FederationMessages['saml']
  readonly text: FormMessages
}) {
  const id = useId()
  const facts = reading.kind === 'read' ? reading.facts : null
  return (
    <div className="stack read-token">
      {reading.kind === 'read' && (
        <p className="fine">
          <Rich text={words.forms[reading.form]} />
        </p>
      )}
      {reading.repairs.map((repair) => (
        <p key={repair} className="fine">
          {words.repairs[repair]}
        </p>
      ))}
      <ul className="faults" id={problemsIdOf(parameter)}>
        {reading.problems.map((problem) => (
          <li key={`${problem.problem}${problem.detail ?? ''}`}>
            <Status kind={problem.severity} word={<Rich text={words.problem(problem)} />} />
          </li>
        ))}
      </ul>
      {facts && facts.roles.length > 0 && (
        <fieldset className="roles">
          <legend>{text.saml.roles(facts.roles.length)}</legend>
          {facts.roles.map((role) => (
            <label key={role.roleArn + role.providerArn}>
              <input
                type="radio"
                aria-label={role.roleArn}
                name={id}
                checked={
                  chosen?.roleArn === role.roleArn && chosen.providerArn === role.providerArn
                }
                onChange={() => onChoose(role)}
              />
              <span>
                <code>{role.roleArn}</code>
                <span className="fine">{text.saml.provider(role.providerArn)}</span>
              </span>
            </label>
          ))}
        </fieldset>
      )}
      {facts && (
        <dl className="facts facts-wide">
          <Fact label={words.facts.redeemBefore}>
            {countdown}
            <p className="fine">{words.redeem}</p>
          </Fact>
          {(
            [
              ['issuer', facts.issuer],
              ['audiences', facts.audiences.join(', ')],
              ['recipient', facts.recipient],
              ['destination', facts.destination],
              ['nameId', facts.nameId],
              ['roleSessionName', facts.roleSessionName],
              ['sourceIdentity', facts.sourceIdentity],
              ['transitiveTagKeys', facts.transitiveTagKeys.join(', ')],
              [
                'principalTags',
                facts.principalTags
                  .map(({ key, values }) => `${key}=${values.join(',')}`)
                  .join('; '),
              ],
            ] as const
          ).map(
            ([name, value]) =>
              value !== null &&
              value !== '' && (
                <Fact key={name} label={words.facts[name]}>
                  <code>{value}</code>
                </Fact>
              ),
          )}
          {facts.sessionDuration !== null && (
            <Fact label={words.facts.sessionDuration}>
              {text.saml.duration(facts.sessionDuration)}
            </Fact>
          )}
          {facts.sessionNotOnOrAfter !== null && (
            <Fact label={words.facts.sessionNotOnOrAfter}>{time(facts.sessionNotOnOrAfter)}</Fact>
          )}
          <Fact label={text.saml.signature}>
            {text.saml.signed(facts.isResponseSigned, facts.isAssertionSigned)}
          </Fact>
        </dl>
      )}
      {facts && <p className="fine">{words.notChecked}</p>}
    </div>
  )
}
