import { Chart } from '../pages/chart'
import { Songs } from '../pages/songs'
import { expect, signIn, test } from '../support/story'

test.describe('songs', () => {
  test.beforeEach(async ({ page }) => {
    await signIn(page, 'edgar')
  })

  test('are found as one types, and what matched is marked', async ({ page }) => {
    const songs = new Songs(page)
    await songs.open()
    const all = await songs.counted()
    await songs.search.pressSequentially('grace', { delay: 30 })
    await expect(songs.count).toContainText('with “grace”')
    const found = await songs.counted()
    expect(found).toBeGreaterThan(1)
    expect(found).toBeLessThan(all)
    await expect(songs.rows.first()).toContainText('Amazing Grace')
    for (const mark of await songs.rows.locator('mark').allTextContents()) expect(mark.toLowerCase()).toContain('grace')
    await expect(songs.page).toHaveURL(/q=grace/)
    await page.reload()
    await expect(songs.count).toHaveText(`${found} songs with “grace”`)
    await expect(songs.search).toHaveValue('grace')
  })

  for (const [words, title] of [
    ['once was lost but now am found', 'Amazing Grace'],
    ['stonger than darkness', undefined],
    ['sleep in heavenly', 'Silent Night'],
    ['silnet night', 'Silent Night'],
    ['blesed assurance', 'Blessed Assurance'],
    ['amasing grace', 'Amazing Grace'],
    ['WRETCH, like me!', 'Amazing Grace'],
    ['"ten thousand years"', 'Amazing Grace'],
    ['it is well', 'It Is Well with My Soul'],
    ['sagina', 'And Can It Be'],
    ['crosby blessed', 'Blessed Assurance'],
  ] as const)
    test(`half remembered: ${words}`, async ({ page }) => {
      const songs = new Songs(page)
      await songs.open()
      await songs.search.fill(words)
      if (title) await expect(songs.rows.first()).toContainText(title)
      else await expect(page.getByText(`No song has “${words}”`)).toBeVisible()
    })

  test('filters stand in the address and survive a reload', async ({ page }) => {
    const songs = new Songs(page)
    await songs.open()
    const all = await songs.counted()
    await songs.filter('Key').click()
    await page.getByRole('button', { name: /^D: \d+ songs$/ }).click()
    await expect(songs.filter('Remove the filter D')).toBeVisible()
    await expect.poll(() => songs.counted()).toBeLessThan(all)
    const inD = await songs.counted()
    await songs.filter('Tempo').click()
    await page.getByRole('button', { name: 'Middling' }).click()
    await expect(songs.filter('Remove the filter 73–100 bpm')).toBeVisible()
    await expect.poll(() => songs.counted()).toBeLessThan(inD)
    const both = await songs.counted()
    await page.reload()
    await expect(songs.filter('Remove the filter D')).toBeVisible()
    await expect.poll(() => songs.counted()).toBe(both)
    for (const row of await songs.rows.all()) await expect(row).toContainText('Key D')
    await songs.filter('Remove the filter D').click()
    await songs.filter('Remove the filter 73–100 bpm').click()
    await expect.poll(() => songs.counted()).toBe(all)
  })

  test('a theme, an author and a meter narrow the list', async ({ page }) => {
    const songs = new Songs(page)
    await songs.open()
    const all = await songs.counted()
    await songs.filter('Theme').click()
    await page.getByLabel('Type to narrow').fill('christ')
    await page.getByRole('button', { name: /^Christmas/ }).click()
    await expect.poll(() => songs.counted()).toBeLessThan(all)
    const christmas = await songs.counted()
    await songs.filter('More').click()
    await page.getByRole('button', { name: 'Meter' }).click()
    await page.getByRole('button', { name: /^3\/4/ }).click()
    await expect.poll(() => songs.counted()).toBeLessThan(christmas)
    await songs.search.fill('zzzz nothing of the kind')
    await expect(page.getByText('No song has “zzzz nothing of the kind”')).toBeVisible()
    await page.getByRole('button', { name: 'Clear filters' }).click()
    await expect(songs.filter('Remove the filter 3/4')).toHaveCount(0)
  })

  test('move by keys, read beside the list, open by Enter', async ({ page }) => {
    const songs = new Songs(page)
    await songs.open()
    const titles = await songs.rows.locator('.t1').allTextContents()
    await page.keyboard.press('ArrowDown')
    await expect(songs.preview.getByRole('heading', { level: 2 })).toHaveText(titles[0] ?? '')
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await expect(songs.current).toContainText(titles[2] ?? '')
    await page.keyboard.press('k')
    await expect(songs.preview.getByRole('heading', { level: 2 })).toHaveText(titles[1] ?? '')
    await page.keyboard.press('ArrowUp')
    await expect(songs.current).toContainText(titles[0] ?? '')
    await page.keyboard.press('Enter')
    await expect(new Chart(page).title).toHaveText(titles[0] ?? '')
    await page.goBack()
    await expect(songs.current).toContainText(titles[0] ?? '')
  })

  test('search by keys alone: slash, words, down, Enter', async ({ page }) => {
    const songs = new Songs(page)
    await songs.open()
    await page.keyboard.press('/')
    await expect(songs.search).toBeFocused()
    await page.keyboard.type('silent night')
    await expect(songs.rows.first()).toContainText('Silent Night')
    await page.keyboard.press('ArrowDown')
    await expect(songs.preview.getByRole('heading', { level: 2 })).toHaveText('Silent Night')
    await page.keyboard.press('Enter')
    await expect(new Chart(page).title).toHaveText('Silent Night')
  })

  test('an address with nonsense in it opens the list without the nonsense', async ({ page }) => {
    const songs = new Songs(page)
    await songs.open('?q=grace&key=H&bpm_min=many&sort=upside-down&nothing=1')
    await expect(songs.count).toContainText('with “grace”')
    expect(new URL(page.url()).search).toBe('?q=grace')
  })

  test('the order of the list can be chosen', async ({ page }) => {
    const songs = new Songs(page)
    await songs.open()
    await songs.pane.getByRole('button', { name: /^Order of the list/ }).click()
    await page.getByRole('menuitemradio', { name: 'Tempo' }).click()
    await expect(page).toHaveURL(/sort=bpm/)
    await expect(songs.rows.nth(1)).toContainText(/bpm/)
    const speeds = (await songs.rows.allTextContents()).map((row) => Number(/(\d+) bpm/.exec(row)?.[1]))
    expect(speeds).toEqual([...speeds].sort((a, b) => a - b))
  })
})
