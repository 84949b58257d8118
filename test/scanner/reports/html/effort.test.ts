import { expect, test } from 'vitest'
import { choice } from '../../../evidence/observations.ts'
import { told } from './told.ts'

const click = { x: 1, y: 1, text: 'Settings', meaning: 'settings', trusted: true, at: 1 } as const

test('layers, clicks, scrolls and time of each choice stand side by side', () => {
  const hard = choice({ journey: 'rejected', layer: 2, clicks: [click, click, click], scrolls: 2, tookMs: 8140 })
  const text = told('consent', [hard])
  expect(text).toContain('State Choice Layers Clicks Scrolls Time')
  expect(text).toContain('Rejected Reject 2 3 2 8.1 s')
  expect(text).toContain('Accepted Accept 1 1 0 0.4 s')
  expect(text).toContain('3 clicks, 2 scrolls, 8.1 s from the first sight of the banner')
})

test('they stand in the order of the states, whoever was first; what is withdrawn was accepted before', () => {
  const own = { journey: 'accepted', state: 'choosing' } as const
  const text = told('consent', [choice({ ...own, choice: 'withdraw', tookMs: 900 }), choice({ journey: 'rejected' })])
  const rows = text.match(/(Rejected|Accepted) (Reject|Accept|Withdraw) 1 /g)
  expect(rows).toEqual(['Rejected Reject 1 ', 'Rejected Reject 1 ', 'Accepted Accept 1 ', 'Accepted Withdraw 1 '])
  expect(text).not.toContain('run 1')
})

for (const [name, given, expected] of [
  ['a part of it accepted', { choice: 'accept-part', allows: ['analytics'] }, 'Accept in part: analytics'],
  ['consent withdrawn', { choice: 'withdraw' }, 'Withdraw'],
  ['a banner closed', { choice: 'close' }, 'Close without an answer'],
  ['nothing clicked', { clicks: [], tookMs: null, layer: null }, 'nothing was clicked'],
] as const)
  test(`is named: ${name}`, () =>
    expect(told('consent', [choice({ journey: 'rejected', ...given })])).toContain(expected))
