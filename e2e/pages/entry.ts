import type { Locator, Page } from '@playwright/test'

/** The sign-in screen. */
export class SignIn {
  readonly username: Locator
  readonly password: Locator
  readonly submit: Locator
  readonly wrong: Locator
  readonly why: Locator

  constructor(readonly page: Page) {
    this.username = page.getByLabel('Username')
    this.password = page.getByLabel('Password', { exact: true })
    this.submit = page.getByRole('button', { name: 'Sign in' })
    this.wrong = page.getByText('The name or the password is not right.')
    this.why = page.getByText('Sign in to go on to the page you asked for.')
  }

  async open(): Promise<void> {
    await this.page.goto('/sign-in')
  }

  async enter(username: string, password: string): Promise<void> {
    await this.username.fill(username)
    await this.password.fill(password)
    await this.submit.click()
  }
}

/** The way from the printed link to the songs. */
export class SetUp {
  readonly church: Locator
  readonly name: Locator
  readonly username: Locator
  readonly password: Locator
  readonly next: Locator
  readonly finish: Locator

  constructor(readonly page: Page) {
    this.church = page.getByLabel('Name of the church')
    this.name = page.getByLabel('Your name')
    this.username = page.getByLabel('Username')
    this.password = page.getByLabel('Password', { exact: true })
    this.next = page.getByRole('button', { name: 'Continue' })
    this.finish = page.getByRole('button', { name: 'Open the songs' })
  }

  heading(name: string): Locator {
    return this.page.getByRole('heading', { name, level: 1 })
  }
}
