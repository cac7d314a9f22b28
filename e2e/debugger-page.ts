import type { Locator, Page } from '@playwright/test'
import type { FieldName } from '#domain/reading/reading.ts'
import type { EndpointKind } from '#domain/region/target.ts'
import type { OperationName } from '#domain/sts/operations/descriptor.ts'
import { firstMessages } from '#messages/en/first.ts'
import { formMessages } from '#messages/en/operation-forms.ts'
import { trayMessages } from '#messages/en/tray.ts'
import { workMessages } from '#messages/en/work.ts'
import { PASTES, type TestCredentials } from './credentials.ts'
import type { Watch } from './watch.ts'

const FIELDS: readonly FieldName[] = ['accessKeyId', 'secretAccessKey', 'sessionToken']

/** The fold of what is seldom needed, whatever it counts. */
const SELDOM = new RegExp(formMessages.seldom(0).replace(/\d+ \w+ \w+/, String.raw`\d+ \w+ \w+`))

/** The page as a person uses it: what can be seen on it by role and label, and what can be done with it. */
export class DebuggerPage {
  readonly page: Page
  readonly #watch: Watch
  readonly #putOnClipboard: (text: string) => Promise<void>

  readonly box: Locator
  readonly unreadable: Locator
  readonly tab: Locator
  readonly aws: Locator
  readonly primary: Locator
  readonly address: Locator
  readonly answer: Locator
  readonly headline: Locator
  readonly clock: Locator
  readonly region: Locator
  readonly customAddress: Locator
  readonly ledger: Locator
  readonly clearButton: Locator
  readonly operations: Locator
  readonly tray: Locator
  readonly comparison: Locator

  constructor(page: Page, watch: Watch, putOnClipboard: (text: string) => Promise<void>) {
    this.page = page
    this.#watch = watch
    this.#putOnClipboard = putOnClipboard
    this.box = page.getByRole('textbox', { name: firstMessages.box.heading })
    this.unreadable = page.getByText(firstMessages.box.unreadable)
    this.tab = page.getByRole('region', { name: firstMessages.tab.title })
    this.aws = page.locator('#answer')
    this.primary = page.locator('[data-primary]')
    this.address = page.locator('form', { has: this.primary }).getByRole('code').first()
    this.answer = this.aws.locator('[data-outcome]')
    this.headline = this.answer.getByRole('heading', { level: 2 })
    this.clock = page.getByRole('timer')
    this.region = page.getByRole('combobox', { name: workMessages.target.regionLabel })
    this.customAddress = page.getByRole('textbox', { name: workMessages.target.customLabel })
    this.ledger = page.getByRole('contentinfo')
    this.clearButton = page.getByRole('button', { name: firstMessages.clear.label })
    this.operations = page.getByRole('heading', { name: formMessages.title, level: 2 })
    this.tray = page.getByRole('table', { name: trayMessages.caption })
    this.comparison = page.getByRole('table', { name: trayMessages.comparison })
  }

  /** Loads the page and waits until every part of it is there, so that later nothing but the call is fetched. */
  async open(path = './'): Promise<void> {
    this.#watch.loading()
    await this.page.goto(path)
    await this.page.locator('html[data-parts="loaded"]').waitFor()
    this.#watch.loaded()
  }

  /** Pastes a text with the keyboard, wherever the focus is. */
  async paste(text: string): Promise<void> {
    await this.#putOnClipboard(text)
    await this.page.keyboard.press('Control+V')
  }

  /** Pastes credentials and waits until they have been read. */
  async pasteCredentials(
    credentials: TestCredentials,
    shape: keyof typeof PASTES = 'export lines',
  ): Promise<void> {
    this.#watch.keepSecret(credentials)
    await this.paste(PASTES[shape](credentials))
    await this.field('accessKeyId').waitFor()
  }

  /** The row of one of the three values. */
  field(name: FieldName): Locator {
    const header = this.page.getByRole('rowheader', {
      name: workMessages.fields.name[name],
      exact: true,
    })
    return this.page.getByRole('row').filter({ has: header })
  }

