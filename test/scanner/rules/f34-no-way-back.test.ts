import { describe, expect, test } from 'vitest'
import { noWayBack } from '../../../scanner/rules/f34-no-way-back.ts'
import { judged, lines } from '../../evidence/assess.ts'
import { offers } from '../../evidence/banner-observations.ts'
import { choice, gap, page } from '../../evidence/observations.ts'
import type { Scene } from '../../evidence/scene.ts'

const plan = { states: ['accepted'] } as const
const on = (what: Parameters<typeof offers>[0], stepId = 'optin') => offers(what, { state: 'accepted', stepId })
const PASS = ['pass medium F34|accepted||']
const FAIL = ['fail medium F34|accepted||']

const cases: readonly (readonly [string, Scene, readonly string[]])[] = [
  ['a way back on every page passes', { plan, seen: [on(['consent']), on(['consent', 'policy'], 'sales')] }, PASS],
  ['a page without fails', { plan, seen: [on(['consent']), on([], 'sales')] }, FAIL],
  ['a policy is no way back', { plan, seen: [on(['policy'])] }, FAIL],
  ['where nobody looked it is unclear', { plan }, ['unclear medium F34|accepted||']],
  [
    'silence over a gap is unclear',
    { plan, seen: [on(['consent'])], gaps: [gap({ state: 'accepted', blinds: ['privacy-controls'] })] },
    ['unclear medium F34|accepted||'],
  ],
  [
    'an error page is no page that lacks one',
    { plan, seen: [on(['consent']), on([], 'sales'), page({ state: 'accepted', stepId: 'sales', status: 403 })] },
    ['unclear medium F34|accepted||'],
  ],
  [
    'without a banner the question does not arise',
    { plan, seen: [choice({ journey: 'accepted', verdict: 'no-banner' })] },
    ['not-applicable medium F34|accepted||'],
  ],
]

describe('F34', () => {
  for (const [name, scene, expected] of cases)
    test(name, () => expect(lines(judged([noWayBack], scene))).toEqual(expected))

  test('names the pages, and what is there instead', () => {
    const [finding] = judged([noWayBack], { plan, seen: [on(['consent']), on(['policy'], 'sales')] })
    expect(finding).toMatchObject({
      summary:
        'Nothing that leads back to the choice was seen on Sales after accept. A link to a policy is there, but nothing that says it opens the choice.',
      stepIds: ['sales'],
    })
  })
})
