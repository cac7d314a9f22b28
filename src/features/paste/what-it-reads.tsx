import type { FirstMessages } from '#messages/en/first.ts'
import { Fact } from '#ui/fact.tsx'
import { Rich } from '#ui/rich.tsx'
import { Section } from '#ui/section.tsx'

/** Under the empty box: the shapes that are read, and the promises that can be checked. */
export function WhatItReads({
  text,
  promises,
  hosts,
}: {
  readonly text: FirstMessages['whatItReads']
  readonly promises: FirstMessages['promises']
  readonly hosts: number
}) {
  return (
    <>
      <Section heading={text.title}>
        <dl className="facts facts-wide">
          {text.rows.map(([label, value]) => (
            <Fact key={label} label={label}>
              <Rich text={value} />
            </Fact>
          ))}
        </dl>
      </Section>
      <Section heading={promises.title}>
        <dl className="promises">
          {promises.rows(hosts).map(([label, value]) => (
            <Fact key={label} label={label ?? ''}>
              <Rich text={value ?? ''} />
            </Fact>
          ))}
        </dl>
      </Section>
    </>
  )
}
