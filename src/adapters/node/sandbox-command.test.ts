import { afterEach, describe, expect, test } from 'vitest'
import { sandboxCommand } from './sandbox-command.ts'
import type { SandboxServer } from './sandbox-server.ts'

const open: SandboxServer[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()))
})

async function run(...args: string[]) {
  let out = ''
  let err = ''
  const started = await sandboxCommand({
    args,
    write: (text) => (out += text),
    remark: (line) => (err += line),
  })
  if (started.kind === 'running') open.push(started.server)
  return { started, out, err }
}

describe('npm run sandbox', () => {
  test('prints what to copy, and it works', async () => {
    const { out } = await run('--port', '0')
    const [, address = ''] = /aws --endpoint-url (\S+) sts get-caller-identity/.exec(out) ?? []
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    expect(out.match(/^export AWS_ACCESS_KEY_ID=AKIA\w{16}$/gm)?.length).toBeGreaterThan(4)
    expect(out.match(/^export AWS_SECRET_ACCESS_KEY=\S{40}$/gm)?.length).toBeGreaterThan(4)
    const [, settings = ''] = /^curl -s (\S+_sandbox\/settings)$/m.exec(out) ?? []
    expect((await fetch(settings)).status).toBe(200)
  })

  test('--quiet prints the address alone', async () => {
    expect((await run('--port=0', '--quiet')).out).toMatch(/^http:\/\/127\.0\.0\.1:\d+\n$/)
  })

  test('a port that is taken is told in words', async () => {
    const { out } = await run('--port', '0', '--quiet')
    const port = new URL(out.trim()).port
    const again = await run('--port', port)
    expect(again.started).toEqual({ kind: 'ended', exitCode: 1 })
    expect(again.err).toContain(`port ${port} is taken`)
    expect(again.err).not.toContain('Error')
  })

  test.each([[['--port']], [['--port', 'x']], [['--port', '65536']], [['x']]])(
    'wrong arguments: %s',
    async (args) => {
      const { started, out, err } = await run(...args)
      expect(started).toEqual({ kind: 'ended', exitCode: 2 })
      expect(out).toBe('')
      expect(err).toContain('sandbox: ')
    },
  )

  test.each(['-h', '--help'])('%s', async (flag) => {
    const { started, out } = await run(flag)
    expect(started).toEqual({ kind: 'ended', exitCode: 0 })
    expect(out).toContain('--port')
  })
})
