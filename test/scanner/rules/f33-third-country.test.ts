import { describe, expect, test } from 'vitest'
import { thirdCountry } from '../../../scanner/rules/f33-third-country.ts'
import { judged, lines } from '../../evidence/assess.ts'
import { gap, request } from '../../evidence/observations.ts'
import { by, type Scene } from '../../evidence/scene.ts'
import { ANALYTICS, CLARITY, META } from '../../evidence/vendors.ts'

const seen = [META, CLARITY, ANALYTICS].map((who) => by(who, request({ state: 'accepted' })))
const PASS = ['pass info F33|accepted||']
const seats = (country: string) => ({ 'meta-pixel': { country }, 'microsoft-clarity': { country } })

const cases: readonly (readonly [string, Scene, readonly string[]])[] = [
  ['nobody at work passes', {}, PASS],
  ['a seat nobody wrote down is not guessed', { seen }, PASS],
  ['a seat within the area passes', { seen, vendors: seats('IE') }, PASS],
  ['a seat with a decision for all passes', { seen, vendors: seats('JP') }, PASS],
  ['so does one with a decision of 2026', { seen, vendors: seats('BR') }, PASS],
  [
    'the United States are for a person, once for all vendors',
    { seen, vendors: seats('US') },
    ['unclear info F33|accepted||US'],
  ],
  [
    'each country is told',
    { seen, vendors: { ...seats('CN'), 'google-analytics': { country: 'US' } } },
    ['unclear info F33|accepted||CN', 'unclear info F33|accepted||US'],
  ],
  ['silence over a gap is unclear', { gaps: [gap({ state: 'accepted' })] }, ['unclear info F33|accepted||']],
]

describe('F33', () => {
  for (const [name, scene, expected] of cases)
    test(name, () => expect(lines(judged([thirdCountry], scene))).toEqual(expected))

  test('names the vendors and what was not looked up', () => {
    expect(judged([thirdCountry], { seen, vendors: seats('US') })[0]?.summary).toMatch(
      /^Data went to vendors seated in the United States: Meta Pixel, Microsoft Clarity\. .*was not looked up\.$/,
    )
  })

  test.each([
    ['IN', 'India'],
    ['ZZ', 'the country with the code ZZ'],
  ])('calls %s the same wherever it is judged', (code, name) => {
    const [finding] = judged([thirdCountry], { seen, vendors: seats(code) })
    expect(finding?.summary).toContain(`vendors seated in ${name}: `)
  })
})
