import puppeteer, { type Browser, type Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { openWeb } from '../../main/web.ts'
import { provideBrowser } from '../../scanner/browser/provide.ts'
import { openApp, TOKEN } from '../main/open-app.ts'

/** The application as a person has it: the loopback host, and a real browser at its address. */
let browser: Browser

beforeAll(async () => {
  const { path, env } = await provideBrowser()
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  browser = await puppeteer.launch({ executablePath: path, env: { ...process.env, ...env }, args, pipe: true })
}, 180_000)

afterAll(() => browser.close())

async function openPage(address: string): Promise<{ readonly page: Page; readonly complaints: string[] }> {
  const page = await browser.newPage()
  onTestFinished(() => page.close())
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  await page.goto(address)
  return { page, complaints }
}

const says = (page: Page, text: string, timeout = 30_000) =>
  page.waitForFunction((wanted) => document.body.innerText.includes(wanted), { timeout }, text)

test('a new user is at a result after one click, a reload on the way finds the scan again, and nothing complains', async () => {
  const { web } = await openApp()
  const { page, complaints } = await openPage(web.address)
  await page.locator('::-p-aria([name="Scan the demo funnel"][role="button"])').click()
  await page.waitForSelector('[role=progressbar]')
  expect(page.url()).not.toContain(TOKEN)
  await page.reload()
  await page.waitForSelector('[role=progressbar]')
  await says(page, 'Before any choice', 100_000)
  expect(complaints).toEqual([])
})

test('a scan is cancelled by its button', async () => {
  const { web, client } = await openApp()
  const { page } = await openPage(web.address)
  await page.locator('::-p-aria([name="Scan the demo funnel"][role="button"])').click()
  await page.locator('::-p-aria([name="Cancel"][role="button"])').click()
  await says(page, 'Cancelled', 60_000)
  expect((await client.scans.list({})).items).toMatchObject([{ status: 'cancelled', failure: { code: 'cancelled' } }])
})

test('a window says that the program went away, and goes on when it is back', async () => {
  const { web, service, origin } = await openApp()
  const { page } = await openPage(web.address)
  await says(page, 'Scan the demo funnel')
  await web.close()
  await says(page, 'Tagtrail does not answer')
  const again = await openWeb({ service, port: Number(new URL(origin).port), token: TOKEN })
  onTestFinished(() => again.close())
  await page.waitForFunction(() => !document.body.innerText.includes('Tagtrail does not answer'))
  await page.locator('::-p-aria([name="Scan the demo funnel"][role="button"])').click()
  await page.waitForSelector('[role=progressbar]')
  const [scan] = await service.parts.catalog.scans()
  expect(service.parts.running.stop(scan?.id ?? '')).toBe(true)
})

test('the token is taken out of the address, and out of the way back', async () => {
  const { web } = await openApp()
  const { page } = await openPage(web.address)
  await says(page, 'Scan the demo funnel')
  const { entries } = await (await page.createCDPSession()).send('Page.getNavigationHistory')
  expect(entries.map(({ url }) => url).filter((url) => url.includes(TOKEN))).toEqual([])
  expect(await page.evaluate(() => document.documentElement.outerHTML + document.cookie)).not.toContain(TOKEN)
})

test('a window without the token is told what to do', async () => {
  const { origin } = await openApp()
  const { page } = await openPage(`${origin}/`)
  await says(page, 'This window is not known here')
  expect(await page.$('nav')).not.toBeNull()
})
