/** Milliseconds since 1970-01-01T00:00:00Z. May hold a fraction; never NaN. */
export type Instant = number

export const SECOND = 1000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

type Utc = {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly millisecond: number
}

/** Days since 1970-01-01 of a date in the proleptic Gregorian calendar; month 1–12. */
function daysFromCivil(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146097 + dayOfEra - 719468
}

/** The UTC calendar fields of an instant. */
export function utcOf(instant: Instant): Utc {
  const whole = Math.floor(instant)
  const days = Math.floor(whole / DAY)
  const rest = whole - days * DAY
  const z = days + 719468
  const era = Math.floor(z / 146097)
  const dayOfEra = z - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36524) -
      Math.floor(dayOfEra / 146096)) /
      365,
  )
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
    hour: Math.floor(rest / HOUR),
    minute: Math.floor((rest % HOUR) / MINUTE),
    second: Math.floor((rest % MINUTE) / SECOND),
    millisecond: rest % SECOND,
  }
}

/** The instant of UTC calendar fields, or null where there is no such date or time (second 60 counts as 59). */
export function instantOf(
  year: number,
  month: number,
  day: number,
  hour = 0,
  minute = 0,
  second = 0,
  millisecond = 0,
): Instant | null {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null
  if (hour > 24 || minute > 59 || second > 60 || (hour === 24 && (minute > 0 || second > 0)))
    return null
  return (
    daysFromCivil(year, month, day) * DAY +
    hour * HOUR +
    minute * MINUTE +
    Math.min(second, 59) * SECOND +
    millisecond
  )
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

const pad = (value: number, width: number): string => String(value).padStart(width, '0')

/** `2026-11-22T01:12:04Z`, milliseconds dropped. @see https://www.rfc-editor.org/rfc/rfc3339#section-5.6 */
export function formatIso(instant: Instant): string {
  const t = utcOf(instant)
  return `${pad(t.year, 4)}-${pad(t.month, 2)}-${pad(t.day, 2)}T${pad(t.hour, 2)}:${pad(t.minute, 2)}:${pad(t.second, 2)}Z`
}

/** `20261122T011204Z`, the ISO 8601 basic format of `x-amz-date`. */
export function formatAmzDate(instant: Instant): string {
  return formatIso(instant).replace(/[-:]/g, '')
}

/** Reads `20261122T011204Z`; null where the text has another shape or names no date. */
export function parseAmzDate(text: string): Instant | null {
  const m = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text)
  if (!m) return null
  const [year, month, day, hour, minute, second] = m.slice(1).map(Number)
  return instantOf(year ?? 0, month ?? 0, day ?? 0, hour, minute, second)
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']

/** The number 1–12 of a month by its English name, whole or its first three letters or more; null for other words. */
export function monthOf(name: string): number | null {
  const month = MONTHS.indexOf(name.slice(0, 1).toUpperCase() + name.slice(1, 3).toLowerCase()) + 1
  return month > 0 ? month : null
}

/** Reads an HTTP `Date` header (IMF-fixdate). @see https://www.rfc-editor.org/rfc/rfc9110#section-5.6.7 */
export function parseHttpDate(text: string): Instant | null {
  const m = /^[A-Z][a-z]{2}, (\d{2}) ([A-Z][a-z]{2}) (\d{4}) (\d{2}):(\d{2}):(\d{2}) GMT$/.exec(
    text.trim(),
  )
  if (!m) return null
  const month = MONTHS.indexOf(m[2] ?? '') + 1
  return instantOf(Number(m[3]), month, Number(m[1]), Number(m[4]), Number(m[5]), Number(m[6]))
}

/** Writes an HTTP `Date` header. */
export function formatHttpDate(instant: Instant): string {
  const t = utcOf(instant)
  const weekday = WEEKDAYS[(((Math.floor(instant / DAY) + 4) % 7) + 7) % 7] ?? ''
  return `${weekday}, ${pad(t.day, 2)} ${MONTHS[t.month - 1] ?? ''} ${pad(t.year, 4)} ${pad(t.hour, 2)}:${pad(t.minute, 2)}:${pad(t.second, 2)} GMT`
}

/**
 * Reads an ISO 8601 / RFC 3339 date-time with any zone; a text without a zone is taken as UTC.
 * Null where it is no such text.
 */
export function parseIso(text: string): Instant | null {
  const m =
    /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?\s?(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?$/i.exec(
      text.trim(),
    )
  if (!m) return null
  const base = instantOf(
    Number(m[1]),
    Number(m[2]),
    Number(m[3]),
    Number(m[4]),
    Number(m[5]),
    Number(m[6] ?? 0),
    Math.floor(Number(`0.${m[7] ?? '0'}`) * 1000),
  )
  if (base === null) return null
  const zone = /^([+-])(\d\d):?(\d\d)?$/.exec(m[8] ?? '')
  if (!zone) return base
  const offset = Number(zone[2]) * HOUR + Number(zone[3] ?? 0) * MINUTE
  return zone[1] === '+' ? base - offset : base + offset
}
