import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bannerVisible, makeChoice, type ChoiceMade, type ChoiceOptions } from '../../scanner/consent.ts'
import type { Choice } from '../../scanner/model.ts'
import { pages } from './cmps/pages.ts'
import { inTime, openShop, outcomeOf, type Shop } from './cmps/shop.ts'

let shop: Shop
beforeAll(async () => {
  shop = await openShop(pages)
})
afterAll(() => shop?.close())

type Chosen = ChoiceMade & { readonly outcome: unknown; readonly page: Page; readonly pictures: readonly string[] }

async function choose(path: string, choice: Choice, options: Partial<ChoiceOptions> = {}): Promise<Chosen> {
  const page = await shop.visit(path)
  const pictures: string[] = []
  const screenshot = async (of: string): Promise<void> => void pictures.push(of)
  const made = await makeChoice(page, choice, { ...inTime(), screenshot, ...options })
  return { ...made, outcome: await outcomeOf(page), page, pictures }
}

describe('a choice is made as a person would, and proven', () => {
  test.concurrent.each([
    ['on a banner with both answers', '/compliant', 1],
    ['on the second layer', '/second-layer', 2],
    ['with identical buttons', '/identical-classes', 1],
    ['where only real input counts', '/untrusted-ignored', 1],
    ['beside an offer to accept', '/decoy', 1],
    ['in a shadow root', '/shadow', 1],
    ['in a closed shadow root', '/closed-shadow', 1],
    ['in a frame', '/same-site-frame', 1],
    ['in a frame of another site', '/cross-site-frame', 1],
    ['on a banner that is late', '/late', 1],
    ['on buttons that show before they work', '/not-ready', 1],
    ['on a button that runs away', '/runs-away', 1],
    ['behind a curtain that opens', '/obscured', 1],
    ['on a page that loads again', '/reloads', 1],
    ['in German', '/german', 1],
    ['on Kartra', '/kartra', 1],
    ['on OneTrust without a reject button', '/onetrust', 2],
  ])('%s', async (_, path, layerOfRejection) => {
    for (const [choice, expected] of [
      ['reject', 'rejected'],
      ['accept', 'accepted'],
    ] as const) {
      const { outcome, choice: fact, pictures } = await choose(path, choice)
      expect(outcome).toBe(expected)
      expect(fact).toMatchObject({ kind: 'choice', choice, verdict: 'proven' })
      expect(fact.layer).toBe(choice === 'reject' ? layerOfRejection : 1)
      expect(fact.clicks.every(({ trusted }) => trusted)).toBe(true)
      expect(fact.proof.map(({ kind, agrees }) => (agrees ? kind : `not ${kind}`))).toEqual(
        expect.arrayContaining(['trusted-click', 'banner-gone', 'stored-choice']),
      )
      expect(pictures).toEqual(['banner', 'after-choice'])
    }
  })
})

describe('what cannot be refused is not', () => {
  test.each([
    ['accept is the only button', '/accept-only'],
    ['refusing costs money', '/pay-or-accept'],
  ])('%s', async (_, path) => {
    const { outcome, choice, banner, pictures } = await choose(path, 'reject')
    expect(outcome).toBeNull()
    expect(choice).toMatchObject({ verdict: 'not-offered', clicks: [], layer: null })
    expect(choice.because).toBe('the banner has no button to reject and none for settings')
    expect(banner?.buttons.map(({ meaning }) => meaning)).toEqual(['accept'])
    expect(pictures).toEqual(['banner'])
  })

  test.each(['/accept-only', '/pay-or-accept'])('and can still be accepted: %s', async (path) => {
    expect(await choose(path, 'accept')).toMatchObject({ outcome: 'accepted', choice: { verdict: 'proven' } })
  })
})

