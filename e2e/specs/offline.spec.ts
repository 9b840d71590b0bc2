import { Chart } from '../pages/chart'
import { Shell } from '../pages/shell'
import { Songs } from '../pages/songs'
import { expect, signIn, test } from '../support/story'

test.describe('without a network', () => {
  test.beforeEach(async ({ page, watch }) => {
    watch.allowOffline()
    await signIn(page, 'edgar')
  })

  test('a chart stays readable, says so once, and goes on when the network is back', async ({ page, context, as }) => {
    const song = await (await as('anna')).songNamed('Amazing Grace')
    const chart = new Chart(page)
    await chart.open(song.id)
    const before = await chart.chords()
    await context.setOffline(true)
    await expect(new Shell(page).offline).toBeVisible()
    await chart.showAs('Words')
    await expect(chart.chart).toContainText('How sweet the sound')
    await chart.showAs('Chords')
    await chart.keyUp()
    await expect.poll(() => chart.chords()).not.toEqual(before)
    await context.setOffline(false)
    await expect(new Shell(page).offline).toBeHidden()
    await new Shell(page).place('Songs').click()
    await expect(new Songs(page).rows.first()).toBeVisible()
  })

  test('a change that cannot be sent is told, and nothing is lost', async ({ page, context }) => {
    const songs = new Songs(page)
    await songs.open()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('x')
    await expect(songs.bulk).toContainText('1 selected')
    await context.setOffline(true)
    await songs.bulk.getByRole('button', { name: 'Delete' }).click()
    await expect(new Shell(page).told(/needs the server/)).toBeVisible()
    await context.setOffline(false)
    await page.reload()
    await expect(songs.rows.first()).toBeVisible()
  })

  test('a page that could not be opened is tried again', async ({ page, context }) => {
    const songs = new Songs(page)
    await songs.open()
    await context.setOffline(true)
    await songs.search.fill('mountain')
    await expect(new Shell(page).offline).toBeVisible()
    await context.setOffline(false)
    await expect(songs.count).toContainText('with “mountain”', { timeout: 20_000 })
  })
})
