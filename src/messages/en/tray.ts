import type { ComparedFact, Comparison } from '#domain/session/compare-held.ts'
import { plural } from './plural.ts'

const facts: Readonly<Record<ComparedFact, string>> = {
  account: 'Account',
  principal: 'ARN',
  kind: 'Principal',
  'key-kind': 'Access key ID',
  'made-by': 'Made by',
  parent: 'Made from',
  ends: 'Ends',
  'token-version': 'Token version',
  'token-region': 'Issued in',
  limits: 'It can never',
  verdict: 'Before a call',
}

const sameness: Readonly<Record<Comparison['sameness'], string>> = {
  same: 'the same',
  differs: 'differs',
  unknown: 'not comparable',
}

/** What the page says of the credentials that it holds. */
export const trayMessages = {
  title: 'Held in this tab',
  count: (count: number, next: string) =>
    [plural(count, 'set of credentials', 'sets of credentials'), next]
      .filter((part) => part !== '')
      .join(', '),
  nextEnd: (left: string) => `next to end in ${left}`,
  caption: 'Sets of credentials held in this tab, with what each was made from',
  columns: {
    credential: 'Credentials',
    madeBy: 'Made by',
    account: 'Account',
    life: 'Lifetime',
    ends: 'Ends',
    left: 'Time left',
    actions: 'Actions',
    fact: 'Fact',
    reading: 'Reading',
  },
  lifeOf: (ends: string) => (ends === '' ? 'End not known' : `Ends ${ends}`),
  set: (number: number) => `Set ${String(number)}`,
  pasted: 'Pasted',
  situation: 'Sandbox situation',
  numbered: (name: string, number: number) => `${name} (${String(number)})`,
  parentRemoved: 'what it was made from was removed',
  ofSandbox: (detail: string) =>
    detail === '' ? 'From the sandbox' : `From the sandbox. ${detail}`,
  sessionOf: (name: string) => `${name}, session`,
  from: (name: string) => `from ${name}`,
  chained: (name: string) => `from ${name}, chained: 1 h at most`,
  atMost: (at: string) => `≤ ${at}`,
  atMostLeft: (left: string) => `≤ ${left}`,
  noEnd: 'no end',
  notKnown: 'not known',
  expired: 'Expired',
  probablyExpired: 'Probably expired',
  withMfa: (kind: string) => `${kind}, MFA`,
  longTermKey: 'long-term key',
  temporaryKey: 'temporary key',
  choose: 'Choose',
  chosen: 'Chosen',
  chooseLabel: (name: string) => `Choose ${name}`,
  rename: 'Rename',
  renameLabel: (name: string) => `Rename ${name}`,
  nameOf: (name: string) => `Name of ${name}`,
  saveName: 'Save',
  remove: 'Remove',
  removeLabel: (name: string) => `Remove ${name}`,
  removeForGood: 'Remove for good',
  keep: 'Keep',
  compare: 'Compare',
  compareLabel: (name: string) => `Compare ${name}`,
  howToCompare:
    'Mark two to compare them. Nothing here outlives this tab, and a reload forgets it all.',
  comparison: 'Comparison',
  compared: (one: string, other: string, differing: number) =>
    `${one} and ${other}: ${differing === 0 ? 'nothing that is known differs' : plural(differing, 'fact differs', 'facts differ')}`,
  facts,
  sameness,
  notShown: 'not known',
  none: 'nothing',
  lineage: 'Lineage',
  pastedHere: (when: string) => (when === '' ? 'Pasted here' : `Pasted here. ${when}`),
  mintedHow: (operation: string, at: string, span: string, hasMfa: boolean) =>
    `${operation}${hasMfa ? ' with MFA' : ''} at ${at}${span === '' ? '' : `, ${span}`}`,
}

export type TrayMessages = typeof trayMessages
