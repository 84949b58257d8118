import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { autoconsent } from '../../../scanner/cmps/autoconsent.ts'
import { isReadOnly, rulesFor } from '../../../scanner/cmps/autoconsent/rules.ts'
import { makeChoice, type ChoiceMade } from '../../../scanner/consent.ts'
import type { Choice } from '../../../scanner/model.ts'
import { inTime, openShop, outcomeOf, type Shop } from './shop.ts'

const BOX = 'style="position:fixed;bottom:0;left:0;right:0;background:#fff;padding:20px"'
const STORE = `<script>function keep(what, name, value) { window.outcome = what; document.cookie = name + '=' + encodeURIComponent(value) }</script>`

const pages: Readonly<Record<string, string>> = {
  '/onetrust': `${STORE}<div id="onetrust-consent-sdk"><div id="onetrust-banner-sdk" ${BOX}><p>Cookies</p>
    <button id="onetrust-reject-all-handler">Reject All</button><button id="onetrust-accept-btn-handler">Accept All Cookies</button></div></div>
    <script>for (const [id, on] of [['onetrust-reject-all-handler', 0], ['onetrust-accept-btn-handler', 1]])
      document.getElementById(id).onclick = (event) => { keep(event.isTrusted ? (on ? 'accepted' : 'rejected') : 'untrusted', 'OptanonConsent', 'groups=C0001:1,C0002:' + on)
        document.getElementById('onetrust-banner-sdk').remove() }</script>`,
  // Its rule refuses through an API no visitor can reach.
  '/cookiebot-api': `<div id="CybotCookiebotDialog" ${BOX}><p>This website uses cookies</p><button id="CybotCookiebotDialogBodyButtonAccept">Hello</button></div>
    <script>window.Cookiebot = { hasResponse: false, dialog: { visible: true }, withdraw() { window.outcome = 'called' }, hide() { window.outcome = 'called' } }</script>`,
  // Its rule hides the banner when there is no settings button.
  '/cookiehub-hide': `<div class="ch2-container"><div class="ch2-dialog" ${BOX}><p>Cookies</p><button class="ch2-allow-all-btn">Allow</button></div></div>`,
  // A site that put the wrong words on the button.
  '/complianz-swapped': `<div id="cmplz-cookiebanner-container"><div class="cmplz-cookiebanner" ${BOX}><p>Cookies</p>
    <button class="cmplz-deny" onclick="window.outcome = 'pressed'">Accept all</button><button class="cmplz-accept" onclick="window.outcome = 'pressed'">Deny</button></div></div>`,
  '/strict-csp': `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'nonce-x'">
    <div class="ch2-container"><div class="ch2-dialog" ${BOX}><p>Cookies</p><button class="ch2-allow-all-btn">Allow all</button></div></div>
    <script nonce="x">document.querySelector('button').onclick = () => { window.outcome = 'accepted'; document.cookie = 'cookiehub=yes'; document.querySelector('.ch2-container').remove() }</script>`,
  '/sourcepoint': `${STORE}<div id="sp_message_container_1" ${BOX}><iframe src="http://localhost:PORT/index.html?message_id=1" width="600" height="200"></iframe></div>
    <script>addEventListener('message', ({ data }) => { if (data === 'options') { document.querySelector('iframe').remove()
        const manager = document.createElement('iframe'); manager.width = 600; manager.height = 200; manager.src = 'http://localhost:PORT/privacy-manager/index.html?message_id=2'
        document.getElementById('sp_message_container_1').append(manager) }
      else { keep(data, 'consentUUID', data); document.getElementById('sp_message_container_1').remove() } })</script>`,
  '/index.html': `<p>Cookies</p><button class="sp_choice_type_11" onclick="parent.postMessage('accepted', '*')">Accept</button>
    <button class="sp_choice_type_12" onclick="parent.postMessage('options', '*')">Options</button>`,
  '/privacy-manager/index.html': `<div class="type-modal"><p>Cookies</p><button class="sp_choice_type_REJECT_ALL" onclick="parent.postMessage('rejected', '*')">Reject all</button>
    <button class="sp_choice_type_ACCEPT_ALL" onclick="parent.postMessage('accepted', '*')">Accept all</button></div>`,
  '/plain': '<h1>Shop</h1><p>We sell lamps.</p>',
}

