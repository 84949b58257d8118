import type { ElementHandle, Page } from 'puppeteer-core'
import type { ClickTarget } from '../model.ts'
import type { StepKind } from './step.ts'

/** The visitor clicks something on the page of the step before, named as a person would name it or by selector. */
export const click: StepKind<'click'> = {
  kind: 'click',
  async perform(page, go, { timeoutMs }) {
    const element = await find(page, go.target, timeoutMs)
    const arrived = page.waitForNavigation({ timeout: timeoutMs, waitUntil: [] }).catch(() => {
      throw new Error(`a click on ${describe(go.target)} led to no other page within ${timeoutMs} ms`)
    })
    await Promise.all([arrived, element.click()])
    return { requestedUrl: null }
  },
}

async function find(page: Page, target: ClickTarget, timeoutMs: number): Promise<ElementHandle> {
  const selector = selectorOf(target)
  const element = await page.waitForSelector(selector, { timeout: timeoutMs, visible: true }).catch(() => null)
  if (!element) throw new Error(`nothing visible on ${page.url()} matches ${describe(target)}`)
  return element
}

function selectorOf(target: ClickTarget): string {
  if ('selector' in target) return target.selector
  return `::-p-aria([name=${JSON.stringify(target.name)}][role=${JSON.stringify(target.role)}])`
}

function describe(target: ClickTarget): string {
  return 'selector' in target ? `the selector ${target.selector}` : `a ${target.role} named "${target.name}"`
}
