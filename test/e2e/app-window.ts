import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import puppeteer, { type Browser, type Page } from 'puppeteer-core'
import type { Client } from '../../main/contract.ts'
import { processHost } from '../../main/host.ts'
import { startNodeChild } from '../../main/scan-process.ts'
import { openService } from '../../main/service.ts'
import { openWeb } from '../../main/web.ts'
import { provideBrowser } from '../../scanner/browser/provide.ts'
import built from '../built.ts'

/** The application behind its loopback host in a folder of its own, and one window of it in a real browser. */
export interface AppWindow {
  /** Asks the program past the window. */
  readonly client: Client
  /** Where everything of this user is kept. */
  readonly folder: string
  /** With the token in it. */
  readonly address: string
  readonly browser: Browser
  readonly page: Page
  /** What the window complained about: faults, and whatever its policy refused. */
  readonly complaints: string[]
  /** Shows the screen of that address, such as `/settings`, and waits until `text` can be read on it. */
  show(place: string, text: string): Promise<void>
  /** Takes the host away from under the window. */
  loseConnection(): Promise<void>
  close(): Promise<void>
}

export async function openWindow(): Promise<AppWindow> {
  built()
  const folder = await mkdtemp(join(tmpdir(), 'tagtrail-window-'))
  const host = processHost(new AbortController().signal)
  const service = await openService({ dataFolder: folder, hostKind: 'loopback', host, startChild: startNodeChild })
  const web = await openWeb({ service, port: 0, token: host.randomHex(32) })
  const { path, env } = await provideBrowser()
  const browser = await puppeteer.launch({
    executablePath: path,
    env: { ...process.env, ...env },
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    pipe: true,
    defaultViewport: { width: 1360, height: 860 },
  })
  const page = await browser.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  await page.goto(web.address)
  await saysIn(page, 'Tagtrail')
  return {
    client: createRouterClient(service.router),
    folder,
    address: web.address,
    browser,
    page,
    complaints,
    show: (place, text) => show(page, place, text),
    loseConnection: () => web.close(),
    async close() {
      await browser.close()
      await web.close()
      await service.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Resolves once `text` can be read in the window. */
export async function saysIn(page: Page, text: string, timeout = 30_000): Promise<void> {
  await page
    .waitForFunction((wanted) => document.body.innerText.includes(wanted), { timeout }, text)
    .catch(async (cause: unknown) => {
      // What is laid over a screen stands at the end, and is what was asked for.
      const there = await page.evaluate(
        () =>
          `${location.hash}\n${document.querySelector<HTMLElement>('[role=dialog]')?.innerText ?? document.body.innerText}`,
      )
      throw new Error(`the window never said "${text}"; it says:\n${there.slice(0, 2000)}`, { cause })
    })
}

/** Clicks what has that role and name. */
export function click(page: Page, role: string, name: string): Promise<void> {
  return page.locator(`::-p-aria([name="${name}"][role="${role}"])`).click()
}

/** Through another screen, so that nothing of the one before can be taken for it. */
async function show(page: Page, place: string, text: string): Promise<void> {
  // A dialog that is no place of its own is closed as a person does it; what stands in the address goes with the address.
  const { search } = new URL(page.url().replace('#', ''))
  if (search === '') await page.keyboard.press('Escape')
  await page.evaluate(() => void (location.hash = '#/nowhere'))
  await page.waitForFunction(() => document.querySelector('main a[href="#/"]') !== null)
  await page.waitForSelector('[role=dialog]', { hidden: true })
  await page.evaluate((hash) => void (location.hash = hash), `#${place}`)
  await saysIn(page, text)
  await stillness(page)
}

/** Resolves once nothing moves, but for what turns without end, and every picture is there. */
export async function stillness(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready
    const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
    await Promise.all(ending.map(({ finished }) => finished.catch(() => undefined)))
    await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)))
  })
}
