import { regionOf } from '#domain/region/search.ts'
import { DAY, HOUR, SECOND } from '#domain/time/instant.ts'
import { INTERFERENCES, type WorldSettings } from './world.ts'

/**
 * Why a text sets nothing.
 *
 * - `not-an-object`: no JSON, or JSON of another kind.
 * - `unknown-setting`: no knob has this name.
 * - `wrong-value`: the knob does not take the value; `wanted` says what it takes.
 */
export type SettingsFinding =
  | { readonly finding: 'not-an-object' }
  | { readonly finding: 'unknown-setting'; readonly setting: string }
  | {
      readonly finding: 'wrong-value'
      readonly setting: keyof WorldSettings
      readonly wanted: Wanted
    }

/** What a knob takes. */
export type Wanted =
  | { readonly kind: 'whole-number'; readonly least: number; readonly most: number }
  | { readonly kind: 'one-of'; readonly words: readonly string[] }
  /** Access key IDs of 20 characters. */
  | { readonly kind: 'access-key-ids'; readonly most: number }
  | { readonly kind: 'region' }
  | { readonly kind: 'regions'; readonly most: number }
  /** Every Region but us-east-1, where STS cannot be switched off. */
  | { readonly kind: 'regions-but-us-east-1'; readonly most: number }

const LONGEST_LIST = 100

const YEARS = 10 * 366 * DAY

const WANTED: Readonly<Record<keyof WorldSettings, Wanted>> = {
  clockOffsetMs: { kind: 'whole-number', least: -YEARS, most: YEARS },
  interference: { kind: 'one-of', words: INTERFERENCES },
  endedSessions: { kind: 'access-key-ids', most: LONGEST_LIST },
  propagationSeconds: { kind: 'whole-number', least: 0, most: HOUR / SECOND },
  deactivatedRegions: { kind: 'regions-but-us-east-1', most: LONGEST_LIST },
  disabledRegions: { kind: 'regions', most: LONGEST_LIST },
  defaultRegion: { kind: 'region' },
}

/** Reads settings from JSON text. What is not named stays as in `present`. */
export function readSettings(
  json: string,
  present: WorldSettings,
):
  | { readonly kind: 'settings'; readonly settings: WorldSettings }
  | { readonly kind: 'refused'; readonly why: SettingsFinding } {
  const given = parse(json)
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    return { kind: 'refused', why: { finding: 'not-an-object' } }
  }
  for (const [setting, value] of Object.entries(given)) {
    if (!isSetting(setting)) {
      return { kind: 'refused', why: { finding: 'unknown-setting', setting } }
    }
    const wanted = WANTED[setting]
    if (!suits(value, wanted)) {
      return { kind: 'refused', why: { finding: 'wrong-value', setting, wanted } }
    }
  }
  // Every value has just been checked under its own name.
  return { kind: 'settings', settings: { ...present, ...(given as Partial<WorldSettings>) } }
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json) as unknown
  } catch {
    return undefined
  }
}

const isSetting = (name: string): name is keyof WorldSettings => Object.hasOwn(WANTED, name)

function suits(value: unknown, wanted: Wanted): boolean {
  switch (wanted.kind) {
    case 'whole-number':
      return Number.isInteger(value) && isWithin(Number(value), wanted.least, wanted.most)
    case 'one-of':
      return typeof value === 'string' && wanted.words.includes(value)
    case 'access-key-ids':
      return isList(value, wanted.most, (text) => /^[A-Z2-7]{20}$/.test(text))
    case 'region':
      return typeof value === 'string' && regionOf(value) !== null
    case 'regions':
      return isList(value, wanted.most, (text) => regionOf(text) !== null)
    case 'regions-but-us-east-1':
      return isList(value, wanted.most, (text) => regionOf(text) !== null && text !== 'us-east-1')
    default:
      return wanted satisfies never
  }
}

const isWithin = (value: number, least: number, most: number): boolean =>
  value >= least && value <= most

const isList = (value: unknown, most: number, suitsOne: (text: string) => boolean): boolean =>
  Array.isArray(value) &&
  value.length <= most &&
  value.every((each) => typeof each === 'string' && suitsOne(each))
