import { expect, test } from 'vitest'
import { bannerFigures } from '../../../scanner/calibrate/banner-figures.ts'
import type { BannerCheck } from '../../../scanner/lab/banners/check.ts'

const right: BannerCheck = {
  site: 's',
  state: 'rejected',
  isDetected: true,
  isChoiceRight: true,
  wrongWay: [],
  verdict: 'proven',
  isNamed: null,
  isVerdictTrue: true,
  isFalselyProven: false,
  facts: { matched: 3, missing: [], invented: [] },
  faults: [],
}

const figure = (checks: readonly BannerCheck[], wanted: string) => bannerFigures(checks).find(({ of }) => of === wanted)

test('each state is counted by itself, a wrong way as invented', () => {
  const wrong: BannerCheck = { ...right, isChoiceRight: false, wrongWay: ['agreed'] }
  const checks = [right, wrong, { ...right, state: 'accepted' as const }]
  expect(figure(checks, 'refusals made')).toEqual({ of: 'refusals made', matched: 1, missing: 1, invented: 1 })
  expect(figure(checks, 'acceptances made')).toEqual({ of: 'acceptances made', matched: 1, missing: 0, invented: 0 })
})

test('a banner that was not seen, a state falsely proven and facts count', () => {
  const checks: readonly BannerCheck[] = [
    right,
    {
      ...right,
      isDetected: false,
      isVerdictTrue: false,
      isFalselyProven: true,
      facts: { matched: 1, missing: ['a'], invented: ['b', 'c'] },
    },
  ]
  expect(figure(checks, 'banners seen')).toMatchObject({ matched: 1, missing: 1 })
  expect(figure(checks, 'verdicts on the choice')).toMatchObject({ matched: 1, missing: 1, invented: 1 })
  expect(figure(checks, 'sent and kept after the choice')).toMatchObject({ matched: 4, missing: 1, invented: 2 })
})

test('nothing measured is no figure', () => expect(bannerFigures([])).toEqual([]))
