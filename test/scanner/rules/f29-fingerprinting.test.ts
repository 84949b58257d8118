import { describe, expect, test } from 'vitest'
import { fingerprinting } from '../../../scanner/rules/f29-fingerprinting.ts'
import { judged, lines } from '../../evidence/assess.ts'
import { apiCall, gap, request } from '../../evidence/observations.ts'
import { by, type Scene } from '../../evidence/scene.ts'
import { META, RECAPTCHA, type Who, SITE } from '../../evidence/vendors.ts'

const SCRIPT = 'https://tracker.example/fp.js'
const CANVAS = apiCall()
const AUDIO = apiCall({ api: 'OfflineAudioContext' })
const GRAPHICS = apiCall({ api: 'WebGLRenderingContext.getParameter', count: 40 })
const three = [CANVAS, AUDIO, GRAPHICS]
const from = (who: Who) => by({ ...who, purpose: 'load' }, request({ url: SCRIPT, resourceType: 'script' }))
const PASS = ['pass high F29|no-choice||']
const elsewhere = { stack: [{ function: 'g', url: 'https://other.example/a.js', line: 1, column: 1 }] }

const cases: readonly (readonly [string, Scene, readonly string[]])[] = [
  ['nothing read passes', {}, PASS],
  [
    'three sides by one advertising script fail',
    { seen: [from(META), ...three] },
    ['fail high F29|no-choice|meta-pixel|'],
  ],
  ['two sides are drawing', { seen: [from(META), CANVAS, GRAPHICS] }, PASS],
  [
    'three sides by different scripts are no fingerprint',
    { seen: [CANVAS, AUDIO, { ...GRAPHICS, ...elsewhere }] },
    PASS,
  ],
  [
    'a few texts measured are a layout',
    { seen: [CANVAS, AUDIO, apiCall({ api: 'CanvasRenderingContext2D.measureText', count: 5 })] },
    PASS,
  ],
  [
    'a list of fonts measured is a side',
    { seen: [from(META), CANVAS, AUDIO, apiCall({ api: 'CanvasRenderingContext2D.measureText', count: 64 })] },
    ['fail high F29|no-choice|meta-pixel|'],
  ],
  [
    'the screen and the language are every page’s business',
    { seen: [CANVAS, AUDIO, apiCall({ api: 'Screen.width' })] },
    PASS,
  ],
  ['a script nobody knows needs review', { seen: three }, ['unclear high F29|no-choice|tracker.example|']],
  ['so does one of the site itself', { seen: [from(SITE), ...three] }, ['unclear high F29|no-choice|tracker.example|']],
  [
    'a defence against machines has two readings',
    { seen: [from(RECAPTCHA), ...three] },
    ['unclear high F29|no-choice|recaptcha|'],
  ],
  ['silence over a gap is unclear', { gaps: [gap({ blinds: ['api-call'] })] }, ['unclear high F29|no-choice||']],
]

describe('F29', () => {
  for (const [name, scene, expected] of cases)
    test(name, () =>
      expect(lines(judged([fingerprinting], { plan: { states: ['no-choice'] }, ...scene }))).toEqual(expected),
    )

  test('says what was read and what was sent', () => {
    const sent = by(META, request({ requestId: '2', url: 'https://tracker.example/collect' }))
    const [finding] = judged([fingerprinting], { plan: { states: ['no-choice'] }, seen: [from(META), ...three, sent] })
    expect(finding?.summary).toBe(
      'Meta Pixel (`tracker.example/fp.js`) read canvas, audio, graphics card on Opt-in before any choice, and 1 kind of requests went to it. Read together they tell one device from another.',
    )
    expect(finding?.evidence).toEqual(['o2', 'o3', 'o4', 'o5'])
  })
})
