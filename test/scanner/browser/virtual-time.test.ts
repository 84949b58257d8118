import { afterAll, beforeAll, expect, test } from 'vitest'
import { virtualTimeOf } from '../../../scanner/browser/virtual-time.ts'
import { openRealBrowser, type RealBrowser, type Visit } from '../../evidence/real-browser.ts'

const late = `<title>0</title><a href="/next">Next</a><script>
  setTimeout(() => fetch('/late' + location.pathname).then(() => setTimeout(() => fetch('/later' + location.pathname), 1000)), 3000)
  setTimeout(() => fetch('/too-late' + location.pathname), 60000)
  let seconds = 0
  setInterval(() => (document.title = String(++seconds)), 1000)</script>`
const pages = { 'shop.example/page': late, 'shop.example/next': late, 'other.example/page': late }

let browser: RealBrowser
let visit: Visit
beforeAll(async () => {
  browser = await openRealBrowser({ pages })
  visit = await browser.visit()
})
afterAll(() => browser.close())

const now = (): number => performance.now()
const asked = (path: string): boolean => browser.internet.hits.some(({ at }) => at.endsWith(path))

test('late timers come early, with what follows from them, on one page after the other', async () => {
  const time = virtualTimeOf(visit.page, now)
  for (const [path, go] of [
    ['shop.example/page', () => visit.page.goto('https://shop.example/page', { waitUntil: [] })],
    ['shop.example/next', () => Promise.all([visit.page.waitForNavigation({ waitUntil: [] }), visit.page.click('a')])],
    ['other.example/page', () => visit.page.goto('https://other.example/page', { waitUntil: [] })],
  ] as const) {
    await go()
    await visit.settle()
    const [host, page] = path.split('/')
    const before = now()
    await time.pass(5000, 8000)
    expect(now() - before).toBeLessThan(3000)
    expect(asked(`${host}/late/${page}`)).toBe(true)
    expect(asked(`${host}/later/${page}`)).toBe(true)
    expect(asked(`${host}/too-late/${page}`)).toBe(false)
  }
})

test('afterwards time goes on as it does for everybody', async () => {
  const time = virtualTimeOf(visit.page, now)
  await visit.page.goto('https://shop.example/page', { waitUntil: [] })
  await time.pass(1000, 8000)
  const ahead = (): Promise<number> => visit.page.evaluate(() => Date.now()).then((theirs) => theirs - Date.now())
  const before = await ahead()
  await visit.page.evaluate(() => new Promise((done) => setTimeout(done, 400)))
  // Its clock runs as ours does, give or take what a busy machine keeps waiting.
  expect(Math.abs((await ahead()) - before)).toBeLessThan(400)
})
