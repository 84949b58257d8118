import { describe, expect, test } from 'vitest'
import { consentClaimed } from '../../../scanner/rules/f22-consent-claimed.ts'
import { judged, lines } from '../../evidence/assess.ts'
import { kept } from '../../evidence/banner-observations.ts'
import { gap, request } from '../../evidence/observations.ts'
import { by, type Scene } from '../../evidence/scene.ts'
import { META } from '../../evidence/vendors.ts'
import { ALL_PURPOSES, tcString } from '../../evidence/tc-string.ts'

const plan = { states: ['no-choice', 'rejected'] } as const
const [before, after] = ['no-choice', 'rejected']
const NOTHING = (state = before) => `not-applicable critical F22|${state}||`
const PASS = (state = before) => `pass critical F22|${state}||`
const carrying = (raw: string, state: 'no-choice' | 'rejected' = 'no-choice') =>
  by(META, request({ state, url: `https://ads.example/x?gdpr=1&gdpr_consent=${raw}` }))
const GRANTS = tcString({ purposes: ALL_PURPOSES })
const DENIES = tcString()

const cases: readonly (readonly [string, Scene, readonly string[]])[] = [
  ['where nothing speaks of consent there is nothing to hold against it', { plan }, [NOTHING(), NOTHING(after)]],
  ['a string that denies passes', { plan, seen: [kept('tcf', DENIES)] }, [PASS(), NOTHING(after)]],
  [
    'a string that grants before any choice fails',
    { plan, seen: [kept('tcf', GRANTS)] },
    ['fail critical F22|no-choice||tcf', NOTHING(after)],
  ],
  [
    'a request that carries one fails',
    { plan, seen: [carrying(GRANTS)] },
    ['fail critical F22|no-choice|meta-pixel|request', NOTHING(after)],
  ],
  ['a request that carries a denial passes', { plan, seen: [carrying(DENIES)] }, [PASS(), NOTHING(after)]],
  [
    'after the refusal too',
    { plan, seen: [carrying(GRANTS, 'rejected'), kept('tcf', tcString({ purposes: [1] }), { state: 'rejected' })] },
    ['fail critical F22|rejected|meta-pixel|request', 'fail critical F22|rejected||tcf', NOTHING()],
  ],
  [
    'a platform’s own record counts',
    { plan, seen: [kept('onetrust', 'groups=C0001:1,C0002:1,C0004:1')] },
    ['fail critical F22|no-choice||onetrust', NOTHING(after)],
  ],
  [
    'after the refusal a platform may let some services go on',
    { plan, seen: [kept('klaro', '{"maps":true,"pixel":false}', { state: 'rejected' })] },
    [NOTHING(), PASS(after)],
  ],
  [
    'but not those for marketing',
    { plan, seen: [kept('complianz', 'cmplz_marketing=allow; cmplz_preferences=deny', { state: 'rejected' })] },
    ['fail critical F22|rejected||complianz', NOTHING()],
  ],
  [
    'what a tag was told is another question',
    { plan, seen: [kept('consent-mode', '{"state":{"ad_storage":{"default":true}}}')] },
    [NOTHING(), NOTHING(after)],
  ],
  ['not to have opted out is no consent', { plan, seen: [kept('us-privacy', '1YNN')] }, [NOTHING(), NOTHING(after)]],
  [
    'what cannot be read is neither a claim nor a pass',
    { plan, seen: [kept('tcf', 'CP'), kept('tcf', DENIES)] },
    [NOTHING(after), 'unclear critical F22|no-choice||'],
  ],
  [
    'nor is one that a request carries',
    { plan, seen: [carrying('C~broken', 'rejected')] },
    [NOTHING(), 'unclear critical F22|rejected||'],
  ],
  [
    'a placeholder that nobody filled in is no string',
    { plan, seen: [carrying('${GDPR_CONSENT_755}'), carrying('')] },
    [NOTHING(), NOTHING(after)],
  ],
  [
    'what a platform writes before any answer need not be readable',
    { plan, seen: [kept('klaro', 'not yet')] },
    [NOTHING(), NOTHING(after)],
  ],
  [
    'silence over a gap is unclear',
    { plan, seen: [kept('tcf', DENIES)], gaps: [gap({ blinds: ['signal'] })] },
    ['unclear critical F22|no-choice||', NOTHING(after)],
  ],
]

describe('F22', () => {
  for (const [name, scene, expected] of cases)
    test(name, () => expect(lines(judged([consentClaimed], scene)).toSorted()).toEqual(expected.toSorted()))

  test('says who claims what, and where', () => {
    const [finding] = judged([consentClaimed], { plan, seen: [kept('tcf', tcString({ purposes: [1, 2] }))] })
    expect(finding?.summary).toBe(
      'IAB TCF string said before any choice that the visitor had agreed to `purpose 1`, `purpose 2` (the page itself).',
    )
  })
})
