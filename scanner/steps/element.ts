import type { Page } from 'puppeteer-core'
import type { ClickTarget } from '../model.ts'
import { firstVisible, untilVisible, type VisibleElement, type Way } from './find-visible.ts'

/** What a plan names on a page or in its frames, once it can be seen; refused in a sentence when it cannot in time. */
export async function visibleElement(page: Page, target: ClickTarget, timeoutMs: number): Promise<VisibleElement> {
  const ways = waysTo(target)
  let found = await firstVisible(page, ways)
  if (!found) {
    await untilVisible(page, selectorOf(target), timeoutMs)
    found = await firstVisible(page, ways)
  }
  if (!found) throw new Error(`nothing visible on ${page.url()} matches ${inWords(target)}`)
  return found
}

export async function isVisibleNow(page: Page, target: ClickTarget): Promise<boolean> {
  return (await firstVisible(page, waysTo(target))) !== null
}

/**
 * Presses it with the mouse, or with the keyboard when something lies over it or over its frame: a banner that is in
 * the way must not be pressed in its place.
 */
export async function pressElement({ element, frame }: VisibleElement): Promise<void> {
  await element.scrollIntoView()
  let at = await element.evaluate(middleInFront)
  for (let within = frame; at;) {
    const [holder, parent] = [await within.frameElement(), within.parentFrame()]
    if (!holder || !parent) return await element.click()
    at = await holder.evaluate(frameInFront, at)
    within = parent
  }
  await element.focus()
  await frame.page().keyboard.press('Enter')
}

interface Point {
  readonly x: number
  readonly y: number
}

/** Runs in the page: where it would be pressed, `null` when something lies over it there. */
function middleInFront(element: Element): Point | null {
  const { left, top, width, height } = element.getClientRects()[0] ?? element.getBoundingClientRect()
  const x = left + width / 2
  const y = top + height / 2
  // Each tree is asked for itself: a document does not tell what stands inside a closed component.
  for (let at = element; ;) {
    const tree = at.getRootNode() as Document | ShadowRoot
    const seen = tree.elementFromPoint(x, y)
    if (seen !== null && !at.contains(seen)) return null
    if (!(tree instanceof ShadowRoot)) return { x, y }
    at = tree.host
  }
}

/** Runs in the page that holds the frame, with a point in the frame; answers with the point in the page. */
function frameInFront(holder: Element, { x, y }: Point): Point | null {
  const { left, top } = holder.getBoundingClientRect()
  const point = { x: left + holder.clientLeft + x, y: top + holder.clientTop + y }
  const seen = (holder.getRootNode() as Document | ShadowRoot).elementFromPoint(point.x, point.y)
  return seen === null || seen === holder ? point : null
}

/** As a person would name it. */
export function inWords(target: ClickTarget): string {
  return 'selector' in target ? `the selector ${target.selector}` : `a ${target.role} named "${target.name}"`
}

function selectorOf(target: ClickTarget): string {
  if ('selector' in target) return target.selector
  return `::-p-aria([name=${JSON.stringify(target.name)}][role=${JSON.stringify(target.role)}])`
}

function waysTo(target: ClickTarget): readonly Way[] {
  const selector = selectorOf(target)
  const plain: Way = (frame) => frame.$$(selector)
  if (!('selector' in target) || /::-p-|>>>/.test(selector)) return [plain]
  return [plain, (frame) => frame.$$(`:root >>> :is(${selector})`), (frame) => insideClosed(frame, selector)]
}

/** What stands inside a closed component is reached as assistive technology reaches it, by what it is. */
const insideClosed = async (frame: Parameters<Way>[0], selector: string): ReturnType<Way> => {
  const all = await Promise.all(USED.map((role) => frame.$$(`::-p-aria([role="${role}"])`)))
  const matching = await Promise.all(
    all
      .flat()
      .map(async (element) => ((await element.evaluate((each, of) => each.matches(of), selector)) ? [element] : [])),
  )
  return matching.flat()
}

const USED = ['textbox', 'searchbox', 'spinbutton', 'combobox', 'listbox', 'checkbox', 'radio', 'button', 'link']
