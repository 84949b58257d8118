import { describe, expect, test } from 'vitest'
import type { Traces } from '../../../../scanner/signals/traces/find.ts'
import { testimonyOf } from '../../../../scanner/signals/traces/testimony.ts'

const traces = (some: Partial<Traces>): Traces => ({ cookies: [], locals: [], page: new Map(), requests: [], ...some })
const cookie = (name: string, value: string): Traces => traces({ cookies: [{ name, value }] })
const NOTHING = traces({})
const REFUSED = cookie('CookieConsent', '{necessary:true,statistics:false,marketing:false}')
const ACCEPTED = cookie('CookieConsent', '{necessary:true,statistics:true,marketing:true}')
const PARTLY = cookie('CookieConsent', '{necessary:true,statistics:true,marketing:false}')
const kinds = (testimony: ReturnType<typeof testimonyOf>): readonly string[] =>
  testimony.proofs.map(({ kind, agrees }) => `${kind} ${agrees ? 'agrees' : 'disagrees'}`)

describe('what the traces of a choice say', () => {
  test.each([
    ['a store that says so agrees', 'reject', NOTHING, REFUSED, ['stored-choice agrees'], 0],
    [
      'a store that says the opposite disagrees and makes it doubtful',
      'reject',
      NOTHING,
      ACCEPTED,
      ['stored-choice disagrees'],
      1,
    ],
    ['what stood there before the click is no sign of it', 'reject', REFUSED, REFUSED, [], 0],
    [
      'an acceptance that was there before contradicts a refusal',
      'reject',
      ACCEPTED,
      ACCEPTED,
      ['stored-choice disagrees'],
      1,
    ],
    ['statistics left on after a refusal contradict it', 'reject', NOTHING, PARTLY, ['stored-choice disagrees'], 1],
    ['a partial acceptance is no proof of a whole one', 'accept', NOTHING, PARTLY, ['storage-changed agrees'], 0],
    ['an acceptance agrees with an acceptance', 'accept', REFUSED, ACCEPTED, ['stored-choice agrees'], 0],
    [
      'an unknown key that speaks of consent only shows a change',
      'reject',
      NOTHING,
      cookie('gdpr_seen', 'x1'),
      ['storage-changed agrees'],
      0,
    ],
    ['a tracker that speaks of cookies shows nothing', 'accept', NOTHING, cookie('_tt_enable_cookie', '1'), [], 0],
    ['any other key shows nothing', 'reject', NOTHING, cookie('_ga', 'GA1.1.2.3'), [], 0],
    [
      'a home-made store is read',
      'reject',
      NOTHING,
      cookie('site_consent', '{"analytics":false}'),
      ['stored-choice agrees'],
      0,
    ],
    [
      'a home-made store that has not changed is not',
      'reject',
      cookie('consent', 'accepted'),
      cookie('consent', 'accepted'),
      [],
      0,
    ],
  ] as const)('%s', (_, choice, before, after, expected, contradictions) => {
    const testimony = testimonyOf(choice, before, after)
    expect(kinds(testimony)).toEqual(expected)
    expect(testimony.contradictions).toHaveLength(contradictions)
  })

  test('a tag that was told "granted" is recorded, and leaves the refusal standing', () => {
    const after = traces({
      ...REFUSED,
      requests: ['https://www.google-analytics.com/g/collect?gcs=G111', 'https://bat.bing.com/action/0?asc=D'],
    })
    const testimony = testimonyOf('reject', NOTHING, after)
    expect(testimony.cmp).toBe('Cookiebot')
    expect(kinds(testimony)).toEqual(['stored-choice agrees', 'consent-signal disagrees', 'consent-signal agrees'])
    expect(testimony.contradictions).toEqual([])
  })

  test('what was sent before the click says nothing, what many requests repeat is said once', () => {
    const before = traces({ requests: ['https://a.example/collect?gcs=G111'] })
    const after = traces({
      requests: [...before.requests, ...['b', 'c'].map((host) => `https://${host}.example/collect?gcs=G100`)],
    })
    expect(testimonyOf('reject', before, after).proofs).toEqual([
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
    expect(testimonyOf('reject', NOTHING, after).proofs).toEqual([
      {
        kind: 'stored-choice',
        agrees: true,
        detail: 'Complianz says denied (cookies cmplz_marketing, cmplz_statistics): denied marketing, statistics',
      },
    ])
  })
})
