import { expect, test } from 'vitest'
import { gateOpens } from '../../../scanner/lab/gate-opens.ts'

for (const [gate, beforeChoice, afterReject, afterAccept] of [
  ['always', true, true, true],
  ['gated', false, false, true],
  ['leaky', true, false, true],
  ['defiant', false, true, true],
] as const) {
  test(`a tag that is ${gate} starts as its name says`, () => {
    expect([null, false, true].map((allowed) => gateOpens(gate, allowed))).toEqual([
      beforeChoice,
      afterReject,
      afterAccept,
    ])
  })
}
