import { expect, test } from 'vitest'
import { de } from '../../../scanner/jurisdictions/de.ts'
import { cookieBeforeChoice } from '../../../scanner/rules/f01-cookie-before-choice.ts'
import { judged } from '../../evidence/assess.ts'
import { cookieWrite } from '../../evidence/observations.ts'
import { by } from '../../evidence/scene.ts'
import { META } from '../../evidence/vendors.ts'

test('the national clause stands in the place of the directive', () => {
  const [finding] = judged([cookieBeforeChoice], { seen: [by(META, cookieWrite())] }, de)
  expect(finding).toMatchObject({ severity: 'critical', law: ['§ 25 TDDDG (1)', 'GDPR Art. 6(1)(a)'] })
})
