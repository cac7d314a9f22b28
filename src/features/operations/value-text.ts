import { Secret } from '#domain/credentials/secret.ts'
import type { Parameter, ParameterValue } from '#domain/sts/operations/descriptor.ts'
import { contextsOf, formOf, tagsOf, textOf, textsOf } from '#domain/sts/operations/values.ts'

type Kept = Exclude<ParameterValue, Secret>

/** A value as the text of its field: lists have one item on a line, tags are `key=value`. */
export function writeValue({ kind }: Parameter, value: ParameterValue | undefined): string {
  switch (formOf(kind)) {
    case 'one':
      return textOf(value) ?? ''
    case 'texts':
      return textsOf(value).join('\n')
    case 'tags':
      return tagsOf(value)
        .map((tag) => (tag.value === '' ? tag.key : `${tag.key}=${tag.value}`))
        .join('\n')
    case 'contexts':
      return contextsOf(value)
        .map(({ providerArn, contextAssertion }) => `${providerArn} ${contextAssertion}`)
        .join('\n')
  }
}

/** The value of a field's text. Empty lines are no items; blanks around an item are none of it. */
export function readValue({ kind }: Parameter, text: string): Kept {
  const form = formOf(kind)
  if (form === 'one') return text
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  if (form === 'texts') return lines
  const split = (line: string, at: string): readonly [string, string] => {
    const place = line.indexOf(at)
    return place < 0 ? [line, ''] : [line.slice(0, place), line.slice(place + 1).trim()]
  }
  if (form === 'tags') {
    return lines.map((line) => {
      const [key, value] = split(line, '=')
      return { key: key.trim(), value }
    })
  }
  return lines.map((line) => {
    const [providerArn, contextAssertion] = split(line, ' ')
    return { providerArn, contextAssertion }
  })
}
