import { everyScreenIsAccessible } from '../support/accessible'
import { test } from '../support/story'

test('every screen is accessible at 1440 × 900, light and dark', async ({ another, as, watch }) => {
  test.setTimeout(180_000)
  watch.allow(404)
  await everyScreenIsAccessible({ another, as }, { viewport: { width: 1440, height: 900 } })
})
