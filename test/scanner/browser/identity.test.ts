import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { ECHO_PAGES, toldBy, WHO } from '../../evidence/echo-pages.ts'
import { openRealBrowser, type RealBrowser } from '../../evidence/real-browser.ts'

const HINTS = 'Sec-CH-UA-Full-Version-List, Sec-CH-UA-Arch, Sec-CH-UA-Bitness, Sec-CH-UA-Form-Factors'
const pages = {
  ...ECHO_PAGES,
  'hints.example/': { headers: { 'accept-ch': HINTS, 'critical-ch': HINTS }, body: '<title>Hints</title>' },
}

let browser: RealBrowser
const opened: RealBrowser[] = []
async function open(options: Partial<Parameters<typeof openRealBrowser>[0]>): Promise<void> {
  browser = await openRealBrowser({ pages, ...options })
  opened.push(browser)
  const visit = await browser.visit()
  await visit.goTo('https://shop.example/')
  const haveAllTold = (): void => expect(Object.keys(toldBy(browser.internet.hits))).toHaveLength(WHO.length)
  await vi.waitFor(haveAllTold, { timeout: 8000 })
  await visit.goTo('https://hints.example/')
  await visit.visitor.forget()
}
afterAll(() => Promise.all(opened.map((each) => each.close())))

describe('a visitor from Japan who reads German', () => {
  beforeAll(() => open({ locale: 'de-DE', timeZone: 'Asia/Tokyo' }))

  for (const who of WHO)
    test(`is one and the same to the ${who}`, () => {
      const told = toldBy(browser.internet.hits)[who]
      const { identity } = browser.running
      expect(told).toMatchObject({ timeZone: 'Asia/Tokyo', offset: -540, locale: 'de-DE' })
      expect(told?.languages).toEqual(identity.languages)
      expect(told?.languages.slice(0, 2)).toEqual(['de-DE', 'de'])
      expect(told?.userAgent).toBe(identity.userAgent)
      const { fullVersion: uaFullVersion, ...hints } = identity.clientHints ?? {}
      expect(told?.hints).toEqual({ ...hints, uaFullVersion })
    })

  test('tells its version in full to a server that asks, on its very first page', () => {
    const { version } = /(?<version>[\d.]+)/.exec(browser.running.product)?.groups ?? {}
    const last = browser.internet.hits.findLast(({ at }) => at === 'hints.example/')
    expect(last?.headers['sec-ch-ua-full-version-list']).toContain(`v="${version}"`)
    expect(last?.headers).toMatchObject({ 'sec-ch-ua-form-factors': '"Desktop"', 'sec-ch-ua-mobile': '?0' })
    expect(last?.headers['sec-ch-ua-arch']).toMatch(/^"(x86|arm)"$/)
  })

  test('says the same languages to servers as to pages', () => {
    const asked = new Set(browser.internet.hits.map(({ headers }) => headers['accept-language']))
    expect([...asked]).toEqual([expect.stringMatching(/^de-DE,de;q=0\.9/)])
  })

  test('sends no Global Privacy Control', () => {
    expect(browser.running.identity.sendsGpc).toBe(false)
    expect(browser.internet.hits.map(({ headers }) => headers['sec-gpc'])).not.toContain('1')
  })
})

describe('a visitor with Global Privacy Control', () => {
  beforeAll(() => open({ sendsGpc: true }))

  test('sends it with every request, whoever asks', () => {
    expect(browser.running.identity.sendsGpc).toBe(true)
    expect(browser.internet.hits.length).toBeGreaterThan(WHO.length)
    expect(browser.internet.hits.filter(({ headers }) => headers['sec-gpc'] !== '1')).toEqual([])
  })

  for (const who of WHO)
    test(`shows it to the ${who} as the browser's own`, () => {
      expect(toldBy(browser.internet.hits)[who]).toMatchObject({
        gpc: true,
        gpcIs: 'function get globalPrivacyControl() { [native code] }',
      })
    })

  test('lives where the machine is, when the plan says nothing', () => {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
    expect(browser.running.identity).toMatchObject({ timeZone, corrections: { timeZone: null } })
    expect(toldBy(browser.internet.hits)['page']?.timeZone).toBe(timeZone)
  })
})
