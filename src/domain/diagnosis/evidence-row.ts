import type {
  Bearing,
  Evidence,
  EvidenceName,
  EvidenceValue,
  EvidenceWord,
  Source,
} from './finding.ts'

export const word = (value: EvidenceWord): EvidenceValue => ({ word: value })

export const literal = (value: string): EvidenceValue => ({ literal: value })

/** One row of evidence. */
export function row(
  name: EvidenceName,
  expected: EvidenceValue,
  seen: EvidenceValue,
  bearing: Bearing,
  source: Source,
): Evidence {
  return { name, expected, seen, bearing, source }
}
