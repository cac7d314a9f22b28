/** The text of bytes written as two hexadecimal digits each, read as UTF-8; signs between them are passed over. */
export function textOfHex(written: string): string {
  const digits = written.replace(/[^0-9A-F]/gi, '')
  const bytes = new Uint8Array(Math.floor(digits.length / 2))
  for (let index = 0; index < bytes.length; index += 1) {
    bytes[index] = Number.parseInt(digits.slice(2 * index, 2 * index + 2), 16)
  }
  return new TextDecoder().decode(bytes)
}
