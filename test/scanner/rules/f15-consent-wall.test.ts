import { describe, expect, test } from 'vitest'
import { consentWall } from '../../../scanner/rules/f15-consent-wall.ts'
import { judged, lines } from '../../evidence/assess.ts'
import { ACCEPT, REJECT, SAVE, SETTINGS, control, layer } from '../../evidence/banner-observations.ts'
import { banner, choice } from '../../evidence/observations.ts'
import type { Scene } from '../../evidence/scene.ts'

const PASS = ['pass high F15|no-choice||']
const FAIL = ['fail high F15|no-choice||']
const UNCLEAR = ['unclear high F15|no-choice||']
const VEILED = { modal: false, veiled: 1, scrollLocked: true }
const wall = (...controls: readonly ReturnType<typeof control>[]) => layer({ blocking: VEILED, controls })
const refusal = (verdict: 'not-offered' | 'inconclusive') => choice({ journey: 'rejected', verdict })

const cases: readonly (readonly [string, Scene, readonly string[]])[] = [
  ['a banner beside which the page can be used passes', { seen: [layer({ controls: [ACCEPT] })] }, PASS],
  ['a veil with nothing but accept fails', { seen: [wall(ACCEPT), refusal('not-offered')] }, FAIL],
  [
    'a modal dialog with nothing but accept fails',
    { seen: [layer({ blocking: { ...VEILED, veiled: 0, modal: true }, controls: [ACCEPT] }), refusal('not-offered')] },
    FAIL,
  ],
  [
    'a banner as large as the window fails',
    { seen: [layer({ viewportShare: 1, controls: [ACCEPT] }), refusal('not-offered')] },
    FAIL,
  ],
  ['a veil with a refusal passes', { seen: [wall(ACCEPT, REJECT)] }, PASS],
  [
    'a refusal in the settings is a way in',
    { seen: [wall(ACCEPT, SETTINGS), layer({ layer: 2, controls: [SAVE] })] },
    PASS,
  ],
  [
    'a banner that can be closed passes',
    { seen: [wall(ACCEPT, control({ text: '×', meaning: 'acknowledge' })), refusal('not-offered')] },
    PASS,
  ],
  ['settings nobody could open are unclear', { seen: [wall(ACCEPT, SETTINGS), refusal('inconclusive')] }, UNCLEAR],
  [
    'consent or pay is open',
    { seen: [wall(ACCEPT, control({ text: 'Subscribe for 4.99 a month' })), refusal('not-offered')] },
    ['unclear medium F15|no-choice||'],
  ],
  ['a banner that was not measured is unclear', { seen: [banner()] }, UNCLEAR],
]

describe('F15', () => {
  for (const [name, scene, expected] of cases)
    test(name, () => expect(lines(judged([consentWall], scene))).toEqual(expected))

  test('says how the page is kept out of reach', () => {
    expect(judged([consentWall], { seen: [wall(ACCEPT), refusal('not-offered')] })[0]?.summary).toBe(
      'The banner keeps the page out of reach (a veil lies over it, scrolling is locked) and offers `Accept all`, but no way to refuse.',
    )
  })
})
