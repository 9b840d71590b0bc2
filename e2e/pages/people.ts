import type { Locator, Page } from '@playwright/test'

/** Everyone with a list. */
export class People {
  readonly add: Locator
  readonly dialog: Locator

  constructor(readonly page: Page) {
    this.add = page.getByRole('main').getByRole('button', { name: 'Add a person' }).first()
    this.dialog = page.getByRole('dialog', { name: 'Add a person' })
  }

  async open(): Promise<void> {
    await this.page.goto('/people')
    await this.page.getByRole('heading', { name: 'People', level: 1 }).waitFor()
  }

  row(name: string): Locator {
    return this.page.getByRole('row').filter({ hasText: name })
  }
}

/** One person and their list. */
export class Person {
  readonly name: Locator
  readonly add: Locator
  readonly found: Locator
  readonly list: Locator
  readonly rows: Locator
  readonly search: Locator

  constructor(readonly page: Page) {
    this.name = page.getByRole('main').getByRole('heading', { level: 1 })
    this.add = page.getByRole('combobox', { name: /^Add songs to/ })
    this.found = page.getByRole('grid', { name: 'Songs to add' }).getByRole('row')
    this.list = page.getByRole('region', { name: 'Songs', exact: true })
    this.rows = this.list.getByRole('listitem')
    this.search = page.getByRole('searchbox', { name: 'Search this list' })
  }

  async open(id: string): Promise<void> {
    await this.page.goto(`/people/${id}`)
    await this.name.waitFor()
  }

  row(title: string): Locator {
    return this.rows.filter({ hasText: title })
  }

  /** The titles in the order in which they stand. */
  titles(): Promise<string[]> {
    return this.rows.getByRole('link').allTextContents()
  }

  grip(title: string): Locator {
    return this.page.getByRole('button', { name: `Move ${title}`, exact: true })
  }

  keyOf(title: string): Locator {
    return this.row(title).getByRole('button', { name: /(Change the key|Choose a key|Choose one)$/ })
  }

  async menu(title: string, item: string): Promise<void> {
    await this.page.getByRole('button', { name: `More for ${title}`, exact: true }).click()
    await this.page.getByRole('menuitem', { name: item }).click()
  }
}
