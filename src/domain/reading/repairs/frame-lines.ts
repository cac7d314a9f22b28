import { replaceAll, type Repair } from '../repair.ts'

/** One bar at both ends of a line and none between, as terminals that are split draw them; a table has more. */
const FRAMED = /^[ \t]{0,8}[│┃║][^│┃║\n]{0,1000}[│┃║][ \t]{0,8}$/gm

/** The frame of a terminal's pane around the lines of a text. */
export const frameLines: Repair = (text) =>
  /[│┃║]/.test(text)
    ? replaceAll(text, 'frame-lines', FRAMED, (line) =>
        line.trim().slice(1, -1).trimEnd().replace(/^ /, ''),
      )
    : null
