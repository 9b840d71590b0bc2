import type { Locator, Page } from '@playwright/test'

/** What was done, and what was deleted. */
export class History {
  readonly rows: Locator

  constructor(readonly page: Page) {
    this.rows = page.getByRole('main').getByRole('listitem')
  }

  async open(): Promise<void> {
    await this.page.goto('/history')
    await this.rows.first().waitFor()
  }

  async openTrash(): Promise<void> {
    await this.page.goto('/history?tab=trash')
    await this.page.getByRole('heading', { name: 'Trash', level: 1 }).waitFor()
  }

  row(words: string): Locator {
    return this.rows.filter({ hasText: words })
  }
}
