import type { ElementHandle, Page } from 'puppeteer-core'
import type { ClickTarget } from '../model.ts'

/** What a plan names on a page, once it can be seen; refused in a sentence when it cannot in time. */
export async function visibleElement(page: Page, target: ClickTarget, timeoutMs: number): Promise<ElementHandle> {
  const selector = selectorOf(target)
  const element = await page.waitForSelector(selector, { timeout: timeoutMs, visible: true }).catch(() => null)
  if (!element) throw new Error(`nothing visible on ${page.url()} matches ${inWords(target)}`)
  return element
}

/** As a person would name it. */
export function inWords(target: ClickTarget): string {
  return 'selector' in target ? `the selector ${target.selector}` : `a ${target.role} named "${target.name}"`
}

function selectorOf(target: ClickTarget): string {
  if ('selector' in target) return target.selector
  return `::-p-aria([name=${JSON.stringify(target.name)}][role=${JSON.stringify(target.role)}])`
}
