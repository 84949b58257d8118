import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { kartra } from '../../../scanner/cmps/kartra.ts'
import { makeChoice, type ChoiceMade } from '../../../scanner/consent.ts'
import type { Choice } from '../../../scanner/model.ts'
import { inTime, openShop, outcomeOf, type Shop } from './shop.ts'

/** Kartra's markup, with the box drawn in three ways sites draw it. */
const banner = (kind: string, input: string, hidden = ''): string => `<!doctype html>
  <div class="${kind} js_${kind}" style="position:fixed;bottom:0;left:0;right:0;padding:20px;background:#fff;${hidden}">
    <p>This site uses cookies. <a href="/policy" class="js_gdpr_button">Policy</a></p>${input}
    <button class="btn js_gdpr_close" data-type="kartra_page">SAVE</button></div>
  <script>document.querySelector('.js_gdpr_close').onclick = () => { const essential = document.getElementById('gdpr_cookies').checked
    window.outcome = essential ? 'rejected' : 'accepted'; document.cookie = 'gdpr_cookie=' + (essential ? 2 : 1); document.querySelector('.${kind}').style.display = 'none' }</script>`
const LABELS = (box: string): string =>
  `<label class="selected">Accept all cookies</label>${box}<label>Only essential cookies</label>`
const BOX = '<input type="checkbox" id="gdpr_cookies" class="js_accepted_cookies" value="2">'

const pages: Readonly<Record<string, string>> = {
  '/cookie-banner': banner('gdpr_cookie_banner', LABELS(BOX)),
  '/flapjack': banner('gdpr_flapjack_banner', LABELS(BOX)),
  '/slider': banner(
    'gdpr_cookie_banner',
    LABELS(`<label for="gdpr_cookies" style="display:inline-block;width:40px;height:20px;background:#aaa"></label>`) +
      BOX.replace('type=', 'style="display:none" type='),
  ),
  '/see-through': banner(
    'gdpr_cookie_banner',
    LABELS(
      `<span style="position:relative;display:inline-block;width:40px;height:20px;background:#aaa">${BOX.replace('type=', 'style="position:absolute;inset:0;width:40px;height:20px;opacity:0" type=')}</span>`,
    ),
  ),
  '/ticked-already': banner('gdpr_cookie_banner', LABELS(BOX.replace('type=', 'checked type='))),
  '/not-open': banner('gdpr_cookie_banner', LABELS(BOX), 'display:none'),
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
    strategies: [kartra],
  })
  return { ...made, outcome: await outcomeOf(page) }
}

describe('essential cookies only is the box ticked, then SAVE; everything is SAVE alone', () => {
  test.each([
    ['/cookie-banner', 'reject', 'rejected', ['', 'SAVE']],
    ['/cookie-banner', 'accept', 'accepted', ['SAVE']],
    ['/flapjack', 'reject', 'rejected', ['', 'SAVE']],
    ['/flapjack', 'accept', 'accepted', ['SAVE']],
    ['/slider', 'reject', 'rejected', ['', 'SAVE']],
    ['/see-through', 'reject', 'rejected', ['', 'SAVE']],
    ['/ticked-already', 'reject', 'rejected', ['SAVE']],
    ['/ticked-already', 'accept', 'accepted', ['', 'SAVE']],
  ] as const)('%s: %s', async (path, choice, expected, pressed) => {
    const { outcome, choice: fact } = await choose(path, choice)
    expect(outcome).toBe(expected)
    expect(fact).toMatchObject({ verdict: 'proven', strategy: 'kartra', cmp: 'Kartra', layer: 1 })
    expect(fact.clicks.map(({ text }) => text)).toEqual(pressed)
  })
})

test('a banner that is not open is none', async () => {
  expect((await choose('/not-open', 'reject')).choice.verdict).toBe('no-banner')
})

test('tells what the banner offers', async () => {
  const { banner: fact } = await choose('/flapjack', 'accept')
  expect(fact?.buttons.map(({ text }) => text)).toEqual(['Accept all cookies', 'Only essential cookies', 'SAVE'])
  expect(fact?.text).toContain('This site uses cookies')
})
