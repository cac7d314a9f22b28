import { describe, expect, test } from 'vitest'
import { readPaste } from './read-paste.ts'
import type { TextRepair } from './reading.ts'
import { A, B, FAMILIES, setsOf } from './written-pastes.ts'

const html = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('/', '&#x2F;')

function quotedPrintable(text: string): string {
  return text
    .replaceAll('=', '=3D')
    .split('\n')
    .map((line) => line.replace(/(.{70}(?!.?.?$)(?<!=.?))(?=.)/g, '$1=\n'))
    .join('\n')
}

const TEXTS: readonly (readonly [string, TextRepair, string])[] = [
  ['mark', 'byte-order-mark', `\uFEFF${FAMILIES.shell(A)}`],
  ['CRLF', 'windows-line-ends', FAMILIES.INI(A).replaceAll('\n', '\r\n')],
  ['old Mac line ends', 'windows-line-ends', FAMILIES.INI(A).replaceAll('\n', '\r')],
  [
    'zero width in name and value',
    'invisible-characters',
    FAMILIES.INI(A)
      .replace('access', 'ac\u200Bcess')
      .replace(A.secret.slice(0, 9), `${A.secret.slice(0, 9)}\u2060`),
  ],
  ['no-break spaces', 'no-break-spaces', FAMILIES.INI(A).replaceAll(' ', '\u00A0')],
  ['smart quotes', 'smart-quotes', FAMILIES.shell(A).replace(/"(.*?)"/g, '“$1”')],
  ['smart quotes at one end', 'smart-quotes', FAMILIES.shell(A).replace(/"(.*?)"/g, '"$1”')],
  ['smart quotes in JSON', 'smart-quotes', FAMILIES.Cognito(A).replace(/"(.*?)"/g, '“$1”')],
  ['fence', 'markdown-fences', `Here:\n\`\`\`bash\n${FAMILIES.shell(A)}\`\`\`\n`],
  ['glued fence', 'markdown-fences', `\`\`\`${FAMILIES.lines(A)}\`\`\``],
  ['mail', 'mail-quoting', FAMILIES.shell(A).replace(/^/gm, '> ')],
  ['mail, twice', 'mail-quoting', FAMILIES.INI(A).replace(/^/gm, '> > ')],
  ['quoted-printable', 'quoted-printable', quotedPrintable(FAMILIES.shell(A))],
  ['quoted-printable JSON', 'quoted-printable', quotedPrintable(FAMILIES['assume-role'](A))],
  ['entities', 'html-entities', html(FAMILIES['assume-role'](A))],
  ['entities twice', 'html-entities', html(FAMILIES.shell(A)).replaceAll('&', '&amp;')],
  ['percent', 'percent-encoding', encodeURIComponent(FAMILIES['assume-role'](A))],
  ['percent, lines', 'percent-encoding', encodeURIComponent(FAMILIES.shell(A))],
  ['JSON in JSON', 'json-in-json', JSON.stringify({ body: FAMILIES['assume-role'](A) })],
  [
    'JSON in JSON in JSON',
    'json-in-json',
    JSON.stringify({ a: JSON.stringify({ body: FAMILIES.Cognito(A) }) }),
  ],
  ['escaped, torn out', 'json-in-json', JSON.stringify(FAMILIES.Cognito(A)).slice(1, -1)],
  ['prompts', 'shell-prompts', FAMILIES.shell(A).replace(/^(?=.)/gm, 'me@host:~/work$ ')],
  [
    'history',
    'shell-prompts',
    FAMILIES.shell(A)
      .split('\n')
      .map((line, index) => (line === '' ? line : `  ${String(501 + index)}  ${line}`))
      .join('\n'),
  ],
  ['PowerShell prompt', 'shell-prompts', FAMILIES.PowerShell(A).replace(/^(?=.)/gm, 'PS C:\\me> ')],
  [
    'cmd prompt',
    'shell-prompts',
    FAMILIES.INI(A)
      .replace('[default]\n', '')
      .replace(/^(?=.)/gm, 'C:\\me>set ')
      .replaceAll(' = ', '='),
  ],
]

