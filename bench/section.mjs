/**
 * What one bench found: a table of figures, what is said about them, and the limits that must not be passed.
 *
 * @typedef {object} Section
 * @property {string} title
 * @property {string} note how it was measured
 * @property {readonly string[]} head
 * @property {readonly (readonly string[])[]} rows
 * @property {readonly string[]} failures limits that were passed and do not depend on the machine; empty where none was
 */

/** @param {Section} section */
export function writeSection({ title, note, head, rows, failures }) {
  const line = (/** @type {readonly string[]} */ cells) => `| ${cells.join(' | ')} |`
  // All columns but the first hold figures.
  const rule = head.map((_, at) => (at === 0 ? '---' : '---:'))
  return [
    `## ${title}\n`,
    [line(head), line(rule), ...rows.map(line)].join('\n'),
    `\n${note}`,
    ...failures.map((failure) => `\n**Over the limit: ${failure}**`),
    '',
  ].join('\n')
}
