import type { Decoy } from './entry.ts'
import type { Page } from './page.ts'
import type { DecoyKind } from './reading.ts'
import { endOfRun, lettersOf, nextRun } from './runs.ts'

type Pattern = { readonly decoy: DecoyKind; readonly mark: string; readonly pattern: RegExp }

/** What looks like a secret and is another's; each is searched only where its mark stands in the text. */
const PATTERNS: readonly Pattern[] = [
  {
    decoy: 'certificate',
    mark: '-----BEGIN ',
    pattern: /-----BEGIN [A-Z0-9 ]{3,40}-----(?:[^-]|-(?!----END)){0,20000}/g,
  },
  {
    decoy: 'ssh-key',
    mark: 'AAAA',
    pattern:
      /\b(?:ssh-[a-z0-9-]{3,20}|ecdsa-sha2-[a-z0-9-]{3,20}) AAAA[A-Za-z0-9+/]{20,4000}={0,2}/g,
  },
  {
    decoy: 'jwt',
    mark: 'eyJ',
    pattern: /\beyJ[\w-]{8,8000}\.[\w-]{8,16000}(?:\.[\w-]{0,4000}){0,3}/g,
  },
  {
    decoy: 'github-token',
    mark: 'gh',
    pattern: /\bgh[pousr]_[A-Za-z0-9]{20,255}/g,
  },
  { decoy: 'github-token', mark: 'github_pat_', pattern: /\bgithub_pat_\w{20,255}/g },
  {
    decoy: 'imds-token',
    mark: 'AQAE',
    pattern: /(?<![\w+/=-])AQAE[A-Za-z0-9_-]{48,56}==(?![\w=])/g,
  },
  {
    decoy: 'sso-access-token',
    mark: 'AAAAA',
    pattern: /\bao[ar]AAAAA[\w:+/=-]{20,4000}/g,
  },
  {
    decoy: 'unique-id',
    mark: 'A',
    pattern: /\bA(?:IDA|ROA|GPA|IPA|NPA|NVA|PKA|SCA)[A-Z0-9]{16,17}\b(?!:)/g,
  },
]

/** What a value is that stands in another's place, from its beginning to its end; null for everything else. */
export function decoyIn(value: string): DecoyKind | null {
  const bare = value.replace(/^["'`]|["'`]$/g, '')
  for (const { decoy, mark, pattern } of PATTERNS) {
    if (decoy === 'unique-id' || !bare.includes(mark)) continue
    pattern.lastIndex = 0
    if (pattern.exec(bare)?.[0].length === bare.length) return decoy
  }
  return null
}

const HEX = lettersOf(/[0-9a-f]/)

/** The values of other programs in what is left of the text. */
export function decoysIn({ text, isFree }: Page): readonly Decoy[] {
  const decoys: Decoy[] = []
  for (const { decoy, mark, pattern } of PATTERNS) {
    if (!text.includes(mark)) continue
    pattern.lastIndex = 0
    for (let m = pattern.exec(text); m; m = pattern.exec(text)) {
      if (isFree(m.index)) decoys.push({ decoy, name: '', at: m.index, end: pattern.lastIndex })
    }
  }
  for (let at = nextRun(text, HEX, 40, 0); at !== -1;) {
    const end = endOfRun(text, HEX, at)
    const isAlone = !/\w/.test(text.charAt(at - 1)) && !/\w/.test(text.charAt(end))
    if (isAlone && (end - at === 40 || end - at === 64) && isFree(at)) {
      decoys.push({ decoy: 'hash', name: '', at, end })
    }
    at = nextRun(text, HEX, 40, end)
  }
  return decoys
}
