import type { Locator, Page } from '@playwright/test'

/** What stands around every screen. */
export class Shell {
  readonly nav: Locator
  readonly find: Locator
  readonly toast: Locator
  readonly undo: Locator
  readonly palette: Locator
  readonly offline: Locator

  constructor(readonly page: Page) {
    this.nav = page.getByRole('navigation', { name: 'Main' })
    this.find = this.nav.getByRole('button', { name: 'Find or do' })
    this.toast = page.getByRole('status').filter({ hasText: /\S/ }).last()
    this.undo = page.getByRole('button', { name: 'Undo', exact: true }).last()
    this.palette = page.getByRole('dialog', { name: 'Find or do' })
    this.offline = page.getByText('You are offline.')
  }

  place(name: string): Locator {
    return this.nav.getByRole('link', { name: new RegExp(`^${name}( \\d+)?$`) })
  }

  /** The menu of the person who is signed in. */
  me(name: string): Locator {
    return this.nav.getByRole('button', { name: new RegExp(`^${name}`) })
  }

  async signOut(name: string): Promise<void> {
    await this.me(name).click()
    await this.page.getByRole('menuitem', { name: 'Sign out' }).click()
  }

  dialog(name: string | RegExp): Locator {
    return this.page.getByRole('dialog', { name })
  }

  told(words: string | RegExp): Locator {
    return this.page.locator('.toast', { hasText: words })
  }
}
