import { describe, expect, test } from 'vitest'
import { compare } from '../../scanner/compare.ts'
import type { Blindness, Comparison, Difference, FindingWhy, ItemWhy } from '../../scanner/model.ts'
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

const said = (parts: readonly string[]): string => (parts.length > 0 ? `: ${parts.join(', ')}` : '')

function findingWhy(why: FindingWhy): string {
  if (why.kind === 'blind') return `blind ${why.side} ${blindness(why.blindness)}`
  if (why.kind === 'some-runs') return `some-runs ${why.side} ${why.runs}/${why.of}`
  return 'stepIds' in why ? `${why.kind} ${why.stepIds.join(' ')}` : `${why.kind} ${why.before} > ${why.after}`
}

function blindness(blind: Blindness): string {
  if ('because' in blind) return `${blind.kind} ${blind.because}`
  return 'stepIds' in blind ? `${blind.kind} ${blind.stepIds.join(' ')}` : blind.kind
}

const itemWhy = ({ kind, before, after }: ItemWhy): string => `${kind} ${before} > ${after}`

describe('findings', () => {
  for (const [name, before, after, expected] of [
    ['the same twice is no change', { seen: [fbp()] }, { seen: [fbp()] }, []],
    ['one that was not there is new', {}, { seen: [fbp()] }, ['new F01|no-choice|meta-pixel|_fbp']],
    ['one that is gone is fixed', { seen: [fbp()] }, {}, ['fixed F01|no-choice|meta-pixel|_fbp']],
    [
      'one that is gone where the page was not reached is not fixed',
      { seen: [fbp({ stepId: 'sales' })] },
      { unvisited: ['no-choice sales'] },
      ['unsure F01|no-choice|meta-pixel|_fbp: blind after unseen-page sales'],
    ],
    [
      'nor where the page answered with an error',
      { seen: [fbp({ stepId: 'sales' })] },
      { seen: [page({ stepId: 'sales', status: 500 })] },
      ['unsure F01|no-choice|meta-pixel|_fbp: blind after unseen-page sales'],
    ],
    [
      'nor where the refusal was not proven',
      { seen: [pixel()] },
      { seen: [unproven] },
      ['unsure F08|rejected|meta-pixel|: blind after unproven the banner stayed'],
    ],
    [
      'nor over a gap',
      { seen: [fbp()] },
      { gaps: [gap({ blinds: ['cookie-write'] })] },
      [
        'unsure F01|no-choice|meta-pixel|_fbp: blind after gap Nothing was found before any choice, but this is no pass. Not everything could be seen: Opt-in: the page never went quiet.',
      ],
    ],
    [
      'one that could not have been seen before is not new',
      { plan: { states: ['no-choice'] } },
      { seen: [pixel()] },
      ['unsure F08|rejected|meta-pixel|: blind before no-such-state'],
    ],
    [
      'one that moved to another page changed',
      { seen: [fbp()] },
      { seen: [fbp({ stepId: 'sales' })] },
      ['changed F01|no-choice|meta-pixel|_fbp: new-on sales, no-longer-on optin'],
    ],
    [
      'one that is on a page that the other scan could not have seen did not move there',
      { seen: [fbp()], unvisited: ['no-choice sales'] },
      { seen: [fbp(), fbp({ stepId: 'sales' })] },
      [],
    ],
    [
      'one that came and went before and is gone proves little',
      inRuns(3, [fbp()]),
      inRuns(3),
      ['flapping F01|no-choice|meta-pixel|_fbp: some-runs before 1/3'],
    ],
    [
      'one that comes and goes still says so',
      inRuns(2, [fbp(), fbp({ run: 2 })]),
      inRuns(2, [fbp()]),
      ['flapping F01|no-choice|meta-pixel|_fbp: some-runs after 1/2'],
    ],
  ] as readonly (readonly [string, Scene, Scene, readonly string[]])[])
    test(name, () => {
      const { findings } = compared(before, after)
      expect(findings.map(({ change, key, why }) => `${change} ${key}${said(why.map(findingWhy))}`)).toEqual(expected)
    })

  test('a rule that is asked now and was not before makes nothing new', () => {
    const old = wholeAssessment({ seen: [pixel()] }, [cookieBeforeChoice])
    const { findings, differences } = compare(old, wholeAssessment({ seen: [pixel()] }, rules))
    expect(findings.map(({ change, why }) => `${change}${said(why.map(findingWhy))}`)).toEqual([
      'unsure: blind before rule-not-asked',
    ])
    expect(differences).toContainEqual({ kind: 'rules', before: '', after: 'F08' })
  })

  test('a cookie whose name is made anew each time is the same finding', () => {
    const named = (id: string): Scene => ({ seen: [by(META, cookieWrite({ name: `_u_${id}` }))] })
    expect(compared(named('0a1b2c3d4e5f6071'), named('f0e1d2c3b4a59687')).findings).toEqual([])
  })
})

