const UTF8 = new TextDecoder()

/** What a hexadecimal digit is worth; -1 for every other character. */
function worthOf(code: number): number {
  if (code >= 48 && code <= 57) return code - 48
  const letter = code | 32
  return letter >= 97 && letter <= 102 ? letter - 87 : -1
}

/** The text of bytes written as two hexadecimal digits each, read as UTF-8; signs between them are passed over. */
export function textOfHex(written: string): string {
  const bytes: number[] = []
  let high = -1
  for (let at = 0; at < written.length; at += 1) {
    const worth = worthOf(written.charCodeAt(at))
    if (worth < 0) continue
    if (high < 0) high = worth
    else {
      bytes.push(16 * high + worth)
      high = -1
    }
  }
  // Most are one character.
  const [first = 0] = bytes
  return bytes.length === 1 && first < 128
    ? String.fromCharCode(first)
    : UTF8.decode(Uint8Array.from(bytes))
}
