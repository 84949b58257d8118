import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { calibrationText } from '../../main/calibration-text.ts'
import { calibrate, type CalibrationResult } from '../../scanner/calibrate.ts'
import { provideBrowser } from '../../scanner/browser/provide.ts'

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

let folder: string
let result: CalibrationResult

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tagtrail-banners-'))
  result = await calibrate({
    parts: ['banners'],
    sites: new RegExp(`^(${SITES.join('|')})$`),
    sitesAtOnce: 3,
    folder,
    browser: await provideBrowser(),
    toolVersion: 'test',
    knowledgeVersion: 'test',
    clock: { now: () => new Date(), monotonic: () => performance.now() },
    randomHex: (bytes) => randomBytes(bytes).toString('hex'),
    signal: new AbortController().signal,
  })
  console.log(calibrationText(result))
}, 300_000)

afterAll(() => rm(folder, { recursive: true, force: true }))

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
