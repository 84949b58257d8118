import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openRealBrowser, type RealBrowser, type Visit } from '../../evidence/real-browser.ts'

/** A page that says something in every way a page can on being left, each told apart by its address. */
const lastWords = (who: string): string => `<script>
  const say = (when) => {
    navigator.sendBeacon('https://ads.example/' + when + '-beacon-${who}', when)
    fetch('https://ads.example/' + when + '-keepalive-${who}', { method: 'POST', body: when, mode: 'no-cors', keepalive: true })
  }
  for (const when of ['pagehide', 'beforeunload', 'unload']) addEventListener(when, () => say(when))
  document.addEventListener('visibilitychange', () => say('hidden'))
  fetchLater('https://ads.example/deferred-${who}', { method: 'POST', body: 'later', mode: 'no-cors' })
</script>`

const pages = {
  'shop.example/page': `${lastWords('top')}<title>Page</title>
    <iframe src="https://frame.example/frame"></iframe><a id="next" href="https://other.example/next">Next</a>
    <a id="file" href="/file" download>File</a>`,
  'frame.example/frame': lastWords('frame'),
  'other.example/next': '<title>Next</title>',
  'shop.example/asks': `<script>onbeforeunload = (e) => { e.preventDefault(); return 'stay' }
    setTimeout(() => { document.title = String(confirm('sure?')) })</script>`,
  'shop.example/file': { headers: { 'content-disposition': 'attachment' }, body: 'bytes' },
}

let browser: RealBrowser
beforeAll(async () => {
  browser = await openRealBrowser({ pages })
})
afterAll(() => browser.close())
beforeEach(() => void browser.internet.news())

/** What the server got on leaving and what was recorded, once both are still. */
async function compare(visit: Visit): Promise<{ got: readonly string[]; seen: readonly string[] }> {
  await visit.settle()
  const seen = visit.seen()
  return { got: browser.internet.news().toSorted(), seen: seen.toSorted() }
}

for (const [way, leave] of [
  [
    'going to another address',
    async ({ page }) => void (await page.goto('https://other.example/next', { waitUntil: [] })),
  ],
  [
    'following a link',
    async ({ page }) => void (await Promise.all([page.waitForNavigation({ waitUntil: [] }), page.click('#next')])),
  ],
  [
    'leaving for good',
    async ({ visitor, observing }) => {
      observing.quiet.leave()
      await visitor.leavePage(2000)
    },
  ],
] satisfies [string, (visit: Visit) => Promise<void>][])
  test(`no last word is lost on ${way}, and none is told twice`, async () => {
    const visit = await browser.visit()
    expect(await visit.goTo('https://shop.example/page')).toBe(true)
    // A page nobody touched may not ask to be left later.
    await visit.page.mouse.click(5, 5)
    await leave(visit)
    const { got, seen } = await compare(visit)
    for (const words of [
      'pagehide-beacon-top',
      'hidden-beacon-top',
      'beforeunload-keepalive-top',
      'pagehide-beacon-frame',
      'deferred-top',
      'deferred-frame',
    ])
      expect(got.join('\n')).toContain(words)
    expect(seen).toEqual(got)
    await visit.visitor.forget()
  })

test('a page that asks whether to stay is left, and what it asks is answered no', async () => {
  const visit = await browser.visit()
  await visit.goTo('https://shop.example/asks')
  await expect.poll(() => visit.page.title()).toBe('false')
  await visit.page.mouse.click(5, 5)
  expect(await visit.goTo('https://other.example/next')).toBe(true)
  expect(await visit.page.title()).toBe('Next')
  await visit.visitor.forget()
})

test('a download is refused and holds nothing up', async () => {
  const visit = await browser.visit()
  await visit.goTo('https://shop.example/page')
  await visit.page.click('#file')
  expect(await visit.settle()).toBe(true)
  expect(await visit.page.title()).toBe('Page')
  await visit.visitor.forget()
})

test('a visitor who is forgotten leaves no cookie to the next one', async () => {
  const first = await browser.visit()
  await first.goTo('https://shop.example/page')
  await first.page.evaluate(() => (document.cookie = 'uid=1'))
  await first.visitor.forget()
  const next = await browser.visit()
  await next.goTo('https://shop.example/page')
  expect(await next.page.evaluate(() => document.cookie)).toBe('')
  expect(next.visitor.browserContextId).not.toBe(first.visitor.browserContextId)
  await next.visitor.forget()
})