let shop: Shop
beforeAll(async () => {
  shop = await openShop(pages)
})
afterAll(() => shop?.close())

async function choose(path: string, choice: Choice): Promise<ChoiceMade & { readonly outcome: unknown }> {
  const page = await shop.visit(path)
  const made = await makeChoice(page, choice, {
    ...inTime(),
    screenshot: async () => {},
    bannerWaitMs: 0,
    strategies: [autoconsent],
  })
  return { ...made, outcome: await outcomeOf(page) }
}

describe('its rules point, the hand presses', () => {
  test.each([
    ['/onetrust', 'reject', 'rejected'],
    ['/onetrust', 'accept', 'accepted'],
    ['/strict-csp', 'accept', 'accepted'],
    ['/sourcepoint', 'accept', 'accepted'],
    ['/sourcepoint', 'reject', 'rejected'],
  ] as const)('%s: %s', async (path, choice, expected) => {
    const { outcome, choice: fact } = await choose(path, choice)
    expect(outcome).toBe(expected)
    expect(fact.strategy).toBe('autoconsent')
    expect(fact.clicks.every(({ trusted }) => trusted)).toBe(true)
    expect(fact.proof).toContainEqual(expect.objectContaining({ kind: 'banner-gone', agrees: true }))
  })
})

describe('what a visitor could not do is not done', () => {
  test.each([
    ['an API call refuses nothing', '/cookiebot-api', 'reject'],
    ['hiding refuses nothing', '/cookiehub-hide', 'reject'],
    ['a button that says "accept" is not pressed to refuse, whatever its class', '/complianz-swapped', 'reject'],
    ['nor one that says "deny" to accept', '/complianz-swapped', 'accept'],
  ] as const)('%s', async (_, path, choice) => {
    const { outcome, choice: fact, banner } = await choose(path, choice)
    expect(outcome).toBeNull()
    expect(fact).toMatchObject({ verdict: 'inconclusive', clicks: [], proof: [] })
    expect(banner?.visible).toBe(true)
  })
})

test('sees nothing where there is no banner', async () => {
  expect((await choose('/plain', 'reject')).choice.verdict).toBe('no-banner')
})

test('leaves the banner as the visitor sees it', async () => {
  const page = await shop.visit('/cookiehub-hide')
  await makeChoice(page, 'reject', {
    ...inTime(),
    screenshot: async () => {},
    bannerWaitMs: 0,
    strategies: [autoconsent],
  })
  const isShown = await page.evaluate(() =>
    document.querySelector('.ch2-dialog')?.checkVisibility({ opacityProperty: true }),
  )
  expect(isShown).toBe(true)
})

describe('of its rules', () => {
  test('only those that fit the address and the kind of frame are used, and none that hides', () => {
    const names = (url: string, isMain: boolean): readonly string[] => rulesFor(url, isMain).map(({ name }) => name)
    const here = names('https://shop.example/', true)
    expect(here).toContain('didomi')
    expect(here.filter((name) => name.startsWith('auto_'))).toEqual([])
    expect(here.length).toBeLessThan(250)
    expect(names('https://shop.example/', false)).not.toContain('didomi')
    expect(rulesFor('https://shop.example/', true).filter(({ cosmetic }) => cosmetic)).toEqual([])
  })

  test('questions are answered and orders refused', () => {
    expect(
      ['EVAL_COOKIEBOT_1', 'EVAL_ONETRUST_1', 'EVAL_DIDOMI_TEST', 'EVAL_OSANO_DETECT'].filter(isReadOnly),
    ).toHaveLength(4)
    const orders = [
      'EVAL_COOKIEBOT_3',
      'EVAL_DIDOMI_OPT_OUT',
      'EVAL_KLARO_TRY_API_OPT_OUT',
      'EVAL_USERCENTRICS_API_2',
      'EVAL_KLARO_OPEN_POPUP',
      'EVAL_NEW',
      undefined,
    ]
    expect(orders.filter(isReadOnly)).toEqual([])
  })
})
