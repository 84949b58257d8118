import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openEyes } from '../../../scanner/browser/eyes.ts'
import { inTime, openShop, type Shop } from '../cmps/shop.ts'

const pages: Readonly<Record<string, string>> = {
  '/': `<!doctype html><title>Shop</title><my-box></my-box><script>
    customElements.define('my-box', class extends HTMLElement { connectedCallback() { this.attachShadow({ mode: 'open' }).innerHTML = '<p>in</p>' } })
  </script>`,
  '/next': '<!doctype html><title>Next</title>',
}

let shop: Shop
beforeAll(async () => {
  shop = await openShop(pages)
})
afterAll(() => shop?.close())

describe('eyes on a page notice', () => {
  test.each([
    ['a new element', `document.body.append(document.createElement('p'))`],
    ['a changed attribute', `document.body.className = 'x'`],
    [
      'what happens in a shadow root',
      `document.querySelector('my-box').shadowRoot.querySelector('p').textContent = 'out'`,
    ],
    [
      'what happens in a shadow root that came later',
      `(async () => { const box = document.body.appendChild(document.createElement('my-box')); await new Promise((done) => setTimeout(done, 150)); box.shadowRoot.firstChild.id = 'x' })()`,
    ],
    ['an item of storage', `localStorage.setItem('consent', String(Math.random()))`],
    ['a new document', `location.href = '/next'`],
    ['a new frame', `document.body.insertAdjacentHTML('beforeend', '<iframe src="/next"></iframe>')`],
  ])('%s', async (_, change) => {
    const page = await shop.visit('/')
    const eyes = await openEyes(page, inTime())
    await eyes.untilQuiet(100, 2_000)
    let looks = 0
    const seen = eyes.until(async () => ++looks > 1, 3_000)
    await expect.poll(() => looks).toBe(1)
    void page.evaluate(change).catch(() => undefined)
    expect(await seen).toBe(true)
    await eyes.close()
  })
})

test('what never comes is waited for no longer than allowed', async () => {
  const eyes = await openEyes(await shop.visit('/'), inTime())
  const { now } = inTime()
  const begun = now()
  expect(await eyes.until(async () => false, 300)).toBe(false)
  expect(now() - begun).toBeLessThan(1_500)
  await eyes.close()
})

test('a raised signal ends the wait', async () => {
  const stop = new AbortController()
  const eyes = await openEyes(await shop.visit('/'), { ...inTime(), signal: stop.signal })
  const waiting = eyes.until(async () => false, 10_000)
  stop.abort(new Error('the visitor left'))
  await expect(waiting).rejects.toThrow('the visitor left')
  await eyes.close()
})

test('nothing stays behind in the page', async () => {
  const page = await shop.visit('/')
  const eyes = await openEyes(page, inTime())
  await eyes.untilQuiet(50, 500)
  await eyes.close()
  const later = await openEyes(page, inTime())
  const [main] = await later.frames()
  expect(await main?.run(() => 'tagtrailUnobserve' in globalThis)).toBe(false)
  await later.close()
})
