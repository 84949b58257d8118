import { describe, expect, test } from 'vitest'
import { de } from '../../../scanner/jurisdictions/de.ts'
import { libraryBeforeChoice } from '../../../scanner/rules/f03-library-before-choice.ts'
import { judged, lines } from '../../evidence/assess.ts'
import { cookieWrite, request } from '../../evidence/observations.ts'
import { by, type Scene } from '../../evidence/scene.ts'
import { META, RECAPTCHA, SITE, TAG_MANAGER } from '../../evidence/vendors.ts'

const container = request({ url: 'https://www.googletagmanager.com/gtm.js?id=GTM-ABC123', resourceType: 'script' })
const library = request({ url: 'https://connect.facebook.net/en_US/fbevents.js', resourceType: 'script' })
const LOAD = { ...META, purpose: 'load' } as const
const PASSES = ['pass low F03|no-choice||', 'pass low F03|rejected||']

const cases: readonly (readonly [string, Scene, readonly string[]])[] = [
  ['no library passes', {}, PASSES],
  [
    'a tag manager is told in both readings',
    { seen: [by(TAG_MANAGER, container)] },
    ['unclear low F03|no-choice|google-tag-manager|', 'pass low F03|rejected||'],
  ],
  [
    'so is a library that only loads, after reject too',
    { seen: [by(LOAD, library), by(LOAD, request({ ...library, state: 'rejected' }))] },
    ['unclear low F03|no-choice|meta-pixel|', 'unclear low F03|rejected|meta-pixel|'],
  ],
  [
    'a vendor that also stored something is spoken of elsewhere',
    { seen: [by(LOAD, library), by(META, cookieWrite())] },
    PASSES,
  ],
  ['a vendor that also sent data is spoken of elsewhere', { seen: [by(LOAD, library), by(META, request())] }, PASSES],
  [
    'fonts and captchas are other questions',
    { seen: [by({ ...RECAPTCHA, purpose: 'load' }, request({ resourceType: 'script' }))] },
    PASSES,
  ],
  ["the site's own scripts pass", { seen: [by({ ...SITE, purpose: 'load' }, request())] }, PASSES],
]

describe('F03', () => {
  for (const [name, scene, expected] of cases)
    test(name, () => expect(lines(judged([libraryBeforeChoice], scene))).toEqual(expected))

  test('in Germany the strict reading counts, and weighs more', () => {
    const findings = judged([libraryBeforeChoice], { seen: [by(TAG_MANAGER, container)] }, de)
    expect(lines(findings)[0]).toBe('fail medium F03|no-choice|google-tag-manager|')
    expect(findings[0]?.law.join(' ')).toContain('§ 25 TDDDG')
    expect(findings[0]?.readings[1]?.note).toContain('code that waits')
  })
})
