import { describe, expect, test } from 'vitest'
import { cookieKeptAfterWithdrawal } from '../../../scanner/rules/f07-cookie-kept-after-withdrawal.ts'
import { judged, lines } from '../../evidence/assess.ts'
import { cookie, request } from '../../evidence/observations.ts'
import { by, type Scene } from '../../evidence/scene.ts'
import { ANALYTICS, SITE } from '../../evidence/vendors.ts'

const plan = { states: ['accepted', 'withdrawn'] } as const
const kept = cookie({ state: 'withdrawn', name: '_ga', domain: '.lab.example' })
const sent = request({ state: 'withdrawn', url: 'https://shop.lab.example/', headers: { cookie: 'a=1; _ga=GA1.1' } })

const cases: readonly (readonly [string, Scene, readonly string[]])[] = [
  ['nothing kept passes', { plan }, ['pass high F07|withdrawn||']],
  [
    'a cookie left behind fails',
    { plan, seen: [by(ANALYTICS, kept)] },
    ['fail medium F07|withdrawn|google-analytics|_ga'],
  ],
  [
    'one that is still sent weighs more',
    { plan, seen: [by(ANALYTICS, kept), by(SITE, sent)] },
    ['fail high F07|withdrawn|google-analytics|_ga'],
  ],
  ["the site's own session passes", { plan, seen: [by(SITE, kept)] }, ['pass high F07|withdrawn||']],
  ['a scan without withdrawal does not ask', {}, ['not-applicable high F07|||']],
]

describe('F07', () => {
  for (const [name, scene, expected] of cases)
    test(name, () => expect(lines(judged([cookieKeptAfterWithdrawal], scene))).toEqual(expected))

  test('says what has to be deleted, domain and path included', () => {
    const [finding] = judged([cookieKeptAfterWithdrawal], { plan, seen: [by(ANALYTICS, kept)] })
    expect(finding?.fix).toBe(
      'When consent is withdrawn, let the banner delete `_ga` (domain .lab.example, path /) and stop Google Analytics.',
    )
  })
})
