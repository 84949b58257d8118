import { afterAll, beforeAll, expect, test } from 'vitest'
import { scrollToEnd } from '../../../scanner/browser/scroll.ts'
import { openRealBrowser, type RealBrowser, type Visit } from '../../evidence/real-browser.ts'

const listen = `<script>
  var told = []
  for (const type of ['wheel', 'scroll']) addEventListener(type, (event) => told.push([type, event.isTrusted]), true)
</script>`
const pages = {
  'shop.example/long': `${listen}<div style="height: 5000px">Long</div>
    <img src="/at-the-end.png" loading="lazy" width="10" height="10">`,
  'shop.example/short': `${listen}<p>Short</p>`,
  'shop.example/grows': `${listen}<div id="list"><div style="height: 900px"></div></div><script>
    let pieces = 0
    addEventListener('scroll', () => {
      if (scrollY + innerHeight < document.body.scrollHeight - 50 || pieces > 2) return
      pieces++
      fetch('/piece-' + pieces).then(() => list.append(Object.assign(document.createElement('div'), { style: 'height: 900px' })))
    })</script>`,
  'shop.example/endless': `${listen}<div id="list" style="height: 2000px"></div><script>
    addEventListener('scroll', () => (list.style.height = list.offsetHeight + 2000 + 'px'))</script>`,
  'shop.example/inner': `${listen}<div style="height: 600px; overflow: auto"><div style="height: 3000px">Inner</div></div>`,
  'shop.example/locked': `${listen}<body style="overflow: hidden"><div style="height: 5000px">Locked</div>`,
}

let browser: RealBrowser
beforeAll(async () => {
  browser = await openRealBrowser({ pages })
})
afterAll(() => browser.close())

const now = (): number => performance.now()
async function scrolled(path: string, limitMs = 10_000): Promise<{ visit: Visit; turns: number; isAtEnd: boolean }> {
  const visit = await browser.visit()
  await visit.goTo(`https://shop.example/${path}`)
  const { signal } = new AbortController()
  return { visit, ...(await scrollToEnd(visit.page, { now, signal, limitMs })) }
}

for (const [path, turns, isAtEnd] of [
  ['long', expect.toSatisfy((count: number) => count > 5 && count < 12), true],
  ['short', 0, true],
  ['inner', expect.toSatisfy((count: number) => count > 2), true],
  ['locked', 0, true],
] as const)
  test(`a ${path} page is scrolled as far as it goes`, async () => {
    const { visit, ...done } = await scrolled(path)
    expect(done).toEqual({ turns, isAtEnd })
    await visit.visitor.forget()
  })

test('pages see a real wheel, and load what waits for it', async () => {
  const { visit } = await scrolled('long')
  const told = await visit.page.evaluate(() => (globalThis as unknown as { told: [string, boolean][] }).told)
  expect(new Set(told.map(([type]) => type))).toEqual(new Set(['wheel', 'scroll']))
  expect(told.every(([, isTrusted]) => isTrusted)).toBe(true)
  await visit.settle()
  expect(browser.internet.hits.map(({ at }) => at)).toContain('shop.example/at-the-end.png')
  await visit.visitor.forget()
})

test('a page that grows on the way is followed', async () => {
  const { visit, isAtEnd } = await scrolled('grows')
  expect(isAtEnd).toBe(true)
  expect(browser.internet.hits.map(({ at }) => at)).toContain('shop.example/piece-3')
  await visit.visitor.forget()
})

test('a page without end is left at the limit', async () => {
  const { visit, turns, isAtEnd } = await scrolled('endless', 1500)
  expect(isAtEnd).toBe(false)
  expect(turns).toBeGreaterThan(1)
  await visit.visitor.forget()
})
