import { describe, expect, test } from 'vitest'
import type { Wish } from '../../../../scanner/model.ts'
import type { Traces } from '../../../../scanner/signals/traces/find.ts'
import { testimonyOf } from '../../../../scanner/signals/traces/testimony.ts'

const traces = (some: Partial<Traces>): Traces => ({ cookies: [], locals: [], page: new Map(), requests: [], ...some })
const cookie = (name: string, value: string): Traces => traces({ cookies: [{ name, value }] })
const NOTHING = traces({})
const REFUSED = cookie('CookieConsent', '{necessary:true,statistics:false,marketing:false}')
const ACCEPTED = cookie('CookieConsent', '{necessary:true,statistics:true,marketing:true}')
const PARTLY = cookie('CookieConsent', '{necessary:true,statistics:true,marketing:false}')
const REJECT: Wish = { choice: 'reject', allows: [] }
const ACCEPT: Wish = { choice: 'accept', allows: ['functional', 'analytics', 'marketing'] }
const ANALYTICS: Wish = { choice: 'accept-part', allows: ['analytics'] }
const kinds = (testimony: ReturnType<typeof testimonyOf>): readonly string[] =>
  testimony.proofs.map(({ kind, agrees }) => `${kind} ${agrees ? 'agrees' : 'disagrees'}`)

describe('what the traces of a choice say', () => {
  test.each([
    ['a store that says so agrees', REJECT, NOTHING, REFUSED, ['stored-choice agrees']],
    [
      'a store that says the opposite disagrees and makes it doubtful',
      REJECT,
      NOTHING,
      ACCEPTED,
      ['stored-choice disagrees'],
    ],
    ['what stood there before the click is no sign of it', REJECT, REFUSED, REFUSED, []],
    [
      'an acceptance that was there before contradicts a refusal',
      REJECT,
      ACCEPTED,
      ACCEPTED,
      ['stored-choice disagrees'],
    ],
    ['statistics left on after a refusal contradict it', REJECT, NOTHING, PARTLY, ['stored-choice disagrees']],
    ['a partial acceptance is no proof of a whole one', ACCEPT, NOTHING, PARTLY, ['storage-changed agrees']],
    ['an acceptance agrees with an acceptance', ACCEPT, REFUSED, ACCEPTED, ['stored-choice agrees']],
    [
      'an unknown key that speaks of consent only shows a change',
      REJECT,
      NOTHING,
      cookie('gdpr_seen', 'x1'),
      ['storage-changed agrees'],
    ],
    ['a tracker that speaks of cookies shows nothing', ACCEPT, NOTHING, cookie('_tt_enable_cookie', '1'), []],
    ['any other key shows nothing', REJECT, NOTHING, cookie('_ga', 'GA1.1.2.3'), []],
    [
      'a home-made store is read',
      REJECT,
      NOTHING,
      cookie('site_consent', '{"analytics":false}'),
      ['stored-choice agrees'],
    ],
    [
      'a home-made store that has not changed is not',
      REJECT,
      cookie('consent', 'accepted'),
      cookie('consent', 'accepted'),
      [],
    ],
    ['the very mix agrees with a choice of categories', ANALYTICS, NOTHING, PARTLY, ['stored-choice agrees']],
    [
      'a record that names only what was granted shows it, too',
      ANALYTICS,
      NOTHING,
      cookie('cc_cookie', '{"categories":["necessary","analytics"]}'),
      ['stored-choice agrees'],
    ],
    ['more than was agreed to contradicts it', ANALYTICS, NOTHING, ACCEPTED, ['stored-choice disagrees']],
    ['less contradicts it, too', ANALYTICS, NOTHING, REFUSED, ['stored-choice disagrees']],
  ] as const)('%s', (_, wish, before, after, expected) => {
    const testimony = testimonyOf(wish, before, after)
    expect(kinds(testimony)).toEqual(expected)
  })

  test('a tag that was told "granted" is recorded, and leaves the refusal standing', () => {
    const after = traces({
      ...REFUSED,
      requests: ['https://www.google-analytics.com/g/collect?gcs=G111', 'https://bat.bing.com/action/0?asc=D'],
    })
    const testimony = testimonyOf(REJECT, NOTHING, after)
    expect(testimony.cmp).toBe('Cookiebot')
    expect(kinds(testimony)).toEqual(['stored-choice agrees', 'consent-signal disagrees', 'consent-signal agrees'])
  })

  test('what was sent before the click says nothing, what many requests repeat is said once', () => {
    const before = traces({ requests: ['https://a.example/collect?gcs=G111'] })
    const after = traces({
      requests: [...before.requests, ...['b', 'c'].map((host) => `https://${host}.example/collect?gcs=G100`)],
    })
    expect(testimonyOf(REJECT, before, after).proofs).toEqual([
      expect.objectContaining({ kind: 'consent-signal', agrees: true }),
    ])
  })

  test('one cookie per category is one witness, not two', () => {
    const after = traces({
      cookies: [
        { name: 'cmplz_marketing', value: 'deny' },
        { name: 'cmplz_statistics', value: 'deny' },
      ],
    })
    expect(testimonyOf(REJECT, NOTHING, after).proofs).toEqual([
      {
        kind: 'stored-choice',
        agrees: true,
        detail: 'Complianz says denied (cookies cmplz_marketing, cmplz_statistics): denied marketing, statistics',
      },
    ])
  })
})
