import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fetchScan } from '../../renderer/parts/scan-file.ts'
import { temporaryFolder } from '../scanner/store/temporary-folder.ts'
import { seriousIssues } from './app-axe.ts'
import { screensOf, setScene } from './app-scene.ts'
import { click, openWindow, saysIn, stillness, type AppWindow } from './app-window.ts'

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

/** As a screen reader would call it. */
const focused = (): Promise<string> =>
  page.evaluate(() => {
    const here = document.activeElement
    const label = here instanceof HTMLInputElement || here instanceof HTMLTextAreaElement ? here.labels?.[0] : null
    return here?.getAttribute('aria-label') ?? label?.textContent ?? here?.textContent ?? ''
  })

/** Goes on from where the focus is until it is on what has that name, as a person without a mouse has to. */
async function tabTo(name: string): Promise<void> {
  const passed: string[] = []
  while (passed.length < MOST_TABS) {
    await press('Tab')
    const now = await focused()
    if (now === name) return
    passed.push(now)
  }
  throw new Error(`the focus never came to "${name}"; it was on ${passed.join(' | ')}`)
}

const MOST_TABS = 80

/** As it is shown now. */
async function issuesHere(name: string, schemes = ['light', 'dark']): Promise<readonly string[]> {
  const found: string[] = []
  for (const value of schemes) {
    await page.emulateMediaFeatures([
      { name: 'prefers-reduced-motion', value: 'reduce' },
      { name: 'prefers-color-scheme', value },
    ])
    await page.waitForSelector(`[data-mantine-color-scheme=${value}]`)
    // Letters on their way from one colour to another have the contrast of neither.
    await stillness(page)
    found.push(...(await seriousIssues(page)).map((issue) => `${name}, ${value}: ${issue}`))
  }
  return found
}

test('a new user is at the matrix of the demo funnel after one key, with a reload on the way', async () => {
  await saysIn(page, 'Half a minute')
  expect(await issuesHere('first run')).toEqual([])
  await tabTo('Scan the demo funnel')
  await press('Enter')
  await page.waitForSelector('[role=progressbar]')
  await page.reload()
  await saysIn(page, 'Each cell is one page in one consent state.')
  expect(await issuesHere('running')).toEqual([])
  await saysIn(page, 'Longest lifetime', 200_000)
  expect(await page.$eval('main', ({ textContent }) => textContent)).toContain('Before any choice')
}, 240_000)

test('the cells are walked by keyboard, Enter opens the proof, and its chain leads from the page to the thing', async () => {
  const first = await page.$eval('[data-place="0 0"]', (cell) => cell.getAttribute('aria-label'))
  await tabTo(first ?? '')
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
  const finding = await page.$eval('ol li button', ({ textContent }) => textContent)
  await tabTo(finding)
  await press('Enter')
  await saysIn(page, 'Your ruling')
  await tabTo('Decision')
  await press('ArrowDown', 'ArrowDown', 'Enter')
  await tabTo('Comment')
  await page.keyboard.type('Goes behind the choice.')
  await tabTo('Who decides')
  await page.keyboard.type('M. Arnold')
  await tabTo('Keep this ruling')
  await press('Enter')
  await saysIn(page, 'M. Arnold, ')
  expect(Object.values(await app.client.rulings.ofScan({ id: await newest() })).flat()).toMatchObject([
    { decision: 'not-compliant', comment: 'Goes behind the choice.', by: 'M. Arnold' },
  ])
  await tabTo('Take back')
  await press('Enter')
  await saysIn(page, 'The ruling was taken back.')
  await tabTo('Undo')
  await press('Enter')
  await saysIn(page, 'M. Arnold, ')
  await press('Escape')
})

test('a calibration is begun and stopped by its buttons, and says so', async () => {
  await app.show('/settings', 'Calibration')
  await click(page, 'button', 'Measure it now (some minutes)')
  await saysIn(page, 'Starting the lab and a browser')
  await page.locator('section[aria-label=Calibration] button').click()
  await saysIn(page, 'Cancelled; nothing of it was kept.')
  await page.locator('::-p-aria([name="Measure it now (some minutes)"][role="button"])').wait()
  expect(await page.$('section[aria-label=Calibration] [role=progressbar]')).toBeNull()
})

test('every screen is free of serious accessibility issues, in light and in dark', async () => {
  const id = await newest()
  const found: string[] = []
  for (const { name, place, says, act } of await screensOf(app.client, await setScene(app.client, app.folder, id))) {
    await app.show(place, says)
    await act?.(page)
    await stillness(page)
    // What is laid over a screen has the colours of the screen; one look at it is enough.
    found.push(...(await issuesHere(name, act ? ['dark'] : undefined)))
  }
  expect(found).toEqual([])
}, 240_000)

test('a report is looked at and saved beside the evidence', async () => {
  // The newest of the scene is damaged, and has none.
  const id = (await app.client.scans.list({ limit: 500 })).items.find(({ origin }) => origin === 'demo')?.id ?? ''
  await app.show(`/scans/${id}/reports`, 'Save beside the evidence')
  await page.waitForSelector('iframe[title="Preview of the report"]')
  await tabTo('Save beside the evidence')
  await press('Enter')
  await saysIn(page, 'Saved:')
  const path = await page.$eval('[role=status] code', ({ textContent }) => textContent)
  expect(path).toContain(id)
})

