import { describe, expect, test } from 'vitest'
import { compare } from '../../../scanner/compare.ts'
import type { Comparison, Mark } from '../../../scanner/model.ts'
import { choice, cookieWrite, gap, page, request } from '../../evidence/observations.ts'
import { by, STEPS, type Scene } from '../../evidence/scene.ts'
import { CLARITY, META, NOBODY } from '../../evidence/vendors.ts'
import { wholeAssessment } from '../../evidence/whole-assessment.ts'

const compared = (before: Scene, after: Scene): Comparison =>
  compare(wholeAssessment(before, []), wholeAssessment(after, []))

const pixel = (given: Parameters<typeof request>[0] = {}) => by(META, request(given))
const fbp = (given: Parameters<typeof cookieWrite>[0] = {}) => by(META, cookieWrite({ name: '_fbp', ...given }))
const clck = by(CLARITY, cookieWrite({ name: '_clck' }))
const only = (state: 'no-choice' | 'rejected', scene: Scene = {}): Scene => ({
  ...scene,
  plan: { states: [state], ...scene.plan },
})
const inRuns = (runs: number, seen: Scene['seen'] = []): Scene => only('no-choice', { plan: { runs }, seen })
const unproven = choice({ verdict: 'inconclusive', because: 'the banner stayed' })

const GLYPHS = { new: '+', gone: '-', changed: 'd', flapping: '~', same: '=', none: '.', 'not-compared': '?' } as const

/** `Meta Pixel new: +.. ...`: a row, what became of it, and its cells state by state. */
const rows = ({ matrix, states }: Comparison): readonly string[] =>
  matrix.map(({ name, change, cells }) => {
    const bands = states.map(({ state }) =>
      cells.flatMap((cell) => (cell.state === state ? [GLYPHS[cell.change]] : [])).join(''),
    )
    return `${name} ${change}: ${bands.join(' ')}`
  })

