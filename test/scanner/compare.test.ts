import { describe, expect, test } from 'vitest'
import { compare } from '../../scanner/compare.ts'
import type { Comparison } from '../../scanner/model.ts'
import { cookieBeforeChoice } from '../../scanner/rules/f01-cookie-before-choice.ts'
import { requestAfterReject } from '../../scanner/rules/f08-request-after-reject.ts'
import { choice, cookieWrite, gap, page, request } from '../evidence/observations.ts'
import { by, scene, STEPS, type Scene } from '../evidence/scene.ts'
import { CLARITY, META } from '../evidence/vendors.ts'
import { wholeAssessment } from '../evidence/whole-assessment.ts'

const rules = [cookieBeforeChoice, requestAfterReject]
const compared = (before: Scene, after: Scene, now = rules): Comparison =>
  compare(wholeAssessment(before, rules), wholeAssessment(after, now))

const pixel = (given: Parameters<typeof request>[0] = {}) => by(META, request({ state: 'rejected', ...given }))
const fbp = (given: Parameters<typeof cookieWrite>[0] = {}) => by(META, cookieWrite({ name: '_fbp', ...given }))
const clck = by(CLARITY, cookieWrite({ name: '_clck' }))
const inRuns = (runs: number, seen: Scene['seen'] = []): Scene => ({ plan: { runs }, seen })
const unproven = choice({ verdict: 'inconclusive', because: 'the banner stayed' })

describe('findings', () => {
  for (const [name, before, after, expected] of [
    ['the same twice is no change', { seen: [fbp()] }, { seen: [fbp()] }, []],
    ['one that was not there is new', {}, { seen: [fbp()] }, ['new F01|no-choice|meta-pixel|_fbp']],
    ['one that is gone is fixed', { seen: [fbp()] }, {}, ['fixed F01|no-choice|meta-pixel|_fbp']],
    [
      'one that is gone where the page was not reached is not fixed',
      { seen: [fbp({ stepId: 'sales' })] },
      { unvisited: ['no-choice sales'] },
      ['unsure F01|no-choice|meta-pixel|_fbp: In the later scan Sales could not be seen before any choice.'],
    ],
    [
      'nor where the page answered with an error',
      { seen: [fbp({ stepId: 'sales' })] },
      { seen: [page({ stepId: 'sales', status: 500 })] },
      ['unsure F01|no-choice|meta-pixel|_fbp: In the later scan Sales could not be seen before any choice.'],
    ],
    [
      'nor where the refusal was not proven',
      { seen: [pixel()] },
      { seen: [unproven] },
      [
        'unsure F08|rejected|meta-pixel|: In the later scan what happens after reject was not proven (the banner stayed).',
      ],
    ],
    [
      'nor over a gap',
      { seen: [fbp()] },
      { gaps: [gap({ blinds: ['cookie-write'] })] },
      [
        'unsure F01|no-choice|meta-pixel|_fbp: In the later scan nothing was found before any choice, but this is no pass. Not everything could be seen: Opt-in: the page never went quiet.',
      ],
    ],
    [
      'one that could not have been seen before is not new',
      { plan: { states: ['no-choice'] } },
      { seen: [pixel()] },
      ['unsure F08|rejected|meta-pixel|: In the earlier scan nobody looked at what happens after reject.'],
    ],
    [
      'one that moved to another page changed',
      { seen: [fbp()] },
      { seen: [fbp({ stepId: 'sales' })] },
      ['changed F01|no-choice|meta-pixel|_fbp: New on Sales. No longer on Opt-in.'],
    ],
    [
      'one that came and went before and is gone proves little',
      inRuns(3, [fbp()]),
      inRuns(3),
      ['flapping F01|no-choice|meta-pixel|_fbp: It was seen in 1 of 3 proven runs only.'],
    ],
    [
      'one that comes and goes still says so',
      inRuns(2, [fbp(), fbp({ run: 2 })]),
      inRuns(2, [fbp()]),
      ['flapping F01|no-choice|meta-pixel|_fbp: It was seen in 1 of 2 proven runs only.'],
    ],
  ] as readonly (readonly [string, Scene, Scene, readonly string[]])[])
    test(name, () => {
      const { findings } = compared(before, after)
      expect(findings.map(({ change, key, because }) => `${change} ${key}${because ? `: ${because}` : ''}`)).toEqual(
        expected,
      )
    })

  test('a rule that is asked now and was not before makes nothing new', () => {
    const old = wholeAssessment({ seen: [pixel()] }, [cookieBeforeChoice])
    const { findings, differences } = compare(old, wholeAssessment({ seen: [pixel()] }, rules))
    expect(findings.map(({ change, because }) => `${change} ${because}`)).toEqual([
      'unsure In the earlier scan F08 was not asked.',
    ])
    expect(differences).toContain('The rules differ: none before, F08 now.')
  })

  test('a cookie whose name is made anew each time is the same finding', () => {
    const named = (id: string): Scene => ({ seen: [by(META, cookieWrite({ name: `_u_${id}` }))] })
    expect(compared(named('0a1b2c3d4e5f6071'), named('f0e1d2c3b4a59687')).findings).toEqual([])
  })
})

