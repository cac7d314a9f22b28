import type { StatusKind } from '#ui/status.tsx'

/** A held set as a row of the tray, ready to be shown. */
export type TrayRow = {
  readonly id: number
  readonly name: string
  /** What it is, in a few words; may be empty. */
  readonly detail: string
  /** 0 for a set without a parent. */
  readonly depth: number
  readonly madeBy: string
  readonly madeByDetail: string
  readonly account: string
  readonly isAccountInferred: boolean
  readonly isOpen: boolean
  readonly isMarked: boolean
  /** Null where nothing is known of its time. */
  readonly life: Life | null
  /** The end on the clock, empty where it is not known. */
  readonly ends: string
  /** Time left in words; `status` where it is more than a number. */
  readonly left: string
  readonly status: readonly [StatusKind, string] | null
}

/** Instants; `isOpenEnded`: the end is the latest that AWS allows. */
export type Life = { readonly from: number; readonly to: number; readonly isOpenEnded: boolean }
