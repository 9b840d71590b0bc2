import { Chart } from '../pages/chart'
import { Editor } from '../pages/editor'
import { Shell } from '../pages/shell'
import { type Song, unique } from '../support/client'
import { expect, signIn, test } from '../support/story'

const text = '{key: G}\n{start_of_verse}\n[G]Lantern in the [C]window\n[D]Light upon the [G]stair\n{end_of_verse}\n'

test.describe('the editor', () => {
  let song: Song

  test.beforeEach(async ({ page, as }) => {
    song = await (await as('anna')).createSong(unique('Lantern'), text)
    await signIn(page, 'edgar')
  })

  test('shows what one types, marks what it does not know, and publishes', async ({ page, as }) => {
    const editor = new Editor(page)
    await editor.open(song.id)
    await editor.append('[Em]Carry it be[Xyz]fore me')
    await expect(editor.preview).toContainText('Carry it be')
    await test.step('the unknown chord is marked and led to', async () => {
      const problem = page.getByRole('button', { name: /thing to check|Xyz/ })
      await expect(problem).toBeVisible()
      await page.keyboard.press('F8')
      await expect(page.getByRole('button', { name: /Xyz/ })).toBeVisible()
    })
    await editor.replace(text.replace('[C]window', '[C]window, [Am]shining'))
    await expect(editor.preview).toContainText('shining')
    await expect(page.getByText('Nothing to check')).toBeVisible()
    await editor.publish.click()
    await expect(new Shell(page).told(`${song.title} published`)).toBeVisible()
    const stored = await (await as('anna')).song(song.id)
    expect(stored.arrangements[0]?.chart_text).toContain('[C]window, [Am]shining')
    expect(stored.version).toBeGreaterThan(song.version)
  })

  test('keeps a draft over a reload, and can let it go', async ({ page, as }) => {
    const editor = new Editor(page)
    await editor.open(song.id)
    await editor.append('[G]Half a thought')
    await expect(editor.state).toContainText('Draft saved')
    await page.reload()
    await expect(page.getByText(/^Your draft of/)).toBeVisible()
    await expect(editor.source).toContainText('Half a thought')
    await expect(editor.preview).toContainText('Half a thought')
    const stored = await (await as('anna')).song(song.id)
    expect(stored.arrangements[0]?.chart_text).not.toContain('Half a thought')
    await page.getByRole('button', { name: 'Discard draft' }).click()
    await expect(editor.source).not.toContainText('Half a thought')
    await expect(new Shell(page).undo).toBeVisible()
    await new Shell(page).undo.click()
    await expect(editor.source).toContainText('Half a thought')
  })

  test('a conflict shows both texts, and neither is lost', async ({ page, another, as, watch }) => {
    watch.allow(412)
    const mine = new Editor(page)
    const second = await another('anna')
    const theirs = new Editor(second)
    await mine.open(song.id)
    await theirs.open(song.id)
    await mine.append('[G]What I wrote')
    await theirs.append('[D]What she wrote')
    await theirs.publish.click()
    await expect(new Shell(second).told('published')).toBeVisible()
    await mine.publish.click()

    await expect(mine.conflict).toBeVisible()
    await expect(mine.conflict).toContainText('What I wrote')
    await expect(mine.conflict).toContainText('What she wrote')
    await test.step('leaving the question open loses nothing', async () => {
      await page.keyboard.press('Escape')
      await expect(mine.source).toContainText('What I wrote')
      await mine.publish.click()
      await expect(mine.conflict).toBeVisible()
    })
    await mine.conflict.getByRole('button', { name: 'Put together by hand' }).click()
    const merged = mine.conflict.getByLabel('The text to publish')
    await merged.fill(`${await merged.inputValue()}\n[D]What she wrote`)
    await mine.conflict.getByRole('button', { name: 'Publish this' }).click()
    await expect(new Shell(page).told('published')).toBeVisible()
    const stored = (await (await as('anna')).song(song.id)).arrangements[0]?.chart_text ?? ''
    expect(stored).toContain('What I wrote')
    expect(stored).toContain('What she wrote')
  })

  test('a new song: facts, chart, published by Ctrl Enter', async ({ page, as, watch }) => {
    watch.allow(400, 422)
    const title = unique('A Song of Ascent')
    const editor = new Editor(page)
    await page.goto('/songs/new')
    await editor.publish.click()
    await expect(page.getByLabel('Title', { exact: true })).toHaveAttribute('aria-invalid', 'true')
    await page.getByLabel('Title', { exact: true }).fill(title)
    await page.getByLabel('Year').fill('1912')
    await editor.view('Chart')
    await editor.source.click()
    await page.keyboard.insertText('{key: D}\n[D]Up the [G]hill we [A]go')
    await expect(editor.preview).toContainText('hill we')
    await page.keyboard.press('Control+Enter')
    await expect(new Shell(page).told(`${title} published`)).toBeVisible()
    const found = await (await as('anna')).songNamed(title)
    expect(found.key).toBe('D')
    await new Chart(page).open(found.id)
    await expect(new Chart(page).title).toHaveText(title)
  })

  test('facts of a song are changed', async ({ page, as }) => {
    const editor = new Editor(page)
    await editor.open(song.id)
    await editor.view('Facts')
    await page.getByLabel('Tune').fill('Newcastle')
    await page.getByRole('group', { name: 'Who wrote it' }).getByRole('button', { name: 'Add' }).click()
    await page.getByRole('textbox', { name: 'Name', exact: true }).first().fill('Hannah Weir')
    await editor.publish.click()
    await expect(new Shell(page).told('published')).toBeVisible()
    const stored = (await (await as('anna')).song(song.id)) as Song & { tune: string; authors: { name: string }[] }
    expect(stored.tune).toBe('Newcastle')
    expect(stored.authors.map((a) => a.name)).toEqual(['Hannah Weir'])
  })

  test('an earlier state is brought back', async ({ page, as }) => {
    const anna = await as('anna')
    const arrangements = [{ ...song.arrangements[0], chart_text: '[G]Something quite different' }]
    await anna.call('PATCH', `/api/songs/${song.id}`, { arrangements }, song.version)
    const chart = new Chart(page)
    await chart.open(song.id)
    await expect(chart.chart).toContainText('quite different')
    await chart.menu('Revisions')
    const revisions = new Shell(page).dialog('Revisions')
    await expect(revisions.getByText('Now')).toBeVisible()
    await revisions.getByRole('button', { name: 'Bring back' }).last().click()
    await expect(chart.chart).toContainText('window')
    await new Shell(page).undo.click()
    await expect(chart.chart).toContainText('quite different')
  })
})
