import { expect, test } from 'vitest'
import { eu } from '../../../scanner/jurisdictions/eu.ts'
import { usCa } from '../../../scanner/jurisdictions/us-ca.ts'
import { requestBeforeChoice } from '../../../scanner/rules/f02-request-before-choice.ts'
import { requestAfterReject } from '../../../scanner/rules/f08-request-after-reject.ts'
import { judged, lines } from '../../evidence/assess.ts'
import { request } from '../../evidence/observations.ts'
import { by } from '../../evidence/scene.ts'
import { META } from '../../evidence/vendors.ts'

const seen = [by(META, request()), by(META, request({ state: 'rejected' }))]
const rules = [requestBeforeChoice, requestAfterReject]

test('a pixel before any choice is no question here; whether a refusal is an opt-out, a person has to say', () => {
  expect(lines(judged(rules, { seen }, usCa))).toEqual([
    'unclear high F08|rejected|meta-pixel|',
    'not-applicable high F02|no-choice|meta-pixel|',
  ])
})

test('the same scan fails in the Union and carries both answers', () => {
  const [, before] = judged(rules, { seen }, eu, usCa)
  expect(before).toMatchObject({ outcome: 'fail', severity: 'high', ruleId: 'F02' })
  expect(before?.readings.map(({ jurisdiction, outcome }) => `${jurisdiction} ${outcome}`)).toEqual([
    'eu fail',
    'us-ca not-applicable',
  ])
})
