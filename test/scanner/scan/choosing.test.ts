import { beforeEach, expect, test, vi } from 'vitest'
import type { Page } from 'puppeteer-core'
import type * as Consent from '../../../scanner/consent.ts'
import type { BannerFact, Choice, ChoiceFact, ConsentState, StateVerdict } from '../../../scanner/model.ts'
import { chooser } from '../../../scanner/scan/choosing.ts'
import { fakePen } from '../../evidence/fake-pen.ts'

const consent = vi.hoisted(() => ({
  makeChoice: vi.fn<MakeChoice>(),
  bannerVisible: vi.fn<BannerVisible>(),
  gpcNotice: vi.fn<() => Promise<string | null>>(),
  measureBanner: vi.fn<typeof Consent.measureBanner>(),
  studyPage: vi.fn<typeof Consent.studyPage>(),
}))
vi.mock('../../../scanner/consent.ts', async () => ({
  ...consent,
  unmade: (await import('../../../scanner/consent/verdict.ts')).unmade,
}))

const NO_TARGETS = { accept: null, reject: null, open: null, save: null, withdraw: null, close: null }

type MakeChoice = typeof Consent.makeChoice
type BannerVisible = typeof Consent.bannerVisible

const BANNER: BannerFact = { kind: 'banner', cmp: 'klaro', visible: true, text: 'Cookies?', buttons: [] }
const signal = new AbortController().signal
const page = { screenshot: async () => Buffer.from('png') } as unknown as Page

beforeEach(() => {
  consent.makeChoice.mockReset()
  consent.bannerVisible.mockReset().mockResolvedValue(null)
  consent.measureBanner.mockReset()
  consent.studyPage.mockReset().mockResolvedValue([])
})

function choosingAs(state: ConsentState) {
  const written = fakePen()
  const events: unknown[] = []
  const options = { run: 1, state, pen: written.pen, now: () => 0, targets: NO_TARGETS }
  return { ...written, events, choosing: chooser({ ...options, onEvent: (event) => void events.push(event) }) }
}

function made(verdict: StateVerdict, choiceMade: Choice = 'reject'): Consent.ChoiceMade {
  const facts = { cmp: null, strategy: null, layer: null, clicks: [], scrolls: 0, tookMs: null, proof: [] }
  const choice: ChoiceFact = { kind: 'choice', choice: choiceMade, allows: [], verdict, because: 'so', ...facts }
  return { choice, banner: verdict === 'no-banner' || choiceMade === 'withdraw' ? null : BANNER, lateMs: null }
}

test('without a choice to make the banner is only looked at, and its absence is noted', async () => {
  const { choosing, drafts } = choosingAs('no-choice')
  consent.bannerVisible.mockResolvedValueOnce({ banner: BANNER, lateMs: null })
  expect(await choosing.onPage(page, signal)).toBe(false)
  expect(await choosing.onPage(page, signal)).toBe(false)
  expect(drafts('banner').map(({ visible }) => visible)).toEqual([true, false])
  expect(choosing.moment()).toBe('no-choice')
  expect(consent.makeChoice).not.toHaveBeenCalled()
})

test('a state holds only once its choice is proven; afterwards a returning banner is noted, never pressed', async () => {
  const { choosing, drafts, events } = choosingAs('rejected')
  consent.makeChoice.mockResolvedValueOnce(made('no-banner')).mockResolvedValueOnce(made('proven'))
  expect(await choosing.onPage(page, signal)).toBe(false)
  expect(choosing.moment()).toBe('choosing')
  expect(await choosing.onPage(page, signal)).toBe(true)
  expect(choosing.moment()).toBe('rejected')
  expect(await choosing.onPage(page, signal)).toBe(false)
  choosing.concludes()
  expect(consent.makeChoice).toHaveBeenCalledTimes(2)
  expect(drafts('choice').map(({ verdict }) => verdict)).toEqual(['proven'])
  expect(drafts('banner').map(({ visible }) => visible)).toEqual([true, false])
  expect(events).toEqual([{ type: 'choice', run: 1, state: 'rejected', verdict: 'proven' }])
})

