import { SignIn } from '../pages/entry'
import { Shell } from '../pages/shell'
import { Songs } from '../pages/songs'
import { adminPassword } from '../support/server'
import { expect, signIn, test } from '../support/story'

test('a wrong password is told without saying what was wrong', async ({ page, watch }) => {
  watch.allow(401)
  const screen = new SignIn(page)
  await screen.open()
  await screen.enter('edgar', 'something else entirely')
  await expect(screen.wrong).toBeVisible()
  await expect(screen.username).toHaveValue('edgar')
  await expect(screen.password).toBeFocused()
  await screen.enter('edgar', adminPassword)
  await expect(new Shell(page).me('edgar')).toBeVisible()
})

test('signing in leads to the songs, signing out leaves a visitor', async ({ page }) => {
  const screen = new SignIn(page)
  await screen.open()
  await screen.enter('mia', adminPassword)
  await expect(new Songs(page).rows.first()).toBeVisible()
  await new Shell(page).signOut('mia')
  await expect(page.getByText('Public songs only')).toBeVisible()
  await expect(new Shell(page).place('People')).toHaveCount(0)
  await page.reload()
  await expect(page.getByText('Public songs only')).toBeVisible()
})

test('a page for members asks a visitor to sign in and then opens', async ({ page, watch }) => {
  watch.allow(401)
  await page.goto('/people')
  const screen = new SignIn(page)
  await expect(screen.why).toBeVisible()
  await screen.enter('mia', adminPassword)
  await expect(page.getByRole('heading', { name: 'People', level: 1 })).toBeVisible()
})

test('a session that ended elsewhere asks for the password and comes back to the page', async ({ page, watch }) => {
  watch.allow(401)
  await signIn(page, 'edgar')
  await page.goto('/history')
  await expect(page.getByRole('heading', { name: 'History', level: 1 })).toBeVisible()
  await page.context().clearCookies()
  await page.getByRole('button', { name: 'Lists', exact: true }).click()
  const screen = new SignIn(page)
  await expect(screen.why).toBeVisible()
  await screen.enter('edgar', adminPassword)
  await expect(page.getByRole('heading', { name: 'History', level: 1 })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Lists', exact: true })).toHaveAttribute('aria-pressed', 'true')
})

test('the address to come back to cannot lead elsewhere', async ({ page, server }) => {
  for (const target of ['https://example.org/', '//example.org/', '/\\example.org', 'javascript:alert(1)']) {
    await page.context().clearCookies()
    await page.goto(`/sign-in?return=${encodeURIComponent(target)}`)
    await new SignIn(page).enter('mia', adminPassword)
    await expect(new Songs(page).rows.first()).toBeVisible()
    expect(new URL(page.url()).origin).toBe(server.url)
  }
})