describe('vendors, cookies and hosts', () => {
  const told = (before: Scene, after: Scene): readonly string[] =>
    compared(before, after).items.map(
      ({ change, what, name, state, stepIds, why }) =>
        `${change} ${what} ${name} ${state} ${stepIds.join(' ')}${said(why.map(itemWhy))}`,
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
      ['changed cookie c no-choice optin: category functional > marketing'],
    ],
    [
      'a cookie that lives otherwise changed',
      { seen: [fbp({ lifetimeDays: 90 })] },
      { seen: [fbp({ lifetimeDays: 30 })] },
      ['changed cookie _fbp no-choice optin: lifetime 90 > 30'],
    ],
    [
      'also one that ended with the session',
      { seen: [fbp({ lifetimeDays: null })] },
      { seen: [fbp({ lifetimeDays: 30 })] },
      ['changed cookie _fbp no-choice optin: lifetime null > 30'],
    ],
    [
      'a few minutes are no change',
      { seen: [fbp({ lifetimeDays: 90 })] },
      { seen: [fbp({ lifetimeDays: 89.99 })] },
      [],
    ],
    [
      'what a gap may have hidden is not gone',
      { seen: [fbp(), fbp({ stepId: 'sales' })] },
      { gaps: [gap({ blinds: ['cookie-write', 'cookie'] })] },
      ['gone vendor Meta Pixel no-choice sales', 'gone cookie _fbp no-choice sales'],
    ],
    [
      'nor new, but where both saw it is',
      { gaps: [gap({ blinds: ['cookie-write', 'cookie'] })] },
      { seen: [fbp(), fbp({ stepId: 'sales' })] },
      ['new vendor Meta Pixel no-choice sales', 'new cookie _fbp no-choice sales'],
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
    expect(other).toMatchObject({ comparable: false, findings: [], items: [], matrix: [], seen: { both: 0, of: 0 } })
    expect(other.differences[0]).toEqual({
      kind: 'site',
      before: 'https://shop.lab.example',
      after: 'https://other.example',
    })
  })

  test('say in what they differ', () => {
    const { differences, comparable } = compared(
      { plan: { steps: STEPS.slice(0, 2) } },
      { plan: { runs: 2, states: ['no-choice'] }, environment: { ended: 'failed' } },
    )
    expect(comparable).toBe(true)
    expect(differences).toEqual([
      { kind: 'steps', before: 'optin, sales', after: 'optin, sales, checkout' },
      { kind: 'states', before: 'no-choice, rejected, accepted', after: 'no-choice' },
      { kind: 'not-ended', side: 'after' },
      { kind: 'runs', before: '1', after: '2' },
    ] satisfies Difference[])
  })

  test('in the wrong order are told as such', () => {
    const { differences } = compared({ environment: { startedAt: '2026-11-22T00:00:00.000Z' } }, {})
    expect(differences).toEqual([{ kind: 'wrong-order' }])
  })

  test('by rules that differ are told not to be judged alike', () => {
    const otherwise = compared({}, {}, [cookieBeforeChoice])
    expect(otherwise.differences).toEqual([{ kind: 'rules', before: 'F08', after: '' }, { kind: 'judged-otherwise' }])
    expect(otherwise.judgedBy).toBeNull()
    expect(compared({}, {}).judgedBy).toMatchObject({ jurisdictions: ['eu'], rules: 2, ownKnowledge: null })
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
      { kind: 'language', before: 'en-GB', after: 'de-DE' },
      { kind: 'window', before: '1280 × 900', after: '390 × 844' },
      { kind: 'third-party-cookies', before: 'allow', after: 'block' },
    ])
    expect(compare(wholeAssessment({}, rules), wholeAssessment({}, rules), [before, before]).differences).toEqual([])
  })

  test('tell of cookies that are made otherwise, where they were one and the same all through each scan', () => {
    const told = (...seen: NonNullable<Scene['seen']>) => ({ seen })
    const cases = [
      [told(fbp({ secure: true })), told(fbp({ secure: false, sameSite: 'None' }))],
      [told(fbp({ secure: true }), fbp({ secure: false, stepId: 'sales' })), told(fbp({ secure: false }))],
    ] as const
    const changed = cases.map(([before, after]) =>
      compare(wholeAssessment(before, rules), wholeAssessment(after, rules), [
        scene(before).evidence,
        scene(after).evidence,
      ]).items.flatMap(({ what, change, why }) => (what === 'cookie' && change === 'changed' ? [why] : [])),
    )
    expect(changed).toEqual([
      [
        [
          { kind: 'secure', before: 'yes', after: 'no' },
          { kind: 'same-site', before: 'Lax', after: 'None' },
        ],
      ],
      [],
    ])
  })

  test('that saw no page of the same state cannot be compared', () => {
    expect(compared({ plan: { states: ['rejected'] } }, { plan: { states: ['no-choice'] } }).comparable).toBe(false)
  })
})
