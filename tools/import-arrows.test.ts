import { execFile } from 'node:child_process'
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

/**
 * Plants one file per arrow in a copy of the layout outside the source tree and lints it with this project's own
 * configuration: a rule that silently matches nothing shows as a forbidden import that passes.
 */
type Importer = { readonly from: string; readonly may: readonly string[] }

/** "Who may import whom". Packages stand in the list beside the rooms. */
const ARROWS: readonly Importer[] = [
  { from: 'domain', may: ['domain'] },
  { from: 'domain/region', may: ['domain'] },
  { from: 'sandbox', may: ['domain', 'sandbox'] },
  { from: 'adapters/browser', may: ['domain', 'sandbox', 'adapters'] },
  { from: 'adapters/sandbox', may: ['domain', 'sandbox', 'adapters'] },
  { from: 'adapters/node', may: ['domain', 'sandbox', 'adapters'] },
  { from: 'adapters/aws', may: ['domain', 'sandbox', 'adapters', '@aws-sdk/client-sts'] },
  { from: 'state', may: ['domain', 'state', 'react', 'zustand'] },
  { from: 'ui', may: ['ui', 'react'] },
  { from: 'messages', may: ['domain', 'messages'] },
  { from: 'messages/en', may: ['domain', 'messages'] },
  { from: 'features/one', may: ['domain', 'state', 'ui', 'messages', 'react'] },
  {
    from: 'app',
    may: ['domain', 'sandbox', 'adapters', 'state', 'ui', 'messages', 'features', 'app', 'react'],
  },
  { from: 'cli', may: ['domain', 'messages', 'cli'] },
]

const ROOMS = [
  'domain',
  'sandbox',
  'adapters',
  'state',
  'ui',
  'messages',
  'features',
  'app',
  'cli',
  'contract',
]
const PACKAGES = ['react', 'react-dom', 'zustand', '@aws-sdk/client-sts', '@smithy/signature-v4']

/** Packages that come with another one of the table. */
const COMES_WITH: Readonly<Record<string, string>> = {
  'react-dom': 'react',
  '@smithy/signature-v4': '@aws-sdk/client-sts',
}

/** What no pure room may touch. */
const IMPURE = [
  ['fetch("/")', 'no-restricted-globals'],
  ['new XMLHttpRequest()', 'no-restricted-globals'],
  ['new WebSocket("/")', 'no-restricted-globals'],
  ['indexedDB.databases()', 'no-restricted-globals'],
  ['caches.keys()', 'no-restricted-globals'],
  ['performance.now()', 'no-restricted-globals'],
  ['Date.now()', 'no-restricted-globals'],
  ['new Date()', 'no-restricted-globals'],
  ['setTimeout(String, 1)', 'no-restricted-globals'],
  ['setInterval(String, 1)', 'no-restricted-globals'],
  ['Math.random()', 'no-restricted-properties'],
  ['crypto.getRandomValues(new Uint8Array(1))', 'no-restricted-properties'],
  ['crypto.randomUUID()', 'no-restricted-properties'],
] as const

type Planted = {
  readonly file: string
  readonly from: string
  readonly text: string
  /** The rule that has to fire; null where the file has to pass. */
  readonly rule: string | null
}

