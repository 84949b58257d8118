import { expect, test } from 'vitest'
import { eu } from '../../../scanner/jurisdictions/eu.ts'
import { libraryBeforeChoice } from '../../../scanner/rules/f03-library-before-choice.ts'
import { judged } from '../../evidence/assess.ts'
import { request } from '../../evidence/observations.ts'
import { by } from '../../evidence/scene.ts'
import { TAG_MANAGER } from '../../evidence/vendors.ts'

test('a question that is open in the Union stays open, with the note that says why', () => {
  const [finding] = judged([libraryBeforeChoice], { seen: [by(TAG_MANAGER, request())] }, eu)
  expect(finding).toMatchObject({ outcome: 'unclear', severity: 'low' })
  expect(finding?.law.at(-1)).toMatch(/^Whether a tag manager itself needs consent is open/)
})
