import type { Page } from 'puppeteer-core'
import { beforeEach, expect, test, vi } from 'vitest'
import type { LookOptions } from '../../../scanner/consent.ts'
import type { BannerFact } from '../../../scanner/model.ts'
import { keepLookout } from '../../../scanner/scan/lookout.ts'

const consent = vi.hoisted(() => ({
  bannerVisible: vi.fn<(page: Page, options: LookOptions) => Promise<BannerFact | null>>(),
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
    looks.push(`${strategies ? 'cheap' : 'all'} on ${at}`)
    return (strategies ? seen[at]?.cheap : seen[at]?.all) ?? null
  })
  return { looks, next: () => void at++ }
}

test('a banner that was read once is known again without the large script, by its name', async () => {
  const unnamed = { ...KLARO, cmp: 'unknown' }
  const { looks, next } = pages({ all: KLARO, cheap: unnamed }, { all: KLARO, cheap: unnamed })
  const lookout = keepLookout(() => 0)
  await lookout.look(page, signal)
  next()
  expect(await lookout.look(page, signal)).toEqual(KLARO)
  expect(looks).toEqual(['all on 0', 'cheap on 1'])
})

test('another banner than the known one is looked at with all there is', async () => {
  const other = { ...KLARO, cmp: 'kartra', text: 'We value your privacy' }
  const { looks, next } = pages({ all: KLARO, cheap: KLARO }, { all: other, cheap: { ...other, cmp: 'unknown' } })
  const lookout = keepLookout(() => 0)
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
    const lookout = keepLookout(() => 0)
    await lookout.look(page, signal)
    next()
    expect(await lookout.look(page, signal)).toEqual(KLARO)
    expect(looks).toEqual(['all on 0', 'all on 1'])
  })

test('a known banner that is gone is gone', async () => {
  pages({ all: KLARO, cheap: null })
  const lookout = keepLookout(() => 0)
  lookout.remember(KLARO)
  expect(await lookout.look(page, signal)).toBeNull()
})
