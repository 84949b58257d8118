import { describe, expect, test } from 'vitest'
import { assessed } from '../../evidence/assess.ts'
import {
  choice,
  cookie,
  cookieWrite,
  declaration,
  gap,
  page,
  pageMarks,
  request,
  storage,
  storageWrite,
} from '../../evidence/observations.ts'
import { by, type Scene } from '../../evidence/scene.ts'
import { KARTRA, META, NOBODY } from '../../evidence/vendors.ts'

const coverage = (given: Scene = {}) => assessed(given).coverage

test('lists every visit that was planned, made or not', () => {
  const { visits } = coverage({
    plan: { states: ['no-choice'], runs: 2 },
    seen: [page({ stepId: 'sales', status: 404, quiet: false, url: 'https://shop.lab.example/sales' })],
    unvisited: ['no-choice checkout'],
  })
  expect(visits.map(({ run, stepId, visited, status, quiet }) => [run, stepId, visited, status, quiet])).toEqual([
    [1, 'optin', true, 200, true],
    [1, 'sales', true, 404, false],
    [1, 'checkout', false, null, false],
    [2, 'optin', true, 200, true],
    [2, 'sales', true, 200, true],
    [2, 'checkout', false, null, false],
  ])
})

test('keeps every gap', () => {
  const gaps = [gap(), gap({ state: 'choosing', blinds: [] })]
  expect(coverage({ gaps }).gaps).toEqual(gaps)
})

test('counts requests, cookies and storage by name, and vendors that are known', () => {
  const seen = [
    by(META, request()),
    by(META, request({ state: 'choosing' })),
    by(NOBODY, request()),
    by(META, cookieWrite()),
    by(META, cookie({ state: 'accepted' })),
    by(META, cookie({ domain: 'other.example' })),
    by(META, storageWrite()),
    by(META, storage({ area: 'session' })),
    by({ ...KARTRA, layer: 'page-mark', confidence: 'indicative' }, pageMarks()),
  ]
  expect(coverage({ seen }).counts).toEqual({ requests: 3, cookies: 2, storage: 2, vendors: 1 })
})

describe('what is not covered', () => {
  const says = (given: Scene, text: string) => coverage(given).notCovered.some((sentence) => sentence.includes(text))

  for (const [name, given, text] of [
    ['servers', {}, 'What vendors do on servers cannot be seen'],
    ['other places', {}, 'One vantage point'],
    [
      'states that were left out',
      {},
      'not scanned: scrolled only, banner closed, withdrawn, Global Privacy Control, gated.',
    ],
    ['what happens now and then', {}, 'Each state was visited once'],
    ['the live site behind a host map', { environment: { hostMap: { '*': '127.0.0.1:1' } } }, 'Host names were mapped'],
    ['third-party cookies that were blocked', { environment: { thirdPartyCookies: 'block' } }, 'blocked third-party'],
    ['the rest of a cancelled scan', { environment: { ended: 'cancelled' } }, 'The scan was cancelled'],
    ['the rest of a killed scan', { environment: { ended: null } }, 'The scan ended early'],
  ] as const)
    test(name, () => expect(says(given, text)).toBe(true))

  const forms = (step: object) => ({ plan: { steps: [{ ...OPTIN, ...step }] } })
  const typed = { fill: [{ field: { selector: '#mail' }, with: 'email' as const }] }
  for (const [name, given, told, untold] of [
    ['forms nobody touched', {}, 'Forms were not filled in', 'none was sent'],
    ['forms that were typed into', forms(typed), 'none was sent', 'not filled in'],
    ['forms that were sent', forms({ ...typed, go: SEND }), 'Only the forms that the plan names', 'not filled in'],
    ['pages nobody scrolled', {}, 'Pages were not scrolled', 'by one visitor'],
    ['pages that one visitor scrolled', { plan: { states: ['scrolled'] } }, 'by one visitor only', 'were not scrolled'],
    ['aliases that nobody asked for', {}, 'DNS was not asked', 'fingerprinting'],
    ['timers brought on', { environment: { settle: 'virtual' } }, 'The clock of the pages', 'fingerprinting'],
    ["another program's recording", { plan: { viewport: { width: 0, height: 0 } } }, 'fingerprinting', 'Forms'],
  ] as const)
    test(`${name}, and not the contrary`, () => {
      expect([says(given, told), says(given, untold)]).toEqual([true, false])
    })

  test('names the runs that were not judged', () => {
    const stayed = choice({ run: 2, verdict: 'inconclusive', because: 'the banner stayed' })
    expect(coverage({ plan: { states: ['rejected'], runs: 2 }, seen: [stayed] }).notCovered[0]).toBe(
      'What happens after reject was proven in 1 of 2 runs: 4 signals; run 2 did not prove it (the banner stayed). What was not proven was not judged.',
    )
  })

  test('a policy that was read is not called unread', () => {
    expect(says({}, 'No cookie policy')).toBe(true)
    expect(says({ seen: [declaration()] }, 'No cookie policy')).toBe(false)
  })

  test('says nothing that is not so', () => {
    const states = ['no-choice', 'scrolled', 'closed', 'rejected', 'accepted', 'withdrawn', 'gpc', 'gated'] as const
    const lookups = { cnames: true, exitIpFrom: null }
    const whole = coverage({ plan: { states, runs: 2, scroll: true, lookups } }).notCovered.join(' ')
    expect(whole).not.toMatch(
      /not scanned|visited once|mapped|blocked|cancelled|ended early|scrolled:|DNS|clock|recording/,
    )
  })
})

const OPTIN = {
  id: 'optin',
  label: 'Opt-in',
  role: 'opt-in',
  go: { kind: 'url', url: 'https://shop.lab.example/' },
  goal: null,
  fill: [],
} as const
const SEND = { kind: 'submit', target: { selector: '#send' } } as const
