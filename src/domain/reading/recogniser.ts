import type { Findings } from './entry.ts'
import type { Page } from './page.ts'
import type { Shape } from './reading.ts'

/** Reads one shape of paste. */
export type Recogniser = {
  readonly shape: Exclude<Shape, 'typed'>
  /** A text that it has to recognise. */
  readonly example: string
  /** What a text of this shape holds; nothing for any other. Time grows linearly with the text; nothing is thrown. */
  readonly recognise: (page: Page) => Findings
}
