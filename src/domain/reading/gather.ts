import { isKeyIdShaped, isSecretShaped, isTokenShaped } from '../credentials/value-shapes.ts'
import { Secret } from '../credentials/secret.ts'
import { cleanValue } from './clean-value.ts'
import type { Entry } from './entry.ts'
import { readExpiration } from './expiration.ts'
import { ownCopy } from './own-copy.ts'
import type { FieldName, Found, Note, ReadCredentials } from './reading.ts'

/** The sets that a recogniser made out, in the order of the text. */
export type Recognised = {
  readonly credentials: readonly ReadCredentials[]
  readonly notes: readonly Note[]
}

/** A set in the making. */
type Draft = {
  readonly set: { -readonly [Name in keyof ReadCredentials]: ReadCredentials[Name] }
  readonly notes: Note[]
  isNamed: boolean
}

const SHAPES: Readonly<Record<FieldName, (text: string) => boolean>> = {
  accessKeyId: isKeyIdShaped,
  secretAccessKey: isSecretShaped,
  sessionToken: isTokenShaped,
}

/**
 * Puts entries together into sets: within a group a field that comes again with another value opens the next set.
 * Null where no set comes about.
 */
export function gather(entries: readonly Entry[]): Recognised | null {
  const drafts: Draft[] = []
  const latest = new Map<number, Draft>()
  const open = (entry: Entry): Draft => {
    const draft = emptyDraft(entry.profile)
    drafts.push(draft)
    latest.set(entry.group, draft)
    return draft
  }
  for (const entry of entries) {
    const draft = latest.get(entry.group) ?? open(entry)
    if (entry.field === 'expiration' || entry.field === 'region') {
      const isNext =
        draft.set[entry.field] !== null && draft.set.accessKeyId && draft.set.secretAccessKey
      putCircumstance(isNext ? open(entry) : draft, entry, entry.field)
    } else {
      putValue(draft, () => open(entry), entry, entry.field)
    }
  }
  const kept = drafts.filter(({ isNamed, set }) => isNamed || set.accessKeyId)
  if (kept.length === 0) return null
  const notes = kept.flatMap((draft) => draft.notes)
  if (kept.length > 1) notes.push({ note: 'more-credentials', count: kept.length })
  return { credentials: kept.map(({ set }) => set), notes }
}

const emptyDraft = (profile: string | null): Draft => ({
  set: {
    accessKeyId: null,
    secretAccessKey: null,
    sessionToken: null,
    expiration: null,
    region: null,
    profile: profile === null ? null : ownCopy(profile),
  },
  notes: [],
  isNamed: false,
})

function putValue(draft: Draft, next: () => Draft, entry: Entry, field: FieldName): void {
  const cleaned = cleanValue(entry.raw, field)
  if (!cleaned) return
  if (entry.isWeak && !entry.isClose && !SHAPES[field](cleaned.value)) return
  const before = draft.set[field]
  // Old and new spellings of one variable often stand side by side with the same value.
  if (before?.value.reveal() === cleaned.value) return
  const target = before ? next() : draft
  target.set[field] = { value: new Secret(cleaned.value), found: foundIn(entry) }
  target.notes.push(...cleaned.notes)
  target.isNamed ||= !entry.isWeak
}

/** Expiration or Region of a set; the first one counts. */
function putCircumstance(draft: Draft, entry: Entry, field: 'expiration' | 'region'): void {
  const text = entry.raw.trim().replace(/^["'“”‘’]|["'“”‘’]$/g, '')
  if (draft.set[field] !== null || text === '') return
  if (field === 'region') {
    if (/^[\w-]{1,40}$/.test(text)) {
      draft.set.region = { code: ownCopy(text), found: foundIn(entry) }
    }
    return
  }
  const instant = readExpiration(text)
  if (instant === null) draft.notes.push({ note: 'expiration-unreadable', found: foundIn(entry) })
  else draft.set.expiration = { instant, found: foundIn(entry) }
}

const foundIn = ({ found }: Entry): Found => ({ name: ownCopy(found.name), line: found.line })
