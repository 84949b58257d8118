import { describe, expect, test } from 'vitest'
import { requestAfterReject } from '../../../scanner/rules/f08-request-after-reject.ts'
import { judged, lines } from '../../evidence/assess.ts'
import { choice, gap, request } from '../../evidence/observations.ts'
import { by, type Scene } from '../../evidence/scene.ts'
import { ANALYTICS, META, NOBODY, SITE } from '../../evidence/vendors.ts'

const pixel = (given: Parameters<typeof request>[0]) =>
  by(META, request({ url: 'https://www.facebook.com/tr/', ...given }))
const PASS = ['pass critical F08|rejected||']
const FAIL = ['fail critical F08|rejected|meta-pixel|']

const cases: readonly (readonly [string, Scene, readonly string[]])[] = [
  ['silence passes', {}, PASS],
  ['a pixel after reject fails', { seen: [pixel({ state: 'rejected' })] }, FAIL],
  ['a pixel before any choice is another question', { seen: [pixel({})] }, PASS],
  ['a pixel sent while choosing is not judged', { seen: [pixel({ state: 'choosing' })] }, PASS],
  ['a blocked pixel passes', { seen: [pixel({ state: 'rejected', fate: 'blocked' })] }, PASS],
  ["the site's own requests pass", { seen: [by(SITE, request({ state: 'rejected' }))] }, PASS],
  [
    'a ping that says denied is another question',
    { seen: [by(ANALYTICS, request({ state: 'rejected', url: 'https://x.google-analytics.com/g/collect?gcs=G100' }))] },
    PASS,
  ],
  [
    'an unknown host that is sent data needs review',
    { seen: [by(NOBODY, request({ state: 'rejected' }))] },
    ['unclear critical F08|rejected||unclassified hosts'],
  ],
  [
    'an unproven refusal is not judged',
    { seen: [pixel({ state: 'rejected' }), choice({ verdict: 'inconclusive' })] },
    ['unclear critical F08|rejected||'],
  ],
  [
    'where analytics was accepted only, an advertising pixel has to stay silent',
    { plan: { states: ['accepted:analytics'] }, seen: [pixel({ state: 'accepted:analytics' })] },
    ['fail critical F08|accepted:analytics|meta-pixel|'],
  ],
  [
    'and analytics may speak',
    { plan: { states: ['accepted:analytics'] }, seen: [by(ANALYTICS, request({ state: 'accepted:analytics' }))] },
    ['pass critical F08|accepted:analytics||'],
  ],
  ['silence over a gap is unclear', { gaps: [gap({ state: 'rejected' })] }, ['unclear critical F08|rejected||']],
]

describe('F08', () => {
  for (const [name, scene, expected] of cases)
    test(name, () => expect(lines(judged([requestAfterReject], scene))).toEqual(expected))

  const said = (...seen: Scene['seen'] & object) => judged([requestAfterReject], { seen })[0]?.summary
  const now = pixel({ state: 'rejected', stepId: 'sales' })
  const what = '1 request went to Meta Pixel (`www.facebook.com/tr/`) on Sales after reject'

  test('compares with what happens after accept', () => {
    expect(said(now, pixel({ state: 'accepted', stepId: 'sales' }))).toBe(`${what}, no less than after accept.`)
    expect(said(now, pixel({ state: 'accepted' }), pixel({ state: 'accepted', stepId: 'sales' }))).toBe(
      `${what}; after accept there were more.`,
    )
    expect(said(now)).toBe(`${what}; after accept there were none.`)
  })

  test('compares with nothing where acceptance was not proven', () => {
    expect(said(now, choice({ journey: 'accepted', verdict: 'inconclusive' }))).toBe(`${what}.`)
  })
})
