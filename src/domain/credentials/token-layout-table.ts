/** A layout of session tokens. `wires` has a letter per field: `v` varint, `b` bytes. */
export type TokenLayout = {
  readonly version: 1 | 2
  readonly wires: string
  /** The numbers of the fields that hold them. */
  readonly fields: Readonly<Record<'time' | 'iv' | 'ciphertext' | 'signature', number>>
  readonly names: readonly string[]
}

const NAMES_1 = ['aws', 'er/aws']

const VERSION_2: TokenLayout = {
  version: 2,
  wires: 'bvbbbvb',
  fields: { time: 6, iv: 4, ciphertext: 5, signature: 4 },
  names: ['origin', 'origin_ec'],
}

/** By first byte. AWS documents none of them; they are read off public tokens and may change any day. */
export const TOKEN_LAYOUTS: Readonly<Record<number, TokenLayout>> = {
  0x01: {
    version: 1,
    wires: 'bvbv',
    fields: { time: 4, iv: 0, ciphertext: 3, signature: 0 },
    names: NAMES_1,
  },
  0x02: VERSION_2,
  0x15: {
    version: 1,
    wires: 'bvbbv',
    fields: { time: 5, iv: 3, ciphertext: 4, signature: 0 },
    names: NAMES_1,
  },
  0x17: {
    version: 1,
    wires: 'bvbbvb',
    fields: { time: 5, iv: 3, ciphertext: 4, signature: 6 },
    names: NAMES_1,
  },
  0x21: VERSION_2,
}

/** Version 2 keeps account, IV and ciphertext in a message of its own, with field numbers of its own. */
export const USER_PART = { field: 5, wires: 'vvbbb', account: 3 } as const
