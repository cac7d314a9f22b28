import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'

export type StatusKind = 'success' | 'warning' | 'error' | 'progress' | 'plain' | 'supports'

/** Shape, word, then colour. `quiet`: what agrees stays grey. */
export function Status({
  kind,
  word,
  quiet = false,
}: {
  readonly kind: StatusKind
  readonly word: ReactNode
  readonly quiet?: boolean
}) {
  const icon: IconName = kind
  return (
    <span className={`status status-${quiet ? 'plain' : kind}`}>
      <Icon name={icon} />
      {word}
    </span>
  )
}
