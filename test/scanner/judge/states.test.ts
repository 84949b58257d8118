import { describe, expect, test } from 'vitest'
import { statesOf } from '../../../scanner/judge/states.ts'
import { choice, gap, page } from '../../evidence/observations.ts'
import { scene, type Scene } from '../../evidence/scene.ts'

const verdict = (given: Scene) => statesOf(scene(given).evidence)[0]
const looking = { states: ['no-choice'] } as const
const refusing = { states: ['rejected'] } as const
const all = ['no-choice optin', 'no-choice sales', 'no-choice checkout']

describe('looking without choosing', () => {
  for (const [name, given, expected, because] of [
    ['is proven by its visits', {}, 'proven', 'nothing had to be chosen'],
    [
      'says what was not reached',
      { unvisited: all.slice(1, 2) },
      'proven',
      'nothing had to be chosen; not reached: Sales',
    ],
    ['is inconclusive without any visit', { unvisited: all, gaps: [gap()] }, 'inconclusive', 'no page was reached'],
    [
      'is inconclusive when the scan was cancelled on the way',
      { unvisited: all.slice(1), environment: { ended: 'cancelled' } },
      'inconclusive',
      'the scan was cancelled after 1 of 3 pages',
    ],
    [
      'stands when the scan was cancelled after it was whole',
      { environment: { ended: 'cancelled' } },
      'proven',
      'nothing had to be chosen',
    ],
    [
      'is inconclusive when the browser crashed on the way',
      { unvisited: all.slice(2), gaps: [gap({ kind: 'browser-crashed' })] },
      'inconclusive',
      'the browser crashed after 2 of 3 pages',
    ],
    [
      'is inconclusive in a bundle whose scan was killed',
      { unvisited: all.slice(2), environment: { ended: null } },
      'inconclusive',
      'the scan ended early after 2 of 3 pages',
    ],
    [
      'is inconclusive behind a wall of errors',
      { seen: ['optin', 'sales', 'checkout'].map((stepId) => page({ stepId, status: 403 })) },
      'inconclusive',
      'every page answered with an error (403)',
    ],
  ] as readonly (readonly [string, Scene, string, string])[])
    test(name, () => expect(verdict({ plan: looking, ...given })).toMatchObject({ verdict: expected, because }))
})

describe('a choice', () => {
  for (const [name, given, expected, because] of [
    ['is what its proof says', {}, 'proven', '4 signals'],
    ['may find no banner', { seen: [choice({ verdict: 'no-banner', because: 'none' })] }, 'no-banner', 'none'],
    ['counts as made the last time', { seen: [choice({ verdict: 'inconclusive' }), choice()] }, 'proven', '4 signals'],
    [
      'is proven by the runs that proved it, and the others are told',
      {
        plan: { ...refusing, runs: 3 },
        seen: [choice({ run: 2, verdict: 'inconclusive', because: 'the banner stayed' })],
      },
      'proven',
      'in 2 of 3 runs: 4 signals; run 2 did not prove it (the banner stayed)',
    ],
    [
      'is inconclusive where no run proved it and they differ',
      {
        plan: { ...refusing, runs: 2 },
        seen: [
          choice({ run: 1, verdict: 'no-banner', because: 'none' }),
          choice({ run: 2, verdict: 'inconclusive', because: 'the banner stayed' }),
        ],
      },
      'inconclusive',
      'the runs differ: run 1 met no banner (none); run 2 did not prove it (the banner stayed)',
    ],
    [
      'is no banner only where no run met one',
      {
        plan: { ...refusing, runs: 2 },
        seen: [1, 2].map((run) => choice({ run, verdict: 'no-banner', because: 'none' })),
      },
      'no-banner',
      'none',
    ],
  ] as readonly (readonly [string, Scene, string, string])[])
    test(name, () => expect(verdict({ plan: refusing, ...given })).toMatchObject({ verdict: expected, because }))

  test('names the runs that proved it', () => {
    const second = choice({ run: 2, verdict: 'inconclusive' })
    expect(verdict({ plan: { ...refusing, runs: 3 }, seen: [second] })).toMatchObject({ runs: 3, proven: [1, 3] })
  })

  test('that was never recorded is inconclusive', () => {
    const { evidence } = scene({ plan: refusing, gaps: [gap({ state: 'choosing', kind: 'cancelled' })] })
    const without = { ...evidence, observations: evidence.observations.filter(({ kind }) => kind !== 'choice') }
    expect(statesOf(without)[0]).toMatchObject({
      verdict: 'inconclusive',
      because: 'no choice was recorded: the scan was cancelled',
    })
  })

  test('keeps the proof of all runs, each once', () => {
    const two = [1, 2].map((run) =>
      choice({
        run,
        proof: [
          { kind: 'banner-gone', agrees: true, detail: 'gone' },
          { kind: 'cmp-state', agrees: run === 1, detail: 'x' },
        ],
      }),
    )
    const assessed = verdict({ plan: { ...refusing, runs: 2 }, seen: two })
    expect(assessed).toMatchObject({ runs: 2 })
    expect(assessed?.proof.map(({ kind, agrees }) => `${kind} ${agrees}`)).toEqual([
      'banner-gone true',
      'cmp-state true',
      'cmp-state false',
    ])
  })
})

describe('what is withdrawn', () => {
  const withdrawing = { plan: { states: ['withdrawn'] } } as const
  const accepted = { journey: 'withdrawn', choice: 'accept', because: 'so' } as const
  for (const [name, seen, expected, because] of [
    [
      'has to be accepted first',
      [choice({ ...accepted, verdict: 'not-offered' })],
      'not-offered',
      'nothing could be accepted first: so',
    ],
    ['has to be withdrawn', [choice(accepted)], 'inconclusive', 'what was accepted was not withdrawn'],
    [
      'counts by its withdrawal',
      [choice(accepted), choice({ ...accepted, choice: 'withdraw', because: 'done' })],
      'proven',
      'done',
    ],
  ] as const)
    test(name, () => expect(verdict({ ...withdrawing, seen })).toMatchObject({ verdict: expected, because }))
})

test('a state that was never visited is inconclusive', () => {
  const { evidence } = scene({ plan: { states: ['no-choice', 'rejected'] } })
  const observations = evidence.observations.filter(({ journey }) => journey !== 'rejected')
  expect(statesOf({ ...evidence, observations })[1]).toMatchObject({
    verdict: 'inconclusive',
    because: 'it was not visited',
    runs: 0,
  })
})
