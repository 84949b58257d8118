import { afterAll, beforeAll, expect, test } from 'vitest'
import { readLists, type PageLists } from '../../../scanner/declared/in-page.ts'
import { declarationsOf } from '../../../scanner/declared/declarations.ts'
import { openRealBrowser, type RealBrowser } from '../../evidence/real-browser.ts'

/** What a browser makes of real pages: hidden tables, headings far above, scripts that answer. */
const POLICY = `<!doctype html><title>Cookies</title>
<h2>Statistik</h2><div><p>Diese Cookies helfen uns.</p>
<table><thead><tr><th>Cookie</th><th>Anbieter</th><th>Laufzeit</th></tr></thead>
<tbody><tr><td>_ga<br>_gid</td><td>Google</td><td>2&nbsp;Jahre</td></tr></tbody></table></div>
<details><summary>Marketing</summary><table style="display:none"><tr><td>Cookie Name</td><td>_fbp</td></tr><tr><td>Anbieter</td><td>Meta</td></tr><tr><td>Laufzeit</td><td>3 Monate</td></tr></table></details>
<div class="CookieDeclaration"><h3>Notwendig (1)</h3><table><tr><th>Name</th><th>Anbieter</th><th>Ablauf</th><th>Typ</th></tr><tr><td>sid</td><td>shop</td><td>Session</td><td>HTTP-Cookie</td></tr></table></div>
<table><tr><th>Kurs</th><th>Preis</th></tr><tr><td>Zeichnen</td><td>99</td></tr></table>
<script>window.OneTrust = { GetDomainData: () => ({ Groups: [{ GroupName: 'Targeting', CustomGroupId: 'C0004', Cookies: [{ Name: 'IDE', Host: 'doubleclick.net', Length: '390' }] }] }) }
window.UC_UI = { getServicesFullInfo: async () => { throw new Error('not ready') } }</script>`

let browser: RealBrowser
beforeAll(async () => {
  browser = await openRealBrowser({ pages: { 'shop.example/cookies': POLICY } })
})
afterAll(() => browser.close())

test('a policy is read as it stands, hidden parts and platform lists too', async () => {
  const visit = await browser.visit()
  await visit.page.goto('https://shop.example/cookies')
  const lists: PageLists = await visit.page.evaluate(readLists)
  const told = declarationsOf(lists).map(({ list, name, provider, category, days }) =>
    [list, name, provider, category, days === null ? null : Math.round(days)].join(' '),
  )
  expect(told).toEqual([
    'onetrust IDE doubleclick.net marketing 390',
    'cookiebot sid shop necessary 0',
    'page _ga Google analytics 731',
    'page _gid Google analytics 731',
    'page _fbp Meta marketing 91',
  ])
})
