import { expect, test } from 'vitest'
import type { ObservationOf } from '../../../../scanner/model.ts'
import { choice } from '../../../evidence/observations.ts'
import { told } from './told.ts'

function signal(stepId: string, raw: string): ObservationOf<'signal'> {
  const { id, run, journey, state, phase, at, utc } = choice({ journey: 'rejected', state: 'rejected' })
  const stamp = { id, run, journey, state, phase, at, utc, stepId }
  return { ...stamp, kind: 'signal', standard: 'consent-mode', where: 'gcs', raw }
}

test('the same signal on many pages is one line that names them', () => {
  const text = told('consent', [signal('optin', 'G100'), signal('sales', 'G100'), signal('checkout', 'G111')])
  expect(text).toContain('consent-mode gcs G100 Rejected: Opt-in, Offer')
  expect(text).toContain('consent-mode gcs G111 Rejected: Checkout')
  expect(text.match(/G100/g)).toHaveLength(1)
})
