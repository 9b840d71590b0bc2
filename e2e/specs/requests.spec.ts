import { furnish, screens } from '../support/screens'
import { countRequests, expect, test } from '../support/story'

const quiet = 2000

/** What a screen asks for besides the session; screens that show no data ask for nothing. */
const without = new Set(['sign-in', 'set-up done', 'new song', 'more'])

test('each screen asks once for its data and then keeps quiet', async ({ another, as, watch }) => {
  test.setTimeout(150_000)
  watch.allow(404)
  const ids = await furnish(await as('anna'))
  const all = screens(ids)
  const walk = async (half: typeof all) => {
    for (const screen of half) {
      const page = await another(screen.user)
      const requests = countRequests(page)
      await page.goto(screen.path)
      await screen.ready(page)
      await page.waitForTimeout(quiet)
      expect.soft(requests(), screen.name).toHaveLength(without.has(screen.name) ? 0 : 1)
      await page.close()
    }
  }
  await Promise.all([walk(all.slice(0, all.length / 2)), walk(all.slice(all.length / 2))])
})

test('going from screen to screen asks once for each', async ({ another, as }) => {
  const { song } = await furnish(await as('anna'))
  const page = await another('anna')
  await page.goto('/more')
  const requests = countRequests(page)
  const nav = page.getByRole('navigation', { name: 'Main' })
  await nav.getByRole('link', { name: /^Songs/ }).click()
  await expect(page.getByRole('list', { name: 'Songs' }).getByRole('link').first()).toBeVisible()
  await page.locator(`[data-song="${song}"]`).click()
  await expect(page.getByRole('region', { name: 'Preview' }).getByRole('heading', { level: 2 })).toHaveText('Amazing Grace')
  await page.getByRole('link', { name: 'Open chart' }).click()
  await expect(page.getByRole('heading', { name: 'Amazing Grace', level: 1 })).toBeVisible()
  await nav.getByRole('link', { name: 'People' }).click()
  await expect(page.getByRole('table').first()).toBeVisible()
  await page.waitForTimeout(quiet)
  expect(requests()).toEqual(['GET /api/songs', `GET /api/songs/${song}/page`, 'GET /api/profiles'])
})
