import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addLargeScan } from '../evidence/large-scan.ts'
import { openWindow, type AppWindow } from './app-window.ts'

const ROWS = 100_000

let app: AppWindow
let page: Page
let total: number

beforeAll(async () => {
  app = await openWindow()
  page = app.page
  const { dataFolder } = await app.client.app.info()
  const id = await addLargeScan(dataFolder, ROWS, { judged: 500 })
  total = (await app.client.results.observations({ id, limit: 1 })).total
  await app.show(`/scans/${id}/timeline`, `${total.toLocaleString('en')} rows`)
  await reads(2)
}, 180_000)

afterAll(() => app.close())

/** Resolves when the row of that number has come from the program; the row of titles is the first. */
const reads = async (rowIndex: number): Promise<void> => {
  await page.waitForFunction(
    (index) => document.querySelector(`[role=row][aria-rowindex="${index}"]`)?.textContent?.includes(' s'),
    {},
    rowIndex,
  )
}

const drawn = (): Promise<readonly number[]> =>
  page.$$eval('[role=table] [role=row]', (rows) => rows.map((row) => Number(row.getAttribute('aria-rowindex'))))

const focused = (): Promise<number> =>
  page.evaluate(() => Number(document.activeElement?.getAttribute('aria-rowindex') ?? NaN))

test('of 100,000 rows only those in sight are drawn, and a screen reader is told of all', async () => {
  expect(total).toBeGreaterThan(ROWS)
  expect(await page.$eval('[role=table]', (table) => table.getAttribute('aria-rowcount'))).toBe(String(total + 1))
  const rows = await drawn()
  expect(rows.length).toBeLessThan(100)
  expect(rows).toEqual(rows.map((_, place) => place + 1))
})

test('the keyboard reaches the last of them and comes back, and each has come when it is reached', async () => {
  await page.focus('[data-index="0"]')
  const [last, { sight }] = [total + 1, await page.evaluate(() => ({ sight: innerHeight / 32 }))]
  for (const [key, from, to] of [
    ['ArrowDown', 3, 3],
    ['End', last, last],
    ['ArrowDown', last, last],
    ['PageUp', last - sight, last - 2],
    ['Home', 2, 2],
    ['PageDown', 4, 2 + sight],
    ['ArrowUp', 3, 1 + sight],
  ] as const) {
    await page.keyboard.press(key)
    const row = await focused()
    expect({ key, row, isThere: from <= row && row <= to }).toEqual({ key, row, isThere: true })
    await reads(row)
    expect((await drawn()).length).toBeLessThan(100)
  }
})

test('a title sorts all of them up, down and back, which stands in the address and outlives a reload', async () => {
  const title = '[role=columnheader] button'
  const sorted = (): Promise<readonly (string | null)[]> =>
    page.$$eval('[role=columnheader]', (heads) => heads.map((head) => head.getAttribute('aria-sort')))
  const first = (): Promise<string> => page.$eval('[data-index="0"]', ({ textContent }) => textContent)
  const before = await first()
  expect((await sorted())[0]).toBe('ascending')
  const whats = (await page.$$(title))[5]
  await whats?.focus()
  const settled = async (was: string): Promise<void> => {
    await page.waitForFunction(
      (other) => {
        const row = document.querySelector('[data-index="0"]')
        return row?.textContent?.includes(' s') && row.textContent !== other
      },
      {},
      was,
    )
  }
  for (const [turn, inAddress] of [
    ['ascending', 'sort=title'],
    ['descending', 'sort=title.down'],
  ] as const) {
    const was = await first()
    await page.keyboard.press('Enter')
    await settled(was)
    expect([(await sorted())[5], page.url().includes(inAddress)]).toEqual([turn, true])
  }
  const last = await first()
  await page.reload()
  await reads(2)
  expect([await first(), (await sorted())[5]]).toEqual([last, 'descending'])
  await (await page.$$(title))[5]?.focus()
  await page.keyboard.press('Enter')
  await page.waitForFunction((was) => document.querySelector('[data-index="0"]')?.textContent === was, {}, before)
  expect(page.url()).not.toContain('sort=')
})

test('Shift and an arrow on a title make its column wider', async () => {
  const widthPx = (): Promise<number> =>
    page.$eval('[role=columnheader]', (head) => Math.round(head.getBoundingClientRect().width))
  const before = await widthPx()
  await page.focus('[role=columnheader] button')
  await page.keyboard.down('Shift')
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowLeft'] as const) await page.keyboard.press(key)
  await page.keyboard.up('Shift')
  expect((await widthPx()) - before).toBe(16)
})

test('told in UTC when that is chosen, and in what was chosen when it is opened again', async () => {
  const at = (): Promise<string> => page.$eval('[data-index="0"] [role=cell]', ({ textContent }) => textContent)
  expect(await at()).toMatch(/^(click|load|start) \+\d+\.\d{3} s$/)
  await page.locator('::-p-aria([name="Times in UTC"])').click()
  await page.waitForFunction(() =>
    /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}$/.test(
      document.querySelector('[data-index="0"] [role=cell]')?.textContent ?? '',
    ),
  )
  expect((await app.client.settings.get()).times).toBe('utc')
  await app.client.settings.change({ times: 'relative' })
  await reads(2)
})

test('the row with the focus stays there when the table is scrolled away from it, and Enter opens its proof', async () => {
  await page.focus('[data-index="9"]')
  const row = await focused()
  await page.$eval('[role=table]', (table) => table.parentElement?.scrollTo({ top: 1_600_000 }))
  await reads(50_010)
  expect([await focused(), await drawn()]).toEqual([row, expect.arrayContaining([row, 50_010])])
  await page.keyboard.press('Enter')
  await page.waitForSelector('[role=dialog] [role=treeitem]')
})
