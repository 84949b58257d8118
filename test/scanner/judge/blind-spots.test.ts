import { expect, test } from 'vitest'
import { blindSpotsOf } from '../../../scanner/judge/blind-spots.ts'
import { choice, gap, page } from '../../evidence/observations.ts'
import { scene, type Scene } from '../../evidence/scene.ts'

const spots = (given: Scene) =>
  blindSpotsOf(scene(given).evidence).map(
    ({ run, state, blinds, reason }) => `${run} ${state} [${blinds === 'all' ? 'all' : blinds.join(' ')}] ${reason}`,
  )
const looking = { states: ['no-choice'] } as const
const refusing = { states: ['rejected'] } as const

for (const [name, given, expected] of [
  ['a whole scan has none', {}, []],
  [
    'a gap is one',
    { plan: looking, gaps: [gap({ blinds: ['request'] })] },
    ['1 no-choice [request] Opt-in: the page never went quiet'],
  ],
  ['a gap that blinds nothing is none', { plan: looking, gaps: [gap({ blinds: [] })] }, []],
  [
    'a step that was not reached is one',
    { plan: looking, unvisited: ['no-choice sales'] },
    ['1 no-choice [all] Sales: not visited'],
  ],
  [
    'and says why where that is known',
    {
      plan: looking,
      unvisited: ['no-choice sales'],
      gaps: [gap({ kind: 'step-failed', stepId: 'sales', blinds: [], reason: 'no link named Buy' })],
    },
    ['1 no-choice [all] Sales: not visited, no link named Buy'],
  ],
  [
    'an error page is one',
    { plan: looking, seen: [page({ status: 404 })] },
    ['1 no-choice [all] Opt-in: answered with error 404'],
  ],
  [
    'before the step of the choice there was no state to speak of',
    { plan: refusing, seen: [choice({ stepId: 'checkout' })], unvisited: ['rejected optin', 'rejected sales'] },
    [],
  ],
  ['a gap while choosing is none of the state', { plan: refusing, gaps: [gap({ state: 'choosing' })] }, []],
  [
    'unless a collector failed, which lasts',
    {
      plan: refusing,
      gaps: [gap({ state: 'choosing', kind: 'collector-failed', blinds: ['cookie'], reason: 'gone' })],
    },
    ['Opt-in', 'Sales', 'Checkout'].map((label) => `1 rejected [cookie] ${label}: gone`),
  ],
  [
    'each run has its own',
    { plan: { ...looking, runs: 2 }, gaps: [gap({ run: 2, blinds: ['cookie'], reason: 'gone' })] },
    ['2 no-choice [cookie] Opt-in: gone'],
  ],
] as readonly (readonly [string, Scene, readonly string[]])[])
  test(name, () => expect(spots(given)).toEqual(expected))
