import type { Recognised } from './gather.ts'
import type { Shape } from './reading.ts'

/** Reads one shape of paste. */
export type Recogniser = {
  readonly shape: Exclude<Shape, 'typed'>
  /** A text that it has to recognise. */
  readonly example: string
  /** The sets in a text of this shape, else null. Time grows linearly with the text; nothing is thrown. */
  readonly recognise: (text: string) => Recognised | null
}
