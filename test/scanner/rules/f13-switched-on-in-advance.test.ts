import { describe, expect, test } from 'vitest'
import { switchedOnInAdvance } from '../../../scanner/rules/f13-switched-on-in-advance.ts'
import { judged, lines } from '../../evidence/assess.ts'
import { ACCEPT, REJECT, SAVE, SETTINGS, layer, toggle } from '../../evidence/banner-observations.ts'
import { banner } from '../../evidence/observations.ts'
import type { Scene } from '../../evidence/scene.ts'

const PASS = ['pass high F13|no-choice||']
const FAIL = ['fail high F13|no-choice||']
const UNCLEAR = ['unclear high F13|no-choice||']
const NONE = ['not-applicable high F13|no-choice||']
const settings = (...toggles: readonly ReturnType<typeof toggle>[]): Scene => ({
  seen: [layer({ controls: [ACCEPT, REJECT, SETTINGS] }), layer({ layer: 2, controls: [SAVE], toggles })],
})

const cases: readonly (readonly [string, Scene, readonly string[]])[] = [
  ['a toggle that is on fails', settings(toggle()), FAIL],
  ['one on the first layer fails too', { seen: [layer({ toggles: [toggle()] })] }, FAIL],
  ['toggles that are off pass', settings(toggle({ isOn: false })), PASS],
  ['one that says it is necessary passes', settings(toggle({ label: 'Necessary', saysNecessary: true })), PASS],
  ['one that is locked is another question', settings(toggle({ isLocked: true })), PASS],
  ['legitimate interest is another question', settings(toggle({ saysLegitimateInterest: true })), PASS],
  ['one of which nobody can tell what it is for is unclear', settings(toggle({ label: '' })), UNCLEAR],
  ['settings that were not opened are unclear', { seen: [layer({ controls: [ACCEPT, REJECT, SETTINGS] })] }, UNCLEAR],
  ['a banner without toggles and settings has none', { seen: [layer()] }, NONE],
  ['a banner that was not measured is unclear', { seen: [banner()] }, UNCLEAR],
]

describe('F13', () => {
  for (const [name, scene, expected] of cases)
    test(name, () => expect(lines(judged([switchedOnInAdvance], scene))).toEqual(expected))

  test('names them', () => {
    const [finding] = judged([switchedOnInAdvance], settings(toggle(), toggle({ label: 'Statistics' })))
    expect(finding?.summary).toBe(
      '2 toggles were on before the visitor had done anything, on layer 2: `Marketing`, `Statistics`.',
    )
  })
})
