import { type Page, expect } from '@playwright/test'
import type { Client } from './client'
import { unique } from './client'

export interface Screen {
  name: string
  path: string
  /** Who looks at it; a visitor when missing. */
  user?: string
  /** What is there once the screen has its data. */
  ready: (page: Page) => Promise<void>
}

const heading = (name: string) => async (page: Page) =>
  expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()

const songRows = (page: Page) => expect(page.getByRole('list', { name: 'Songs' }).getByRole('link').first()).toBeVisible()

const chart = (page: Page) => expect(page.getByRole('group', { name: 'Chart', exact: true })).toBeVisible()

/** A library with a person, a list, something in the trash: every screen has something to show. */
export async function furnish(anna: Client): Promise<{ song: string; person: string; deleted: string }> {
  const song = await anna.songNamed('Amazing Grace')
  const person = await anna.createPerson(unique('Ana Ferreira'), 'leader')
  await anna.fillList(person, (await anna.songs()).slice(0, 8))
  await anna.call('PUT', `/api/profiles/${person.id}/songs/${song.id}`, {
    preferred_key: 'E', capo: 2, notes: 'Start alone', favourite: true, status: 'learning', last_led: '2026-02-01',
  }, await versionIn(anna, person.id, song.id))
  const gone = await anna.createSong(unique('Deleted'), '[G]Gone')
  await anna.call('DELETE', `/api/songs/${gone.id}`, undefined, gone.version)
  return { song: song.id, person: person.id, deleted: gone.title }
}

async function versionIn(anna: Client, person: string, song: string): Promise<number | undefined> {
  const rows = await anna.call<{ song: { id: string }; version: number }[]>('GET', `/api/profiles/${person}/songs`)
  return rows.find((row) => row.song.id === song)?.version
}

/** Every screen that the navigation and the addresses lead to. */
export function screens({ song, person, deleted }: { song: string; person: string; deleted: string }): Screen[] {
  return [
    { name: 'sign-in', path: '/sign-in', ready: heading('Sign in') },
    { name: 'set-up done', path: '/setup', ready: heading('Your church is set up') },
    { name: 'songs of a visitor', path: '/songs', ready: songRows },
    { name: 'songs', path: '/songs', user: 'anna', ready: songRows },
    { name: 'songs found', path: '/songs?q=grace', user: 'anna', ready: songRows },
    { name: 'song', path: `/songs/${song}`, user: 'anna', ready: chart },
    {
      name: 'editor',
      path: `/songs/${song}/edit`,
      user: 'anna',
      ready: (page) => expect(page.getByRole('textbox', { name: 'ChordPro source' })).toBeVisible(),
    },
    { name: 'new song', path: '/songs/new', user: 'anna', ready: heading('New song') },
    { name: 'people', path: '/people', user: 'anna', ready: (page) => expect(page.getByRole('table').first()).toBeVisible() },
    {
      name: 'person',
      path: `/people/${person}`,
      user: 'anna',
      ready: (page) => expect(page.getByRole('region', { name: 'Songs' }).getByRole('link').first()).toBeVisible(),
    },
    { name: 'accounts', path: '/users', user: 'anna', ready: (page) => expect(page.getByRole('table')).toBeVisible() },
    { name: 'my account', path: '/account', user: 'anna', ready: (page) => expect(page.getByText('This device', { exact: true })).toBeVisible() },
    { name: 'history', path: '/history', user: 'anna', ready: (page) => expect(page.getByRole('listitem').first()).toBeVisible() },
    { name: 'trash', path: '/history?tab=trash', user: 'anna', ready: (page) => expect(page.getByText(deleted)).toBeVisible() },
    { name: 'more', path: '/more', user: 'anna', ready: heading('More') },
    { name: 'nothing there', path: '/songs/nothing-of-the-kind', user: 'anna', ready: (page) => expect(page.getByText('There is nothing here')).toBeVisible() },
  ]
}

/** What opens over a screen. */
export interface Overlay {
  name: string
  path: (ids: { song: string; person: string }) => string
  open: (page: Page) => Promise<void>
}

const dialog = (page: Page) => expect(page.getByRole('dialog').first()).toBeVisible()

export const overlays: Overlay[] = [
  {
    name: 'palette',
    path: () => '/songs',
    open: async (page) => {
      await page.keyboard.press('Control+k')
      await page.keyboard.type('grace')
      await expect(page.getByRole('option').filter({ hasText: 'Amazing Grace' })).toBeVisible()
    },
  },
  {
    name: 'all keys',
    path: () => '/songs',
    open: async (page) => {
      await page.keyboard.press('?')
      await dialog(page)
    },
  },
  {
    name: 'how it looks',
    path: () => '/songs',
    open: async (page) => {
      await page.keyboard.press('Control+k')
      await page.keyboard.type('>how it looks')
      await page.keyboard.press('Enter')
      await expect(page.getByRole('dialog', { name: 'How it looks' })).toBeVisible()
    },
  },
  {
    name: 'revisions',
    path: ({ song }) => `/songs/${song}`,
    open: async (page) => {
      await page.getByRole('main').getByRole('button', { name: 'More' }).filter({ visible: true }).first().click()
      await page.getByRole('menuitem', { name: 'Revisions' }).click()
      await expect(page.getByText('Now', { exact: true })).toBeVisible()
    },
  },
  {
    name: 'how the chart looks',
    path: ({ song }) => `/songs/${song}`,
    open: async (page) => {
      await page.getByRole('button', { name: /^(How the chart looks|Text)$/ }).filter({ visible: true }).last().click()
      await expect(page.getByLabel('Chords as')).toBeVisible()
    },
  },
  {
    name: 'add a person',
    path: () => '/people',
    open: async (page) => {
      await page.getByRole('button', { name: 'Add a person' }).first().click()
      await dialog(page)
    },
  },
  {
    name: 'new account',
    path: () => '/users',
    open: async (page) => {
      await page.getByRole('button', { name: 'New account' }).click()
      await dialog(page)
    },
  },
  {
    name: 'songs to add',
    path: ({ person }) => `/people/${person}`,
    open: async (page) => {
      await page.getByRole('combobox', { name: /^Add songs/ }).fill('grace')
      await expect(page.getByRole('grid').getByRole('row').first()).toBeVisible()
    },
  },
  {
    name: 'notes and capo',
    path: ({ person }) => `/people/${person}`,
    open: async (page) => {
      await page.getByRole('button', { name: 'More for Amazing Grace' }).click()
      await page.getByRole('menuitem', { name: 'Edit notes and capo' }).click()
      await dialog(page)
    },
  },
  {
    name: 'key board',
    path: ({ person }) => `/people/${person}`,
    open: async (page) => {
      await page.getByRole('button', { name: /^Amazing Grace in E/ }).click()
      await expect(page.getByRole('group', { name: 'Key of Amazing Grace' })).toBeVisible()
    },
  },
  {
    name: 'filter by theme',
    path: () => '/songs',
    open: async (page) => {
      await page.getByRole('group', { name: 'Filters' }).getByRole('button', { name: 'Theme' }).click()
      await expect(page.getByLabel('Type to narrow')).toBeVisible()
    },
  },
]
