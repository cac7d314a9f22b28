import {
  HOUR,
  MINUTE,
  SECOND,
  instantOf,
  monthOf,
  parseAmzDate,
  parseHttpDate,
  parseIso,
  type Instant,
} from './instant.ts'

/** Numbers below it are seconds, the others milliseconds. */
const MILLISECONDS_FROM = 1e11

/** STS is younger than this, and no session outlives the other end: a time beyond is in another unit, or no time. */
const EARLIEST = instantOf(2011, 1, 1) ?? 0
const LATEST = instantOf(2100, 1, 1) ?? 0

const NUMBER = /^\d{9,14}(?:\.\d{1,9})?$|^\d(?:\.\d{1,16})?E\+?\d{1,2}$/i

/**
 * Reads a time in any of the spellings that programs print: ISO 8601 with any zone, seconds or milliseconds since 1970
 * (also as float), HTTP dates, `Jul 4, 2019 4:29:29 PM` (UTC, as CloudTrail writes it), and how Python, Go, JavaScript,
 * Java and .NET print one. Null for anything else, and for times outside 2011–2100.
 */
export function readInstant(text: string): Instant | null {
  if (text.length > 160) return null
  const trimmed = text.trim()
  const bare = /\w\(/.test(trimmed) ? trimmed : trimmed.replace(/^["'`(]{1,3}|["'`)]{1,3}$/g, '')
  const instant = NUMBER.test(bare)
    ? fromNumber(Number(bare))
    : (parseIso(bare) ??
      parseAmzDate(bare) ??
      parseHttpDate(bare) ??
      ofConstructor(bare) ??
      ofWords(bare) ??
      ofGo(bare))
  return instant !== null && instant >= EARLIEST && instant < LATEST ? instant : null
}

const fromNumber = (number: number): Instant =>
  number < MILLISECONDS_FROM ? number * SECOND : number

/** `datetime.datetime(2026, 11, 22, 2, 0, tzinfo=tzutc())`, `time.Date(2026, time.November, …)`, `new Date('…')`. */
function ofConstructor(text: string): Instant | null {
  const python =
    /\bdatetime\((\d{4}), ?(\d{1,2}), ?(\d{1,2})(?:, ?(\d{1,2}))?(?:, ?(\d{1,2}))?(?:, ?(\d{1,2}))?(?:, ?(\d{1,6}))?(?:, ?tzinfo=([^\n]{1,80}))?/.exec(
      text,
    )
  if (python) {
    const [year, month, day, hour, minute, second, micro] = python
      .slice(1, 8)
      .map((part) => Number(part ?? 0))
    const offset = pythonOffset(python[8])
    const base = instantOf(
      year ?? 0,
      month ?? 0,
      day ?? 0,
      hour,
      minute,
      second,
      Math.floor((micro ?? 0) / 1000),
    )
    return base === null || offset === null ? null : base - offset
  }
  const go =
    /^time\.Date\((\d{4}), ?time\.([A-Z][a-z]{2,8}), ?(\d{1,2}), ?(\d{1,2}), ?(\d{1,2}), ?(\d{1,2}), ?\d{1,9}, ?time\.UTC/.exec(
      text,
    )
  if (go) return utcOfParts(go[1], go[2], go[3], go[4], go[5], go[6])
  const quoted = /^(?:new )?[A-Za-z.:_]{1,40}\(["']([^"'\n]{10,48})["']/.exec(text)
  if (quoted) return parseIso(quoted[1] ?? '') ?? ofWords(quoted[1] ?? '')
  const numbered = /^\\?\/?(?:new )?[A-Za-z.:_]{1,40}\((\d{9,14})(?:\.\d{1,9})?[,)L]/.exec(
    text.endsWith(')') ? text : `${text})`,
  )
  return numbered ? fromNumber(Number(numbered[1])) : null
}

/** Only zones that name their offset; of a zone by name the offset would be a guess. */
function pythonOffset(zone: string | undefined): number | null {
  if (
    zone === undefined ||
    /^(?:tzutc\(|datetime\.timezone\.utc|timezone\.utc|<UTC>|UTC)/.test(zone)
  )
    return 0
  const seconds = /^tzoffset\([^,\n]{0,30}, ?(-?\d{1,6})/.exec(zone)
  if (seconds) return Number(seconds[1]) * SECOND
  const delta = /timedelta\((?:days=(-?\d), ?)?seconds=(\d{1,5})\)/.exec(zone)
  return delta ? Number(delta[1] ?? 0) * 24 * HOUR + Number(delta[2]) * SECOND : null
}

/** Month by name: CloudTrail, JavaScript's and Java's `toString`, `date`. */
function ofWords(text: string): Instant | null {
  const american =
    /^([A-Z][a-z]{2,8})\.? (\d{1,2}), (\d{4}),? (?:at )?(\d{1,2}):(\d\d)(?::(\d\d))?[ \u202F]?([AP]M)?(?: (?:UTC|GMT))?$/i.exec(
      text,
    )
  if (american) {
    const hour = Number(american[4])
    const isHalf = american[7] !== undefined
    if (isHalf && (hour < 1 || hour > 12)) return null
    const full = isHalf ? (hour % 12) + (/p/i.test(american[7] ?? '') ? 12 : 0) : hour
    return utcOfParts(american[3], american[1], american[2], String(full), american[5], american[6])
  }
  const script =
    /^[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d{1,2}) (\d{4}) (\d\d):(\d\d):(\d\d) GMT([+-])(\d\d):?(\d\d)/.exec(
      text,
    )
  if (script) {
    const base = utcOfParts(script[3], script[1], script[2], script[4], script[5], script[6])
    const offset = Number(script[8]) * HOUR + Number(script[9]) * MINUTE
    return base === null ? null : script[7] === '-' ? base + offset : base - offset
  }
  const java =
    /^[A-Z][a-z]{2} ([A-Z][a-z]{2}) {1,2}(\d{1,2}) (\d\d):(\d\d):(\d\d) (?:UTC|GMT|Z) (\d{4})$/.exec(
      text,
    )
  return java ? utcOfParts(java[6], java[1], java[2], java[3], java[4], java[5]) : null
}

/** `2026-11-22 02:00:00.5 +0000 UTC m=+0.1`: Go's String; also an ISO time with a named zone in brackets behind it. */
function ofGo(text: string): Instant | null {
  const m =
    /^(\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d{1,9})?) ?(Z|[+-]\d\d:?\d\d)(?: [A-Z]{2,5})?(?: m=[+-][\d.]{1,24})?(?:\[[\w/+-]{1,40}\])?$/.exec(
      text,
    )
  return m ? parseIso(`${m[1] ?? ''}${m[2] ?? ''}`) : null
}

function utcOfParts(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  hour: string | undefined,
  minute: string | undefined,
  second: string | undefined,
): Instant | null {
  const number = monthOf(month ?? '')
  return number === null
    ? null
    : instantOf(
        Number(year),
        number,
        Number(day),
        Number(hour),
        Number(minute),
        Number(second ?? 0),
      )
}
