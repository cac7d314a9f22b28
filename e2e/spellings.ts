/** How a value could be written so that a search for the value itself misses it. */
type Spelling = 'plain' | 'base64' | 'percent' | 'reversed' | 'hex'

const PIECE = 20

/** Pieces that together cover a value, so that a part of it is found too. */
function piecesOf(value: string): readonly string[] {
  const count = Math.max(1, Math.floor(value.length / PIECE))
  return Array.from({ length: Math.min(count, 12) }, (_, index) => {
    const start = Math.floor(
      (index * (value.length - PIECE)) / Math.max(1, Math.min(count, 12) - 1),
    )
    return value.slice(Math.max(0, start), Math.max(0, start) + PIECE)
  })
}

/** The inside of the base64 of a value at each of the three alignments it can have in a longer text. */
function base64sOf(value: string): readonly string[] {
  return [0, 1, 2].flatMap((shift) => {
    const inner = Buffer.from('x'.repeat(shift) + value)
      .toString('base64')
      .slice(4, -4)
    return [inner, inner.replaceAll('+', '-').replaceAll('/', '_')]
  })
}

const percent = (value: string): string =>
  [...Buffer.from(value)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')

function spellingsOf(piece: string): readonly (readonly [Spelling, string])[] {
  return [
    ['plain', piece],
    ['percent', encodeURIComponent(piece)],
    ['percent', percent(piece)],
    ['reversed', Array.from(piece).toReversed().join('')],
    ['hex', Buffer.from(piece).toString('hex')],
    ...base64sOf(piece).map((text) => ['base64', text] as const),
  ]
}

/** How a value, or a part of it, stands in a text; null where it does not. */
export function spellingIn(text: string, value: string): Spelling | null {
  const lower = text.toLowerCase()
  for (const [spelling, spelt] of piecesOf(value).flatMap(spellingsOf)) {
    const isCaseless = spelling === 'percent' || spelling === 'hex'
    if (isCaseless ? lower.includes(spelt.toLowerCase()) : text.includes(spelt)) return spelling
  }
  return null
}
