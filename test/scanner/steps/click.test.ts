import { afterAll, beforeAll, beforeEach, afterEach, expect, test } from 'vitest'
import type { ClickTarget } from '../../../scanner/model.ts'
import { click } from '../../../scanner/steps/click.ts'
import { url } from '../../../scanner/steps/url.ts'
import { openRealBrowser, type RealBrowser, type Visit } from '../../evidence/real-browser.ts'

const pages = {
  'shop.example/page': `
    <a href="/hidden" class="hidden" style="display: none">Hidden</a>
    <a href="/sales" class="cta">Get the offer</a>
    <button onclick="location = '/bought'">Buy now (only $9)</button>
    <button onclick="setTimeout(() => location = '/slow', 300)" aria-label="Later">⏳</button>
    <a href="#faq">Questions</a>
    <a href="/never">Never</a>
    <div id="late"></div>
    <script>setTimeout(() => late.innerHTML = '<a href="/late" class="late">Late</a>', 300)</script>`,
  'shop.example/covered': `<a href="/sales" id="go">Offer</a>
    <div id="banner" style="position: fixed; inset: 0; background: #fff">
      <button style="position: absolute; inset: 0; width: 100%" onclick="location = '/consented'">Accept all</button></div>`,
  'shop.example/shadow': `<script>
      customElements.define('x-cta', class extends HTMLElement {
        connectedCallback() { this.attachShadow({ mode: 'open' }).innerHTML = '<a href="/sales"><b>Offer</b></a>' } })
    </script><x-cta></x-cta>`,
  'shop.example/box': `<button onclick="box.hidden = false">Yes, I want it</button>
    <div id="box" hidden><input id="email"></div>`,
  'shop.example/framed': `<iframe src="https://forms.example/offer" style="width: 300px"></iframe>`,
  'shop.example/framed-covered': `<iframe src="https://forms.example/offer" style="width: 300px"></iframe>
    <div style="position: fixed; inset: 0; background: #fff" onclick="location = '/consented'">Accept all</div>`,
  'forms.example/offer': '<a href="https://shop.example/sales" target="_top">Take it</a><a href="/second">Next</a>',
  'forms.example/second': '<title>Second</title>',
  'shop.example/sales': '<title>Sales</title>',
  'shop.example/bought': '<title>Bought</title>',
  'shop.example/slow': '<title>Slow</title>',
  'shop.example/late': '<title>Late</title>',
}
const options = { timeoutMs: 1500, signal: new AbortController().signal }

let browser: RealBrowser
let visit: Visit
beforeAll(async () => {
  browser = await openRealBrowser({ pages })
})
afterAll(() => browser.close())
beforeEach(async () => {
  visit = await browser.visit()
  await url.perform(visit.page, { kind: 'url', url: 'https://shop.example/page' }, options)
})
afterEach(() => visit.visitor.forget())

for (const [name, target, path] of [
  ['by role and name', { role: 'link', name: 'Get the offer' }, '/sales'],
  ['by a name with signs in it', { role: 'button', name: 'Buy now (only $9)' }, '/bought'],
  ['by the name assistive technology reads', { role: 'button', name: 'Later' }, '/slow'],
  ['by selector', { selector: 'a.cta' }, '/sales'],
  ['that appears a little later', { selector: '.late' }, '/late'],
  ['that leads to a place on the same page', { role: 'link', name: 'Questions' }, '/page'],
] satisfies [string, ClickTarget, string][])
  test(`the visitor clicks something ${name}`, async () => {
    expect(await click.perform(visit.page, { kind: 'click', target }, options)).toEqual({ requestedUrl: null })
    await expect.poll(() => new URL(visit.page.url()).pathname).toBe(path)
  })

test('a banner that lies over it is not pressed in its place', async () => {
  await url.perform(visit.page, { kind: 'url', url: 'https://shop.example/covered' }, options)
  await click.perform(visit.page, { kind: 'click', target: { selector: '#go' } }, options)
  await expect.poll(() => new URL(visit.page.url()).pathname).toBe('/sales')
  expect(browser.internet.hits.map(({ at }) => at)).not.toContain('shop.example/consented')
})

test('what stands inside a component is pressed', async () => {
  await url.perform(visit.page, { kind: 'url', url: 'https://shop.example/shadow' }, options)
  await click.perform(visit.page, { kind: 'click', target: { role: 'link', name: 'Offer' } }, options)
  await expect.poll(() => new URL(visit.page.url()).pathname).toBe('/sales')
})

for (const [name, target, what] of [
  ['that is not there', { role: 'button', name: 'Refund' }, 'a button named "Refund"'],
  ['that nobody can see', { selector: '.hidden' }, 'the selector .hidden'],
] satisfies [string, ClickTarget, string][])
  test(`something ${name} is refused in a sentence`, async () => {
    const clicking = click.perform(visit.page, { kind: 'click', target }, { ...options, timeoutMs: 300 })
    await expect(clicking).rejects.toThrow(`nothing visible on https://shop.example/page matches ${what}`)
  })

test('a box that opens on the same page is the step when a field of it is to be filled in', async () => {
  await url.perform(visit.page, { kind: 'url', url: 'https://shop.example/box' }, options)
  const go = { kind: 'click', target: { role: 'button', name: 'Yes, I want it' } } as const
  await expect(click.perform(visit.page, go, { ...options, timeoutMs: 300 })).rejects.toThrow('led to no other page')
  await url.perform(visit.page, { kind: 'url', url: 'https://shop.example/box' }, options)
  await click.perform(visit.page, go, { ...options, awaits: { selector: '#email' } })
  expect(new URL(visit.page.url()).pathname).toBe('/box')
})

for (const [path, covered] of [
  ['/framed', ''],
  ['/framed-covered', ', and a banner over the frame is not pressed'],
] as const)
  test(`what stands in a frame of another site is pressed${covered}`, async () => {
    await url.perform(visit.page, { kind: 'url', url: `https://shop.example${path}` }, options)
    await click.perform(visit.page, { kind: 'click', target: { role: 'link', name: 'Take it' } }, options)
    await expect.poll(() => new URL(visit.page.url()).pathname).toBe('/sales')
    expect(browser.internet.hits.map(({ at }) => at)).not.toContain('shop.example/consented')
  })

test('what leads on within its frame leads on', async () => {
  await url.perform(visit.page, { kind: 'url', url: 'https://shop.example/framed' }, options)
  await click.perform(visit.page, { kind: 'click', target: { role: 'link', name: 'Next' } }, options)
  expect(browser.internet.hits.map(({ at }) => at)).toContain('forms.example/second')
})
