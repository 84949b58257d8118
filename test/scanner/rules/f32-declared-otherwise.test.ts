import { describe, expect, test } from 'vitest'
import { declaredOtherwise } from '../../../scanner/rules/f32-declared-otherwise.ts'
import { judged, lines } from '../../evidence/assess.ts'
import { choice, cookieWrite, declaration, gap, storageWrite } from '../../evidence/observations.ts'
import { by, type Scene } from '../../evidence/scene.ts'
import { META, RECAPTCHA, SITE } from '../../evidence/vendors.ts'

const fbp = by(META, cookieWrite({ state: 'accepted', name: '_fbp', lifetimeDays: 90 }))
const row = (given: Parameters<typeof declaration>[0] = {}) =>
  declaration({ name: '_fbp', category: 'marketing', categoryText: 'Marketing', days: 90, ...given })
const PASS = ['pass medium F32|accepted||']
const UNDECLARED = 'fail medium F32|accepted|meta-pixel|undeclared:_fbp'
const ABSENT = 'unclear info F32|accepted||absent'

const cases: readonly (readonly [string, Scene, readonly string[]])[] = [
  ['what is declared as it is passes', { seen: [fbp, row()] }, PASS],
  ['where nothing was to be read it is not asked', { seen: [fbp] }, ['not-applicable medium F32|accepted||']],
  [
    'where nothing could be read it is unclear',
    { plan: { states: ['accepted'], policies: ['https://shop.lab.example/cookies'] }, seen: [fbp] },
    ['unclear medium F32|accepted||'],
  ],
  ['a tracker that stands in no list fails', { seen: [fbp, row({ name: 'other' })] }, [UNDECLARED, ABSENT]],
  ['a row for many names covers it', { seen: [fbp, row({ name: '_fb*' })] }, PASS],
  [
    'so does a placeholder',
    {
      seen: [
        by(META, cookieWrite({ state: 'accepted', name: '_ga_AB12', lifetimeDays: 90 })),
        row({ name: '_ga_<id>' }),
      ],
    },
    PASS,
  ],
  [
    'an identifier of the site’s own that is not declared is for a person',
    { seen: [by(SITE, cookieWrite({ state: 'accepted', name: 'sid' })), row()] },
    ['unclear low F32|accepted|lab.example|undeclared:sid', ABSENT],
  ],
  [
    'a setting that singles nobody out need not be',
    { seen: [fbp, row(), by(SITE, cookieWrite({ state: 'accepted', name: 'theme', identifierLike: false }))] },
    PASS,
  ],
  [
    'declared as needed, known as advertising: fails',
    { seen: [fbp, row({ category: 'necessary', categoryText: 'Essential' })] },
    ['fail medium F32|accepted|meta-pixel|category:_fbp'],
  ],
  [
    'a function that is declared as one passes',
    {
      seen: [
        by(RECAPTCHA, cookieWrite({ state: 'accepted', name: '_GRECAPTCHA', lifetimeDays: 180 })),
        row({ name: '_grecaptcha', category: 'functional', days: 180 }),
      ],
    },
    PASS,
  ],
  [
    'a longer life than declared fails',
    { seen: [fbp, row({ days: 30 })] },
    ['fail medium F32|accepted|meta-pixel|lifetime:_fbp'],
  ],
  [
    'a life declared as the visit fails when it stays',
    { seen: [fbp, row({ days: 0 })] },
    ['fail medium F32|accepted|meta-pixel|lifetime:_fbp'],
  ],
  ['a shorter one passes', { seen: [fbp, row({ days: 730 })] }, PASS],
  ['no time declared is no other time', { seen: [fbp, row({ days: null })] }, PASS],
  [
    'what is declared and was not met is told once',
    { seen: [fbp, row(), row({ name: 'a' }), row({ name: 'b' })] },
    [ABSENT],
  ],
  [
    'browser storage counts too',
    { seen: [by(META, storageWrite({ state: 'accepted', key: 'px' })), row({ name: 'px', days: null })] },
    PASS,
  ],
  [
    'silence over a gap is unclear',
    { seen: [row({ name: 'x' })], gaps: [gap({ state: 'accepted', blinds: ['cookie'] })] },
    [ABSENT],
  ],
]

describe('F32', () => {
  for (const [name, scene, expected] of cases)
    test(name, () =>
      expect(lines(judged([declaredOtherwise], { plan: { states: ['accepted'] }, ...scene }))).toEqual(expected),
    )

  const rejected = by(META, cookieWrite({ state: 'rejected', name: '_fbp', lifetimeDays: 90 }))

  test('what the site itself calls marketing and stores after reject fails', () => {
    const findings = judged([declaredOtherwise], {
      plan: { states: ['rejected', 'accepted'] },
      seen: [rejected, fbp, row()],
    })
    expect(lines(findings)).toEqual(['fail high F32|rejected|meta-pixel|choice:_fbp', ...PASS])
    expect(findings[0]?.summary).toBe(
      '`_fbp` of Meta Pixel was stored on Opt-in after reject, though the site itself declares it as `Marketing`.',
    )
    expect(findings[0]?.evidence).toEqual(['o1', 'o3'])
  })

  test('where acceptance was not proven, the whole list is held against what is there', () => {
    const scene: Scene = {
      plan: { states: ['rejected', 'accepted'] },
      seen: [rejected, row({ name: 'other' }), choice({ journey: 'accepted', verdict: 'inconclusive' })],
    }
    expect(lines(judged([declaredOtherwise], scene))).toEqual([
      'fail medium F32|rejected|meta-pixel|undeclared:_fbp',
      'unclear medium F32|accepted||',
    ])
  })
})