  /** The three values as read; null where one is missing. */
  async values(): Promise<Readonly<Record<FieldName, string | null>>> {
    const read = { accessKeyId: '', secretAccessKey: '', sessionToken: '' } as Record<
      FieldName,
      string | null
    >
    for (const name of FIELDS) {
      const row = this.field(name)
      const show = row.getByRole('button', { name: workMessages.fields.showLabel(name) })
      if ((await show.count()) > 0) await show.click()
      const value = row.getByRole('code')
      read[name] = (await value.count()) > 0 ? await value.textContent() : null
      const hide = row.getByRole('button', { name: workMessages.fields.hideLabel(name) })
      if ((await hide.count()) > 0) await hide.click()
    }
    return read
  }

  /** Puts another value in place of one that was read. */
  async edit(name: FieldName, value: string): Promise<void> {
    const row = this.field(name)
    await row.getByRole('button', { name: workMessages.fields.editLabel(name) }).click()
    await row.getByRole('textbox').fill(value)
    await row.getByRole('button', { name: workMessages.fields.save }).click()
  }

  kind(kind: EndpointKind): Locator {
    return this.page.getByRole('radio', {
      name: new RegExp(`^${workMessages.target.kind[kind]}\\b`),
    })
  }

  /** Opens the folded endpoint of an answer, if it is folded. */
  async unfoldEndpoint(): Promise<void> {
    const summary = this.page.locator('details.where:not([open]) > summary').first()
    if ((await summary.count()) > 0) await summary.click()
  }

  /** Chooses a custom endpoint. Whoever names it as the host that may be called does so by `watch`. */
  async chooseCustom(url: string): Promise<void> {
    await this.unfoldEndpoint()
    await this.kind('custom').check()
    // Typed key by key: in Firefox Playwright's fill sets the value past React, which then takes it back.
    await this.customAddress.fill('')
    await this.customAddress.pressSequentially(url)
  }

  async ask(): Promise<void> {
    await this.primary.click()
  }

  situation(id: string): Locator {
    const [name = id] = firstMessages.situations.names[id] ?? []
    return this.page.getByRole('listitem').getByRole('button', { name })
  }

  /** Opens the fold with the people of the sandbox. */
  get people(): Locator {
    return this.page.getByText(firstMessages.situations.people)
  }

  /** Somebody or something of the sandbox on the desk, ready to call. */
  async enter(id: string): Promise<void> {
    const button = this.situation(id)
    await this.people.waitFor()
    if (!(await button.isVisible())) await this.people.click()
    await button.click()
    await this.field('accessKeyId').waitFor()
  }

  async openOperations(): Promise<void> {
    const list = this.page.getByRole('table', { name: formMessages.caption })
    const back = this.page.getByRole('button', { name: formMessages.back })
    if (await back.isVisible()) await back.click()
    else if (!(await list.isVisible())) await this.operations.click()
    await list.waitFor()
  }

  /** Shows the form of an operation. */
  async openOperation(name: OperationName): Promise<void> {
    await this.openOperations()
    await this.page
      .getByRole('button', { name: formMessages.fillInLabel(name), exact: true })
      .click()
    await this.callButton(name).waitFor()
  }

  callButton(name: OperationName): Locator {
    return this.page.getByRole('button', { name: formMessages.call(name), exact: true })
  }

  /** The field of a parameter in the form that is open. */
  parameter(name: string): Locator {
    return this.page.locator(`[data-parameter="${name}"]`)
  }

  /** Puts values into the form that is open; a field that is folded away is unfolded. */
  async fillIn(values: Readonly<Record<string, string>>): Promise<void> {
    for (const [name, value] of Object.entries(values)) {
      const field = this.parameter(name)
      if (!(await field.isVisible())) {
        await this.page.locator('details', { has: field }).getByText(SELDOM).click()
      }
      await field.fill(value)
    }
  }

  /** Fills the form of an operation in and presses its button. */
  async call(name: OperationName, values: Readonly<Record<string, string>> = {}): Promise<void> {
    await this.openOperation(name)
    await this.fillIn(values)
    await this.callButton(name).click()
  }

  /** What came of a call of an operation. */
  reply(name: OperationName): Locator {
    return this.page.locator(`[data-operation="${name}"]`)
  }

  /** Puts on the desk what the operation that is open has returned. */
  async chooseMinted(): Promise<void> {
    await this.page.getByRole('button', { name: formMessages.choose, exact: true }).click()
  }

  /** The row of a held set, by its name. */
  held(name: string): Locator {
    return this.tray.getByRole('row').filter({
      has: this.page.getByRole('button', { name: trayMessages.renameLabel(name), exact: true }),
    })
  }

  async clear(): Promise<void> {
    await this.clearButton.click()
  }
}
