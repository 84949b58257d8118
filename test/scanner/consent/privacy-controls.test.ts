import { afterAll, beforeAll, expect, test } from 'vitest'
import { withEyes } from '../../../scanner/browser/eyes.ts'
import { privacyControls } from '../../../scanner/consent/privacy-controls.ts'
import { inTime, openShop, type Shop } from '../cmps/shop.ts'

const pages: Readonly<Record<string, string>> = {
  '/bare': '<!doctype html><p>A shop</p><a href="/sale">Sale</a><button>Add to cart</button>',
  '/footer': `<!doctype html><main style="height:3000px">Shop</main><footer>
    <a href="/privacy">Privacy policy</a> <a href="#" onclick="return false">Cookie settings</a> <a href="/imprint">Impressum</a>
    <a href="/hidden" style="display:none">Change consent</a></footer>`,
  '/pinned': `<!doctype html><div style="position:fixed;left:10px;bottom:10px"><button id="cookie-icon" aria-label="Consent preferences" style="width:40px;height:40px;padding:0">*</button></div>`,
  '/us': `<!doctype html><a href="/optout">Do Not Sell or Share My Personal Information</a>
    <a href="/choices">Your Privacy Choices</a><a href="/limit">Limit the Use of My Sensitive Personal Information</a>`,
}

let shop: Shop
beforeAll(async () => {
  shop = await openShop(pages)
})
afterAll(() => shop?.close())

test.each<[string, readonly unknown[]]>([
  ['/bare', []],
  [
    '/footer',
    [
      ['policy', 'Privacy policy', '/privacy', false],
      ['consent', 'Cookie settings', null, false],
      ['imprint', 'Impressum', '/imprint', false],
    ],
  ],
  ['/pinned', [['consent', 'Consent preferences', null, true]]],
  [
    '/us',
    [
      ['opt-out', 'Do Not Sell or Share My Personal Information', '/optout', false],
      ['choices', 'Your Privacy Choices', '/choices', false],
      ['limit-sensitive', 'Limit the Use of My Sensitive Personal Information', '/limit', false],
    ],
  ],
])('what %s offers', async (path, expected) => {
  const page = await shop.visit(path)
  const fact = await withEyes(page, inTime(), privacyControls)
  expect(fact.url).toBe(shop.origin + path)
  expect(
    fact.controls.map(({ what, text, url, isPinned }) => [what, text, url?.replace(shop.origin, '') ?? null, isPinned]),
  ).toEqual(expected)
  for (const { rect } of fact.controls) expect(rect.width * rect.height).toBeGreaterThan(0)
})
