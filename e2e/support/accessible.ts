import { type BrowserContextOptions, type Page, expect } from '@playwright/test'
import { expectAccessible } from './axe'
import type { Client } from './client'
import { furnish, overlays, screens } from './screens'
import { test } from './story'

interface World {
  another: (name?: string, options?: BrowserContextOptions) => Promise<Page>
  as: (name: string) => Promise<Client>
}

async function inBothLights(page: Page, where: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await expectAccessible(page, `${where}, ${colorScheme}`)
  }
}

/** Every screen and all that opens over one, light and dark, in one size of window. */
export async function everyScreenIsAccessible({ another, as }: World, size: BrowserContextOptions): Promise<void> {
  const ids = await furnish(await as('anna'))
  const pages = new Map<string, Page>()
  const pageOf = async (user = '') => {
    const page = pages.get(user) ?? (await another(user || undefined, size))
    pages.set(user, page)
    return page
  }
  for (const screen of screens(ids))
    await test.step(screen.name, async () => {
      const page = await pageOf(screen.user)
      await page.goto(screen.path)
      await screen.ready(page)
      await inBothLights(page, screen.name)
    })
  const page = await pageOf('anna')
  for (const overlay of overlays)
    await test.step(overlay.name, async () => {
      await page.goto(overlay.path(ids))
      await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible()
      await overlay.open(page)
      await inBothLights(page, overlay.name)
    })
}
