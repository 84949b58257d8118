import { expect, test } from 'vitest'
import { fr } from '../../../scanner/jurisdictions/fr.ts'
import { cookieBeforeChoice } from '../../../scanner/rules/f01-cookie-before-choice.ts'
import { judged } from '../../evidence/assess.ts'
import { cookieWrite } from '../../evidence/observations.ts'
import { by } from '../../evidence/scene.ts'
import { CLARITY, META } from '../../evidence/vendors.ts'

test('the exemption for audience measurement is told of statistics, not of advertising', () => {
  const findings = judged([cookieBeforeChoice], { seen: [by(CLARITY, cookieWrite()), by(META, cookieWrite())] }, fr)
  const told = findings.map(({ vendorId, law }) => [vendorId, law.some((text) => text.includes('is exempt when'))])
  expect(told).toEqual([
    ['meta-pixel', false],
    ['microsoft-clarity', true],
  ])
})
