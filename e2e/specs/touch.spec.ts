import type { Page } from '@playwright/test'
import { furnish, screens } from '../support/screens'
import { expect, test } from '../support/story'

const smallest = 44

/** Elements wider than the window, and boxes that scroll sideways other than the order strip, the source and rows of chips. */
function sideways(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const may = (element: Element) => element.closest('.order, .source, .filters, .ppl-chips') !== null
    const out: string[] = []
    const root = document.documentElement
    if (root.scrollWidth > innerWidth) out.push(`the page: ${root.scrollWidth} > ${innerWidth}`)
    for (const element of document.body.querySelectorAll('*')) {
      const style = getComputedStyle(element)
      const scrolls = /auto|scroll/.test(style.overflowX) && element.scrollWidth > element.clientWidth + 1
      if (scrolls && element.clientWidth > 0 && !may(element))
        out.push(`${element.tagName.toLowerCase()}.${element.className}: ${element.scrollWidth} > ${element.clientWidth}`)
    }
    return out
  })
}

/** Targets that a finger of 44 px around their middle would miss. Links within a sentence are not targets of their own. */
function tooSmall(page: Page, smallest: number): Promise<string[]> {
  return page.evaluate((size) => {
    const reach = size / 2 - 1
    const out: string[] = []
    const targets = 'button, a[href], input:not([type=hidden]), select, textarea, summary, [role=option], label.checkline'
    for (const element of document.body.querySelectorAll<HTMLElement>(targets)) {
      if (element.matches('.sr, .skip') || element.closest('[aria-hidden=true], p')) continue
      element.scrollIntoView({ block: 'center', inline: 'center' })
      const box = element.getBoundingClientRect()
      const x = box.left + box.width / 2
      const y = box.top + box.height / 2
      const hits = (dx: number, dy: number) => {
        const hit = document.elementFromPoint(x + dx, y + dy)
        return hit !== null && (element.contains(hit) || hit.closest('label, .field')?.contains(element) === true)
      }
      if (box.width === 0 || !hits(0, 0)) continue
      const [left, right, up, down] = [hits(-reach, 0), hits(reach, 0), hits(0, -reach), hits(0, reach)]
      if (left && right && up && down) continue
      const name = element.getAttribute('aria-label') ?? element.textContent?.trim().slice(0, 30) ?? ''
      out.push(`${element.tagName.toLowerCase()}.${element.className} “${name}”: ${Math.round(box.width)} × ${Math.round(box.height)}`)
    }
    return [...new Set(out)]
  }, smallest)
}

test('no screen scrolls sideways at 320 px', async ({ another, as, watch }) => {
  test.setTimeout(90_000)
  watch.allow(404)
  const ids = await furnish(await as('anna'))
  for (const screen of screens(ids))
    await test.step(screen.name, async () => {
      const page = await another(screen.user, { viewport: { width: 320, height: 640 } })
      await page.goto(screen.path)
      await screen.ready(page)
      expect.soft(await sideways(page), screen.name).toEqual([])
      await page.close()
    })
})

test('every target suits a finger', async ({ another, as, watch }) => {
  test.setTimeout(120_000)
  watch.allow(404)
  const ids = await furnish(await as('anna'))
  for (const viewport of [
    { width: 390, height: 844 },
    { width: 1024, height: 768 },
  ])
    for (const screen of screens(ids))
      await test.step(`${screen.name} at ${viewport.width}`, async () => {
        const page = await another(screen.user, { viewport, hasTouch: true, isMobile: true })
        await page.goto(screen.path)
        await screen.ready(page)
        expect.soft(await tooSmall(page, smallest), `${screen.name} at ${viewport.width}`).toEqual([])
        await page.close()
      })
})
