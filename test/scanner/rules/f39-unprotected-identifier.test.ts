import { describe, expect, test } from 'vitest'
import { unprotectedIdentifier } from '../../../scanner/rules/f39-unprotected-identifier.ts'
import { judged, lines } from '../../evidence/assess.ts'
import { cookie, page, request } from '../../evidence/observations.ts'
import { by, STEPS, type Scene } from '../../evidence/scene.ts'
import { ANALYTICS, META, SITE } from '../../evidence/vendors.ts'

const open = { state: 'accepted', name: '_ga', secure: false } as const
const PASS = ['pass low F39|accepted||']
const plain = STEPS.map(({ id }) => page({ state: 'accepted', stepId: id, url: `http://shop.lab.example/${id}` }))

const cases: readonly (readonly [string, Scene, readonly string[]])[] = [
  ['a secure identifier passes', { seen: [by(ANALYTICS, cookie({ ...open, secure: true }))] }, PASS],
  [
    'an identifier without Secure fails',
    { seen: [by(ANALYTICS, cookie(open))] },
    ['fail low F39|accepted|google-analytics|cookies'],
  ],
  ['a setting without Secure passes', { seen: [by(SITE, cookie({ ...open, identifierLike: false }))] }, PASS],
  [
    'a request over plain HTTP weighs more',
    { seen: [by(META, request({ state: 'accepted', url: 'http://tracker.example/p' }))] },
    ['fail medium F39|accepted|meta-pixel|http'],
  ],
  [
    'one that was blocked passes',
    { seen: [by(META, request({ state: 'accepted', url: 'http://tracker.example/p', fate: 'blocked' }))] },
    PASS,
  ],
  [
    'a funnel without HTTPS is not asked',
    { seen: [...plain, by(ANALYTICS, cookie(open))] },
    ['not-applicable low F39|accepted||'],
  ],
]

describe('F39', () => {
  for (const [name, scene, expected] of cases)
    test(name, () => expect(lines(judged([unprotectedIdentifier], scene))).toEqual(expected))
})
