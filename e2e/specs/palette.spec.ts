import { Chart } from '../pages/chart'
import { Shell } from '../pages/shell'
import { Songs } from '../pages/songs'
import { unique } from '../support/client'
import { expect, signIn, test } from '../support/story'

test.describe('the command palette and the keys', () => {
  test.beforeEach(async ({ page }) => {
    await signIn(page, 'edgar')
    await new Songs(page).open()
  })

  test('finds a song and opens it without a mouse', async ({ page }) => {
    const { palette } = new Shell(page)
    await page.keyboard.press('Control+k')
    await expect(palette.getByRole('combobox')).toBeFocused()
    await page.keyboard.type('silent ni')
    await expect(palette.getByRole('option').first()).toContainText('Silent Night')
    await page.keyboard.press('Enter')
    await expect(palette).toBeHidden()
    await expect(new Chart(page).title).toHaveText('Silent Night')
  })

  test('finds words of a lyric, and moves by arrows', async ({ page }) => {
    const { palette } = new Shell(page)
    await page.keyboard.press('Control+k')
    await page.keyboard.type('wretch like me')
    await expect(palette.getByRole('option').filter({ hasText: 'Amazing Grace' })).toBeVisible()
    const options = palette.getByRole('option')
    await expect(options.first()).toHaveAttribute('aria-selected', 'true')
    await page.keyboard.press('ArrowDown')
    await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true')
    await page.keyboard.press('ArrowUp')
    await expect(options.first()).toHaveAttribute('aria-selected', 'true')
  })

  test('with @ finds people, with # themes, with > what to do', async ({ page, as }) => {
    const name = unique('Judith')
    await (await as('anna')).createPerson(name)
    const { palette } = new Shell(page)
    await page.keyboard.press('Control+k')
    await page.keyboard.type(`@${name}`)
    await expect(palette.getByRole('option').first()).toContainText(name)
    await palette.getByRole('combobox').fill('#christm')
    await expect(palette.getByRole('option').first()).toContainText('Christmas')
    await palette.getByRole('combobox').fill('>people')
    await expect(palette.getByRole('option').first()).toContainText(/People/i)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'People', level: 1 })).toBeVisible()
  })

  test('a theme opens its songs', async ({ page }) => {
    await page.keyboard.press('Control+k')
    await page.keyboard.type('#christm')
    await expect(new Shell(page).palette.getByRole('option').first()).toContainText('Christmas')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/tag=/)
    await expect(new Songs(page).filter('Remove the filter Christmas')).toBeVisible()
  })

  test('Escape closes it and the focus returns', async ({ page }) => {
    const shell = new Shell(page)
    await shell.find.click()
    await expect(shell.palette).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(shell.palette).toBeHidden()
    await expect(shell.find).toBeFocused()
  })

  test('G P and G S go, ? shows all keys, letters can be turned off', async ({ page }) => {
    await page.keyboard.press('g')
    await page.keyboard.press('p')
    await expect(page.getByRole('heading', { name: 'People', level: 1 })).toBeVisible()
    await page.keyboard.press('g')
    await page.keyboard.press('s')
    await expect(new Songs(page).rows.first()).toBeVisible()
    await page.keyboard.press('?')
    const sheet = new Shell(page).dialog('All keys')
    await expect(sheet).toContainText('Search this list')
    await expect(sheet).toContainText('Find or do')
    await sheet.getByText('Single-letter keys').click()
    await page.keyboard.press('Escape')
    await expect(sheet).toBeHidden()
    await page.keyboard.press('?')
    await expect(sheet).toBeHidden()
    await page.keyboard.press('Control+k')
    await expect(new Shell(page).palette).toBeVisible()
  })
})
