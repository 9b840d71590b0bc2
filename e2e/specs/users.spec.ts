import { Account, Users } from '../pages/accounts'
import { Chart } from '../pages/chart'
import { SignIn } from '../pages/entry'
import { Shell } from '../pages/shell'
import { Songs } from '../pages/songs'
import { Client, unique } from '../support/client'
import { adminPassword } from '../support/server'
import { expect, signIn, test } from '../support/story'

interface User {
  id: string
  version: number
  username: string
}

async function makeUser(anna: Client, role: string): Promise<User> {
  const username = unique('user').replace(' ', '.')
  return anna.call('POST', '/api/users', { username, name: username, role, password: adminPassword })
}

test('an administrator makes an account, and its owner signs in', async ({ page, another }) => {
  await signIn(page)
  const name = unique('Lydia Thyatira')
  const users = new Users(page)
  await users.open()
  await users.add.click()
  await users.dialog.getByLabel('Name', { exact: true }).fill(name)
  const username = await users.dialog.getByLabel('Username').inputValue()
  expect(username).not.toBe('')
  await users.dialog.getByText('Changes songs and everyone’s lists').click()
  await users.dialog.getByLabel('First password', { exact: true }).fill('purple cloth by the river')
  await users.dialog.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(new Shell(page).told(`${name} can sign in`)).toBeVisible()
  await expect(users.row(name)).toContainText('Editor')

  const theirs = await another()
  await new SignIn(theirs).open()
  await new SignIn(theirs).enter(username, 'purple cloth by the river')
  await expect(new Shell(theirs).me(name)).toBeVisible()
  await expect(theirs.getByRole('button', { name: 'New song' })).toBeVisible()
})

test('a member reads but does not change: no buttons, and the API says no', async ({ page, as, watch }) => {
  watch.allow(403)
  await signIn(page, 'mia')
  const songs = new Songs(page)
  await songs.open()
  await expect(page.getByRole('button', { name: 'New song' })).toHaveCount(0)
  await expect(songs.select).toHaveCount(0)
  await expect(new Shell(page).place('Accounts')).toHaveCount(0)
  const mia = await as('mia')
  const song = await mia.songNamed('Amazing Grace')
  const chart = new Chart(page)
  await chart.open(song.id)
  await expect(chart.edit).toHaveCount(0)
  await page.keyboard.press('e')
  await expect(page).not.toHaveURL(/edit/)
  await page.goto(`/songs/${song.id}/edit`)
  await expect(page.getByText('This page is not open to you')).toBeVisible()
  await page.goto('/users')
  await expect(page.getByText('This page is not open to you')).toBeVisible()
  for (const [method, path, body] of [
    ['POST', '/api/songs', { title: 'Mine' }],
    ['PATCH', `/api/songs/${song.id}`, { title: 'Mine' }],
    ['DELETE', `/api/songs/${song.id}`, undefined],
    ['GET', '/api/users', undefined],
    ['POST', '/api/users', { username: 'eve', name: 'Eve', role: 'admin', password: adminPassword }],
  ] as const)
    expect((await mia.send(method, path, body, method === 'PATCH' || method === 'DELETE' ? 1 : undefined)).status, `${method} ${path}`).toBe(403)
})

test('another role ends the sessions of its owner', async ({ page, another, as, watch }) => {
  watch.allow(401)
  const user = await makeUser(await as('anna'), 'editor')
  const theirs = await another(user.username)
  await new Songs(theirs).open()
  await signIn(page)
  const users = new Users(page)
  await users.open()
  await users.giveRole(user.username, 'Member')
  await expect(new Shell(page).told(`${user.username} is now Member`)).toBeVisible()
  await expect(users.row(user.username)).toContainText('Member')

  const entry = new SignIn(theirs)
  await theirs.goto('/people')
  await expect(entry.why).toBeVisible()
  await entry.enter(user.username, adminPassword)
  await expect(theirs.getByRole('heading', { name: 'People', level: 1 })).toBeVisible()
  await new Shell(theirs).place('Songs').click()
  await expect(new Songs(theirs).rows.first()).toBeVisible()
  await expect(theirs.getByRole('button', { name: 'New song' })).toHaveCount(0)
})

test('an account is turned off and on again', async ({ page, as }) => {
  const anna = await as('anna')
  const user = await makeUser(anna, 'member')
  await signIn(page)
  const users = new Users(page)
  await users.open()
  await users.menu(user.username, 'Turn off')
  await expect(users.row(user.username)).toContainText('Turned off')
  const refused = await anna.send('POST', '/api/session', { username: user.username, password: adminPassword })
  expect(refused.status).toBe(401)
  await users.menu(user.username, 'Turn on')
  await expect(users.row(user.username)).not.toContainText('Turned off')
})

test('the last administrator stays one', async ({ page, as }) => {
  await signIn(page)
  const users = new Users(page)
  await users.open()
  await expect(users.row('anna')).toContainText('the only one')
  await users.row('anna').getByRole('button', { name: /^More for/ }).click()
  await expect(page.getByRole('menuitem', { name: 'Edit account' })).toBeVisible()
  await expect(page.getByRole('menuitem', { name: 'Delete account' })).toHaveCount(0)
  await expect(page.getByRole('menuitem', { name: 'Turn off' })).toHaveCount(0)
  const anna = await as('anna')
  const me = (await anna.call<User[]>('GET', '/api/users')).find((user) => user.username === 'anna')
  if (!me) throw new Error('anna is gone')
  const refused = await anna.send('PATCH', `/api/users/${me.id}`, { role: 'member' }, me.version)
  expect(refused.status).toBeGreaterThanOrEqual(400)
  expect(refused.status).toBeLessThan(500)
})

test('one’s own devices: ending the other one sends that browser to the sign-in', async ({ page, another, as, watch }) => {
  watch.allow(401)
  const user = await makeUser(await as('anna'), 'leader')
  await signIn(page, user.username)
  const other = await another(user.username)
  await other.goto('/history')
  await expect(other.getByRole('heading', { name: 'History', level: 1 })).toBeVisible()
  const account = new Account(page)
  await account.open()
  await expect(account.devices.filter({ hasText: 'This device' })).toHaveCount(1)
  const before = await account.devices.count()
  await account.devices.filter({ hasNotText: 'This device' }).first().getByRole('button', { name: /^Sign out/ }).click()
  await expect(account.devices).toHaveCount(before - 1)

  const entry = new SignIn(other)
  await expect(entry.submit).toBeVisible()
  await entry.enter(user.username, adminPassword)
  await expect(other.getByRole('heading', { name: 'History', level: 1 })).toBeVisible()
})

test('a new password is asked to be good, and ends the other devices', async ({ page, another, as, watch }) => {
  watch.allow(401, 422)
  const user = await makeUser(await as('anna'), 'member')
  await signIn(page, user.username)
  const other = await another(user.username)
  await other.goto('/history')
  await new Account(page).open()
  const form = page.getByRole('region', { name: 'Password' })
  await form.getByLabel('Password now', { exact: true }).fill(adminPassword)
  await form.getByLabel('New password', { exact: true }).fill('short')
  await expect(form.getByRole('status')).toContainText('more characters')
  await form.getByLabel('New password', { exact: true }).fill('seven olive trees at dawn')
  await form.getByRole('button', { name: 'Change password' }).click()
  await expect(new Shell(page).told('Password changed')).toBeVisible()
  await other.goto('/people')
  await expect(new SignIn(other).submit).toBeVisible()
})
