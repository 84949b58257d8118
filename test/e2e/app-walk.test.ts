import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { temporaryFolder } from '../scanner/store/temporary-folder.ts'
import { seriousIssues } from './app-axe.ts'
import { screensOf, setScene } from './app-scene.ts'
import { click, openWindow, saysIn, type AppWindow } from './app-window.ts'

/** One person's morning in the application, in a real browser: each test goes on where the one before ended. */
let app: AppWindow
let page: Page

beforeAll(async () => {
  app = await openWindow()
  page = app.page
  await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }])
}, 180_000)

afterAll(() => app.close())

const newest = async (): Promise<string> =>
  (await app.client.scans.list({})).items.find(({ status }) => status === 'complete')?.id ?? ''

async function press(
  ...keys: readonly ('ArrowRight' | 'ArrowDown' | 'Enter' | 'Escape' | 'Tab' | 'Home' | 'End')[]
): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

const focused = (): Promise<string> =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '')

test('a new user is at the matrix of the demo funnel after one click, with a reload on the way', async () => {
  await saysIn(page, 'Half a minute')
  await click(page, 'button', 'Scan the demo funnel')
  await page.waitForSelector('[role=progressbar]')
  await page.reload()
  await saysIn(page, 'Each cell is one page in one consent state.')
  await saysIn(page, 'Longest lifetime', 200_000)
  expect(await page.$eval('main', ({ textContent }) => textContent)).toContain('Before any choice')
}, 240_000)

test('the cells are walked by keyboard, Enter opens the proof, and its chain leads from the page to the thing', async () => {
  await page.focus('[data-place="0 0"]')
  await press('ArrowDown', 'ArrowRight')
  expect(await page.evaluate(() => document.activeElement?.getAttribute('data-place'))).toBe('1 1')
  const alarming = await page.$eval('[data-place][data-alert]', (cell) => cell.getAttribute('aria-label'))
  await page.focus('[data-place][data-alert]')
  await press('Enter')
  await page.waitForSelector('[role=dialog] li button')
  const [vendor = ''] = (alarming ?? '').split(',')
  expect(await page.$eval('[role=dialog]', (drawer) => drawer.textContent)).toContain(vendor)
  await page.focus('[role=dialog] li button')
  await press('Enter')
  await saysIn(page, 'What caused it')
  const lines = (): Promise<(string | null)[]> =>
    page.$$eval('[role=treeitem]', (links) => links.map(({ textContent }) => textContent))
  const before = await lines()
  expect(before.length).toBeGreaterThan(1)
  expect(before[0]).toContain('https://shop.lab.example/')
  await page.focus('[role=treeitem][aria-current]')
  await press('Home', 'ArrowRight')
  await page.waitForSelector('[role=treeitem]:first-child[aria-expanded=true]')
  expect((await lines()).length).toBeGreaterThan(before.length)
  await press('Enter')
  await page.waitForSelector('[role=treeitem]:first-child[aria-current]:focus')
  await saysIn(page, 'Led to ')
  const cited = page.url()
  await page.reload()
  await saysIn(page, 'What caused it')
  expect(page.url()).toBe(cited)
  await press('Escape')
  await page.waitForSelector('[role=dialog]', { hidden: true })
})

test('a finding is ruled on, and the ruling stands beside it', async () => {
  await app.show(`/scans/${await newest()}/findings`, 'Cookie before any choice')
  await page.focus('ol li button')
  await press('Enter')
  await saysIn(page, 'Your ruling')
  await click(page, 'combobox', 'Decision')
  await click(page, 'option', 'Not compliant')
  await page.locator('::-p-aria([name="Comment"][role="textbox"])').fill('Goes behind the choice.')
  await page.locator('::-p-aria([name="Who decides"][role="textbox"])').fill('M. Arnold')
  await click(page, 'button', 'Keep this ruling')
  await saysIn(page, 'M. Arnold, ')
  expect(Object.values(await app.client.rulings.ofScan({ id: await newest() })).flat()).toMatchObject([
    { decision: 'not-compliant', comment: 'Goes behind the choice.', by: 'M. Arnold' },
  ])
  await press('Escape')
})

test('every screen is free of serious accessibility issues, in light and in dark', async () => {
  const id = await newest()
  const found: string[] = []
  for (const { name, place, says } of await screensOf(app.client, await setScene(app.client, id))) {
    await app.show(place, says)
    for (const value of ['light', 'dark']) {
      await page.emulateMediaFeatures([
        { name: 'prefers-reduced-motion', value: 'reduce' },
        { name: 'prefers-color-scheme', value },
      ])
      await page.waitForSelector(`[data-mantine-color-scheme=${value}]`)
      found.push(...(await seriousIssues(page)).map((issue) => `${name}, ${value}: ${issue}`))
    }
  }
  expect(found).toEqual([])
}, 240_000)

