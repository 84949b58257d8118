import { beforeAll, expect, test } from 'vitest'
import type { CalibrationResult } from '../../scanner/calibrate.ts'
import { calibratedOn } from './calibrated.ts'

/** One of each kind, so that it fits into a test; `tagtrail calibrate` does all of them. */
const SITES = [
  'klaro-preticked',
  'vanilla-hides-from-bots',
  'osano-optin',
  'tarteaucitron-no-deny',
  'cookies-eu-danish',
  'beyonk-optin',
  'onetrust-toggles',
  'cookiebot-preticked',
  'usercentrics-second-layer',
  'didomi-continue',
  'sourcepoint-manager',
  'trustarc-preferences',
  'iubenda-customize',
  'kartra-slider',
  'home-made-no-reject',
  'awkward-late-handler',
  'wording-same-classes',
  'wording-negations',
  'dishonest-cosmetic',
  'dishonest-lies',
  'dishonest-wall',
  'decoy-offer',
  'decoy-login-and-banner',
  'none-cookie-words',
]

let result: CalibrationResult

beforeAll(async () => {
  result = await calibratedOn('banners', SITES)
}, 300_000)

const share = (wanted: string): number => {
  const found = result.calibration.banners.find(({ of }) => of === wanted)
  return found === undefined ? 0 : found.matched / (found.matched + found.missing)
}

test('every site was measured', () => expect(result.leftOut).toEqual([]))

test.each(['banners seen', 'refusals made', 'acceptances made'])('%s: right on at least 98 of 100', (of) => {
  expect(share(of)).toBeGreaterThanOrEqual(0.98)
})

test('nothing was pressed the wrong way', () => expect(result.calibration.wrongWayClicks).toBe(0))

test('nothing was called proven that was not', () => expect(result.calibration.falselyProven).toBe(0))
