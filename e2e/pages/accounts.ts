import type { Locator, Page } from '@playwright/test'

/** Who may sign in. */
export class Users {
  readonly add: Locator
  readonly dialog: Locator

  constructor(readonly page: Page) {
    this.add = page.getByRole('button', { name: 'New account' })
    this.dialog = page.getByRole('dialog', { name: 'New account' })
  }

  async open(): Promise<void> {
    await this.page.goto('/users')
    await this.page.getByRole('table', { name: 'Accounts' }).waitFor()
  }

  row(name: string): Locator {
    return this.page.getByRole('row').filter({ hasText: name })
  }

  async giveRole(name: string, role: string): Promise<void> {
    await this.row(name).getByRole('button', { name: /Change the role$/ }).click()
    await this.page.getByRole('menuitemradio', { name: new RegExp(`^${role}`) }).click()
  }

  async menu(name: string, item: string): Promise<void> {
    await this.row(name).getByRole('button', { name: /^More for/ }).click()
    await this.page.getByRole('menuitem', { name: item }).click()
  }
}

/** One's own account. */
export class Account {
  readonly devices: Locator

  constructor(readonly page: Page) {
    this.devices = page.getByRole('region', { name: 'My devices' }).getByRole('listitem')
  }

  async open(): Promise<void> {
    await this.page.goto('/account')
    await this.devices.first().waitFor()
  }
}
