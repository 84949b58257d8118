import { afterAll, beforeAll, expect, test } from 'vitest'
import { studyPage } from '../../../scanner/consent/study-page.ts'
import { tcString } from '../../evidence/tc-string.ts'
import { inTime, openShop, type Shop } from '../cmps/shop.ts'

const TC = tcString({ purposes: [1] })
const pages: Readonly<Record<string, string>> = {
  '/bare': '<!doctype html><p>A shop</p>',
  '/kept': `<!doctype html><p>A shop</p><script>
    document.cookie = 'OptanonConsent=consentId=3f2a9c1e-1111-4222-8333-abcdefabcdef&groups=C0001:1,C0004:1'
    document.cookie = '_clck=bbb2100e9293ed1c8124f8d78271f999^2^g3f^1^2241'
    document.cookie = 'my_cookie_consent=accepted'
    window.__tcfapi = (command, version, tell) => tell({ tcString: '${TC}' }, true)
    window.dataLayer = [['consent', 'default', { ad_storage: 'granted' }]]
  </script>`,
}

let shop: Shop
beforeAll(async () => {
  shop = await openShop(pages)
})
afterAll(() => shop?.close())

test('a page that keeps nothing says nothing of consent', async () => {
  const facts = await studyPage(await shop.visit('/bare'), inTime())
  expect(facts.map(({ kind }) => kind)).toEqual(['privacy-controls'])
})

test('what is kept and answered is noted, without the number of the visitor, and not what merely sounds like it', async () => {
  const facts = await studyPage(await shop.visit('/kept'), inTime())
  const signals = facts.flatMap((fact) => (fact.kind === 'signal' ? [[fact.standard, fact.where, fact.raw]] : []))
  expect(signals).toEqual([
    ['tcf', 'the page itself', TC],
    ['consent-mode', 'the page itself', expect.stringContaining('"ad_storage":"granted"')],
    ['clarity-cookie', 'cookie _clck', '*^2^g3f^1^2241'],
    ['onetrust', 'cookie OptanonConsent', 'consentId=*&groups=C0001:1,C0004:1'],
  ])
})
