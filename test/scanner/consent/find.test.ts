import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bannerVisible, makeChoice } from '../../../scanner/consent.ts'
import { openRealBrowser } from '../../evidence/real-browser.ts'
import { inTime, openShop, outcomeOf, type Shop } from '../cmps/shop.ts'

const BANNER = `<div id="ask" role="dialog" style="position:fixed;bottom:0;left:0;right:0;background:#fff;padding:16px"><p>We use cookies on this website.</p>
  <button onclick="keep('accepted')">Accept all</button><button onclick="keep('rejected')">Reject all</button><button aria-label="Close" onclick="this.closest('#ask').remove()">×</button></div>`
const RUN = `<script>function keep(what) { window.outcome = what; document.cookie = 'site_consent=' + (what === 'accepted' ? 'accepted' : 'denied'); document.getElementById('ask').remove() }
  const ask = () => document.body.insertAdjacentHTML('beforeend', ${JSON.stringify(BANNER)})</script>`
const page = (script: string): string =>
  `<!doctype html><body><h1>A shop</h1><div style="height:4000px">Lamps</div>${RUN}<script>${script}</script>`
const plain =
  '<!doctype html><body><h1>A shop</h1><p>Lamps and boats.</p><footer><a href="/c">Cookie policy</a></footer>'

const pages: Readonly<Record<string, string>> = {
  '/late': page('setTimeout(ask, 4000)'),
  '/on-scroll': page(`addEventListener('scroll', ask, { once: true })`),
  '/reloads-forever': page(
    `ask(); if (document.cookie.includes('site_consent')) setTimeout(() => location.reload(), 400)
     const kept = keep; keep = (what) => { kept(what); location.reload() }`,
  ),
  '/close-only': plain.replace(
    '<footer>',
    `<div class="cookie-notice" style="position:fixed;bottom:0;left:0;right:0;background:#fff">We use cookies on this website.<button aria-label="Close" onclick="this.parentElement.remove()">×</button></div><footer>`,
  ),
  '/plain': plain,
  '/header': plain.replace('<h1>', '<header style="position:sticky;top:0"><a href="/p">Privacy</a></header><h1>'),
}

let shop: Shop
beforeAll(async () => {
  shop = await openShop(pages)
})
afterAll(() => shop?.close())

const nothing = { screenshot: async () => {} }

describe('a banner is found when it comes', () => {
  test('seconds late, where the page shows signs of one', async () => {
    const visited = await shop.visit('/late')
    const made = await makeChoice(visited, 'reject', { ...inTime(), ...nothing })
    expect(await outcomeOf(visited)).toBe('rejected')
    expect(made.choice.verdict).toBe('proven')
    expect(made.lateMs).toBeGreaterThan(800)
  })

  test('once the visitor reads on', async () => {
    const visited = await shop.visit('/on-scroll')
    const made = await makeChoice(visited, 'accept', { ...inTime(), ...nothing, isPatient: false })
    expect(await outcomeOf(visited)).toBe('accepted')
    expect(made.choice).toMatchObject({ verdict: 'proven', scrolls: 1 })
  })

  test("though it hides from automation: a scan's browser does not announce itself", async () => {
    const forPeople = page(`if (!navigator.webdriver && !/headless|bot|crawl|spider/i.test(navigator.userAgent)) ask()`)
    const browser = await openRealBrowser({ pages: { 'shop.example/': { body: forPeople } } })
    try {
      const visit = await browser.visit()
      expect(await visit.goTo('https://shop.example/')).toBe(true)
      expect(await bannerVisible(visit.page, inTime())).not.toBeNull()
    } finally {
      await browser.close()
    }
  })
})

describe('closing is no answer', () => {
  test('a banner is closed by its own control', async () => {
    const visited = await shop.visit('/late')
    const { choice } = await makeChoice(visited, 'close', { ...inTime(), ...nothing })
    expect(await outcomeOf(visited)).toBeNull()
    expect(choice).toMatchObject({ choice: 'close', verdict: 'proven', allows: [] })
    expect(choice.clicks.map(({ text }) => text)).toEqual(['Close'])
  })

  test('what can only be closed offers no answer', async () => {
    for (const choice of ['accept', 'reject'] as const) {
      const made = await makeChoice(await shop.visit('/close-only'), choice, { ...inTime(), ...nothing })
      expect(made.choice).toMatchObject({ verdict: 'not-offered', clicks: [] })
    }
  })
})

test('a page that loads again for ever ends with an answer', async () => {
  const visited = await shop.visit('/reloads-forever')
  const signal = AbortSignal.timeout(20_000)
  const { choice } = await makeChoice(visited, 'reject', { ...inTime(), ...nothing, signal })
  expect(choice.verdict).toBe('inconclusive')
  expect(choice.clicks.length).toBeGreaterThan(0)
})

test.each(['/plain', '/header'])('a page without banner is not waited for long: %s', async (path) => {
  const visited = await shop.visit(path)
  const { now, signal } = inTime()
  const begun = now()
  const made = await makeChoice(visited, 'reject', { now, signal, ...nothing })
  const tookMs = now() - begun
  expect(made.choice).toMatchObject({ verdict: 'no-banner', clicks: [] })
  // 800 ms for a late one and 350 after the wheel was turned; the rest is looking, on a machine that may be busy.
  expect(tookMs).toBeLessThan(2_500)
})
