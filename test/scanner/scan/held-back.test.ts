import { afterAll, beforeAll, expect, test } from 'vitest'
import { openRealBrowser, type RealBrowser } from '../../evidence/real-browser.ts'

let browser: RealBrowser
beforeAll(async () => {
  browser = await openRealBrowser({
    pages: {
      'shop.example/': `<!doctype html><title>Shop</title><script src="https://ads.example/tag.js"></script>
<script src="/own.js"></script><script>addEventListener('pagehide', () => navigator.sendBeacon('https://ads.example/bye'))</script>`,
      'shop.example/own.js': `document.cookie = 'own=1'`,
      'shop.example/next': '<!doctype html><title>Next</title>',
      'ads.example/tag.js': `document.cookie = '_ad=1'`,
    },
    isHeldBack: ({ request }) => request.url.startsWith('https://ads.example/'),
  })
})
afterAll(() => browser.close())

test('what is held back never arrives, is told as such, and nothing else is touched', async () => {
  const visit = await browser.visit()
  await visit.goTo('https://shop.example/')
  await visit.goTo('https://shop.example/next')
  await visit.settle()
  visit.seen()
  expect(browser.internet.hits.map(({ at }) => at).filter((at) => at.startsWith('ads.example'))).toEqual([])
  const told = visit.drafts('request').map(({ url, fate, failure }) => `${url} ${fate} ${failure}`)
  expect(told).toContain('https://ads.example/tag.js blocked held-back')
  // A page that is being left calls its beacon aborted; it never left either.
  const lastWords = told.filter((each) => each.startsWith('https://ads.example/bye'))
  expect(lastWords).toEqual(['https://ads.example/bye blocked held-back'])
  expect(told).toContain('https://shop.example/own.js answered null')
})
