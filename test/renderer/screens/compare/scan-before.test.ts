import { describe, expect, test } from 'vitest'
import type { ScanSummary } from '../../../../main/contract.ts'
import { latestOf, scanBefore } from '../../../../renderer/screens/compare/scan-before.ts'

const SITE = 'https://shop.example'

function scan(id: string, day: number, some: Partial<ScanSummary> = {}): ScanSummary {
  return {
    id,
    dir: `/scans/${id}`,
    name: 'Webinar',
    site: SITE,
    projectId: null,
    funnelId: 'webinar',
    origin: 'funnel',
    startedAt: `2026-03-0${day}T09:00:00.000Z`,
    status: 'complete',
    hasResult: true,
    headline: null,
    headlineWording: null,
    states: [],
    failure: null,
    ...some,
  }
}

describe('the scan before', () => {
  const cases: readonly (readonly [string, readonly ScanSummary[], string | null])[] = [
    ['is the latest of the same funnel', [scan('a', 1), scan('b', 2), scan('now', 3)], 'b'],
    ['is never a later one', [scan('now', 3), scan('after', 4)], null],
    [
      'is of the same funnel, also where another of the site is newer',
      [scan('a', 1), scan('b', 2, { funnelId: 'course' }), scan('now', 3)],
      'a',
    ],
    [
      'is none that somebody sent, where there is one made here',
      [scan('a', 1), scan('b', 2, { origin: 'imported', funnelId: null }), scan('now', 3)],
      'a',
    ],
    ['is of the same site at least', [scan('b', 2, { origin: 'imported', funnelId: null }), scan('now', 3)], 'b'],
    ['is none of another site', [scan('a', 1, { site: 'https://other.example' }), scan('now', 3)], null],
  ]
  for (const [name, scans, expected] of cases) test(name, () => expect(scanBefore(scans, 'now')).toBe(expected))

  test('is nothing while no later one is chosen', () => expect(scanBefore([scan('a', 1)], null)).toBeNull())
})

test('the latest scan of a funnel is found, and none of what belongs to no funnel', () => {
  const scans = [scan('a', 1), scan('b', 3), scan('c', 4, { funnelId: null })]
  expect(latestOf(scans, 'webinar')).toBe('b')
  expect(latestOf(scans, null)).toBeNull()
})
