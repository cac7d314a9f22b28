import type { SamlReading, SamlRole } from '#domain/federation/saml.ts'
import { SamlResponseFacts } from '#features/operations/saml-facts.tsx'
import { federationMessages } from '#messages/en/federation.ts'
import { formMessages as text } from '#messages/en/operation-forms.ts'
import { useOperations } from '#state/operations-context.ts'
import { useNow } from '#state/use-now.ts'
import { countdown, localTime } from '#ui/format-time.ts'
import { SamlTrust } from './trust-before.tsx'
import { timeInWords } from './time-in-words.ts'

/** What a SAML response says, with its countdown. */
export function SamlEntry({
  parameter,
  reading,
  onChoose,
  locale,
}: {
  readonly parameter: string
  readonly reading: SamlReading
  readonly onChoose: (role: SamlRole) => void
  readonly locale: string
}) {
  const now = useNow(1000)
  const values = useOperations((state) => state.values.AssumeRoleWithSAML)
  const ends = reading.kind === 'read' ? reading.facts.redeemBefore : null
  const roles = reading.kind === 'read' ? reading.facts.roles : []
  const role =
    roles.find(
      ({ roleArn, providerArn }) =>
        roleArn === values?.['RoleArn'] && providerArn === values['PrincipalArn'],
    ) ?? null
  return (
    <>
      <SamlResponseFacts
        parameter={parameter}
        reading={reading}
        chosen={role}
        onChoose={onChoose}
        time={(at) => timeInWords(at, now, locale)}
        countdown={
          ends === null
            ? text.saml.redeemUnknown
            : ends <= now
              ? text.saml.redeemOver
              : text.saml.redeemIn(countdown(ends - now), localTime(ends, now, locale))
        }
        words={federationMessages.saml}
        text={text}
      />
      {role && reading.kind === 'read' && <SamlTrust role={role} facts={reading.facts} />}
    </>
  )
}