test('a report is looked at and saved beside the evidence', async () => {
  const id = await newest()
  await app.show(`/scans/${id}/reports`, 'Save beside the evidence')
  await page.waitForSelector('iframe[title="Preview of the report"]')
  await click(page, 'button', 'Save beside the evidence')
  await saysIn(page, 'Saved:')
  const path = await page.$eval('[role=status] code', ({ textContent }) => textContent)
  expect(path).toContain(id)
})

test('a second scan of the same funnel is compared with the first', async () => {
  const first = (await app.client.scans.list({ limit: 500 })).items.find(({ origin }) => origin === 'demo')?.id ?? ''
  await app.show('/', 'Latest scans')
  await click(page, 'button', 'Scan the demo funnel')
  await saysIn(page, 'Each cell is one page in one consent state.')
  await saysIn(page, 'Longest lifetime', 200_000)
  await app.show(`/compare?old=${first}&new=${await newest()}`, 'findings as before')
  expect(await newest()).not.toBe(first)
}, 240_000)

test('a funnel is made from pasted addresses, its mistake is told where it is and mended', async () => {
  await app.show('/', 'Clients')
  await page.locator('::-p-aria([name="Name of the client"][role="textbox"])').fill('Ferro')
  await click(page, 'button', 'Make')
  await click(page, 'link', 'New funnel')
  await page.locator('::-p-aria([name="Name"][role="textbox"])').fill('Course')
  await page
    .locator('::-p-aria([name="Addresses of the pages"][role="textbox"])')
    .fill('https://ferro.example/\nhttps:/ferro.example:x/thanks')
  await click(page, 'button', 'Make the funnel')
  await saysIn(page, 'keeps it from being scanned')
  await page.locator('[aria-invalid=true]').fill('https://ferro.example/thanks')
  await page.waitForFunction(() => !document.body.innerText.includes('keeps it from being scanned'))
  await click(page, 'button', 'Save')
  await saysIn(page, 'Saved')
  const kept = (await app.client.funnels.list({})).find(({ name }) => name === 'Course')
  expect(kept).toMatchObject({ steps: 2, mistakes: 0 })
})

test('a scan is opened from a file that somebody sent, copied as a table, and removed with its evidence', async () => {
  const { client } = app
  const file = join(await temporaryFolder(), 'sent.tagtrail')
  await writeFile(file, Buffer.from(await (await client.scans.export({ id: await newest() })).arrayBuffer()))
  await app.show('/', 'Latest scans')
  const input = await page.waitForSelector('input[type=file][accept=".tagtrail"]')
  await input?.uploadFile(file)
  await saysIn(page, 'Longest lifetime')
  const id = /scans\/([^/?]+)/.exec(page.url())?.[1] ?? ''
  expect(await client.scans.get({ id })).toMatchObject({ origin: 'imported', status: 'complete' })
  await page.browserContext().setPermission(new URL(page.url()).origin, {
    permission: { name: 'clipboard-read' },
    state: 'granted',
  })
  await app.show(`/scans/${id}/stored`, 'Copy as table')
  await click(page, 'button', 'Copy as table')
  await click(page, 'button', 'Copied')
  const [head = '', first = ''] = (await page.evaluate(() => navigator.clipboard.readText())).split('\n')
  expect(head.split('\t')).toContain('Vendor')
  expect(first.split('\t')).toHaveLength(head.split('\t').length)
  await click(page, 'button', 'More')
  await click(page, 'menuitem', 'Remove this scan')
  await click(page, 'button', 'Delete its evidence, too')
  await saysIn(page, 'Latest scans')
  await expect(client.scans.get({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('the way to everything leads over the keyboard', async () => {
  await app.show('/', 'Latest scans')
  await page.reload()
  await saysIn(page, 'Latest scans')
  await press('Tab')
  expect(await focused()).toBe('Skip to content')
  await page.keyboard.type('?')
  await saysIn(page, 'walk the cells of the matrix')
  await press('Escape')
  await page.waitForSelector('[role=dialog]', { hidden: true })
  await page.keyboard.down('Control')
  await page.keyboard.press('k')
  await page.keyboard.up('Control')
  await page.waitForSelector('[role=dialog] input')
  await page.keyboard.type('settings')
  await press('Enter')
  await saysIn(page, 'Scans are sealed with the key')
  expect(app.complaints).toEqual([])
})
