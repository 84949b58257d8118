import { expect, test, vi } from 'vitest'
import type { Page } from 'puppeteer-core'
import type * as Consent from '../../../scanner/consent.ts'
import { keepStudying } from '../../../scanner/scan/studying.ts'
import { fakePen } from '../../evidence/fake-pen.ts'
import { observations } from '../samples.ts'

const consent = vi.hoisted(() => ({
  measureBanner: vi.fn<typeof Consent.measureBanner>(),
  studyPage: vi.fn<typeof Consent.studyPage>(),
}))
vi.mock('../../../scanner/consent.ts', () => consent)

const MEASURED = observations.find((seen) => seen.kind === 'banner-interface')
if (!MEASURED) throw new Error('the samples have no measured banner')
const layerOf = (layer: number, place: object | null = {}) =>
  ({ layer, seen: { cmp: 'klaro', place }, eyes: {} }) as unknown as Consent.BannerLayer

function studying() {
  const written = fakePen()
  return { ...written, ...keepStudying(written.pen, () => 0) }
}

test('each layer is measured once in a journey, with a picture of it', async () => {
  const { study, drafts, gaps } = studying()
  consent.measureBanner.mockImplementation(async ({ layer, keep }) => ({
    ...MEASURED,
    layer,
    pictureSha256: keep?.(new Uint8Array([layer])) ?? null,
  }))
  for (const layer of [1, 1, 2]) await study(layerOf(layer))
  expect(drafts('banner-interface').map(({ layer }) => layer)).toEqual([1, 2])
  expect(drafts('screenshot').map(({ of, sha256 }) => [of, sha256])).toEqual(
    drafts('banner-interface').map(({ pictureSha256 }) => ['banner', pictureSha256]),
  )
  expect(gaps).toEqual([])
})

test.each<[string, object | null, () => unknown]>([
  ['that only rules know by name', null, () => undefined],
  ['that goes away meanwhile', {}, () => consent.measureBanner.mockResolvedValueOnce(null)],
  ['on a page that crashes', {}, () => consent.measureBanner.mockRejectedValueOnce(new Error('Target crashed'))],
])('a banner %s is a gap, and nothing worse', async (_, place, happen) => {
  const { study, drafts, gaps } = studying()
  happen()
  await study(layerOf(1, place))
  expect(drafts('banner-interface')).toEqual([])
  expect(gaps.map(({ blinds }) => blinds)).toEqual([['banner-interface']])
})

test('a mistake of ours is not taken for trouble with the page', async () => {
  consent.measureBanner.mockRejectedValueOnce(new TypeError('undefined is not a function'))
  await expect(studying().study(layerOf(1))).rejects.toThrow(TypeError)
})

test('what the page offers is noted, and a page that lets nobody look is a gap', async () => {
  const { onPage, drafts, gaps } = studying()
  const { signal } = new AbortController()
  consent.studyPage.mockResolvedValueOnce([
    { kind: 'privacy-controls', url: 'https://a.example/', controls: [] },
    { kind: 'signal', standard: 'tcf', raw: 'C', where: 'the page itself' },
  ])
  await onPage({} as Page, signal)
  consent.studyPage.mockRejectedValueOnce(new Error('Session closed'))
  await onPage({} as Page, signal)
  expect([drafts('privacy-controls').length, drafts('signal').length]).toEqual([1, 1])
  expect(gaps.map(({ blinds }) => blinds)).toEqual([['privacy-controls', 'signal']])
})
