/** Puts each element of a one-line XML answer on a line of its own; any other text comes back as it is. */
export function indentXml(text: string): string {
  const body = text.trim()
  if (!body.startsWith('<') || body.includes('\n') || /^<!doctype html|^<html/i.test(body))
    return body
  let depth = 0
  return body
    .replace(/>\s*</g, '>\n<')
    .split('\n')
    .map((line) => {
      const closes = line.startsWith('</')
      const opens =
        !closes && !line.endsWith('/>') && !line.startsWith('<?') && !line.includes('</')
      if (closes) depth = Math.max(0, depth - 1)
      const indented = '  '.repeat(depth) + line
      if (opens) depth += 1
      return indented
    })
    .join('\n')
}
