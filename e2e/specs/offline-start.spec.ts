import { Chart } from '../pages/chart'
import { Shell } from '../pages/shell'
import { Songs } from '../pages/songs'
import { type Page } from '@playwright/test'
import { expect, signIn, test } from '../support/story'

/** Waits until the program itself is on the device. */
async function kept(page: Page): Promise<void> {
  await page.evaluate(async () => void (await navigator.serviceWorker.ready))
}

/** The names of what the device keeps, such as `["song","…"]`. */
function names(page: Page): Promise<string[]> {
  return page.evaluate(
    () =>
      new Promise<string[]>((done) => {
        const opening = indexedDB.open('churchmusic-offline')
        opening.onsuccess = () => {
          const all = opening.result.transaction('kept').objectStore('kept').getAllKeys()
          all.onsuccess = () => {
            opening.result.close()
            done(all.result.map(String))
          }
        }
      }),
  )
}

test.describe('opened without a network', () => {
  test.beforeEach(async ({ watch }) => watch.allowOffline())

  test('the songs that were opened are there, and what is not says so', async ({ page, context, as }) => {
    const client = await as('edgar')
    const opened = await client.songNamed('Amazing Grace')
    const other = await client.songNamed('Silent Night')
    await signIn(page, 'edgar')
    const chart = new Chart(page)
    await chart.open(opened.id)
    expect(await chart.chords()).not.toEqual([])
    const songs = new Songs(page)
    await songs.open()
    await expect(songs.rows.first()).toBeVisible()
    await kept(page)
    await expect.poll(() => names(page)).toContain(`["song","${opened.id}"]`)
    await expect.poll(() => names(page)).toContain('["songs","list",{}]')

    await context.setOffline(true)
    await page.reload()
    await expect(songs.rows.first()).toBeVisible()
    await expect(new Shell(page).offline).toBeVisible()
    await chart.open(opened.id)
    expect(await chart.chords()).not.toEqual([])
    await page.goto(`/songs/${other.id}`)
    await expect(page.getByRole('heading', { name: 'This is not on this device' })).toBeVisible()

    await context.setOffline(false)
    await expect(new Shell(page).offline).toBeHidden()
    await expect(chart.chart).toBeVisible()
  })

  test('a device that somebody signed out of keeps nothing of theirs', async ({ page, context }) => {
    await signIn(page, 'mia')
    await page.goto('/people')
    await expect(page.getByRole('heading', { name: 'People' })).toBeVisible()
    await kept(page)
    await expect.poll(() => names(page)).toContain('["profiles"]')
    await new Shell(page).signOut('mia')
    await expect(new Songs(page).rows.first()).toBeVisible()
    await expect.poll(() => names(page)).not.toContain('["profiles"]')

    await context.setOffline(true)
    await page.goto('/people')
    await expect(page.getByRole('heading', { name: 'This is not on this device' })).toBeVisible()
  })
})