test.each(TEXTS)('%s: mended and told', (_name, repair, text) => {
  const reading = readPaste(text)
  expect(setsOf(reading)).toEqual([A])
  expect(
    reading.notes.flatMap((note) => (note.note === 'text-repaired' ? note.repair : [])),
  ).toContain(repair)
})

test.each([
  ['quoted-printable', quotedPrintable(`Dear all,\n\n${FAMILIES.shell(A)}`), 3],
  ['percent, lines', encodeURIComponent(`a\n${FAMILIES.shell(A)}`), 1],
  ['mail', `x\ny\n${FAMILIES.shell(A)}`.replace(/^/gm, '> '), 3],
])('%s: lines are those of the paste', (_name, text, line) => {
  expect(readPaste(text).credentials[0]?.accessKeyId?.found.line).toBe(line)
})

describe('values mended', () => {
  const at = (text: string, width: number, mark: string): string =>
    text.replace(new RegExp(`(.{${String(width)}})(?=.)`, 'g'), `$1${mark}`)
  test.each([
    [
      'unicode escapes',
      FAMILIES.camelCase(B).replaceAll('+', String.raw`\u002B`),
      'escapes-resolved',
    ],
    [
      'escapes outside of JSON',
      FAMILIES['single quotes'](B).replaceAll('+', String.raw`\u002B`),
      'escapes-resolved',
    ],
    [
      'escaped slashes',
      FAMILIES['single quotes'](B).replaceAll('/', String.raw`\/`),
      'escapes-resolved',
    ],
    [
      'percent codes in the values',
      `AWS_ACCESS_KEY_ID=${B.key}\nAWS_SECRET_ACCESS_KEY=${encodeURIComponent(B.secret)}\nAWS_SESSION_TOKEN=${encodeURIComponent(B.token)}`,
      'percent-decoded',
    ],
    ['plus signs lost', FAMILIES.shell(B).replaceAll('+', ' '), 'plus-signs-restored'],
    [
      'backslash continuations',
      `export AWS_ACCESS_KEY_ID=${B.key}\nexport AWS_SECRET_ACCESS_KEY=${B.secret}\nexport AWS_SESSION_TOKEN=${at(B.token, 80, '\\\n')}`,
      'line-breaks-removed',
    ],
    [
      'continuations in quotes',
      `export AWS_ACCESS_KEY_ID=${B.key}\nexport AWS_SECRET_ACCESS_KEY=${B.secret}\nexport AWS_SESSION_TOKEN="${at(B.token, 80, '\\\n')}"`,
      'line-breaks-removed',
    ],
    [
      'string in pieces',
      `{\n  accessKeyId: '${B.key}',\n  secretAccessKey: '${B.secret}',\n  sessionToken: '${at(B.token, 70, "' +\n    '")}',\n}`,
      'pieces-joined',
    ],
    [
      'string in pieces, Python',
      `aws_access_key_id='${B.key}',\naws_secret_access_key='${B.secret}',\naws_session_token=('${at(B.token, 70, "'\n    '")}'),`,
      'pieces-joined',
    ],
    ['commas lost', FAMILIES['assume-role'](B).replaceAll(',', ''), 'commas-missing'],
    ['trailing comma', FAMILIES['assume-role'](B).replace(/"(\s+\})/, '",$1'), null],
    ['commas behind bare values', `${B.key},\n${B.secret},\n${B.token},\n`, null],
    ['list marks', `- ${B.key}\n- ${B.secret}\n- ${B.token}\n`, null],
  ])('%s', (_name, text, note) => {
    const reading = readPaste(text)
    expect(setsOf(reading)).toEqual([B])
    if (note === null) expect(reading.notes).toEqual([])
    else expect(reading.notes.map((each) => each.note)).toContain(note)
  })
})