const project = fileURLToPath(new URL('..', import.meta.url))
const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'))
const manifest = readJson(path.join(project, 'package.json')) as { imports: object }
const aliases = Object.keys(manifest.imports).map((key) => /^#([a-z]+)\/\*$/.exec(key)?.[1] ?? key)

function specifiers({ from }: Importer, room: string): readonly string[] {
  const up = '../'.repeat(from.split('/').length)
  const inside = room === 'features' ? 'features/two/x.ts' : `${room}/x.ts`
  const alias = aliases.includes(room) ? [`#${inside}`] : []
  // Inside a feature even an allowed room is reached by its alias alone.
  const isRelative = !from.startsWith('features/') || room === 'app' || room === 'features'
  return isRelative ? [...alias, up + inside] : alias
}

function importsOf(importer: Importer): readonly (readonly [text: string, rule: string | null])[] {
  const { from, may } = importer
  const rooms = ROOMS.flatMap((room) =>
    specifiers(importer, room).map((specifier) => ({ specifier, isAllowed: may.includes(room) })),
  )
  const packages = PACKAGES.map((specifier) => ({
    specifier,
    isAllowed: may.includes(COMES_WITH[specifier] ?? specifier),
  }))
  return [
    ...[...rooms, ...packages].flatMap(({ specifier, isAllowed }) => {
      const rule = isAllowed ? null : 'no-restricted-imports'
      return [
        [`import { x } from '${specifier}'\nexport const y = x`, rule],
        [`import type { X } from '${specifier}'\nexport type Y = X`, rule],
      ] as const
    }),
    [`export * from '@aws-sdk/client-sts'`, ruleFor(may, '@aws-sdk/client-sts')],
    [`export const x = import('@aws-sdk/client-sts')`, ruleFor(may, '@aws-sdk/client-sts')],
    [`import { x } from './x.ts'\nexport const y = x`, null],
    ...(from.startsWith('features/')
      ? ([
          [`import { x } from '../two/x.ts'\nexport const y = x`, 'no-restricted-imports'],
        ] as const)
      : []),
    ...(from === 'state'
      ? ([
          [
            `import { persist } from 'zustand/middleware'\nexport const y = persist`,
            'no-restricted-imports',
          ],
        ] as const)
      : []),
  ]
}

function ruleFor(may: readonly string[], specifier: string): string | null {
  return may.includes(specifier) ? null : 'no-restricted-imports'
}

const arrows = ARROWS.flatMap((importer) =>
  importsOf(importer).map(([text, rule], index): Planted => {
    const file = `src/${importer.from}/planted-${index}.ts`
    return { file, from: importer.from, text, rule }
  }),
)

const PURE = ['domain/region', 'sandbox', 'messages/en']

const impure = PURE.flatMap((from) =>
  IMPURE.map(([expression, rule], index): Planted => {
    const file = `src/${from}/planted-impure-${index}.ts`
    return { file, from, text: `export const x = () => ${expression}`, rule }
  }),
)

const firstLine = ({ text }: Planted): string => text.split('\n')[0] ?? ''

describe('the lint', () => {
  let copy = ''
  const broken = new Map<string, readonly string[]>()
  let linted = 0

  beforeAll(async () => {
    copy = mkdtempSync(path.join(tmpdir(), 'import-arrows-'))
    copyFileSync(path.join(project, '.oxlintrc.json'), path.join(copy, '.oxlintrc.json'))
    for (const { file, text } of [...arrows, ...impure]) {
      mkdirSync(path.join(copy, path.dirname(file)), { recursive: true })
      writeFileSync(path.join(copy, file), `${text}\n`)
    }
    const report = await lint(copy)
    linted = report.number_of_files
    for (const { filename, code } of report.diagnostics) {
      const file = filename.replaceAll('\\', '/')
      const rule = /\((.*)\)$/.exec(code ?? '')?.[1] ?? ''
      broken.set(file, [...(broken.get(file) ?? []), rule])
    }
  })

  afterAll(() => {
    if (copy !== '') rmSync(copy, { recursive: true, force: true })
  })

  const restrictions = (planted: Planted): readonly string[] =>
    (broken.get(planted.file) ?? []).filter((rule) => rule.startsWith('no-restricted-'))

  test('read every planted file', () => {
    expect(linted).toBe(arrows.length + impure.length)
  })

  test.each(ARROWS.map(({ from }) => from))('forbids in %s what no arrow allows', (from) => {
    const forbidden = arrows.filter((planted) => planted.from === from && planted.rule !== null)
    expect(forbidden.length).toBeGreaterThan(0)
    expect(
      forbidden.filter((planted) => restrictions(planted).length === 0).map(firstLine),
    ).toEqual([])
  })

  test.each(ARROWS.map(({ from }) => from))('allows in %s what an arrow allows', (from) => {
    const allowed = arrows.filter((planted) => planted.from === from && planted.rule === null)
    expect(allowed.length).toBeGreaterThan(0)
    expect(allowed.filter((planted) => restrictions(planted).length > 0).map(firstLine)).toEqual([])
  })

  test.each(PURE)('forbids clocks, chance and the network in %s', (from) => {
    const found = impure
      .filter((planted) => planted.from === from)
      .map((planted) => [planted.text, [...new Set(restrictions(planted))]])
    const wanted = IMPURE.map(([expression, rule]) => [
      `export const x = () => ${expression}`,
      [rule],
    ])
    expect(found).toEqual(wanted)
  })

  test('knows every alias of package.json and every folder of src', () => {
    const folders = readdirSync(path.join(project, 'src'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
    expect(ROOMS).toEqual(expect.arrayContaining([...aliases, ...folders]))
  })

  test('holds no look-around, which its regular expressions silently never match', () => {
    expect(readFileSync(path.join(project, '.oxlintrc.json'), 'utf8')).not.toMatch(/\(\?<?[=!]/)
  })
})

type Report = {
  readonly diagnostics: readonly { readonly filename: string; readonly code?: string }[]
  readonly number_of_files: number
}

/** Runs the linter; it exits with an error wherever it finds something, so the exit code says nothing here. */
function lint(folder: string): Promise<Report> {
  const oxlint = path.join(project, 'node_modules/oxlint/bin/oxlint')
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [oxlint, '--format', 'json', '.'],
      { cwd: folder, maxBuffer: 64 * 1024 * 1024 },
      (error, output) => {
        try {
          resolve(JSON.parse(output) as Report)
        } catch {
          reject(error ?? new Error('oxlint printed no report'))
        }
      },
    )
  })
}
