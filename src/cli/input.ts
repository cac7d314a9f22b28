type Bytes = AsyncIterable<Uint8Array>

/** All bytes of an input; null for more than `longest`, of which no more is kept. */
export async function wholeText(input: Bytes, longest: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of input) {
    length += chunk.length
    // Read on to the end: a program that writes into a closed pipe would fail.
    if (length <= longest) chunks.push(chunk)
    else chunks.length = 0
  }
  if (length > longest) return null
  const bytes = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}

/** Bytes as text: UTF-8, or UTF-16 with its mark, which PowerShell writes. Wrong bytes become U+FFFD. */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes
  const encoding =
    first === 0xff && second === 0xfe
      ? 'utf-16le'
      : first === 0xfe && second === 0xff
        ? 'utf-16be'
        : 'utf-8'
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes)
}

/** The lines of an input in UTF-8, without their ends, as they arrive; null for one of more than `longest` characters. */
export async function* linesOf(input: Bytes, longest: number): AsyncGenerator<string | null> {
  const decoder = new TextDecoder()
  let pieces: string[] = []
  let length = 0
  const add = (piece: string): void => {
    length += piece.length
    if (length <= longest) pieces.push(piece)
    else pieces = []
  }
  const take = (): string | null => {
    const line = length > longest ? null : pieces.join('')
    pieces = []
    length = 0
    return line
  }
  for await (const chunk of input) {
    const [first = '', ...others] = decoder.decode(chunk, { stream: true }).split('\n')
    add(first)
    for (const piece of others) {
      yield take()
      add(piece)
    }
  }
  add(decoder.decode())
  if (length > 0) yield take()
}
