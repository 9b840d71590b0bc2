import { Chart } from '../pages/chart'
import { Editor } from '../pages/editor'
import { Shell } from '../pages/shell'
import { Client } from '../support/client'
import { Server } from '../support/server'
import { expect, signIn, test } from '../support/story'

test('what was acknowledged survives kill -9, and an open page goes on', async ({ browser }) => {
  const own = await Server.create({ anna: 'admin' })
  await own.start()
  const page = await browser.newPage({ baseURL: own.url })
  await signIn(page)
  const song = await (await Client.signIn(own, 'anna')).songNamed('Amazing Grace')

  const editor = new Editor(page)
  await editor.open(song.id)
  await editor.append('[G]Written just before the lights went out')
  await editor.publish.click()
  await expect(new Shell(page).told('Amazing Grace published')).toBeVisible()
  await own.kill('SIGKILL')

  await own.start()
  const stored = await (await Client.signIn(own, 'anna')).song(song.id)
  expect(stored.arrangements[0]?.chart_text).toContain('Written just before the lights went out')
  const chart = new Chart(page)
  await chart.open(song.id)
  await expect(chart.chart).toContainText('Written just before the lights went out')
  await expect(chart.edit).toBeVisible()

  await page.close()
  await own.remove()
})