test('a second scan of the same funnel is compared with the first', async () => {
  const first = (await app.client.scans.list({ limit: 500 })).items.find(({ origin }) => origin === 'demo')?.id ?? ''
  await app.show(`/scans/${first}/matrix`, 'Longest lifetime')
  await tabTo('Scan again')
  await press('Enter')
  await saysIn(page, 'Each cell is one page in one consent state.')
  await saysIn(page, 'Longest lifetime', 200_000)
  expect(await newest()).not.toBe(first)
  // Which one was before is found by itself.
  await tabTo('Compare')
  await press('Enter')
  await saysIn(page, 'findings as before')
  expect(page.url()).toContain(`/compare?new=${await newest()}`)
}, 240_000)

test('the cells of a comparison are walked by keyboard, each leads to before and now, and on into its scan', async () => {
  const latest = await newest()
  await app.show(`/compare?new=${latest}`, 'findings as before')
  await tabTo('Show what did not change')
  await page.keyboard.press('Space')
  await page.waitForSelector('[data-place="1 1"]')
  await page.focus('[data-place="0 0"]')
  await press('ArrowDown', 'ArrowRight', 'Enter')
  await page.waitForSelector('[role=dialog] section[aria-label=Now]')
  const cited = page.url()
  expect(cited).toContain('rows=all')
  await page.reload()
  await page.waitForSelector('[role=dialog] section[aria-label=Before]')
  expect(page.url()).toBe(cited)
  await page.locator('[role=dialog] section[aria-label=Now] a').click()
  await saysIn(page, 'Evidence')
  expect(page.url()).toContain(`/scans/${latest}/matrix?cell=`)
  await app.show(`/compare?new=${latest}`, 'findings as before')
  await tabTo('Swap the two scans')
  await press('Enter')
  await saysIn(page, 'told the wrong way round')
  expect(page.url()).toContain(`old=${latest}`)
}, 60_000)

test('a funnel is made from pasted addresses, its mistake is told where it is and mended', async () => {
  await app.show('/', 'Clients')
  await tabTo('New client')
  await press('Enter')
  await page.waitForFunction(() => document.activeElement?.matches('[role=dialog] input'))
  await page.keyboard.type('Ferro')
  await press('Enter')
  await saysIn(page, 'Addresses of the pages')
  await page.locator('::-p-aria([name="Name"][role="textbox"])').fill('Course')
  await page
    .locator('::-p-aria([name="Addresses of the pages"][role="textbox"])')
    .fill('https://ferro.example/\nhttps:/ferro.example:x/thanks')
  await saysIn(page, 'Line 2: ')
  await click(page, 'button', 'Make the funnel')
  await saysIn(page, 'keeps it from being scanned')
  await page.locator('[aria-invalid=true]').fill('https://ferro.example/thanks')
  await page.waitForFunction(() => !document.body.innerText.includes('keeps it from being scanned'))
  const kept = async () => (await app.client.funnels.list({})).filter(({ site }) => site === 'https://ferro.example')
  await expect.poll(kept).toMatchObject([{ steps: 2, mistakes: 0 }])
  await click(page, 'button', 'Add a step')
  await expect.poll(kept).toMatchObject([{ steps: 3 }])
  await click(page, 'button', 'Undo')
  await expect.poll(kept).toMatchObject([{ steps: 2 }])
})

test('what is removed comes back: at once, and by its own address', async () => {
  const { client } = app
  const id = (await client.funnels.list({})).find(({ site }) => site === 'https://ferro.example')?.id ?? ''
  await app.show(`/funnels/${id}`, 'Add a step')
  await click(page, 'button', 'More')
  await click(page, 'menuitem', 'Remove funnel')
  await saysIn(page, 'was removed.')
  await click(page, 'button', 'Undo')
  await saysIn(page, 'Add a step')
  await client.funnels.remove({ id })
  await app.show(`/funnels/${id}`, 'can be brought back')
  await click(page, 'button', 'Bring it back')
  await saysIn(page, 'Add a step')
  expect((await client.removed.list()).map((thing) => thing.id)).not.toContain(id)
})

test('a window that is opened anew is where the last one was left, and every address is the same after a reload', async () => {
  const id = await newest()
  const left = `/scans/${id}/stored?text=_ga&state=accepted&category=analytics`
  await app.show(left, 'Copy as table')
  await expect.poll(() => app.client.app.leftAt()).toEqual({ place: left })
  const other = await app.browser.newPage()
  await other.goto(app.address)
  await saysIn(other, 'Copy as table')
  expect(new URL(other.url()).hash).toBe(`#${left}`)
  expect(await other.$eval('main input', ({ value }) => value)).toBe('_ga')
  await other.close()
  for (const [place, says] of [
    [`/scans/${id}/findings?outcome=pass`, 'Passed'],
    [`/scans/${id}/reports?format=json`, '"attribution"'],
    [`/compare?new=${id}`, 'findings as before'],
    ['/knowledge?text=hotjar&category=analytics', 'Hotjar'],
  ] as const) {
    await app.show(place, says)
    await page.reload()
    await saysIn(page, says)
    expect(new URL(page.url()).hash).toBe(`#${place}`)
  }
})

test('a scan is opened from a file that somebody sent, copied as a table, and removed with its evidence', async () => {
  const { client } = app
  const file = join(await temporaryFolder(), 'sent.tagtrail')
  await writeFile(file, Buffer.from(await (await fetchScan(client, await newest())).arrayBuffer()))
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
  await click(page, 'button', 'Delete it with its evidence now')
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
