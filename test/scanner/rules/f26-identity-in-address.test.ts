import { describe, expect, test } from 'vitest'
import { identityInAddress } from '../../../scanner/rules/f26-identity-in-address.ts'
import { judged, lines } from '../../evidence/assess.ts'
import { canarySeen, gap, request } from '../../evidence/observations.ts'
import { by, typed, type Scene } from '../../evidence/scene.ts'
import { META, SITE } from '../../evidence/vendors.ts'

const pixel = by(META, request({ url: 'https://tracker.example/tr' }))
const own = by(SITE, request({ requestId: '2.1', url: 'https://shop.lab.example/thanks?email=x' }))
const PASS = ['pass critical F26|no-choice||']
const FAIL = ['fail critical F26|no-choice|meta-pixel|']

const cases: readonly (readonly [string, Scene, readonly string[]])[] = [
  ['nothing typed that left passes', {}, PASS],
  ['an address in the query of a pixel fails', { seen: [pixel, canarySeen()] }, FAIL],
  ['also when it is only written otherwise', { seen: [pixel, canarySeen({ encoding: 'base64' })] }, FAIL],
  ['also in a referrer', { seen: [pixel, canarySeen({ where: 'header', key: 'referer' })] }, FAIL],
  ['a digest is another question', { seen: [pixel, canarySeen({ encoding: 'sha256-hex' })] }, PASS],
  ['what stands in a body is another question', { seen: [pixel, canarySeen({ where: 'body' })] }, PASS],
  ['a click id is no contact data', { seen: [pixel, canarySeen({ what: 'click-id', clickId: 'gclid' })] }, PASS],
  [
    "the site's own address bar is no other party",
    { seen: [own, canarySeen({ requestId: '2.1', host: 'shop.lab.example' })] },
    PASS,
  ],
  [
    'a host nobody knows is told by its name',
    { seen: [canarySeen({ requestId: '9', host: 'who.example' })] },
    ['fail critical F26|no-choice|who.example|'],
  ],
  ['silence over a gap is unclear', { gaps: [gap({ blinds: ['canary-seen'] })] }, ['unclear critical F26|no-choice||']],
]

describe('F26', () => {
  const judge = (scene: Scene) =>
    judged([identityInAddress], { plan: { states: ['no-choice'], steps: typed }, ...scene })
  for (const [name, scene, expected] of cases) test(name, () => expect(lines(judge(scene))).toEqual(expected))

  test('where the plan types nothing it is not asked', () => {
    expect(lines(judged([identityInAddress], { plan: { states: ['no-choice'] }, seen: [pixel] }))).toEqual([
      'not-applicable critical F26|no-choice||',
    ])
  })

  test('says what went where, in which form, and cites the request', () => {
    const [finding] = judge({ seen: [pixel, canarySeen(), canarySeen({ what: 'phone', key: 'ph' })] })
    expect(finding).toMatchObject({
      summary:
        'The e-mail address, the phone number typed by the visitor went to Meta Pixel in readable form (address `em`, address `ph`) on Opt-in before any choice.',
      stepIds: ['optin'],
      evidence: ['o2', 'o1', 'o3'],
    })
  })
})