test('what is withdrawn is accepted first, and withdrawn on the first page that leads back', async () => {
  const { choosing, drafts, events } = choosingAs('withdrawn')
  consent.makeChoice
    .mockResolvedValueOnce(made('proven', 'accept'))
    .mockResolvedValueOnce(made('not-offered', 'withdraw'))
    .mockResolvedValueOnce(made('proven', 'withdraw'))
  expect(await choosing.onPage(page, signal)).toBe(true)
  expect(choosing.moment()).toBe('choosing')
  expect(await choosing.onPage(page, signal)).toBe(false)
  expect(await choosing.onPage(page, signal)).toBe(true)
  expect(choosing.moment()).toBe('withdrawn')
  expect(drafts('choice').map(({ choice, verdict }) => [choice, verdict])).toEqual([
    ['accept', 'proven'],
    ['withdraw', 'proven'],
  ])
  expect(events).toEqual([{ type: 'choice', run: 1, state: 'withdrawn', verdict: 'proven' }])
})

test('a journey on which nothing led back to the choice says so when it is over', async () => {
  const { choosing, drafts } = choosingAs('withdrawn')
  consent.makeChoice.mockResolvedValueOnce(made('proven', 'accept')).mockResolvedValue(made('not-offered', 'withdraw'))
  for (let pages = 0; pages < 3; pages++) await choosing.onPage(page, signal)
  choosing.concludes()
  expect(choosing.moment()).toBe('choosing')
  expect(drafts('choice').at(-1)).toMatchObject({
    choice: 'withdraw',
    verdict: 'not-offered',
    because: 'no page of the funnel led back to the choice',
  })
})

test('an acceptance that is not proven is not withdrawn', async () => {
  const { choosing, drafts } = choosingAs('withdrawn')
  consent.makeChoice.mockResolvedValueOnce(made('inconclusive', 'accept'))
  await choosing.onPage(page, signal)
  await choosing.onPage(page, signal)
  choosing.concludes()
  expect(drafts('choice').map(({ choice, verdict }) => [choice, verdict])).toEqual([['accept', 'inconclusive']])
})

test('under Global Privacy Control nothing is chosen, and what the page says of it is noted', async () => {
  const { choosing, drafts } = choosingAs('gpc')
  consent.gpcNotice.mockResolvedValueOnce('Opt-out request honored').mockResolvedValueOnce(null)
  await choosing.onPage(page, signal)
  await choosing.onPage(page, signal)
  expect(drafts('signal').map(({ standard, raw }) => [standard, raw])).toEqual([
    ['gpc-notice', 'Opt-out request honored'],
  ])
  expect(consent.makeChoice).not.toHaveBeenCalled()
})

test('an unproven choice is not tried again, and the state never begins', async () => {
  const { choosing, drafts } = choosingAs('accepted')
  consent.makeChoice.mockResolvedValueOnce(made('inconclusive'))
  await choosing.onPage(page, signal)
  await choosing.onPage(page, signal)
  choosing.concludes()
  expect(choosing.moment()).toBe('choosing')
  expect(drafts('choice').map(({ verdict }) => verdict)).toEqual(['inconclusive'])
})

test('a journey that met no banner says so when it is over', async () => {
  const { choosing, drafts } = choosingAs('rejected')
  consent.makeChoice.mockResolvedValue(made('no-banner'))
  await choosing.onPage(page, signal)
  choosing.concludes()
  expect(drafts('choice').map(({ verdict }) => verdict)).toEqual(['no-banner'])
})

test('a page on which nobody could look is a gap over banners, not an absence', async () => {
  const { choosing, drafts, gaps } = choosingAs('no-choice')
  consent.bannerVisible.mockRejectedValueOnce(new DOMException('too slow', 'TimeoutError'))
  await choosing.onPage(page, signal)
  expect(drafts('banner')).toEqual([])
  expect(gaps).toMatchObject([{ kind: 'collector-failed', blinds: ['banner'] }])
})

test('a page on which nobody could choose leaves the choice to the next one; without any, nothing is said of banners', async () => {
  const { choosing, drafts, gaps } = choosingAs('rejected')
  consent.makeChoice.mockRejectedValueOnce(new Error('the page crashed')).mockResolvedValueOnce(made('no-banner'))
  expect(await choosing.onPage(page, signal)).toBe(false)
  expect(await choosing.onPage(page, signal)).toBe(false)
  choosing.concludes()
  expect(gaps).toMatchObject([{ kind: 'collector-failed', blinds: ['banner', 'choice'] }])
  expect(drafts('choice').map(({ verdict }) => verdict)).toEqual(['inconclusive'])
})

test('a mistake of ours and a cancelled scan are no trouble of the page', async () => {
  for (const reason of [new TypeError('x is not a function'), new DOMException('stop', 'AbortError')]) {
    const { choosing, gaps } = choosingAs('no-choice')
    consent.bannerVisible.mockRejectedValueOnce(reason)
    await expect(choosing.onPage(page, signal)).rejects.toBe(reason)
    expect(gaps).toEqual([])
  }
})