describe('vendors, cookies and hosts', () => {
  const told = (before: Scene, after: Scene): readonly string[] =>
    compared(before, after).items.map(
      ({ change, what, name, state, stepIds, because }) =>
        `${change} ${what} ${name} ${state} ${stepIds.join(' ')}${because ? `: ${because}` : ''}`,
    )

  for (const [name, before, after, expected] of [
    [
      'a cookie of a new vendor is two news',
      {},
      { seen: [clck] },
      ['new vendor Microsoft Clarity no-choice optin', 'new cookie _clck no-choice optin'],
    ],
    [
      'a host is told by page and state',
      { seen: [pixel(), pixel({ stepId: 'sales' })] },
      { seen: [pixel()] },
      ['gone vendor Meta Pixel rejected sales', 'gone host tracker.example rejected sales'],
    ],
    ['where one scan did not look nothing is told', { seen: [pixel()] }, { seen: [unproven] }, []],
    [
      'what is there in some runs only comes and goes',
      inRuns(2),
      inRuns(2, [by({ name: 'a', category: 'marketing' }, cookieWrite({ name: 'c' }))]),
      ['flapping cookie c no-choice optin'],
    ],
    [
      'what is now said to be for something else changed',
      { seen: [by({ name: 'a', category: 'functional' }, cookieWrite({ name: 'c' }))] },
      { seen: [by({ name: 'a', category: 'marketing' }, cookieWrite({ name: 'c' }))] },
      ['changed cookie c no-choice optin: It was functional and is marketing.'],
    ],
    [
      'a cookie that lives otherwise changed',
      { seen: [fbp({ lifetimeDays: 90 })] },
      { seen: [fbp({ lifetimeDays: 30 })] },
      ['changed cookie _fbp no-choice optin: It lived 90 days and lives 30 days.'],
    ],
    [
      'also one that ended with the session',
      { seen: [fbp({ lifetimeDays: null })] },
      { seen: [fbp({ lifetimeDays: 30 })] },
      ['changed cookie _fbp no-choice optin: It lived for the session and lives 30 days.'],
    ],
    [
      'a few minutes are no change',
      { seen: [fbp({ lifetimeDays: 90 })] },
      { seen: [fbp({ lifetimeDays: 89.99 })] },
      [],
    ],
    [
      'what only a run shows that proved nothing is not there',
      { plan: { states: ['rejected'], runs: 2 } },
      { plan: { states: ['rejected'], runs: 2 }, seen: [pixel({ run: 2 }), { ...unproven, run: 2 }] },
      [],
    ],
  ] as readonly (readonly [string, Scene, Scene, readonly string[]])[])
    test(name, () => expect(told(before, after)).toEqual(expected))
})

describe('scans that were made otherwise', () => {
  test('of another site have nothing in common', () => {
    const other = compared({ seen: [fbp()] }, { plan: { site: 'https://other.example' } })
    expect(other).toMatchObject({ comparable: false, findings: [], items: [] })
    expect(other.differences[0]).toBe('The site differs: https://shop.lab.example before, https://other.example now.')
  })

  test('say in what they differ', () => {
    const { differences, comparable } = compared(
      { plan: { steps: STEPS.slice(0, 2) } },
      { plan: { runs: 2, states: ['no-choice'] }, environment: { ended: 'failed' } },
    )
    expect(comparable).toBe(true)
    expect(differences).toEqual([
      'The pages differ: optin, sales before, optin, sales, checkout now.',
      'The consent states differ: no-choice, rejected, accepted before, no-choice now.',
      'The later scan did not come to its end.',
      'The runs of each state differ: 1 before, 2 now.',
    ])
  })

  test('in the wrong order are told as such', () => {
    const { differences } = compared({ environment: { startedAt: '2026-11-22T00:00:00.000Z' } }, {})
    expect(differences).toEqual([
      'The later scan began before the earlier one: new and fixed are told the wrong way round.',
    ])
  })

  test('by rules that differ are told not to be judged alike', () => {
    expect(compared({}, {}, [cookieBeforeChoice]).differences).toEqual([
      'The rules differ: F08 before, none now.',
      'The two were not judged alike: what changed may be the judgement, and not the site. Judged anew, both are judged by the same rules.',
    ])
  })

  test('by a visitor of other settings are told where they differ', () => {
    const made = (given: Scene) => scene(given).evidence
    const before = made({})
    const after = made({
      plan: { locale: 'de-DE', viewport: { width: 390, height: 844 } },
      environment: { thirdPartyCookies: 'block' },
    })
    const { differences } = compare(wholeAssessment({}, rules), wholeAssessment({}, rules), [before, after])
    expect(differences).toEqual([
      'The language of the visitor differs: en-GB before, de-DE now. The site may have answered otherwise for that.',
      'The window of the visitor differs: 1280 × 900 before, 390 × 844 now. The site may have answered otherwise for that.',
      'The treatment of third-party cookies of the visitor differs: allow before, block now. The site may have answered otherwise for that.',
    ])
    expect(compare(wholeAssessment({}, rules), wholeAssessment({}, rules), [before, before]).differences).toEqual([])
  })

  test('that saw no page of the same state cannot be compared', () => {
    expect(compared({ plan: { states: ['rejected'] } }, { plan: { states: ['no-choice'] } }).comparable).toBe(false)
  })
})
