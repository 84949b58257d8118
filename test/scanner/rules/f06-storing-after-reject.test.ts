import { describe, expect, test } from 'vitest'
import { storingAfterReject } from '../../../scanner/rules/f06-storing-after-reject.ts'
import { judged, lines } from '../../evidence/assess.ts'
import { choice, cookie, cookieWrite, gap, request, storageWrite } from '../../evidence/observations.ts'
import { by, type Scene } from '../../evidence/scene.ts'
import { CLARITY, META, SITE } from '../../evidence/vendors.ts'

const PASS = ['pass critical F06|rejected||']
const FAIL = ['fail critical F06|rejected|meta-pixel|_fbp']
const refused = { state: 'rejected', name: '_fbp' } as const
const before = { state: 'choosing', name: '_fbp' } as const
const late = { requestId: '7', setBy: 'http', stepId: 'optin' } as const

const cases: readonly (readonly [string, Scene, readonly string[]])[] = [
  ['nothing stored passes', {}, PASS],
  ['a cookie stored after reject fails', { seen: [by(META, cookieWrite(refused))] }, FAIL],
  ['the same cookie after accept passes', { seen: [by(META, cookieWrite({ state: 'accepted' }))] }, PASS],
  [
    'web storage counts as well',
    { seen: [by(CLARITY, storageWrite({ state: 'rejected', key: 'x' }))] },
    ['fail critical F06|rejected|microsoft-clarity|storage:x'],
  ],
  [
    'what was stored before the choice and merely stays passes',
    {
      seen: [by(META, cookieWrite(before)), by(META, cookie({ ...refused, stepId: 'sales' }))],
    },
    PASS,
  ],
  [
    'an inventory on the step of the choice cannot tell before from after',
    {
      seen: [by(META, request({ state: 'choosing' })), by(META, cookie(refused))],
    },
    PASS,
  ],
  [
    'an inventory of a later step can',
    {
      seen: [by(META, request({ state: 'choosing' })), by(META, cookie({ ...refused, stepId: 'sales' }))],
    },
    FAIL,
  ],
  // SiteScan stamps at the answer: a slow answer to a request of before the click is blamed on the refusal.
  [
    'a late answer to a request sent before the choice passes',
    {
      seen: [by(META, request({ state: 'choosing', requestId: '7' })), by(META, cookieWrite({ ...refused, ...late }))],
    },
    PASS,
  ],
  [
    'an answer to a request sent after the choice fails',
    {
      seen: [by(META, request({ state: 'rejected', requestId: '7' })), by(META, cookieWrite({ ...refused, ...late }))],
    },
    FAIL,
  ],
  [
    'the cookie that keeps the refusal passes',
    { seen: [by(SITE, cookieWrite({ ...refused, name: 'consent' }))] },
    PASS,
  ],
  [
    'where functions were accepted only, an advertising cookie stays away',
    {
      plan: { states: ['accepted:functional'] },
      seen: [by(META, cookieWrite({ ...refused, state: 'accepted:functional' }))],
    },
    ['fail critical F06|accepted:functional|meta-pixel|_fbp'],
  ],
  [
    'where advertising was accepted only, it may be stored',
    {
      plan: { states: ['accepted:marketing'] },
      seen: [by(META, cookieWrite({ ...refused, state: 'accepted:marketing' }))],
    },
    ['pass critical F06|accepted:marketing||'],
  ],
  [
    'an unproven refusal is not judged',
    {
      seen: [by(META, cookieWrite(refused)), choice({ verdict: 'inconclusive', because: 'the banner stayed' })],
    },
    ['unclear critical F06|rejected||'],
  ],
  [
    'without a banner the question does not arise',
    {
      seen: [choice({ verdict: 'no-banner', because: 'no banner was seen' })],
    },
    ['not-applicable critical F06|rejected||'],
  ],
  [
    'nor where no refusal is offered',
    {
      seen: [choice({ verdict: 'not-offered', because: 'only accept' })],
    },
    ['not-applicable critical F06|rejected||'],
  ],
  ['silence over a gap is unclear', { gaps: [gap({ state: 'rejected' })] }, ['unclear critical F06|rejected||']],
  ['a gap while choosing does not blind what came after', { gaps: [gap({ state: 'choosing' })] }, PASS],
  [
    'a collector that failed while choosing blinds all that came after',
    {
      gaps: [gap({ state: 'choosing', kind: 'collector-failed' })],
    },
    ['unclear critical F06|rejected||'],
  ],
  ['a step that was not reached is no pass', { unvisited: ['rejected sales'] }, ['unclear critical F06|rejected||']],
]

describe('F06', () => {
  for (const [name, scene, expected] of cases)
    test(name, () => expect(lines(judged([storingAfterReject], scene))).toEqual(expected))

  test('asks of withdrawal too', () => {
    const scene: Scene = {
      plan: { states: ['withdrawn'] },
      seen: [by(META, cookieWrite({ state: 'withdrawn', name: '_fbp', lifetimeDays: 90 }))],
    }
    expect(judged([storingAfterReject], scene)[0]?.summary).toBe(
      'Meta Pixel stored `_fbp` (90 days) on Opt-in after withdrawal.',
    )
  })
})
