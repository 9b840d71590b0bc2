import { test as base, type BrowserContext, type BrowserContextOptions, expect, type Page } from '@playwright/test'
import { Client } from './client'
import { Server, adminPassword } from './server'
import { Watch } from './watch'

interface Story {
  /** Fails the story for every complaint of a page's console, a violated content security policy included. */
  watch: Watch
  /** A second browser in which somebody is signed in; nobody without a name. */
  another: (name?: string, options?: BrowserContextOptions) => Promise<Page>
}

interface Worker {
  server: Server
  /** The API as one of the users, for what a story needs beforehand. */
  as: (name: string) => Promise<Client>
}

/**
 * Stories share one program a worker, with three users: anna (admin), edgar (editor) and mia (member).
 * A story that needs a program of its own takes Server.create().
 */
export const test = base.extend<Story, Worker>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern.
    async ({}, use) => {
      const server = await Server.create({ anna: 'admin', edgar: 'editor', mia: 'member' })
      await server.start()
      await use(server)
      await server.remove()
    },
    { scope: 'worker' },
  ],
  as: [
    async ({ server }, use) => {
      const clients = new Map<string, Promise<Client>>()
      await use((name) => {
        const client = clients.get(name) ?? Client.signIn(server, name)
        clients.set(name, client)
        return client
      })
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ server }, use) => use(server.url),
  watch: [
    async ({ context }, use) => {
      const watch = new Watch()
      watch.add(context)
      await use(watch)
      expect(watch.complaints, 'the console of the pages').toEqual([])
    },
    { auto: true },
  ],
  another: async ({ browser, server, watch }, use) => {
    const open: BrowserContext[] = []
    await use(async (name, options) => {
      const context = await browser.newContext({ baseURL: server.url, viewport: { width: 1440, height: 900 }, ...options })
      open.push(context)
      watch.add(context)
      const page = await context.newPage()
      if (name) await signIn(page, name)
      return page
    })
    for (const context of open) await context.close()
  },
})

export { expect }

/** Signs in through the API, as fast as a story needs it; specs/sign-in.spec.ts goes through the screen. */
export async function signIn(page: Page, name = 'anna', password = adminPassword): Promise<void> {
  const answer = await page.request.post('/api/session', { data: { username: name, password } })
  expect(answer.ok(), await answer.text()).toBe(true)
  await forgetPreferences(page, await answer.json())
}

/** Preferences follow an account from one story to the next, where nobody expects them. */
async function forgetPreferences(page: Page, session: SignedIn): Promise<void> {
  const { version, preferences } = session.user
  const names = Object.keys(preferences)
  if (names.length === 0) return
  const answer = await page.request.patch('/api/account', {
    headers: { 'X-CSRF-Token': session.csrf_token, 'If-Match': `"${version}"` },
    data: { preferences: Object.fromEntries(names.map((name) => [name, null])) },
  })
  expect(answer.ok(), await answer.text()).toBe(true)
}

interface SignedIn {
  csrf_token: string
  user: { version: number; preferences: Record<string, unknown> }
}

/** Counts the API requests that a screen makes, without the shell's session. */
export function countRequests(page: Page): () => string[] {
  const seen: string[] = []
  page.on('request', (r) => {
    const path = new URL(r.url()).pathname
    if (path.startsWith('/api/') && path !== '/api/session') seen.push(`${r.method()} ${path}`)
  })
  return () => seen
}
