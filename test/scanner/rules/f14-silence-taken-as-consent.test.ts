import { describe, expect, test } from 'vitest'
import { silenceTakenAsConsent } from '../../../scanner/rules/f14-silence-taken-as-consent.ts'
import { judged, lines } from '../../evidence/assess.ts'
import { cookieWrite, gap, request } from '../../evidence/observations.ts'
import { by, type Scene } from '../../evidence/scene.ts'
import { ANALYTICS, META, SITE } from '../../evidence/vendors.ts'

const plan = { states: ['no-choice', 'scrolled'] } as const

const cases: readonly (readonly [string, Scene, readonly string[]])[] = [
  ['nothing new passes', { plan }, ['pass high F14|scrolled||']],
  [
    'a vendor that began after scrolling fails',
    { plan, seen: [by(META, request({ state: 'scrolled' }))] },
    ['fail high F14|scrolled|meta-pixel|'],
  ],
  [
    'a cookie that came after scrolling fails',
    { plan, seen: [by(ANALYTICS, cookieWrite({ state: 'scrolled' }))] },
    ['fail high F14|scrolled|google-analytics|'],
  ],
  [
    'one that was at work before is another question',
    { plan, seen: [by(META, request()), by(META, request({ state: 'scrolled' }))] },
    ['pass high F14|scrolled||'],
  ],
  [
    'what needs no consent may begin',
    { plan, seen: [by(SITE, cookieWrite({ state: 'scrolled' }))] },
    ['pass high F14|scrolled||'],
  ],
  [
    'without the state before there is nothing to compare',
    { plan: { states: ['scrolled'] }, seen: [by(META, request({ state: 'scrolled' }))] },
    ['unclear high F14|scrolled||'],
  ],
  ['silence over a gap is unclear', { plan, gaps: [gap({ state: 'scrolled' })] }, ['unclear high F14|scrolled||']],
]

describe('F14', () => {
  for (const [name, scene, expected] of cases)
    test(name, () => expect(lines(judged([silenceTakenAsConsent], scene))).toEqual(expected))

  test('names the vendor and the moment', () => {
    const seen = [by(META, request({ state: 'scrolled', stepId: 'sales' }))]
    expect(judged([silenceTakenAsConsent], { plan, seen })[0]?.summary).toBe(
      'Meta Pixel kept silent before any choice and was at work on Sales after scrolling, with no choice made.',
    )
  })
})
