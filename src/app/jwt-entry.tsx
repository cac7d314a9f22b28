import type { JwtProblem, JwtReading } from '#domain/federation/jwt.ts'
import { JwtTokenFacts } from '#features/operations/jwt-facts.tsx'
import { federationMessages } from '#messages/en/federation.ts'
import { formMessages as text } from '#messages/en/operation-forms.ts'
import { useNow } from '#state/use-now.ts'
import { timeInWords } from './time-in-words.ts'
import { WebIdentityTrust } from './trust-before.tsx'

/** What a web identity token says; its times go on. */
export function JwtEntry({
  parameter,
  reading,
  locale,
}: {
  readonly parameter: string
  readonly reading: JwtReading
  readonly locale: string
}) {
  const now = useNow(1000)
  return (
    <>
      <JwtTokenFacts
        parameter={parameter}
        reading={reading}
        problems={problemsBy(now, reading)}
        time={(at) => timeInWords(at, now, locale)}
        words={federationMessages.jwt}
        text={text}
      />
      {reading.kind === 'read' && <WebIdentityTrust facts={reading.facts} />}
    </>
  )
}

/** A token that was in time when it was pasted may have ended since. */
function problemsBy(now: number, reading: JwtReading): readonly JwtProblem[] {
  const { problems } = reading
  const ends = reading.kind === 'read' ? reading.facts.expiresAt : null
  const isKnown = problems.some(({ problem }) => problem.startsWith('expired'))
  if (ends === null || ends > now || isKnown) return problems
  return [
    ...problems,
    { problem: 'expired-within-grace', severity: 'warning', detail: null, instant: ends },
  ]
}
