import { describe, expect, test } from 'vitest'
import type { ConsentState, Identification } from '../../../scanner/model.ts'
import { disguisedHost } from '../../../scanner/rules/f38-disguised-host.ts'
import { judged, lines } from '../../evidence/assess.ts'
import { cname, gap, request } from '../../evidence/observations.ts'
import { by, type Scene } from '../../evidence/scene.ts'
import { SITE } from '../../evidence/vendors.ts'

const owner = (category: Identification['category']): Identification => ({
  vendorId: 'eulerian',
  name: 'Eulerian',
  category,
  disputed: false,
  purpose: null,
  layer: 'host',
  source: 'test',
  confidence: 'certain',
})
const hostOwners = { 'shop.tracker.example': owner('marketing'), 'd1.cdn.example': owner('functional') }
const called = (state: ConsentState) => by(SITE, request({ state, url: 'https://data.lab.example/col' }))

const cases: readonly (readonly [string, ConsentState, Scene, readonly string[]])[] = [
  ['where nobody looked it does not arise', 'no-choice', {}, ['not-applicable medium F38|no-choice||']],
  [
    'an alias of a vendor fails',
    'no-choice',
    { seen: [called('no-choice'), cname()] },
    ['fail medium F38|no-choice|eulerian|data.lab.example'],
  ],
  [
    'after accept it is for the policy',
    'accepted',
    { seen: [called('accepted'), cname({ state: 'accepted' })] },
    ['unclear info F38|accepted|eulerian|data.lab.example'],
  ],
  [
    'an alias that was asked for in another state counts here',
    'rejected',
    { plan: { states: ['rejected', 'accepted'] }, seen: [called('rejected'), cname({ state: 'accepted' })] },
    ['fail medium F38|rejected|eulerian|data.lab.example', 'pass medium F38|accepted||'],
  ],
  [
    'an alias of a vendor that was not called passes',
    'no-choice',
    { seen: [cname()] },
    ['pass medium F38|no-choice||'],
  ],
  [
    'an alias of a CDN passes',
    'no-choice',
    { seen: [cname({ chain: ['d1.cdn.example'] })] },
    ['pass medium F38|no-choice||'],
  ],
  [
    'an alias of nobody known passes',
    'no-choice',
    { seen: [cname({ chain: ['x.example'] })] },
    ['pass medium F38|no-choice||'],
  ],
  ['a host without an alias passes', 'no-choice', { seen: [cname({ chain: [] })] }, ['pass medium F38|no-choice||']],
  [
    'silence over a gap is unclear',
    'no-choice',
    { gaps: [gap({ blinds: ['cname'] })] },
    ['unclear medium F38|no-choice||'],
  ],
]

describe('F38', () => {
  for (const [name, state, scene, expected] of cases)
    test(name, () =>
      expect(lines(judged([disguisedHost], { plan: { states: [state] }, hostOwners, ...scene }))).toEqual(expected),
    )
})
