import type { Act } from '../model.ts'
import { ask, behind, scripted, unasked } from './making.ts'

const REPORTS = 'https://wire.lab.example/policy-report'

export const WIRE_POLICY = `script-src 'self' 'unsafe-inline' https://allowed.wire-partner.example; report-uri ${REPORTS}`

/** A page whose policy lets one script in, keeps others out, and has that reported. */
export const policyPage: readonly Act[] = [
  ask('script', 'https://allowed.wire-partner.example/in.js', {
    answer: scripted([ask('brief-fetch', 'https://collect.wire-partner.example/from-allowed')]),
  }),
  ask('script', 'https://kept-out.wire-broker.example/out.js', {
    answer: unasked('csp', ask('policy-report', REPORTS)),
  }),
  behind(
    'gated',
    '/policy',
    ask('script', 'https://kept-out.wire-broker.example/gated.js', {
      answer: unasked('csp', ask('policy-report', REPORTS)),
    }),
  ),
]
