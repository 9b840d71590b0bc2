import { SetUp, SignIn } from '../pages/entry'
import { Shell } from '../pages/shell'
import { Songs } from '../pages/songs'
import { Client } from '../support/client'
import { Server } from '../support/server'
import { expect, test } from '../support/story'

const starterAtLeast = 60

test.describe('the first evening', () => {
  let fresh: Server

  test.beforeAll(async () => {
    fresh = await Server.create()
    await fresh.start()
  })

  test.afterAll(async () => {
    await fresh.remove()
  })

  test('from the printed link to the songs, once', async ({ page, browser, watch }) => {
    const link = await fresh.setupLink()
    const setUp = new SetUp(page)

    await test.step('the link opens the set-up, and its secret leaves the address', async () => {
      await page.goto(link)
      await expect(setUp.heading('What is your church called?')).toBeVisible()
      expect(page.url()).not.toContain(new URL(link).hash.slice(1) || new URL(link).search.slice(1))
    })

    await test.step('two steps make the administrator', async () => {
      await setUp.church.fill('St. Anne’s')
      await setUp.next.click()
      await setUp.name.fill('Anna Berg')
      await expect(setUp.username).not.toHaveValue('')
      await setUp.username.fill('anna')
      await setUp.password.fill('quiet harbour lantern 42')
      await setUp.next.click()
      await expect(setUp.heading('How do you read chords?')).toBeVisible()
      await setUp.next.click()
      await expect(page.getByText(/\d+ songs are waiting for you/)).toBeVisible()
      await setUp.finish.click()
    })

    await test.step('the administrator is signed in and sees the starter songs', async () => {
      const songs = new Songs(page)
      await expect(songs.rows.first()).toBeVisible()
      expect(await songs.counted()).toBeGreaterThanOrEqual(starterAtLeast)
      await expect(new Shell(page).me('Anna Berg')).toBeVisible()
      await expect(new Shell(page).nav).toContainText('St. Anne’s')
      await expect(new Shell(page).place('Accounts')).toBeVisible()
    })

    await test.step('the link does not work twice', async () => {
      watch.allow(401, 403, 404, 409, 410)
      const other = await browser.newContext()
      const second = await other.newPage()
      await second.goto(link)
      await expect(second.getByRole('heading', { name: 'Your church is set up' })).toBeVisible()
      const token = /[A-Za-z0-9_-]{20,}/.exec(link)?.[0]
      const refused = await Client.visitor(fresh).send('POST', '/api/setup', {
        token,
        church_name: 'Elsewhere',
        name: 'Eve',
        username: 'eve',
        password: 'quiet harbour lantern 42',
      })
      expect(refused.status).toBeGreaterThanOrEqual(400)
      await second.getByRole('link', { name: 'Sign in' }).click()
      await new SignIn(second).enter('eve', 'quiet harbour lantern 42')
      await expect(new SignIn(second).wrong).toBeVisible()
      await other.close()
    })
  })

  test('a visitor reads the public songs by API and by page', async ({ page }) => {
    const songs = await Client.visitor(fresh).songs()
    expect(songs.length).toBeGreaterThanOrEqual(starterAtLeast)
    await page.goto(`${fresh.url}/songs`)
    const screen = new Songs(page)
    await expect(screen.rows.first()).toBeVisible()
    expect(await screen.counted()).toBe(songs.length)
    await expect(page.getByText('Public songs only')).toBeVisible()
    await expect(page.getByRole('button', { name: 'New song' })).toHaveCount(0)
    await expect(new Shell(page).place('People')).toHaveCount(0)
  })
})
