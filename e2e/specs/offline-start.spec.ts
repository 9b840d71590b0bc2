import { Chart } from '../pages/chart'
import { Shell } from '../pages/shell'
import { Songs } from '../pages/songs'
import { type Page } from '@playwright/test'
import { expect, signIn, test } from '../support/story'

/** Waits until the program itself is on the device. */
async function kept(page: Page): Promise<void> {
  await page.evaluate(async () => void (await navigator.serviceWorker.ready))
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
    await page.waitForTimeout(800) // the device writes half a second after the last answer

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
    await page.waitForTimeout(800)
    await new Shell(page).signOut('mia')
    await expect(new Songs(page).rows.first()).toBeVisible()
    await page.waitForTimeout(800)

    await context.setOffline(true)
    await page.goto('/people')
    await expect(page.getByRole('heading', { name: 'This is not on this device' })).toBeVisible()
  })
})
