/** Times as a person reads them: local first, UTC under it. The locale only decides digits and order of names. */

const pad = (value: number): string => String(value).padStart(2, '0')

/** `10:12:04`, with the date before it where it is another day than `now`'s. */
export function localTime(instant: number, now: number, locale: string): string {
  const time = new Date(instant)
  const clock = `${pad(time.getHours())}:${pad(time.getMinutes())}:${pad(time.getSeconds())}`
  if (time.toDateString() === new Date(now).toDateString()) return clock
  return `${dayOf(time, new Date(now), locale, undefined)} ${clock}`
}

/** `01:12:04 UTC`, with the date before it where it is another UTC day than `now`'s. */
export function utcTime(instant: number, now: number, locale: string): string {
  const time = new Date(instant)
  const iso = time.toISOString()
  const clock = `${iso.slice(11, 19)} UTC`
  if (iso.slice(0, 10) === new Date(now).toISOString().slice(0, 10)) return clock
  return `${dayOf(time, new Date(now), locale, 'UTC')} ${clock}`
}

function dayOf(time: Date, now: Date, locale: string, timeZone: string | undefined): string {
  const isFar = Math.abs(time.getTime() - now.getTime()) > 300 * 86_400_000
  return new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    ...(isFar && { year: 'numeric' }),
    ...(timeZone !== undefined && { timeZone }),
  }).format(time)
}

const zoneFormats = new Map<string, Intl.DateTimeFormat>()

/** Making a formatter takes longer than all else that a render of the time left does. */
function zoneFormat(locale: string): Intl.DateTimeFormat {
  const made = zoneFormats.get(locale) ?? new Intl.DateTimeFormat(locale, { timeZoneName: 'short' })
  zoneFormats.set(locale, made)
  return made
}

/** `KST, UTC+9`: the zone of this device, named once. */
export function zoneName(now: number, locale: string): string {
  const name =
    zoneFormat(locale)
      .formatToParts(now)
      .find((part) => part.type === 'timeZoneName')?.value ?? ''
  const minutes = -new Date(now).getTimezoneOffset()
  if (minutes === 0) return 'UTC'
  const sign = minutes < 0 ? '−' : '+'
  const hours = Math.floor(Math.abs(minutes) / 60)
  const rest = Math.abs(minutes) % 60
  const offset = `UTC${sign}${String(hours)}${rest === 0 ? '' : `:${pad(rest)}`}`
  return /^(GMT|UTC)/.test(name) ? offset : `${name}, ${offset}`
}

/** `42:18` or `11:17:10`; parts of a second are dropped. */
export function countdown(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000))
  const hours = Math.floor(seconds / 3600)
  const rest = `${pad(Math.floor((seconds % 3600) / 60))}:${pad(seconds % 60)}`
  return hours === 0 ? rest : `${String(hours)}:${rest}`
}

/** An ISO 8601 duration for `<time datetime>`. */
export function isoDuration(milliseconds: number): string {
  return `PT${String(Math.max(0, Math.floor(milliseconds / 1000)))}S`
}
