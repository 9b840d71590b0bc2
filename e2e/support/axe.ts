import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Page, expect } from '@playwright/test'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Fails with the rule, the element and the reason for everything that WCAG 2.2 AA does not allow. */
export async function expectAccessible(page: Page, where: string): Promise<void> {
  await page.evaluate(source) // evaluated by the debugger, so the page's content security policy stays as it is
  const found = await page.evaluate(async () => {
    const axe = (window as unknown as { axe: { run: (o: object) => Promise<{ violations: Violation[] }> } }).axe
    interface Violation {
      id: string
      nodes: { target: string[]; failureSummary: string }[]
    }
    const result = await axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    } as object)
    return result.violations.flatMap((v) =>
      v.nodes.map((n) => `${v.id}: ${n.target.join(' ')}: ${n.failureSummary}`),
    )
  })
  expect.soft(found, where).toEqual([])
}
