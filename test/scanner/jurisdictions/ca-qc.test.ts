import { expect, test } from 'vitest'
import { caQc } from '../../../scanner/jurisdictions/ca-qc.ts'
import { cookieBeforeChoice } from '../../../scanner/rules/f01-cookie-before-choice.ts'
import { storingAfterReject } from '../../../scanner/rules/f06-storing-after-reject.ts'
import { judged, lines } from '../../evidence/assess.ts'
import { cookieWrite } from '../../evidence/observations.ts'
import { by } from '../../evidence/scene.ts'
import { META } from '../../evidence/vendors.ts'

test('before any choice the law pulls two ways, after a refusal it does not', () => {
  const seen = [by(META, cookieWrite({ name: '_fbp' })), by(META, cookieWrite({ name: '_fbp', state: 'rejected' }))]
  const findings = judged([cookieBeforeChoice, storingAfterReject], { seen }, caQc)
  expect(lines(findings)).toEqual([
    'fail high F06|rejected|meta-pixel|_fbp',
    'unclear critical F01|no-choice|meta-pixel|_fbp',
  ])
  expect(findings[1]?.readings.map(({ reading, outcome }) => `${reading} ${outcome}`)).toEqual([
    'strict fail',
    'tolerant pass',
  ])
})
