import type { Locator, Page } from '@playwright/test'

/** The song editor. */
export class Editor {
  readonly source: Locator
  readonly preview: Locator
  readonly publish: Locator
  readonly state: Locator
  readonly conflict: Locator

  constructor(readonly page: Page) {
    this.source = page.getByRole('textbox', { name: 'ChordPro source' })
    this.preview = page.getByRole('region', { name: 'Preview' })
    this.publish = page.getByRole('button', { name: /^Publish/ })
    this.state = page.getByRole('main').getByRole('status').first()
    this.conflict = page.getByRole('dialog', { name: 'Two people changed this song' })
  }

  async open(id: string): Promise<void> {
    await this.page.goto(`/songs/${id}/edit`)
    await this.source.waitFor()
  }

  async view(name: 'Chart' | 'Facts' | 'Arrangement'): Promise<void> {
    const views = this.page.getByRole('group', { name: 'What is being edited' })
    await views.getByRole('button', { name }).click()
  }

  /** Types a line at the end of the source. */
  async append(line: string): Promise<void> {
    await this.source.click()
    await this.page.keyboard.press('Control+End')
    await this.page.keyboard.insertText(`\n${line}`)
  }

  async replace(text: string): Promise<void> {
    await this.source.click()
    await this.page.keyboard.press('Control+a')
    await this.page.keyboard.press('Delete')
    await this.page.keyboard.insertText(text)
  }
}
