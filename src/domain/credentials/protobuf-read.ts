/** The fields of one protobuf message as far as they could be read. */
export type Message = {
  /** Varints as signed numbers, length-delimited fields as views of their bytes; by field number. */
  readonly fields: ReadonlyMap<number, number | Uint8Array>
  readonly state: 'whole' | 'cut' | 'damaged'
  /** For `cut`: at least so many bytes are absent. */
  readonly missingBytes: number
  /** For `cut` inside a length-delimited field: that field's number and the bytes that are there. */
  readonly partial: { readonly field: number; readonly bytes: Uint8Array } | null
}

/** A longer gap is a damaged length rather than a cut text. */
const LARGEST_GAP = 16_384

/**
 * Reads a message of wire types 0 and 2 whose fields stand in ascending order. `wires` has one letter per expected
 * field, `v` for a varint and `b` for bytes; fields beyond them are accepted, since layouts grow.
 * @see https://protobuf.dev/programming-guides/encoding/
 */
export function readMessage(bytes: Uint8Array, wires: string): Message {
  const fields = new Map<number, number | Uint8Array>()
  let at = 0
  let last = 0
  const end = (
    state: Message['state'],
    missingBytes = 0,
    partial: Message['partial'] = null,
  ): Message => ({
    fields,
    state,
    missingBytes,
    partial,
  })

  while (at < bytes.length) {
    const tag = readVarint(bytes, at)
    if (tag === 'endless') return end('damaged')
    if (tag === 'cut') return end('cut', 1)
    const field = Math.floor(tag.value / 8)
    const wire = tag.value % 8 === 0 ? 'v' : tag.value % 8 === 2 ? 'b' : '-'
    if (field <= last || field > 64 || wire !== (wires[field - 1] ?? wire) || wire === '-') {
      return end('damaged')
    }
    const number = readVarint(bytes, tag.end)
    if (number === 'endless') return end('damaged')
    if (number === 'cut') return end('cut', 1)
    at = number.end
    last = field
    if (wire === 'v') {
      fields.set(field, number.value)
      continue
    }
    const missing = at + number.value - bytes.length
    if (number.value < 0 || missing > LARGEST_GAP) return end('damaged')
    if (missing > 0) return end('cut', missing, { field, bytes: bytes.subarray(at) })
    fields.set(field, bytes.subarray(at, at + number.value))
    at += number.value
  }
  // A tag and a length are the least that an absent field would have taken.
  const absent = wires.length - last
  return absent > 0 ? end('cut', 2 * absent) : end('whole')
}

/** A varint of at most ten bytes, read as a signed 64-bit number. */
function readVarint(
  bytes: Uint8Array,
  from: number,
): { readonly value: number; readonly end: number } | 'cut' | 'endless' {
  let value = 0n
  for (let at = from; at < from + 10; at += 1) {
    const byte = bytes[at]
    if (byte === undefined) return 'cut'
    value |= BigInt(byte & 127) << BigInt(7 * (at - from))
    if (byte < 128) return { value: Number(BigInt.asIntN(64, value)), end: at + 1 }
  }
  return 'endless'
}
