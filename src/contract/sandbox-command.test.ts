import { once } from 'node:events'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildCommands, type BuiltCommands } from '../cli/built-commands.ts'

let commands: BuiltCommands
beforeAll(async () => {
  commands = await buildCommands()
}, 60_000)
afterAll(() => commands.remove())

test('npm run sandbox, as built: it serves until Ctrl+C', { timeout: 30_000 }, async () => {
  const child = commands.start('sandbox', ['--port', '0', '--quiet'])
  child.stdout.setEncoding('utf8')
  const [address] = (await once(child.stdout, 'data')) as [string]
  const response = await fetch(`${address.trim()}/_sandbox/settings`)
  expect(await response.json()).toMatchObject({ interference: 'none' })
  const ended = once(child, 'exit')
  child.kill('SIGINT')
  expect(await ended).toEqual([0, null])
})

test('a port that is taken', { timeout: 30_000 }, async () => {
  const child = commands.start('sandbox', ['--port=0', '--quiet'])
  child.stdout.setEncoding('utf8')
  const [address] = (await once(child.stdout, 'data')) as [string]
  const { code, out, err } = await commands.run('sandbox', '', [
    '--port',
    new URL(address.trim()).port,
  ])
  child.kill('SIGINT')
  expect([code, out]).toEqual([1, ''])
  expect(err).toMatch(/^sandbox: port \d+ is taken; [^\n]*\n$/)
})
