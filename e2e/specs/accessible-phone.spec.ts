import { everyScreenIsAccessible } from '../support/accessible'
import { test } from '../support/story'

test('every screen is accessible at 390 × 844, light and dark', async ({ another, as, watch }) => {
  test.setTimeout(180_000)
  watch.allow(404)
  await everyScreenIsAccessible({ another, as }, { viewport: { width: 390, height: 844 } })
})
