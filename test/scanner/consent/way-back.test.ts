import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeChoice, type ChoiceMade } from '../../../scanner/consent.ts'
import { inTime, openShop, outcomeOf, type Shop } from '../cmps/shop.ts'

const RUN = `<script>
  function keep(what) { window.outcome = what; const on = what === 'accepted'
    document.cookie = 'site_consent=' + encodeURIComponent(JSON.stringify({ analytics: on, marketing: on })) + '; path=/' }
  function ask() { document.body.insertAdjacentHTML('beforeend', \`<div id="ask" role="dialog" style="position:fixed;bottom:0;left:0;right:0;background:#fff;padding:16px">
    <p>We use cookies on this website for these purposes.</p><button onclick="keep('accepted');this.closest('#ask').remove()">Accept all</button>
    <button onclick="keep('rejected');this.closest('#ask').remove()">Reject all</button></div>\`) }
  if (!document.cookie.includes('site_consent')) ask()</script>`
const page = (way: string): string =>
  `<!doctype html><body><h1>A shop</h1><div style="height:2000px">Lamps</div><footer><a href="/privacy">Privacy policy</a> ${way}</footer>${RUN}`

const pages: Readonly<Record<string, string>> = {
  '/link': page('<a href="#" onclick="ask(); return false">Cookie settings</a>'),
  '/german': page('<button onclick="ask()">Einwilligung verwalten</button>'),
  '/icon': page(
    '<div class="cookie-revisit" aria-label="Open" style="position:fixed;left:10px;bottom:10px;width:40px;height:40px;background:#ccc" onclick="ask()"></div>',
  ),
  '/known': page('<span class="termly-display-preferences" onclick="ask()">Daten?</span>'),
  '/at-once': page(`<a href="#" onclick="keep('rejected'); return false">Withdraw consent</a>`),
  '/elsewhere': page('<a href="/cookies.html">Cookie settings</a>'),
  '/nothing': page('<a href="#top">Back to top</a>'),
  '/dead': page('<a href="#" onclick="return false">Cookie settings</a>'),
}

let shop: Shop
beforeAll(async () => {
  shop = await openShop(pages)
})
afterAll(() => shop?.close())

async function withdraw(path: string): Promise<ChoiceMade & { readonly outcome: unknown }> {
  const visited: Page = await shop.visit(path)
  const options = { ...inTime(), screenshot: async () => {} }
  expect((await makeChoice(visited, 'accept', options)).choice.verdict).toBe('proven')
  await visited.reload({ waitUntil: 'load' })
  return { ...(await makeChoice(visited, 'withdraw', options)), outcome: await outcomeOf(visited) }
}

describe('consent is withdrawn where the page leads back to the choice', () => {
  test.each([
    ['a link in the footer, scrolled to', '/link', 'Cookie settings', 1],
    ['a button in German', '/german', 'Einwilligung verwalten', 1],
    ['an icon without words', '/icon', 'Open', 0],
    ['the hook of a known CMP', '/known', 'Daten?', 1],
  ])('%s', async (_, path, first, scrolls) => {
    const { choice, outcome, banner } = await withdraw(path)
    expect(outcome).toBe('rejected')
    expect(choice).toMatchObject({ choice: 'withdraw', verdict: 'proven', scrolls })
    expect(choice.clicks.map(({ text }) => text)).toEqual([first, 'Reject all'])
    expect(banner?.buttons.map(({ meaning }) => meaning)).toEqual(['accept', 'reject'])
  })

  test('one press may be enough', async () => {
    const { choice, outcome } = await withdraw('/at-once')
    expect(outcome).toBe('rejected')
    expect(choice).toMatchObject({ verdict: 'proven', strategy: 'way-back', layer: 1 })
  })
})

describe('where it does not lead back nothing is pressed', () => {
  test.each([
    ['nothing is there', '/nothing', 'not-offered', 'nothing on the page leads back to the choice', 0],
    ['the way leads to another page', '/elsewhere', 'inconclusive', '"Cookie settings" leads to another page', 0],
    ['the way is dead', '/dead', 'inconclusive', '"Cookie settings" opened nothing to choose with', 1],
  ] as const)('%s', async (_, path, verdict, because, clicks) => {
    const { choice, outcome } = await withdraw(path)
    expect(outcome).toBeNull()
    expect(choice).toMatchObject({ choice: 'withdraw', verdict, because })
    expect(choice.clicks).toHaveLength(clicks)
  })
})
