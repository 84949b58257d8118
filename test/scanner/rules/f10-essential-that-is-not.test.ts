import { describe, expect, test } from 'vitest'
import { essentialThatIsNot } from '../../../scanner/rules/f10-essential-that-is-not.ts'
import { judged, lines } from '../../evidence/assess.ts'
import { cookieWrite, declaration, gap } from '../../evidence/observations.ts'
import { by, type Scene } from '../../evidence/scene.ts'
import { KARTRA, META, SITE } from '../../evidence/vendors.ts'

const plan = { states: ['rejected'] } as const
const LABEL = {
  label: 'essential',
  items: ['unique identifier', 'tracking'],
  ours: 'Recognising a visitor is not strictly necessary.',
}
const vendors = { kartra: { selfLabels: [LABEL] } }
const kuuid = by(KARTRA, cookieWrite({ state: 'rejected', name: 'kuuid' }))
const declared = (name: string, category: 'necessary' | 'marketing' = 'necessary') =>
  declaration({ state: 'rejected', name, category, categoryText: 'Strictly necessary' })

const PASS = ['pass medium F10|rejected||']
const cases: readonly (readonly [string, Scene, readonly string[]])[] = [
  ['nothing at work passes', { plan, vendors }, PASS],
  [
    'what its vendor calls essential fails',
    { plan, vendors, seen: [kuuid] },
    ['fail medium F10|rejected|kartra|vendor'],
  ],
  [
    'a vendor that calls nothing so is another question',
    { plan, seen: [by(META, cookieWrite({ state: 'rejected' }))] },
    PASS,
  ],
  [
    'what the site declares as necessary fails',
    { plan, seen: [by(META, cookieWrite({ state: 'rejected', name: '_fbp' })), declared('_fbp')] },
    ['fail medium F10|rejected|meta-pixel|_fbp'],
  ],
  [
    'a name with what differs left out is the same',
    { plan, seen: [by(META, cookieWrite({ state: 'rejected', name: '_ga_ABC123' })), declared('_ga_*')] },
    ['fail medium F10|rejected|meta-pixel|_ga_ABC123'],
  ],
  [
    'declared as marketing it is another question',
    { plan, seen: [by(META, cookieWrite({ state: 'rejected', name: '_fbp' })), declared('_fbp', 'marketing')] },
    PASS,
  ],
  [
    'an asterisk alone names nothing',
    { plan, seen: [by(META, cookieWrite({ state: 'rejected' })), declared('*')] },
    PASS,
  ],
  [
    'what is necessary may be called so',
    { plan, seen: [by(SITE, cookieWrite({ state: 'rejected', name: 'cart' })), declared('cart')] },
    PASS,
  ],
  ['silence over a gap is unclear', { plan, gaps: [gap({ state: 'rejected' })] }, ['unclear medium F10|rejected||']],
]

describe('F10', () => {
  for (const [name, scene, expected] of cases)
    test(name, () => expect(lines(judged([essentialThatIsNot], scene))).toEqual(expected))

  test('quotes the vendor, and says why we see it otherwise', () => {
    expect(judged([essentialThatIsNot], { plan, vendors, seen: [kuuid] })[0]?.summary).toBe(
      'Kartra was at work on Opt-in after reject. The vendor files under `essential`: unique identifier, tracking. Recognising a visitor is not strictly necessary.',
    )
  })

  test('quotes the site, and cites its list', () => {
    const seen = [by(META, cookieWrite({ state: 'rejected', name: '_fbp' })), declared('_fbp')]
    expect(judged([essentialThatIsNot], { plan, seen })[0]).toMatchObject({
      summary:
        'The site declares `_fbp` as `Strictly necessary`. It belongs to Meta Pixel and serves marketing; it was stored on Opt-in after reject.',
      evidence: ['o1', 'o2'],
    })
  })
})
