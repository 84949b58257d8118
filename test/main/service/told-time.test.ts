import { expect, test } from 'vitest'
import { beginningsFor, toldTime } from '../../../main/service/told-time.ts'
import { choice, cookieWrite, request } from '../../evidence/observations.ts'

const document = (at: number) =>
  request({ resourceType: 'document', url: 'https://shop.lab.example/', journey: 'rejected', state: 'choosing', at })
const click = (...ats: readonly number[]) =>
  choice({
    journey: 'rejected',
    clicks: ats.map((at) => ({ at, x: 1, y: 1, text: 'Reject', meaning: 'reject', trusted: true })),
  })
const written = (at: number) => cookieWrite({ journey: 'rejected', state: 'choosing', at })

const observations = [document(200), document(150), click(1000, 1500), written(400)]

for (const [name, seen, told] of [
  ['before the page was asked for, since the run began', written(100), { since: 'start', ms: 100 }],
  ['before any click, since the page was asked for', written(400), { since: 'load', ms: 250 }],
  ['between two clicks, since the first', written(1200), { since: 'click', ms: 200 }],
  ['after both, since the last', written(1900), { since: 'click', ms: 400 }],
  ['of another run, nothing is known of these', { ...written(1900), run: 2 }, { since: 'start', ms: 1900 }],
  [
    'on another step, the click counts and the load does not',
    { ...written(1600), stepId: 'sales' },
    { since: 'click', ms: 100 },
  ],
] as const)
  test(name, () => expect(toldTime(seen, { observations })).toEqual(told))

test('the proof is told both beginnings', () => {
  expect(beginningsFor(written(1900), { observations })).toEqual({ loadedAt: 150, clickedAt: 1500 })
  expect(beginningsFor(written(400), { observations })).toEqual({ loadedAt: 150, clickedAt: null })
})