describe('the matrix of differences', () => {
  for (const [name, before, after, expected] of [
    ['the same twice', { seen: [fbp()] }, { seen: [fbp()] }, ['Meta Pixel same: =.. ... ...']],
    ['a vendor that was not there', {}, { seen: [clck] }, ['Microsoft Clarity new: +.. ... ...']],
    ['one that is gone', { seen: [clck] }, {}, ['Microsoft Clarity gone: -.. ... ...']],
    [
      'one that went from one page to another',
      { seen: [fbp()] },
      { seen: [fbp({ stepId: 'sales' })] },
      ['Meta Pixel changed: -+. ... ...'],
    ],
    [
      'one that stored nothing and does now',
      { seen: [pixel()] },
      { seen: [pixel(), fbp()] },
      ['Meta Pixel changed: d.. ... ...'],
    ],
    [
      'one that stores under another name',
      { seen: [fbp()] },
      { seen: [fbp({ name: '_fbc' })] },
      ['Meta Pixel changed: d.. ... ...'],
    ],
    [
      'one whose names are made anew each time',
      { seen: [fbp({ name: '_u_0a1b2c3d4e5f6071' })] },
      { seen: [fbp({ name: '_u_f0e1d2c3b4a59687' })] },
      ['Meta Pixel same: =.. ... ...'],
    ],
    [
      'nobody knows it, and its host is named anew each time',
      only('no-choice', { seen: [by({ ...NOBODY, name: 'd0a1b2c3d4e5f60718.cdn.example' }, request())] }),
      only('no-choice', { seen: [by({ ...NOBODY, name: 'd9f8e7d6c5b4a39281.cdn.example' }, request())] }),
      ['d9f8e7d6c5b4a39281.cdn.example same: =..'],
    ],
    [
      'where the page was not reached nothing is gone, and the vendor is not either',
      only('no-choice', { seen: [fbp(), fbp({ stepId: 'sales' })] }),
      only('no-choice', { unvisited: ['no-choice sales'] }),
      ['Meta Pixel changed: -?.'],
    ],
    [
      'nor where it answered with an error',
      only('no-choice', { seen: [fbp({ stepId: 'sales' })] }),
      only('no-choice', { seen: [page({ stepId: 'sales', status: 500 })] }),
      ['Meta Pixel not-compared: .?.'],
    ],
    [
      'where the choice was not proven a whole band is not compared',
      { plan: { states: ['no-choice', 'rejected'] }, seen: [pixel({ state: 'rejected' })] },
      { plan: { states: ['no-choice', 'rejected'] }, seen: [unproven] },
      ['Meta Pixel not-compared: ... ???'],
    ],
    [
      'a collector that failed while the choice was made hides what came after',
      only('rejected', { seen: [pixel({ state: 'rejected' }), pixel({ state: 'rejected', stepId: 'sales' })] }),
      only('rejected', {
        gaps: [gap({ kind: 'collector-failed', journey: 'rejected', state: 'choosing', blinds: ['request'] })],
      }),
      ['Meta Pixel not-compared: ???'],
    ],
    [
      'over a gap silence says nothing',
      only('no-choice', { seen: [fbp()] }),
      only('no-choice', { gaps: [gap({ blinds: ['cookie-write'] })] }),
      ['Meta Pixel not-compared: ?..'],
    ],
    [
      'over a gap before it is not new either',
      only('no-choice', { gaps: [gap({ blinds: ['cookie-write'] })] }),
      only('no-choice', { seen: [fbp(), fbp({ stepId: 'sales' })] }),
      ['Meta Pixel new: ?+.'],
    ],
    [
      'over a gap something seen on both sides has lost nothing',
      only('no-choice', { seen: [pixel(), fbp()] }),
      only('no-choice', { seen: [pixel()], gaps: [gap({ blinds: ['cookie-write'] })] }),
      ['Meta Pixel same: =..'],
    ],
    [
      'a step that is in one scan only is compared with nothing',
      only('no-choice', { plan: { steps: STEPS.slice(0, 2) }, seen: [fbp()] }),
      only('no-choice', { seen: [fbp(), fbp({ stepId: 'checkout' })] }),
      ['Meta Pixel same: =.?'],
    ],
    [
      'a vendor that is on such a step and new elsewhere is new',
      only('no-choice', { plan: { steps: STEPS.slice(0, 2) } }),
      only('no-choice', { seen: [fbp(), fbp({ stepId: 'checkout' })] }),
      ['Meta Pixel new: +.?'],
    ],
    [
      'a state that is in one scan only is compared with nothing',
      only('no-choice', { seen: [fbp()] }),
      { plan: { states: ['no-choice', 'rejected'] }, seen: [fbp(), pixel({ state: 'rejected' })] },
      ['Meta Pixel same: =.. ???'],
    ],
    ['what comes and goes is neither new nor gone', inRuns(3), inRuns(3, [fbp()]), ['Meta Pixel flapping: ~..']],
    ['what is there in each run is new', inRuns(2), inRuns(2, [fbp(), fbp({ run: 2 })]), ['Meta Pixel new: +..']],
    [
      'a cookie that comes and goes changes nothing for good',
      inRuns(2, [pixel(), pixel({ run: 2 })]),
      inRuns(2, [pixel(), pixel({ run: 2 }), fbp()]),
      ['Meta Pixel flapping: ~..'],
    ],
  ] as readonly (readonly [string, Scene, Scene, readonly string[]])[])
    test(name, () => expect(rows(compared(before, after))).toEqual(expected))

  test('says what was and what is, and what of it', () => {
    const { matrix } = compared(only('no-choice', { seen: [pixel()] }), only('no-choice', { seen: [pixel(), fbp()] }))
    const [cell] = matrix[0]?.cells ?? []
    const side = (mark: Mark, observations: number) => ({
      mark,
      alert: true,
      seen: { runs: 1, of: 1 },
      observations: Array.from({ length: observations }, () => expect.any(String) as string),
    })
    expect(cell).toEqual({
      state: 'no-choice',
      stepId: 'optin',
      change: 'changed',
      before: side('sent', 1),
      after: side('both', 2),
      items: [{ change: 'new', what: 'cookie', name: '_fbp' }],
      blind: [],
    })
  })

  test('says why a cell is not compared, of each side', () => {
    const { matrix } = compared(
      only('no-choice', { plan: { steps: STEPS.slice(0, 2) }, unvisited: ['no-choice sales'] }),
      only('no-choice', { seen: [fbp(), fbp({ stepId: 'sales' }), page({ stepId: 'sales', status: 404 })] }),
    )
    expect(matrix[0]?.cells.map(({ blind }) => blind)).toEqual([
      [],
      [
        { side: 'before', blindness: { kind: 'unseen-page', stepIds: ['sales'] } },
        { side: 'after', blindness: { kind: 'unseen-page', stepIds: ['sales'] } },
      ],
      [{ side: 'before', blindness: { kind: 'no-such-step' } }],
    ])
  })

  test('counts vendors by state, and pages by whether both saw them', () => {
    const { states, seen } = compared(
      { plan: { states: ['no-choice', 'rejected'] }, seen: [clck, fbp(), pixel({ state: 'rejected' })] },
      { plan: { states: ['no-choice', 'rejected'] }, seen: [fbp(), unproven] },
    )
    expect(seen).toEqual({ both: 3, of: 6 })
    expect(states.map(({ state, vendors }) => ({ state, ...vendors }))).toEqual([
      { state: 'no-choice', new: 0, gone: 1, changed: 0, flapping: 0, same: 1, none: 0, 'not-compared': 0 },
      { state: 'rejected', new: 0, gone: 0, changed: 0, flapping: 0, same: 0, none: 0, 'not-compared': 2 },
    ])
  })

  test('has the steps of both, each where it stood', () => {
    const { steps } = compared(
      { plan: { steps: STEPS } },
      { plan: { steps: [STEPS[0], STEPS[2]].flatMap((step) => step ?? []) } },
    )
    expect(steps.map(({ id, in: where }) => `${id} ${where}`)).toEqual(['optin both', 'sales before', 'checkout both'])
  })

  test('says of a vendor that it is for something else now', () => {
    const of = (category: 'functional' | 'marketing') =>
      only('no-choice', { seen: [by({ name: 'A', vendorId: 'a', category }, cookieWrite({ name: 'c' }))] })
    expect(compared(of('functional'), of('marketing')).matrix).toMatchObject([
      { category: 'marketing', categoryBefore: 'functional', change: 'changed' },
    ])
  })
})
