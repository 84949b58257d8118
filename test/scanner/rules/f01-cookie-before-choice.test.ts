import { describe, expect, test } from 'vitest'
import { cookieBeforeChoice } from '../../../scanner/rules/f01-cookie-before-choice.ts'
import { judged, lines } from '../../evidence/assess.ts'
import { cookie, cookieWrite, gap, request } from '../../evidence/observations.ts'
import { allBy, by, type Scene } from '../../evidence/scene.ts'
import { CLARITY, KARTRA, META, NOBODY, RECAPTCHA, SITE, TAG_MANAGER } from '../../evidence/vendors.ts'

const PASS = ['pass high F01|no-choice||']
const cases: readonly (readonly [string, Scene, readonly string[]])[] = [
  ['nothing stored passes', {}, PASS],
  [
    'an analytics cookie fails',
    { seen: [by(CLARITY, cookieWrite({ name: '_clck' }))] },
    ['fail high F01|no-choice|microsoft-clarity|_clck'],
  ],
  [
    'a marketing cookie is critical',
    { seen: [by(META, cookieWrite({ name: '_fbp' }))] },
    ['fail critical F01|no-choice|meta-pixel|_fbp'],
  ],
  [
    'the same cookie on two steps is one finding',
    { seen: allBy(CLARITY, cookieWrite({ name: '_clck' }), cookieWrite({ name: '_clck', stepId: 'sales' })) },
    ['fail high F01|no-choice|microsoft-clarity|_clck'],
  ],
  ['after accept it is another question', { seen: [by(META, cookieWrite({ state: 'accepted' }))] }, PASS],
  ['while choosing nothing is judged', { seen: [by(META, cookieWrite({ state: 'choosing' }))] }, PASS],
  ['a cookie the browser refused was not stored', { seen: [by(META, cookieWrite({ effect: 'refused' }))] }, PASS],
  ['a deletion stores nothing', { seen: [by(META, cookieWrite({ effect: 'deleted' }))] }, PASS],
  [
    "a session of the site's own needs no consent",
    { seen: [by(SITE, cookieWrite({ name: 'PHPSESSID', lifetimeDays: null }))] },
    PASS,
  ],
  [
    "an unknown session id of the site's own is left alone",
    {
      seen: [by({ ...SITE, category: 'unclassified' }, cookieWrite({ name: 'sid', lifetimeDays: null }))],
    },
    PASS,
  ],
  [
    'an unknown identifier that stays needs review',
    { seen: [by({ ...SITE, category: 'unclassified' }, cookieWrite({ name: 'uid', lifetimeDays: 400 }))] },
    ['unclear high F01|no-choice|lab.example|uid'],
  ],
  [
    'an unknown setting that singles nobody out is left alone',
    { seen: [by(NOBODY, cookieWrite({ name: 'theme', identifierLike: false }))] },
    PASS,
  ],
  [
    'a disputed functional identifier is told in both readings',
    { seen: [by(RECAPTCHA, cookieWrite({ name: '_GRECAPTCHA' }))] },
    ['unclear high F01|no-choice|recaptcha|_GRECAPTCHA'],
  ],
  ['an affiliate cookie is spoken of elsewhere', { seen: [by(KARTRA, cookieWrite({ name: 'kaff_12' }))] }, PASS],
  [
    'an inventory counts where nobody saw the writing',
    { seen: [by(CLARITY, cookie({ name: '_clck' }))] },
    ['fail high F01|no-choice|microsoft-clarity|_clck'],
  ],
  ['silence over a gap is no pass', { gaps: [gap({ blinds: ['cookie-write'] })] }, ['unclear high F01|no-choice||']],
  ['a gap in something else changes nothing', { gaps: [gap({ blinds: ['screenshot'] })] }, PASS],
  [
    'a finding over a gap stays a finding',
    { seen: [by(META, cookieWrite({ name: '_fbp' }))], gaps: [gap()] },
    ['fail critical F01|no-choice|meta-pixel|_fbp'],
  ],
]

describe('F01', () => {
  for (const [name, scene, expected] of cases)
    test(name, () => expect(lines(judged([cookieBeforeChoice], scene))).toEqual(expected))

  test('says who stored what for how long and where, and which container to change', () => {
    const container = 'https://www.googletagmanager.com/gtm.js?id=GTM-ABC123'
    const stack = [{ function: 'f', url: container, line: 1, column: 1 }]
    const [finding] = judged([cookieBeforeChoice], {
      seen: [
        by(TAG_MANAGER, request({ url: container, resourceType: 'script' })),
        by(
          { ...CLARITY, purpose: 'load' },
          request({
            url: 'https://www.clarity.ms/tag/abc',
            initiator: { type: 'script', url: container, line: 1, stack },
          }),
        ),
        ...allBy(CLARITY, cookieWrite({ name: '_clck' }), cookieWrite({ name: '_clck', stepId: 'sales' })),
      ],
    })
    expect(finding).toMatchObject({
      summary: 'Microsoft Clarity stored `_clck` (365 days) on Opt-in, Sales before any choice.',
      fix: 'GTM container GTM-ABC123 brings Microsoft Clarity: give its tag the consent check `analytics_storage` (analytics).',
      stepIds: ['optin', 'sales'],
      evidence: ['o3', 'o4'],
      seen: { runs: 1, of: 1 },
    })
  })
})
