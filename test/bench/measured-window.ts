import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'puppeteer-core'
import { descendantsOf } from '../evidence/processes.ts'

const MOST_MS = 60_000

/** Resolves when the window shows its scans and takes a click; the time is the caller's. */
export async function usable(page: Page, scan: string): Promise<void> {
  const there = page.waitForFunction(
    (name) =>
      performance.getEntriesByName('first-contentful-paint').length > 0 &&
      document.querySelector('main button:enabled') !== null &&
      [...document.querySelectorAll('main article a')].some(({ textContent }) => textContent === name),
    { timeout: MOST_MS, polling: 'raf' },
    scan,
  )
  await there.catch(async (cause: unknown) => {
    const says = await page.evaluate(() => document.body.innerText.slice(0, 500))
    throw new Error(`the window never showed the scan ${scan}; it says: ${says}`, { cause })
  })
}

/**
 * Clicks what the selector (and the text) names, and gives the ms until `until` is there and painted. Timed in the
 * window itself, where nothing of the one that measures is in between.
 */
export function clickUntil(page: Page, click: Clickable, until: Sign): Promise<number> {
  return page.evaluate(
    async ({ selector, text }, sign, most) => {
      const frame = (): Promise<number> => new Promise(requestAnimationFrame)
      const there = [...document.querySelectorAll<HTMLElement>(selector)].find(
        ({ textContent }) => text === undefined || textContent === text,
      )
      if (!there) throw new Error(`there is no ${selector} ${text ?? ''} in: ${document.body.innerText.slice(0, 500)}`)
      const begun = performance.now()
      there.click()
      const isThere = (): boolean => {
        const found = document.querySelector(sign.selector)
        return found !== null && (found.textContent ?? '').includes(sign.text ?? '')
      }
      while (!isThere()) {
        if (performance.now() - begun > most)
          throw new Error(`no ${sign.selector} ${sign.text ?? ''} in: ${document.body.innerText.slice(0, 500)}`)
        await frame()
      }
      // The frame that has it is painted before the one after.
      await frame()
      return performance.now() - begun
    },
    click,
    until,
    MOST_MS,
  )
}

export interface Clickable {
  readonly selector: string
  /** All of its text. */
  readonly text?: string
}

export interface Sign {
  readonly selector: string
  /** Some of its text. */
  readonly text?: string
}

export interface WindowMemory {
  /** Of the window's own process, shared with no other, in MB. */
  readonly ownMb: number
  /** The same with its share of what several processes use. */
  readonly withShareMb: number
  /** What of it are values of the application. */
  readonly valuesMb: number
}

/** Linux only; the window is the largest of the browser's pages. */
export async function memoryOf(browser: Browser, page: Page): Promise<WindowMemory> {
  const { JSHeapUsedSize = NaN } = await page.metrics()
  const windows = descendantsOf(browser.process()?.pid ?? NaN)
    .filter(({ command }) => command.includes('--type=renderer'))
    .map(({ pid }) => rollupOf(pid))
  const largest = windows.toSorted((a, b) => b.ownMb - a.ownMb)[0]
  if (!largest) throw new Error('the browser has no process of a window')
  return { ...largest, valuesMb: JSHeapUsedSize / 1e6 }
}

function rollupOf(pid: number): { readonly ownMb: number; readonly withShareMb: number } {
  const text = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')
  const sum = (name: RegExp): number =>
    [...text.matchAll(name)].reduce((all, [, kilobytes]) => all + Number(kilobytes), 0) / 1000
  return { ownMb: sum(/^Private_(?:Clean|Dirty):\s+(\d+) kB/gm), withShareMb: sum(/^Pss:\s+(\d+) kB/gm) }
}
