import type { Locator, Page } from '@playwright/test'

/** The list of songs with its preview. */
export class Songs {
  readonly pane: Locator
  readonly search: Locator
  readonly count: Locator
  readonly rows: Locator
  readonly preview: Locator
  readonly current: Locator
  readonly select: Locator
  readonly bulk: Locator

  constructor(readonly page: Page) {
    this.pane = page.getByRole('region', { name: 'Songs', exact: true })
    this.search = this.pane.getByRole('searchbox', { name: 'Search songs' })
    this.count = this.pane.getByRole('status').first()
    this.rows = this.pane.getByRole('list', { name: 'Songs' }).getByRole('link')
    this.preview = page.getByRole('region', { name: 'Preview' })
    this.current = this.rows.and(page.locator('[aria-current=true]'))
    this.select = this.pane.getByRole('button', { name: 'Select', exact: true })
    this.bulk = page.getByRole('toolbar', { name: 'With the selected songs' })
  }

  async open(query = ''): Promise<void> {
    await this.page.goto(`/songs${query}`)
    await this.rows.first().waitFor()
  }

  row(title: string): Locator {
    return this.rows.filter({ hasText: title })
  }

  filter(name: string): Locator {
    return this.pane.getByRole('group', { name: 'Filters' }).getByRole('button', { name, exact: true })
  }

  /** The number that the count line tells. */
  async counted(): Promise<number> {
    return Number(((await this.count.textContent()) ?? '').replace(/[,.]/g, '').match(/\d+/)?.[0])
  }
}
