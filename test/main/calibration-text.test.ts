import { expect, test } from 'vitest'
import { calibrationText } from '../../main/calibration-text.ts'
import type { CalibrationResult } from '../../scanner/calibrate.ts'

const result: CalibrationResult = {
  calibration: {
    at: '2026-11-21T16:00:00.000Z',
    versions: { tool: '0.1.0', knowledge: '2026-11-21', browser: 'Chrome/156.0' },
    facts: [{ of: 'hosts', matched: 1_204, missing: 0, invented: 0 }],
    banners: [
      { of: 'banners seen', matched: 299, missing: 1, invented: 0 },
      { of: 'refusals made', matched: 0, missing: 2, invented: 1 },
    ],
    findings: [
      { of: 'F01', matched: 4, missing: 1, invented: 0 },
      { of: 'F02', matched: 9, missing: 0, invented: 2 },
    ],
    wrongWayClicks: 1,
    falselyProven: 0,
  },
  measured: ['shop', 'klaro-optin'],
  faults: [{ subject: 'klaro-optin, rejected', lines: ['did not see the banner\u001b[31m'] }],
  unexercised: [
    { ruleId: 'F01', outcome: 'unclear', because: null },
    { ruleId: 'F33', outcome: 'fail', because: 'No browser sees it.' },
  ],
  leftOut: ['tarteaucitron-optin (needs the package tarteaucitronjs)'],
}

test.each([
  ['the versions', 'Tagtrail 0.1.0, knowledge 2026-11-21, Chrome/156.0'],
  ['a part that is all right', /hosts +1204 of 1204 +100\.00 % +100\.00 %/],
  ['a share that is never rounded up to all of it', /banners seen +299 of 300 +99\.66 % +100\.00 %/],
  ['a share of nothing right', /refusals made +0 of 2 +0\.00 % +0\.00 %/],
  ['the wrong ways', 'clicks the wrong way: 1; states called proven that were not: 0'],
  ['all findings together', 'expected findings found: 13 of 14; unexpected failures: 2'],
  ['what no site asks of a rule', 'no site has to be called unclear by F01\n'],
  ['what none can, and why', 'no site has to be called fail by F33: No browser sees it.\n'],
  ['what went wrong, with what a page said made visible', 'did not see the banner‹U+001B›[31m'],
  ['what could not be measured here', 'Left out: tarteaucitron-optin (needs the package tarteaucitronjs)'],
])('tells %s', (_, expected) => expect(calibrationText(result)).toMatch(expected))

test('what was not measured has no figures', () => {
  const text = calibrationText({
    ...result,
    calibration: { ...result.calibration, banners: [], findings: [] },
    unexercised: [],
  })
  expect(text).not.toContain('wrong way')
  expect(text).not.toContain('Findings')
})
