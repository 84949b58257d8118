import { expect, test } from 'vitest'
import { uk } from '../../../scanner/jurisdictions/uk.ts'
import { cookieBeforeChoice } from '../../../scanner/rules/f01-cookie-before-choice.ts'
import { storingAfterReject } from '../../../scanner/rules/f06-storing-after-reject.ts'
import { judged, lines } from '../../evidence/assess.ts'
import { cookieWrite } from '../../evidence/observations.ts'
import { by } from '../../evidence/scene.ts'
import { CLARITY, META } from '../../evidence/vendors.ts'

test('statistics before the choice weigh less than advertising; after an objection they weigh the same', () => {
  const seen = [
    by(CLARITY, cookieWrite({ name: '_clck' })),
    by(META, cookieWrite({ name: '_fbp' })),
    by(CLARITY, cookieWrite({ name: '_clck', state: 'rejected' })),
  ]
  expect(lines(judged([cookieBeforeChoice, storingAfterReject], { seen }, uk))).toEqual([
    'fail critical F01|no-choice|meta-pixel|_fbp',
    'fail critical F06|rejected|microsoft-clarity|_clck',
    'fail medium F01|no-choice|microsoft-clarity|_clck',
  ])
})
