import { Chart } from '../pages/chart'
import { History } from '../pages/history'
import { Shell } from '../pages/shell'
import { Songs } from '../pages/songs'
import { unique } from '../support/client'
import { expect, signIn, test } from '../support/story'

const text = '{key: D}\n[D]Nothing is [G]lost\n'

test.describe('what was deleted and what was done', () => {
  test.beforeEach(async ({ page }) => {
    await signIn(page, 'edgar')
  })

  test('a deleted song comes back by Undo', async ({ page, as }) => {
    const song = await (await as('anna')).createSong(unique('Undone'), text)
    const chart = new Chart(page)
    await chart.open(song.id)
    await chart.menu('Delete song')
    await expect(new Shell(page).told(`${song.title} deleted`)).toBeVisible()
    await expect(new Songs(page).rows.first()).toBeVisible()
    expect((await (await as('edgar')).songs()).map((s) => s.title)).not.toContain(song.title)
    await new Shell(page).undo.click()
    await expect(new Shell(page).told('Taken back')).toBeVisible()
    expect((await (await as('edgar')).songs()).map((s) => s.title)).toContain(song.title)
  })

  test('a deleted song comes back from the trash', async ({ page, as }) => {
    const song = await (await as('anna')).createSong(unique('Trashed'), text)
    await (await as('edgar')).call('DELETE', `/api/songs/${song.id}`, undefined, song.version)
    const history = new History(page)
    await history.openTrash()
    const row = history.row(song.title)
    await expect(row).toContainText('Deleted by edgar')
    await expect(row).toContainText('30 days left')
    await row.getByRole('button', { name: `Restore ${song.title}` }).click()
    await expect(new Shell(page).told(`${song.title} is back`)).toBeVisible()
    await expect(row).toHaveCount(0)
    await new Chart(page).open(song.id)
    await expect(new Chart(page).title).toHaveText(song.title)
  })

  test('only an administrator deletes for good, and has to say so', async ({ page, another, as }) => {
    const anna = await as('anna')
    const song = await anna.createSong(unique('Gone'), text)
    await anna.call('DELETE', `/api/songs/${song.id}`, undefined, song.version)
    const history = new History(page)
    await history.openTrash()
    await expect(history.row(song.title)).toBeVisible()
    await expect(page.getByRole('button', { name: `Delete ${song.title} for good` })).toHaveCount(0)
    const admin = await another('anna')
    const theirs = new History(admin)
    await theirs.openTrash()
    await admin.getByRole('button', { name: `Delete ${song.title} for good` }).click()
    const dialog = new Shell(admin).dialog(/for good/)
    const confirm = dialog.getByRole('button', { name: 'Delete for good' })
    await expect(confirm).toBeDisabled()
    await dialog.getByText('I know that this cannot be taken back').click()
    await confirm.click()
    await expect(new Shell(admin).told(`${song.title} is deleted for good`)).toBeVisible()
    await expect(theirs.row(song.title)).toHaveCount(0)
    await expect(history.row(song.title)).toHaveCount(0)
  })

  test('history tells who did what, and takes it back', async ({ page, as }) => {
    const song = await (await as('anna')).createSong(unique('Told'), text)
    const title = unique('Retold')
    await (await as('edgar')).call('PATCH', `/api/songs/${song.id}`, { title }, song.version)
    const history = new History(page)
    await history.open()
    const change = history.row(`Changed by edgar`).filter({ hasText: title })
    await expect(change).toContainText(song.title)
    await expect(history.row(`Added by anna`).filter({ hasText: song.title }).first()).toBeVisible()
    await change.getByRole('button', { name: /^Undo:/ }).click()
    await expect(change).toContainText('Taken back')
    expect((await (await as('anna')).song(song.id)).title).toBe(song.title)
  })

  test('what somebody changed since is not overwritten by an undo', async ({ page, as, watch }) => {
    watch.allow(409, 412)
    const anna = await as('anna')
    const song = await anna.createSong(unique('First'), text)
    const second = unique('Second')
    const third = unique('Third')
    await anna.call('PATCH', `/api/songs/${song.id}`, { title: second }, song.version)
    await anna.call('PATCH', `/api/songs/${song.id}`, { title: third }, song.version + 1)
    const history = new History(page)
    await history.open()
    const row = history.rows.filter({ hasText: song.title }).filter({ hasText: second })
    await row.getByRole('button', { name: /^Undo:/ }).first().click()
    await expect(page.locator('.toast')).toBeVisible()
    expect((await anna.song(song.id)).title).toBe(third)
  })

  test('several songs deleted at once come back at once', async ({ page, as }) => {
    const anna = await as('anna')
    const family = unique('Bulk')
    for (const n of [1, 2, 3]) await anna.createSong(`${family} ${n}`, text)
    const songs = new Songs(page)
    await songs.open(`?q=${encodeURIComponent(family)}`)
    await expect(songs.rows).toHaveCount(3)
    await songs.select.click()
    await songs.bulk.getByRole('button', { name: 'Select all' }).click()
    await songs.bulk.getByRole('button', { name: 'Delete' }).click()
    await expect(new Shell(page).told('3 songs deleted')).toBeVisible()
    await expect(songs.rows).toHaveCount(0)
    await new Shell(page).undo.click()
    await expect(songs.rows).toHaveCount(3)
    await new History(page).open()
    const row = new History(page).row('3 songs').filter({ hasText: 'edgar' }).first()
    await expect(row).toContainText('Taken back')
  })

  test('a theme is given to several songs, and taken back as one', async ({ page, as }) => {
    const anna = await as('anna')
    const family = unique('Themed')
    const made = [await anna.createSong(`${family} 1`, text), await anna.createSong(`${family} 2`, text)]
    const theme = unique('Theme')
    const songs = new Songs(page)
    await songs.open(`?q=${encodeURIComponent(family)}`)
    await songs.select.click()
    await songs.bulk.getByRole('button', { name: 'Select all' }).click()
    await songs.bulk.getByRole('button', { name: 'Add a theme' }).click()
    await page.getByRole('textbox', { name: 'Theme' }).fill(theme)
    await page.getByRole('button', { name: 'Add theme' }).click()
    await expect(new Shell(page).told(`“${theme}” added to 2 songs`)).toBeVisible()
    expect(await anna.songs(`?tag=${encodeURIComponent(theme)}`)).toHaveLength(made.length)
    await new Shell(page).undo.click()
    await expect(new Shell(page).told('Taken back')).toBeVisible()
    expect(await anna.songs(`?tag=${encodeURIComponent(theme)}`)).toHaveLength(0)
  })
})
