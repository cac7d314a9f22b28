const LIMIT_BYTES = 1_000_000

/** The text of a chosen or dropped file; null where it is larger than 1 MB or cannot be read. */
export async function readTextFile(file: File): Promise<string | null> {
  if (file.size > LIMIT_BYTES) return null
  try {
    return await file.text()
  } catch {
    return null
  }
}
