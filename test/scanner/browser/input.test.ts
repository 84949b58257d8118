import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Page } from 'puppeteer-core'
import { press, type Press } from '../../../scanner/browser/input.ts'
import { openIsolatedFrames, type IsolatedFrames } from '../../../scanner/browser/isolated-frames.ts'
import { inTime, openShop, outcomeOf, type Shop } from '../cmps/shop.ts'

const BUTTON = `<button id="b" onclick="note(event)">Press me</button>`
const page = (body: string): string => `<!doctype html><style>body{margin:0}button{width:120px;height:40px}</style>
  <script>window.outcome = []; function note(event) { outcome.push(event.type + ' ' + event.isTrusted + ' ' + event.currentTarget.id) }</script>${body}`
const OTHER = `<button id="other" style="position:fixed;left:0;top:0" onclick="note(event)">Other</button>`

const pages: Readonly<Record<string, string>> = {
  '/plain': page(BUTTON),
  '/far-down': page(`<div style="height:4000px"></div>${BUTTON}<div style="height:4000px"></div>`),
  '/moving': page(`<div id="d" style="position:relative;left:0;transition:left .4s linear">${BUTTON}</div>
    <script>requestAnimationFrame(() => requestAnimationFrame(() => { d.style.left = '300px' }))</script>`),
  '/covered': page(`${BUTTON}<div style="position:fixed;inset:0" onclick="note(event)" id="cover"></div>`),
  '/half-covered': page(
    `${BUTTON}<div style="position:fixed;left:0;top:0;width:80px;height:40px" onclick="note(event)" id="cover"></div>`,
  ),
  '/shadow': page(`<x-box></x-box><script>customElements.define('x-box', class extends HTMLElement {
    connectedCallback() { this.attachShadow({ mode: 'open' }).innerHTML = '<button id="b"><span>Press me</span></button>'
      this.shadowRoot.getElementById('b').onclick = note } })</script>`),
  '/two': page(`${BUTTON}${OTHER.replace('left:0;top:0', 'left:400px;top:0')}`),
  '/goes-on-mousedown':
    page(`<button id="other" style="position:absolute;left:0;top:0" onclick="note(event)">Behind</button>
    <button id="b" style="position:absolute;left:0;top:0" onmousedown="note(event); this.remove()">Press me</button>`),
  '/frame': page(
    `<iframe src="/plain" style="position:absolute;left:100px;top:50px;border:10px solid;padding:5px" width="300" height="200"></iframe>`,
  ),
  '/other-site': page(
    `<iframe src="http://localhost:PORT/plain" style="position:absolute;left:100px;top:50px;border:10px solid" width="300" height="200"></iframe>`,
  ),
  '/covered-frame': page(
    `<iframe src="/plain" width="300" height="200"></iframe><div style="position:fixed;inset:0" onclick="note(event)" id="cover"></div>`,
  ),
}

let shop: Shop
beforeAll(async () => {
  shop = await openShop(pages)
})
afterAll(() => shop?.close())

/** Presses `#b` wherever it is, within a second. */
async function pressIn(
  visit: Page,
  withinMs = 1_000,
  meddle = (frames: IsolatedFrames): IsolatedFrames => frames,
): Promise<Press | null> {
  const frames = meddle(await openIsolatedFrames(visit))
  try {
    const list = await frames.list()
    const holding = await Promise.all(list.map(async (frame) => ((await frame.run(keepButton)) ? frame : null)))
    const frame = holding.find((each) => each !== null)
    if (!frame) throw new Error('there is no button')
    return await press(frames, frame, 0, { withinMs, ...inTime() })
  } finally {
    await frames.close()
  }
}

/** Lets the two buttons change places once, after the last look and before the button goes down. */
function swapUnderThePointer(visit: Page): (frames: IsolatedFrames) => IsolatedFrames {
  return (frames) => {
    let swapped: Promise<unknown> | null = null
    const swap = (): Promise<unknown> =>
      visit.evaluate('b.style.cssText = "position:fixed;left:400px;top:0"; other.style.left = 0')
    const send = async (method: string, params: { readonly type?: string }): Promise<unknown> => {
      if (params.type === 'mousePressed') await (swapped ??= swap())
      else if (params.type === 'mouseReleased') await swapped
      return (frames.session.send as (...command: unknown[]) => Promise<unknown>).call(frames.session, method, params)
    }
    return { ...frames, session: { send } as unknown as IsolatedFrames['session'] }
  }
}

/** Runs in the page, in our world. */
function keepButton(): boolean {
  const root = document.querySelector('x-box')?.shadowRoot ?? document
  const button = root.querySelector('#b')
  if (button) (globalThis as { tagtrailSeen?: Element[] }).tagtrailSeen = [button]
  return button !== null
}

describe('a press of the mouse', () => {
  test.each([
    ['is real input to the page', '/plain'],
    ['scrolls to what is far down', '/far-down'],
    ['waits for what is moving to stand still', '/moving'],
    ['finds a point that is free', '/half-covered'],
    ['reaches into a shadow root', '/shadow'],
  ])('%s', async (_, path) => {
    const visit = await shop.visit(path)
    expect(await pressIn(visit, 3_000)).toMatchObject({ trusted: true, by: 'click' })
    expect(await outcomeOf(visit)).toEqual(['click true b'])
  })

  test.each([
    ['of the same site', '/frame'],
    ['of another site', '/other-site'],
  ])('reaches into a frame %s, told in the coordinates of the page', async (_, path) => {
    const visit = await shop.visit(path)
    const pressed = await pressIn(visit, 3_000)
    expect(pressed).toMatchObject({ trusted: true, by: 'click' })
    expect(pressed?.x).toBeGreaterThan(110)
    expect(pressed?.y).toBeGreaterThan(60)
    const inside = visit.frames()[1]
    expect(await inside?.evaluate(() => (globalThis as { outcome?: unknown }).outcome)).toEqual(['click true b'])
  })

  test.each([['/covered'], ['/covered-frame']])('does not press what is covered: %s', async (path) => {
    const visit = await shop.visit(path)
    expect(await pressIn(visit, 500)).toBeNull()
    expect(await outcomeOf(visit)).toEqual([])
  })

  test('is withheld from what slips under the pointer at the last moment, and made again', async () => {
    const visit = await shop.visit('/two')
    expect(await pressIn(visit, 3_000, swapUnderThePointer(visit))).toMatchObject({
      trusted: true,
      by: 'click',
      x: 460,
    })
    expect(await outcomeOf(visit)).toEqual(['click true b'])
  })

  test('an element that goes away as the button goes down was pressed, and what is behind it was not', async () => {
    const visit = await shop.visit('/goes-on-mousedown')
    expect(await pressIn(visit)).toMatchObject({ trusted: true, by: 'mousedown' })
    expect(await outcomeOf(visit)).toEqual(['mousedown true b'])
  })

  test('leaves nothing behind: the next press of somebody else arrives', async () => {
    const visit = await shop.visit('/plain')
    await pressIn(visit)
    await visit.mouse.click(20, 20)
    expect(await outcomeOf(visit)).toEqual(['click true b', 'click true b'])
  })
})
