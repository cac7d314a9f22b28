import type { Findings } from './entry.ts'
import type { Page } from './page.ts'
import type { Shape } from './reading.ts'
import type { InSteps } from './steps.ts'

/** Reads one shape of paste. */
export type Recogniser = {
  readonly shape: Exclude<Shape, 'typed'>
  /** A text that it has to recognise. */
  readonly example: string
  /** What a text of this shape holds; nothing for any other. Time grows linearly with the text; nothing is thrown. In steps where a long text would take
   * it longer than some milliseconds. */
  readonly recognise: (page: Page) => InSteps<Findings>
}
