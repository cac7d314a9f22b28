import type { SamlReading, SamlRole } from '#domain/federation/saml.ts'
import { SamlResponseFacts } from '#features/operations/saml-facts.tsx'
import { federationMessages } from '#messages/en/federation.ts'
import { formMessages as text } from '#messages/en/operation-forms.ts'
import { useOperations } from '#state/operations-context.ts'
import { useNow } from '#state/use-now.ts'
import { countdown } from '#ui/format-time.ts'
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
  const chosen = useOperations((state) => state.values.AssumeRoleWithSAML?.['RoleArn'])
  const ends = reading.kind === 'read' ? reading.facts.redeemBefore : null
  const role =
    reading.kind === 'read'
      ? reading.facts.roles.find(({ roleArn }) => roleArn === chosen)
      : undefined
  return (
    <>
      <SamlResponseFacts
        parameter={parameter}
        reading={reading}
        chosen={typeof chosen === 'string' ? chosen : ''}
        onChoose={onChoose}
        time={(at) => timeInWords(at, now, locale)}
        countdown={
          ends === null
            ? text.saml.redeemUnknown
            : ends <= now
              ? text.saml.redeemOver
              : countdown(ends - now)
        }
        words={federationMessages.saml}
        text={text}
      />
      {role && reading.kind === 'read' && <SamlTrust role={role} facts={reading.facts} />}
    </>
  )
}
