import { describe, expect, test } from 'vitest'
import { missingBanner } from '../../../scanner/rules/f09-missing-banner.ts'
import { eu } from '../../../scanner/jurisdictions/eu.ts'
import { fr } from '../../../scanner/jurisdictions/fr.ts'
import { uk } from '../../../scanner/jurisdictions/uk.ts'
import { judged, lines } from '../../evidence/assess.ts'
import { banner, choice, cookieWrite, gap, request } from '../../evidence/observations.ts'
import { by, type Scene } from '../../evidence/scene.ts'
import { ANALYTICS, CLARITY, COUNTER, META, SITE, TAG_MANAGER } from '../../evidence/vendors.ts'

const unasked = [
  choice({ journey: 'rejected', verdict: 'no-banner', because: 'no banner was seen' }),
  choice({ journey: 'accepted', verdict: 'no-banner', because: 'no banner was seen' }),
]
const PASS = ['pass critical F09|no-choice||']
const FAIL = ['fail critical F09|no-choice||']
const UNCLEAR = ['unclear critical F09|no-choice||']
const alone = { plan: { states: ['no-choice'] } } as const

const cases: readonly (readonly [string, Scene, readonly string[]])[] = [
  ['a site that needs no consent needs no banner', { seen: unasked }, PASS],
  ['a tracker without a banner fails', { seen: [...unasked, by(META, cookieWrite())] }, FAIL],
  ['a tracker with a banner is another question', { seen: [by(META, cookieWrite()), banner()] }, PASS],
  ['a choice that was proven shows that there was a banner', { seen: [by(META, cookieWrite())] }, PASS],
  [
    'a banner that offers no refusal is a banner',
    { seen: [by(META, request()), choice({ journey: 'rejected', verdict: 'not-offered' })] },
    PASS,
  ],
  // Slashgear/gdpr-cookie-scanner#48
  [
    'a session and cookieless counting need no banner',
    { seen: [...unasked, by(SITE, cookieWrite({ lifetimeDays: null })), by(COUNTER, request())] },
    PASS,
  ],
  ['a tag manager alone needs no banner', { seen: [...unasked, by(TAG_MANAGER, request())] }, PASS],
  [
    'a denied ping alone needs no banner',
    { seen: [...unasked, by(ANALYTICS, request({ url: 'https://a.example/g/collect?gcs=G100' }))] },
    PASS,
  ],
  ['where nobody looked for a banner it is unclear', { ...alone, seen: [by(META, request())] }, UNCLEAR],
  [
    'where somebody looked and saw none it fails',
    { ...alone, seen: [by(META, request()), banner({ visible: false })] },
    FAIL,
  ],
  ['silence over a gap is unclear', { seen: unasked, gaps: [gap()] }, UNCLEAR],
]

describe('F09', () => {
  for (const [name, scene, expected] of cases)
    test(name, () => expect(lines(judged([missingBanner], scene))).toEqual(expected))

  for (const [name, law, who, expected] of [
    ['statistics that a law may exempt need a banner or not', fr, CLARITY, UNCLEAR],
    ['so they do under the next', uk, CLARITY, UNCLEAR],
    ['elsewhere they need one', eu, CLARITY, FAIL],
    ['advertising needs one everywhere', fr, META, FAIL],
  ] as const)
    test(name, () => {
      const vendors = { 'microsoft-clarity': { consent: 'depends' } } as const
      const seen = [...unasked, by(who, cookieWrite())]
      expect(lines(judged([missingBanner], { seen, vendors }, law))).toEqual(expected)
    })

  test('beside advertising it is no open question', () => {
    const vendors = { 'microsoft-clarity': { consent: 'depends' } } as const
    const seen = [...unasked, by(CLARITY, cookieWrite()), by(META, cookieWrite())]
    expect(lines(judged([missingBanner], { seen, vendors }, fr))).toEqual(FAIL)
  })

  test('names who was at work', () => {
    const seen = [...unasked, by(META, cookieWrite()), by(ANALYTICS, request())]
    expect(judged([missingBanner], { seen })[0]?.summary).toBe(
      'No banner was seen, though 2 vendors that would normally need consent were at work before any choice: Google Analytics, Meta Pixel.',
    )
  })
})
