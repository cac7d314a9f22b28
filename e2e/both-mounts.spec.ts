import { startSandboxServer } from '#adapters/node/sandbox-server.ts'
import { prepareSituation, SITUATIONS, type SituationId } from '#sandbox/situations.ts'
import { expect, test } from './test.ts'

/** Who answers at an address of this machine is not known, so nothing is said of AWS there. */
const AT_AN_ADDRESS: Partial<Readonly<Record<SituationId, string>>> = {
  'service-unavailable': 'cannot-tell',
  'inactive-key': 'cannot-tell',
}

for (const { id } of SITUATIONS) {
  test(`in the page and on a port the same: ${id}`, async ({ app, watch }) => {
    const { paste, settings } = await prepareSituation(id, Date.now(), 2)
    const server = await startSandboxServer({ port: 0, settings })
    try {
      watch.mayCall(new URL(server.url).host)
      await app.open()
      if (await app.situation(id).isHidden()) await app.people.click()
      await app.situation(id).click()
      await app.ask()
      await expect(app.answer).toHaveCount(1)
      const outcome = (await app.answer.getAttribute('data-outcome')) ?? ''
      const cause = await app.answer.getAttribute('data-cause')
      await app.clear()
      await app.paste(paste)
      await app.chooseCustom(server.url)
      await app.ask()
      await expect(app.answer).toHaveAttribute('data-outcome', outcome)
      const expected = AT_AN_ADDRESS[id] ?? cause
      if (expected !== null) await expect(app.answer).toHaveAttribute('data-cause', expected)
    } finally {
      await server.close()
    }
  })
}
