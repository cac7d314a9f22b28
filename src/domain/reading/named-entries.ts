import { NOTHING, type Decoy, type Entry, type Findings } from './entry.ts'
import type { Page } from './page.ts'
import type { Named, Style } from './scan-named.ts'

type Options = {
  readonly isOwn?: (named: Named) => boolean
  readonly isClose?: (named: Named) => boolean
  readonly groupOf?: (named: Named) => number
  readonly profileOf?: (named: Named) => string | null
}

/** The values behind names that a recogniser calls its own, as its findings. */
export function findingsOf(page: Page, styles: readonly Style[], options: Options = {}): Findings {
  const { isOwn = () => true } = options
  const own = styles
    .flatMap((style) => page.named(style))
    .filter((named) => page.isFree(named.at) && isOwn(named))
  if (own.length === 0) return NOTHING
  const suffixes = new Map<string, number>()
  const entries: Entry[] = []
  const decoys: Decoy[] = []
  for (const named of own) {
    const { kind, name, raw, at, end, suffix } = named
    if (kind.is === 'decoy') {
      if (raw.length >= 16) decoys.push({ decoy: kind.decoy, name, at, end })
      continue
    }
    if (suffix !== null && !suffixes.has(suffix)) suffixes.set(suffix, -1 - suffixes.size)
    entries.push({
      field: kind.field,
      strength: kind.strength,
      name,
      raw,
      at,
      end,
      group: suffix === null ? (options.groupOf?.(named) ?? 0) : (suffixes.get(suffix) ?? 0),
      isClose: options.isClose?.(named) ?? false,
      profile: suffix ?? options.profileOf?.(named) ?? null,
    })
  }
  const notes = own.flatMap((named) =>
    named.pieces > 1 && named.kind.is === 'field' && isValue(named.kind.field)
      ? [{ note: 'pieces-joined' as const, field: named.kind.field, count: named.pieces }]
      : [],
  )
  return { entries, decoys, notes }
}

function isValue(
  field: Entry['field'],
): field is 'accessKeyId' | 'secretAccessKey' | 'sessionToken' {
  return field === 'accessKeyId' || field === 'secretAccessKey' || field === 'sessionToken'
}
