import { People, Person } from '../pages/people'
import { Shell } from '../pages/shell'
import { Songs } from '../pages/songs'
import { unique } from '../support/client'
import { expect, signIn, test } from '../support/story'

test.describe('people', () => {
  test.beforeEach(async ({ page }) => {
    await signIn(page, 'edgar')
  })

  test('a new person gets songs by search, by mouse and by keys', async ({ page, as }) => {
    const name = unique('Naomi')
    const people = new People(page)
    const person = new Person(page)
    await people.open()
    await people.add.click()
    await expect(people.dialog.getByLabel('Name', { exact: true })).toBeFocused()
    await people.dialog.getByLabel('Name', { exact: true }).fill(name)
    await people.dialog.getByRole('button', { name: 'Leader' }).click()
    await people.dialog.getByLabel('Instruments and voice').fill('piano, alto')
    await people.dialog.getByRole('button', { name: 'Add', exact: true }).click()
    await expect(person.name).toHaveText(name)

    await test.step('by mouse', async () => {
      await person.add.fill('amazing grace')
      await expect(person.found.first()).toContainText('Amazing Grace')
      await person.found.first().getByRole('button', { name: 'Add Amazing Grace' }).click()
      await expect(person.found.first()).toContainText('In the list')
      await expect(person.row('Amazing Grace')).toBeVisible()
    })
    await test.step('by keys, a tone higher, and the search goes on', async () => {
      await person.add.fill('silent night')
      await expect(person.found.first()).toContainText('Silent Night')
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press('Enter')
      await expect(new Shell(page).told(/Silent Night added in C/)).toBeVisible()
      await expect(person.add).toBeFocused()
      await page.keyboard.type('joy to the world')
      await expect(person.found.first()).toContainText('Joy to the World')
      await page.keyboard.press('Enter')
      await expect(person.row('Joy to the World')).toBeVisible()
      await page.keyboard.press('Escape')
    })
    await expect(person.keyOf('Silent Night')).toHaveText('C')

    await test.step('the number of songs is told', async () => {
      await page.getByRole('link', { name: 'People' }).first().click()
      await expect(people.row(name)).toContainText('3')
      expect(await (await as('anna')).titlesOf({ id: await idOf(page, name), name, song_count: 0 })).toHaveLength(3)
    })
  })

  test('key, capo and notes of one song', async ({ page, as }) => {
    const anna = await as('anna')
    const person = new Person(page)
    const made = await anna.createPerson(unique('Boas'))
    await anna.fillList(made, [await anna.songNamed('Amazing Grace')])
    await person.open(made.id)
    await person.keyOf('Amazing Grace').click()
    await page.getByRole('group', { name: 'Key of Amazing Grace' }).getByRole('button', { name: /^A♭/ }).click()
    await expect(person.keyOf('Amazing Grace')).toHaveText('A♭')
    await person.menu('Amazing Grace', 'Edit notes and capo')
    const dialog = new Shell(page).dialog('Amazing Grace')
    await dialog.getByRole('button', { name: 'One fret up' }).click()
    await dialog.getByLabel('Notes').fill('Start alone, guitar from verse 2')
    await dialog.getByRole('button', { name: 'Learning' }).click()
    await dialog.getByRole('button', { name: 'Save' }).click()
    const row = person.row('Amazing Grace')
    await expect(row).toContainText('Capo 1, shapes in G')
    await expect(row).toContainText('Start alone, guitar from verse 2')
    await expect(row).toContainText('Learning')
    await page.reload()
    await expect(row).toContainText('Capo 1, shapes in G')
    await row.getByRole('link', { name: 'Amazing Grace' }).click()
    await expect(page).toHaveURL(/key=Ab/)
  })

  test('the order, by drag, by menu and by keys', async ({ page, as }) => {
    const anna = await as('anna')
    const person = new Person(page)
    const made = await anna.createPerson(unique('Esther'))
    const songs = (await anna.songs()).slice(0, 4)
    await anna.fillList(made, songs)
    await person.open(made.id)
    const before = await person.titles()
    const [a = '', b = '', c = '', d = ''] = before

    await test.step('drag the first to the end', async () => {
      const from = await person.grip(a).boundingBox()
      const to = await person.grip(d).boundingBox()
      if (!from || !to) throw new Error('no grip')
      await page.mouse.move(from.x + 8, from.y + 8)
      await page.mouse.down()
      await page.mouse.move(from.x + 8, from.y + 40, { steps: 4 })
      await page.mouse.move(to.x + 8, to.y + 14, { steps: 8 })
      await page.mouse.up()
      await expect.poll(() => person.titles()).toEqual([b, c, d, a])
      await expect(new Shell(page).told(`${a} is now number 4`)).toBeVisible()
    })
    await test.step('by the menu', async () => {
      await person.menu(b, 'Move down')
      await expect.poll(() => person.titles()).toEqual([c, b, d, a])
    })
    await test.step('by keys', async () => {
      await person.row(a).getByRole('link').focus()
      await page.keyboard.press('Alt+ArrowUp')
      await expect.poll(() => person.titles()).toEqual([c, b, a, d])
    })
    await page.reload()
    await expect.poll(() => person.titles()).toEqual([c, b, a, d])
    expect(await anna.titlesOf(made)).toEqual([c, b, a, d])
  })

  test('removing can be undone', async ({ page, as }) => {
    const anna = await as('anna')
    const person = new Person(page)
    const made = await anna.createPerson(unique('Tirzah'))
    await anna.fillList(made, (await anna.songs()).slice(3, 6))
    await person.open(made.id)
    const before = await person.titles()
    await person.menu(before[1] ?? '', 'Remove from the list')
    await expect.poll(() => person.titles()).toEqual([before[0], before[2]])
    await new Shell(page).undo.click()
    await expect.poll(() => person.titles()).toEqual(before)

    await page.getByRole('button', { name: 'More for this list' }).click()
    await page.getByRole('menuitem', { name: 'Choose songs' }).click()
    const tools = page.getByRole('toolbar', { name: 'With the chosen songs' })
    await tools.getByRole('button', { name: 'All' }).click()
    await tools.getByRole('button', { name: 'Remove' }).click()
    await expect(page.getByText('No songs in this list yet.')).toBeVisible()
    await new Shell(page).undo.click()
    await expect.poll(() => person.titles()).toEqual(before)
  })

  test('a list is copied to somebody else', async ({ page, as }) => {
    const anna = await as('anna')
    const person = new Person(page)
    const from = await anna.createPerson(unique('Mahlah'))
    const to = await anna.createPerson(unique('Hoglah'))
    await anna.fillList(from, (await anna.songs()).slice(6, 9))
    await person.open(from.id)
    const titles = await person.titles()
    await page.getByRole('button', { name: 'More for this list' }).click()
    await page.getByRole('menuitem', { name: 'Copy the whole list to…' }).click()
    await new Shell(page).dialog('Copy the whole list').getByRole('button', { name: new RegExp(to.name) }).click()
    await expect(new Shell(page).told(`3 songs copied to ${to.name}`)).toBeVisible()
    expect(await anna.titlesOf(to)).toEqual(titles)
    await new People(page).open()
    await expect(new People(page).row(to.name)).toContainText('3')
  })

  test('from the songs: several are added to a list at once', async ({ page, as }) => {
    const anna = await as('anna')
    const made = await anna.createPerson(unique('Milcah'))
    const songs = new Songs(page)
    await songs.open()
    await songs.select.click()
    await songs.rows.nth(0).click()
    await songs.rows.nth(1).click()
    await expect(songs.bulk).toContainText('2 selected')
    await songs.bulk.getByRole('button', { name: 'Add to a list' }).click()
    await page.getByRole('dialog', { name: 'Add to a list' }).or(page.locator('.pop')).getByRole('button', { name: new RegExp(made.name) }).click()
    await expect(new Shell(page).told(`2 songs added to ${made.name}’s list`)).toBeVisible()
    expect(await anna.titlesOf(made)).toHaveLength(2)
  })

  test('a person is deleted and brought back', async ({ page, as }) => {
    const made = await (await as('anna')).createPerson(unique('Zelophehad'))
    const people = new People(page)
    await new Person(page).open(made.id)
    await page.getByRole('button', { name: 'Edit person' }).click()
    await new Shell(page).dialog('Edit person').getByRole('button', { name: 'Delete' }).click()
    await expect(new Shell(page).told(`${made.name} deleted`)).toBeVisible()
    await expect(people.row(made.name)).toHaveCount(0)
    await new Shell(page).undo.click()
    await expect(people.row(made.name)).toBeVisible()
  })
})

async function idOf(page: import('@playwright/test').Page, name: string): Promise<string> {
  const href = await new People(page).row(name).getByRole('link').getAttribute('href')
  return /people\/([^?]+)/.exec(href ?? '')?.[1] ?? ''
}
