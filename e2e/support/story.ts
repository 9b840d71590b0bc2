import { test as base, expect, type Page } from '@playwright/test'
import { Server, adminPassword } from './server'

interface Worker {
  server: Server
}

/**
 * Stories share one program a worker, with three users: anna (admin), edgar (editor) and mia (member).
 * A story that needs a program of its own takes Server.create().
 */
export const test = base.extend<object, Worker>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern.
    async ({}, use) => {
      const server = await Server.create()
      for (const [name, role] of [
        ['anna', 'admin'],
        ['edgar', 'editor'],
        ['mia', 'member'],
      ] as const)
        server.createUser(name, role)
      await server.start()
      await use(server)
      await server.remove()
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ server }, use) => use(server.url),
})

export { expect }

/** Signs in through the API, as fast as a story needs it; specs/sign-in.spec.ts goes through the screen. */
export async function signIn(page: Page, name = 'anna'): Promise<void> {
  const answer = await page.request.post('/api/session', { data: { username: name, password: adminPassword } })
  expect(answer.ok(), await answer.text()).toBe(true)
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
