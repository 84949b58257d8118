import { describe, expect, test } from 'vitest'
import { formReadBeforeSubmit } from '../../../scanner/rules/f27-form-read-before-submit.ts'
import { judged, lines } from '../../evidence/assess.ts'
import { canarySeen, gap, request } from '../../evidence/observations.ts'
import { by, typed, type Scene } from '../../evidence/scene.ts'
import { CLARITY, KARTRA, META } from '../../evidence/vendors.ts'

const pixel = by(META, request({ url: 'https://tracker.example/tr' }))
const early = canarySeen({ beforeSubmit: true, where: 'body', encoding: 'sha256-hex', key: 'udff[em]' })
const PASS = ['pass critical F27|no-choice||']

const cases: readonly (readonly [string, Scene, readonly string[]])[] = [
  ['nothing that left passes', {}, PASS],
  ['a digest sent while typing fails', { seen: [pixel, early] }, ['fail critical F27|no-choice|meta-pixel|']],
  ['after the form was sent it is another question', { seen: [pixel, canarySeen({ where: 'body' })] }, PASS],
  [
    'whoever runs the form may be checking it: both readings',
    {
      seen: [by(KARTRA, request({ url: 'https://tracker.example/form' })), early],
      vendors: { kartra: { kinds: ['funnel-platform'] } },
    },
    ['unclear critical F27|no-choice|kartra|'],
  ],
  [
    'a recorder of sessions is another question',
    {
      seen: [by(CLARITY, request({ url: 'https://tracker.example/collect' })), early],
      vendors: { 'microsoft-clarity': { kinds: ['session-replay'] } },
    },
    PASS,
  ],
  ['silence over a gap is unclear', { gaps: [gap({ blinds: ['socket'] })] }, ['unclear critical F27|no-choice||']],
]

describe('F27', () => {
  for (const [name, scene, expected] of cases)
    test(name, () =>
      expect(
        lines(judged([formReadBeforeSubmit], { plan: { states: ['no-choice'], steps: typed }, ...scene })),
      ).toEqual(expected),
    )

  test('names the digest and the moment', () => {
    const [finding] = judged([formReadBeforeSubmit], {
      plan: { states: ['no-choice'], steps: typed },
      seen: [pixel, early],
    })
    expect(finding?.summary).toBe(
      'The e-mail address typed by the visitor went to Meta Pixel before the form was sent (body `udff[em]` as SHA-256) on Opt-in before any choice.',
    )
  })
})
