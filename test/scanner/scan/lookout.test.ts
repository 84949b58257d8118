import type { Page } from 'puppeteer-core'
import { beforeEach, expect, test, vi } from 'vitest'
import { cmps } from '../../../scanner/cmps/index.ts'
import type { BannerSeen, LookOptions } from '../../../scanner/consent.ts'
import type { BannerFact } from '../../../scanner/model.ts'
import { keepLookout } from '../../../scanner/scan/lookout.ts'

const consent = vi.hoisted(() => ({
  bannerVisible: vi.fn<(page: Page, options: LookOptions) => Promise<BannerSeen | null>>(),
}))
vi.mock('../../../scanner/consent.ts', () => consent)

const KLARO: BannerFact = { kind: 'banner', cmp: 'klaro', visible: true, text: 'Cookies?', buttons: [] }
const page = {} as Page
const { signal } = new AbortController()

beforeEach(() => void consent.bannerVisible.mockReset())

/** What the rules that run a large script see, and what the others do, page by page. */
function pages(...seen: { all: BannerFact | null; cheap: BannerFact | null }[]): { looks: string[]; next(): void } {
  const looks: string[] = []
  let at = 0
  consent.bannerVisible.mockImplementation(async (_: Page, { strategies }: LookOptions) => {
    const isCheap = strategies?.length !== cmps.length
    looks.push(`${isCheap ? 'cheap' : 'all'} on ${at}`)
    const banner = (isCheap ? seen[at]?.cheap : seen[at]?.all) ?? null
    return banner && { banner, lateMs: null }
  })
  return { looks, next: () => void at++ }
}

test('a banner that was read once is known again without the large script, by its name', async () => {
  const unnamed = { ...KLARO, cmp: 'unknown' }
  const { looks, next } = pages({ all: KLARO, cheap: unnamed }, { all: KLARO, cheap: unnamed })
  const lookout = keepLookout(() => 0, cmps)
  await lookout.look(page, signal)
  next()
  expect(await lookout.look(page, signal)).toEqual(KLARO)
  expect(looks).toEqual(['all on 0', 'cheap on 1'])
})

test('another banner than the known one is looked at with all there is', async () => {
  const other = { ...KLARO, cmp: 'kartra', text: 'We value your privacy' }
  const { looks, next } = pages({ all: KLARO, cheap: KLARO }, { all: other, cheap: { ...other, cmp: 'unknown' } })
  const lookout = keepLookout(() => 0, cmps)
  await lookout.look(page, signal)
  next()
  expect(await lookout.look(page, signal)).toEqual(other)
  expect(looks).toEqual(['all on 0', 'cheap on 1', 'all on 1'])
})

for (const [why, first] of [
  ['as long as none was seen', null],
  ['when only the large script saw one', { ...KLARO, text: '' }],
] as const)
  test(`every page is looked at with all there is ${why}`, async () => {
    const { looks, next } = pages({ all: first, cheap: null }, { all: KLARO, cheap: null })
    const lookout = keepLookout(() => 0, cmps)
    await lookout.look(page, signal)
    next()
    expect(await lookout.look(page, signal)).toEqual(KLARO)
    expect(looks).toEqual(['all on 0', 'all on 1'])
  })

test('a known banner that is gone is gone', async () => {
  pages({ all: KLARO, cheap: null })
  const lookout = keepLookout(() => 0, cmps)
  lookout.remember({ banner: KLARO, lateMs: null })
  expect(await lookout.look(page, signal)).toBeNull()
})

test('a page that only promises a banner is waited for once; one that was late is given that time again', async () => {
  const waits: (readonly [boolean | undefined, number | undefined])[] = []
  const answers = [null, { banner: KLARO, lateMs: 2_000 }, null, null]
  consent.bannerVisible.mockImplementation(async (_, { isPatient, bannerWaitMs }) => {
    waits.push([isPatient, bannerWaitMs])
    return answers[waits.length - 1] ?? null
  })
  const lookout = keepLookout(() => 0, cmps)
  for (const isAnswered of [false, false, false, true]) await lookout.look(page, signal, { isAnswered })
  expect(waits).toEqual([
    [true, undefined],
    [false, undefined],
    [false, 2_400],
    [false, 2_400],
  ])
})
