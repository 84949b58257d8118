import type { Browser } from 'puppeteer-core'
import { unlessLate } from './unless-late.ts'

/**
 * The address by which servers know the visitor, as the plan's address tells it to this very browser: through its proxy,
 * in a context of its own that nobody records. `null` when nobody answers with an address.
 */
export async function exitIpFrom(browser: Browser, url: string): Promise<string | null> {
  const context = await browser.createBrowserContext()
  try {
    const page = await context.newPage()
    await unlessLate(ANSWER_LIMIT_MS, page.goto(url, { waitUntil: 'domcontentloaded' }))
    const text = await page.evaluate(() => document.body.innerText)
    return text.split(/[^0-9a-fA-F:.]+/).find(isAddress) ?? null
  } catch {
    return null
  } finally {
    await context.close()
  }
}

const ANSWER_LIMIT_MS = 10_000

function isAddress(word: string): boolean {
  const parts = word.split('.')
  if (parts.length === 4) return parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256)
  return word.includes(':') && URL.canParse(`http://[${word}]/`)
}
