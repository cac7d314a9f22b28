/**
 * The middle one; of an even number the mean of the two in the middle.
 *
 * @param {readonly number[]} values
 */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length / 2
  const upper = sorted[Math.floor(middle)] ?? Number.NaN
  return Number.isInteger(middle) ? (upper + (sorted[middle - 1] ?? Number.NaN)) / 2 : upper
}

/**
 * The value that 90 of 100 do not exceed.
 *
 * @param {readonly number[]} values
 */
export function ninetieth(values) {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.ceil(sorted.length * 0.9) - 1] ?? Number.NaN
}

/** @param {number} value */
export function milliseconds(value) {
  return `${value.toFixed(value < 10 ? 2 : 1)} ms`
}

/** @param {number} bytes */
export function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(1)} KB`
}

/** @param {number} value */
export function times(value) {
  return `${value.toFixed(2)}×`
}
