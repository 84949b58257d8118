import type { ElementHandle, Page } from 'puppeteer-core'
import type { ClickTarget } from '../model.ts'

/** What a plan names on a page, once it can be seen; refused in a sentence when it cannot in time. */
export async function visibleElement(page: Page, target: ClickTarget, timeoutMs: number): Promise<ElementHandle> {
  const selector = selectorOf(target)
  const element = await page.waitForSelector(selector, { timeout: timeoutMs, visible: true }).catch(() => null)
  if (!element) throw new Error(`nothing visible on ${page.url()} matches ${inWords(target)}`)
  return element
}

/**
 * Presses it with the mouse, or with the keyboard when something lies over it: a banner that is in the way must not be
 * pressed in its place.
 */
export async function pressElement(page: Page, element: ElementHandle): Promise<void> {
  await element.scrollIntoView()
  if (await element.evaluate(isInFront)) return await element.click()
  await element.focus()
  await page.keyboard.press('Enter')
}

/** Runs in the page. */
function isInFront(element: Element): boolean {
  const { left, top, width, height } = element.getClientRects()[0] ?? element.getBoundingClientRect()
  const x = left + width / 2
  const y = top + height / 2
  let at = document.elementFromPoint(x, y)
  for (let inner = at?.shadowRoot?.elementFromPoint(x, y); inner && inner !== at;) {
    at = inner
    inner = at.shadowRoot?.elementFromPoint(x, y)
  }
  return at === null || element.contains(at)
}

/** As a person would name it. */
export function inWords(target: ClickTarget): string {
  return 'selector' in target ? `the selector ${target.selector}` : `a ${target.role} named "${target.name}"`
}

function selectorOf(target: ClickTarget): string {
  if ('selector' in target) return target.selector
  return `::-p-aria([name=${JSON.stringify(target.name)}][role=${JSON.stringify(target.role)}])`
}
