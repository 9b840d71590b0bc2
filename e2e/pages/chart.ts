import type { Locator, Page } from '@playwright/test'

/** One song's chart with its tools. */
export class Chart {
  readonly title: Locator
  readonly chart: Locator
  readonly key: Locator
  readonly capo: Locator
  readonly show: Locator
  readonly text: Locator
  readonly look: Locator
  readonly edit: Locator
  readonly more: Locator
  readonly about: Locator

  constructor(readonly page: Page) {
    this.title = page.getByRole('main').getByRole('heading', { level: 1 })
    this.chart = page.getByRole('group', { name: 'Chart', exact: true })
    this.key = this.tool('Key')
    this.capo = this.tool('Capo')
    this.show = this.tool('Show')
    this.text = this.tool('Text')
    this.look = page.getByRole('button', { name: 'How the chart looks' })
    this.edit = page.getByRole('main').getByRole('link', { name: 'Edit' })
    this.more = page.getByRole('main').getByRole('button', { name: 'More' }).first()
    this.about = page.getByRole('complementary', { name: 'About this song' })
  }

  async open(id: string, query = ''): Promise<void> {
    await this.page.goto(`/songs/${id}${query}`)
    await this.chart.waitFor()
  }

  /** Chords are hidden from the accessibility tree unless asked for, so they are read from the page. */
  async chords(): Promise<string[]> {
    return this.chart.locator('b.c').allTextContents()
  }

  async keyUp(): Promise<void> {
    await this.key.getByRole('button', { name: 'Up a semitone' }).click()
  }

  async capoUp(): Promise<void> {
    await this.capo.getByRole('button', { name: 'Capo up' }).click()
  }

  async showAs(words: string): Promise<void> {
    await this.show.getByRole('button', { name: words }).click()
  }

  async chooseNotation(name: string): Promise<void> {
    await this.look.click()
    await this.page.getByLabel('Chords as').selectOption({ label: name })
    await this.page.keyboard.press('Escape')
  }

  async menu(item: string): Promise<void> {
    await this.more.click()
    await this.page.getByRole('menuitem', { name: item }).click()
  }

  private tool(name: string): Locator {
    return this.page.getByRole('group', { name, exact: true }).filter({ visible: true })
  }
}
