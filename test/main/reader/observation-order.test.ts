import { expect, test } from 'vitest'
import type { ObservationOrder } from '../../../main/contract.ts'
import { ordered } from '../../../main/reader/observation-order.ts'
import type { OpenedEvidence } from '../../../main/service/opened-scans.ts'
import { cookie, request } from '../../evidence/observations.ts'
import { by, scene } from '../../evidence/scene.ts'
import { CLARITY, META, SITE } from '../../evidence/vendors.ts'

const utc = (second: number): string => `2026-11-21T10:00:0${second}.000Z`

const SEEN = [
  // Answered late, and so written down late.
  by(SITE, request({ id: 'second', url: 'https://shop.lab.example/b10', utc: utc(2), stepId: 'thanks' })),
  by(META, request({ id: 'first', url: 'https://shop.lab.example/b9', utc: utc(1), stepId: 'sales' })),
  by(CLARITY, cookie({ id: 'third', name: 'a', lifetimeDays: 30, utc: utc(3), stepId: 'optin', state: 'rejected' })),
  cookie({ id: 'fourth', name: 'a', lifetimeDays: null, utc: utc(4), stepId: 'optin', state: 'accepted' }),
  by(CLARITY, cookie({ id: 'fifth', name: 'c', lifetimeDays: 365, utc: utc(5), stepId: 'sales' })),
]

function opened(): OpenedEvidence {
  const { evidence, sightings } = scene({ seen: SEEN })
  const ids = new Set(SEEN.map((each) => ('who' in each ? each.observation.id : each.id)))
  const observations = evidence.observations.filter(({ id }) => ids.has(id))
  const byId = new Map(observations.map((each) => [each.id, each]))
  const sightingOf = new Map(sightings.flatMap((each) => each.observations.map((id) => [id, each] as const)))
  return { ...evidence, observations, byId, sightingOf }
}

for (const [by_, up, down] of [
  ['at', 'first second third fourth fifth', 'fifth fourth third second first'],
  ['state', 'first second fifth third fourth', 'fourth third first second fifth'],
  ['step', 'third fourth first fifth second', 'second first fifth third fourth'],
  ['kind', 'first second third fourth fifth', 'third fourth fifth first second'],
  // b9 before b10, as people count.
  ['title', 'third fourth fifth first second', 'second first fifth third fourth'],
  // Of no vendor: last both ways.
  ['vendor', 'first third fifth second fourth', 'second third fifth first fourth'],
] as const)
  test(`by ${by_}, up and down, and in the order of time where that tells nothing apart`, () => {
    const evidence = opened()
    const inOrder = (isDescending: boolean): string =>
      ordered(evidence, { by: by_, isDescending })
        .map(({ id }) => id)
        .join(' ')
    expect([inOrder(false), inOrder(true)]).toEqual([up, down])
  })

test('how long cookies are kept is sorted by time and not by letter, the session first', () => {
  const kept = ordered(opened(), { by: 'detail', isDescending: false }).filter(({ kind }) => kind === 'cookie')
  expect(kept.map(({ id }) => id)).toEqual(['fourth', 'third', 'fifth'])
})

test('an order is made once, and the evidence itself is left as it is', () => {
  const evidence = opened()
  const order: ObservationOrder = { by: 'title', isDescending: true }
  expect(ordered(evidence, order)).toBe(ordered(evidence, { ...order }))
  expect(evidence.observations.map(({ id }) => id)).toEqual(['second', 'first', 'third', 'fourth', 'fifth'])
})