describe('without proof a choice is inconclusive, and says what is missing', () => {
  test.concurrent.each([
    ['the banner goes and nothing is stored', '/cosmetic', 'hidden', 'nothing stored or signalled shows the refusal'],
    ['the opposite is stored', '/lying', 'accepted', 'Stored consent says granted'],
    ['the banner stays', '/stays', 'rejected', 'did nothing'],
  ])('%s', async (_, path, expected, because) => {
    const { outcome, choice } = await choose(path, 'reject')
    expect(outcome).toBe(expected)
    expect(choice.verdict).toBe('inconclusive')
    expect(choice.because).toContain(because)
  })
})

describe('where there is no banner nothing is touched', () => {
  test.each([
    ['a plain page', '/plain'],
    ['an offer, a newsletter and an age gate', '/decoys-only'],
    ['a frame that is hidden', '/hidden-frame'],
  ])('%s', async (_, path) => {
    const { outcome, choice, banner, pictures } = await choose(path, 'reject')
    expect({ outcome, banner, pictures }).toEqual({ outcome: null, banner: null, pictures: [] })
    expect(choice).toMatchObject({
      verdict: 'no-banner',
      clicks: [],
      proof: [],
      because: 'no banner was seen on this page',
    })
  })

  test('looking costs less than a second and a half', async () => {
    const page = await shop.visit('/plain')
    const { now, signal } = inTime()
    const begun = now()
    expect(await bannerVisible(page, { now, signal, bannerWaitMs: 300 })).toBeNull()
    expect(now() - begun).toBeLessThan(1_500)
  })
})

describe('a banner can be looked at without touching it', () => {
  test.each([
    ['/compliant', 'unknown', ['accept', 'reject', 'settings']],
    ['/onetrust', 'OneTrust', ['settings', 'accept']],
    ['/kartra', 'Kartra', ['settings', 'settings', 'save']],
  ])('%s', async (path, cmp, meanings) => {
    const page = await shop.visit(path)
    const { banner = null } = (await bannerVisible(page, inTime())) ?? {}
    expect(banner).toMatchObject({ kind: 'banner', cmp, visible: true })
    expect(banner?.text).toMatch(/cookies/i)
    expect(banner?.buttons.map(({ meaning }) => meaning)).toEqual(meanings)
    expect(await outcomeOf(page)).toBeNull()
  })

  test('it is gone once the choice is made, and back on a page that forgets', async () => {
    const { page } = await choose('/compliant', 'reject')
    expect(await bannerVisible(page, { ...inTime(), bannerWaitMs: 0 })).toBeNull()
    await page.reload()
    expect(await bannerVisible(page, { ...inTime(), bannerWaitMs: 0 })).not.toBeNull()
  })
})

test('a raised signal ends the choice', async () => {
  const page = await shop.visit('/plain')
  const signal = AbortSignal.abort(new Error('the visitor left'))
  await expect(makeChoice(page, 'reject', { ...inTime(), signal, screenshot: async () => {} })).rejects.toThrow(
    'the visitor left',
  )
})

test('a time limit that passes makes it inconclusive, and nothing hangs', async () => {
  const page = await shop.visit('/hangs')
  const signal = AbortSignal.timeout(600)
  const { choice, banner } = await makeChoice(page, 'reject', { ...inTime(), signal, screenshot: async () => {} })
  expect(choice).toMatchObject({ verdict: 'inconclusive', because: 'the time for it ran out' })
  expect(choice.clicks).toEqual([])
  expect(banner?.visible).toBe(true)
  await expect(bannerVisible(page, { ...inTime(), signal: AbortSignal.timeout(100) })).rejects.toThrow(/timeout/i)
})

test('the page sees nothing of us but the press', async () => {
  const page = await shop.visit('/compliant')
  const before = await page.evaluate(() => Object.keys(globalThis).toSorted().join())
  await makeChoice(page, 'reject', { ...inTime(), screenshot: async () => {} })
  const after = await page.evaluate(() => Object.keys(globalThis).toSorted().join())
  expect(after.replace(',outcome', '')).toBe(before)
})
