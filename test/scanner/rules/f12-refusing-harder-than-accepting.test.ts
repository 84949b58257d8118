import { describe, expect, test } from 'vitest'
import { refusingHarderThanAccepting } from '../../../scanner/rules/f12-refusing-harder-than-accepting.ts'
import type { InterfaceControl } from '../../../scanner/model.ts'
import { judged, lines } from '../../evidence/assess.ts'
import { ACCEPT, REJECT, SETTINGS, layer } from '../../evidence/banner-observations.ts'
import { banner, choice } from '../../evidence/observations.ts'
import type { Scene } from '../../evidence/scene.ts'

const PASS = ['pass medium F12|no-choice||']
const DESIGN = ['fail medium F12|no-choice||design']
const GRAVE = ['fail high F12|no-choice||design']
const CLICKS = ['fail medium F12|no-choice||clicks']
const UNCLEAR = ['unclear medium F12|no-choice||']

const against = (refusal: Partial<InterfaceControl>, acceptance: Partial<InterfaceControl> = {}): Scene => ({
  seen: [
    layer({
      controls: [
        { ...ACCEPT, ...acceptance },
        { ...REJECT, ...refusal },
      ],
    }),
  ],
})
const made = (journey: 'rejected' | 'accepted', ...texts: readonly string[]) =>
  choice({
    journey,
    clicks: texts.map((text) => ({ x: 1, y: 1, text, meaning: 'other', trusted: true, at: 1 })),
  })

const cases: readonly (readonly [string, Scene, readonly string[]])[] = [
  ['two equal buttons pass', against({}), PASS],
  ['text where the other is a button fails', against({ looks: 'link' }), GRAVE],
  ['two texts are equal', against({ looks: 'link' }, { looks: 'link' }), PASS],
  ['a box of a third of the size fails', against({ rect: { x: 0, y: 0, width: 53, height: 40 } }), DESIGN],
  ['a shorter word makes a smaller box', against({ rect: { x: 0, y: 0, width: 110, height: 40 } }), PASS],
  ['smaller text fails', against({ fontSizePx: 12 }), DESIGN],
  ['contrast below what WCAG asks for fails', against({ contrast: 4 }), DESIGN],
  ['contrast that few can read is worse', against({ contrast: 2.1 }), GRAVE],
  ['large text needs less contrast', against({ contrast: 3.5, fontSizePx: 24 }, { fontSizePx: 24 }), PASS],
  ['both below are equal', against({ contrast: 2 }, { contrast: 2.5 }), PASS],
  ['out of sight fails', against({ inView: false }), GRAVE],
  ['out of the keyboard’s reach fails', against({ focusPlace: null }), GRAVE],
  ['where the keyboard reaches neither they are equal', against({ focusPlace: null }, { focusPlace: null }), PASS],
  [
    'a colour that could not be read is unclear',
    against({ contrast: null, unknownBecause: 'a picture or gradient' }),
    UNCLEAR,
  ],
  [
    'two clicks against one fail',
    {
      seen: [
        layer({ controls: [ACCEPT, SETTINGS] }),
        made('rejected', 'Settings', 'Reject'),
        made('accepted', 'Accept all'),
      ],
    },
    CLICKS,
  ],
  [
    'a button pressed twice is one click',
    { seen: [layer(), made('rejected', 'Reject', 'Reject'), made('accepted', 'Accept all')] },
    PASS,
  ],
  [
    'accepting needs one click where nobody accepted',
    { plan: { states: ['no-choice', 'rejected'] }, seen: [layer(), made('rejected', 'Settings', 'Reject')] },
    CLICKS,
  ],
  [
    'a layer without a refusal is F11’s',
    { seen: [layer({ controls: [ACCEPT] })] },
    ['not-applicable medium F12|no-choice||'],
  ],
  ['a banner that was not measured is unclear', { seen: [banner()] }, UNCLEAR],
]

describe('F12', () => {
  for (const [name, scene, expected] of cases)
    test(name, () => expect(lines(judged([refusingHarderThanAccepting], scene))).toEqual(expected))

  test('says in figures what is harder', () => {
    const [finding] = judged([refusingHarderThanAccepting], against({ looks: 'link', contrast: 2.1, fontSizePx: 11 }))
    expect(finding).toMatchObject({
      summary:
        '`Reject all` is less prominent than `Accept all`: it is text without a button around it; its text is set in 11 px instead of 16 px; its contrast is 2.1:1 where the other has 12.6:1 and WCAG asks for 4.5:1.',
      fix: 'Give `Reject all` the same kind of button, size, font and contrast as `Accept all`.',
      stepIds: ['optin'],
    })
  })

  test('counts clicks', () => {
    const seen = [layer(), made('rejected', 'Settings', 'Marketing', 'Save'), made('accepted', 'Accept all')]
    expect(judged([refusingHarderThanAccepting], { seen })[0]?.summary).toBe('Refusing took 3 clicks, accepting 1.')
  })
})
