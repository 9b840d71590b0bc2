import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Songs } from '../pages/songs'
import { Server } from '../support/server'
import { expect, signIn, test } from '../support/story'

const total = 10_000
const words = ['mercy', 'river', 'morning', 'shepherd', 'anchor', 'harvest', 'lantern', 'valley', 'covenant', 'dawn']

function word(n: number): string {
  return words[n % words.length] ?? ''
}

/** A small hymn of its own; its third line alone tells it from all others. */
function hymn(n: number): string {
  const chords = `[G]When ${word(n)} meets the [C]${word(n + 3)} [G]low`
  const second = `[Em]And ${word(n * 7)} [D7]sings what [G]${word(n + 5)} know`
  return `{title: Song ${n} of the ${word(n)}}\n{key: G}\n{tempo: ${60 + (n % 90)}}\n{time: 4/4}\n{start_of_verse}\n${chords}\n${second}\n[G]Number ${n} of all [D]we [G]know\n{end_of_verse}\n`
}

test.describe('ten thousand songs', () => {
  let big: Server

  test.beforeAll(async () => {
    test.setTimeout(120_000)
    const folder = mkdtempSync(join(tmpdir(), 'churchmusic-songs-'))
    for (let n = 1; n <= total; n++) writeFileSync(join(folder, `${n}.cho`), hymn(n))
    big = await Server.create({ anna: 'admin' })
    big.run(['import', '--public', folder])
    rmSync(folder, { recursive: true })
    await big.start()
  })

  test.afterAll(async () => {
    await big.remove()
  })

  test('scroll like ten, and are searched as one types', async ({ browser }) => {
    const page = await browser.newPage({ baseURL: big.url, viewport: { width: 1440, height: 900 } })
    const songs = new Songs(page)
    await signIn(page)
    await songs.open()
    expect(await songs.counted()).toBeGreaterThanOrEqual(total)

    await test.step('only the rows in view are drawn', async () => {
      expect(await songs.rows.count()).toBeLessThan(80)
      const list = songs.pane.locator('.scroll')
      const usual = await list.evaluate(async (element) => {
        const frames: number[] = []
        let last = performance.now()
        for (let i = 1; i <= 120; i++) {
          element.scrollTop = (element.scrollHeight * i) / 120
          await new Promise((next) => requestAnimationFrame(next))
          frames.push(performance.now() - last)
          last = performance.now()
        }
        return frames.sort((a, b) => a - b)[60] ?? 999
      })
      expect(usual, 'the median frame while scrolling through all, in ms').toBeLessThan(60)
      expect(await songs.rows.count()).toBeLessThan(80)
      await expect(songs.rows.last()).toContainText(/bpm/)
    })

    await test.step('a rare line is found among all', async () => {
      await songs.search.pressSequentially('number 7777 of all we know', { delay: 15 })
      await expect(songs.rows.first()).toContainText('Song 7777 of the')
    })

    await test.step('down and on, by keys, to row 40', async () => {
      await songs.search.fill('')
      await expect.poll(() => songs.counted()).toBeGreaterThanOrEqual(total)
      await songs.search.blur()
      for (let i = 0; i < 40; i++) await page.keyboard.press('j')
      await expect(songs.current).toBeInViewport()
    })
    await page.close()
  })
})
