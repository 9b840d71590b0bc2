import { Chart } from '../pages/chart'
import { Person } from '../pages/people'
import { Shell } from '../pages/shell'
import { Songs } from '../pages/songs'
import { unique } from '../support/client'
import { expect, signIn, test } from '../support/story'

const text = '{key: D}\n[D]Before the [G]change\n'

test.describe('what one person changes, the others see without asking', () => {
  test('the words of an open chart', async ({ page, as }) => {
    const anna = await as('anna')
    const song = await anna.createSong(unique('Open'), text)
    await signIn(page, 'mia')
    const chart = new Chart(page)
    await chart.open(song.id)
    await chart.keyUp()
    await expect(chart.key).toContainText('E♭')
    const arrangements = [{ ...song.arrangements[0], chart_text: '{key: D}\n[D]After the [G]change\n' }]
    await anna.call('PATCH', `/api/songs/${song.id}`, { arrangements }, song.version)
    await chart.showAs('Words')
    await expect(chart.chart).toContainText('After the change')
    await expect(chart.key, 'the reader’s own key stays').toContainText('E♭')
  })

  test('a new song in the list, and the number of songs', async ({ page, as }) => {
    await signIn(page, 'mia')
    const songs = new Songs(page)
    const family = unique('Arrival')
    await page.goto(`/songs?q=${encodeURIComponent(family)}`)
    await expect(page.getByText(`No song has “${family}”`)).toBeVisible()
    const place = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: /^Songs/ })
    const before = Number(/\d+/.exec((await place.textContent()) ?? '')?.[0])
    await (await as('edgar')).createSong(family, text)
    await expect(songs.row(family)).toBeVisible()
    await expect(place).toContainText(String(before + 1))
  })

  test('somebody’s list, from browser to browser', async ({ page, another, as }) => {
    const anna = await as('anna')
    const made = await anna.createPerson(unique('Priscilla'))
    const first = new Person(page)
    await signIn(page, 'edgar')
    await first.open(made.id)
    const other = await another('anna')
    const second = new Person(other)
    await second.open(made.id)
    await first.add.fill('silent night')
    await expect(first.found.first()).toContainText('Silent Night')
    await page.keyboard.press('Enter')
    await expect(second.row('Silent Night')).toBeVisible()
    await second.menu('Silent Night', 'Remove from the list')
    await page.keyboard.press('Escape')
    await expect(first.row('Silent Night')).toHaveCount(0)
    await expect(new Shell(other).undo).toBeVisible()
  })

  test('a song that somebody deletes stays under the eyes of its reader and leaves the list', async ({ page, as, watch }) => {
    watch.allow(404, 410)
    const anna = await as('anna')
    const song = await anna.createSong(unique('Leaving'), text)
    await signIn(page, 'mia')
    const before = (await anna.songs()).length
    await new Chart(page).open(song.id)
    await anna.call('DELETE', `/api/songs/${song.id}`, undefined, song.version)
    await expect(page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: /^Songs/ })).not.toContainText(
      String(before),
    )
    await expect(new Chart(page).chart).toContainText('Before the')
    await page.reload()
    await expect(page.getByText('There is nothing here')).toBeVisible()
  })
})
