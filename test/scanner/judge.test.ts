import { describe, expect, test } from 'vitest'
import { eu } from '../../scanner/jurisdictions/eu.ts'
import type { ConsentState, ObservationKind } from '../../scanner/model.ts'
import { draft } from '../../scanner/rules/drafting.ts'
import type { Rule, RuleContext, Verdict } from '../../scanner/rules/rule.ts'
import { assessed, judged, lines } from '../evidence/assess.ts'
import { choice, cookieWrite, gap, page, request } from '../evidence/observations.ts'
import { by, type Scene } from '../evidence/scene.ts'
import { META } from '../evidence/vendors.ts'
import { said, spelled } from '../../scanner/said.ts'

/** A rule that drafts one finding for each sighting it is given. */
const everySighting: Rule = {
  id: 'T1',
  title: 'Seen',
  law: ['a clause'],
  severity: 'medium',
  states: ['no-choice', 'rejected'],
  asked: 'each',
  needs: ['request'],
  holds: said`nothing was seen`,
  evaluate: (sightings, context) =>
    sightings.map((each) =>
      draft(context, [each], { item: each.item, summary: said`${each.item} was seen.`, fix: said`Look.` }),
    ),
}

function ruleThat(answer: (context: RuleContext) => Verdict, change: Partial<Rule> = {}): Rule {
  return { ...everySighting, ...change, evaluate: (_, context) => answer(context) }
}

const hit = (given: Parameters<typeof request>[0] = {}) => by(META, request({ url: 'https://t.example/a', ...given }))

describe('outcomes', () => {
  for (const [name, scene, expected] of [
    [
      'a draft fails',
      { seen: [hit()] },
      ['fail medium T1|no-choice|meta-pixel|t.example/a', 'pass medium T1|rejected||'],
    ],
    ['silence passes in each state', {}, ['pass medium T1|no-choice||', 'pass medium T1|rejected||']],
    [
      'silence over a gap is unclear in that state only',
      { gaps: [gap({ blinds: ['request'] })] },
      ['unclear medium T1|no-choice||', 'pass medium T1|rejected||'],
    ],
    [
      'a finding over a gap stays a finding',
      { seen: [hit()], gaps: [gap({ blinds: ['request'] })] },
      ['fail medium T1|no-choice|meta-pixel|t.example/a', 'pass medium T1|rejected||'],
    ],
    [
      'a page that answered with an error was not seen',
      { seen: [page({ stepId: 'sales', status: 503 })] },
      ['unclear medium T1|no-choice||', 'pass medium T1|rejected||'],
    ],
    [
      'what was seen in an unproven state is not judged',
      { seen: [hit({ state: 'rejected' }), choice({ verdict: 'inconclusive', because: 'the banner stayed' })] },
      ['unclear medium T1|rejected||', 'pass medium T1|no-choice||'],
    ],
    [
      'without a banner nothing can be said of a refusal',
      { seen: [choice({ verdict: 'no-banner', because: 'none was seen' })] },
      ['pass medium T1|no-choice||', 'not-applicable medium T1|rejected||'],
    ],
    [
      'while choosing nothing is judged',
      { seen: [hit({ state: 'choosing' })] },
      ['pass medium T1|no-choice||', 'pass medium T1|rejected||'],
    ],
    ['a state that was not scanned is not asked', { plan: { states: ['accepted'] } }, ['not-applicable medium T1|||']],
  ] as readonly (readonly [string, Scene, readonly string[]])[])
    test(name, () => expect(lines(judged([everySighting], scene))).toEqual(expected))
})

describe('words', () => {
  const summaries = (scene: Scene) => judged([everySighting], scene).map(({ summary }) => summary)

  test('a pass says what it rests on', () => {
    const [first] = summaries({ plan: { states: ['no-choice'], runs: 2 } })
    expect(first).toBe('Before any choice nothing was seen; read: 0 requests on 3 of 3 pages in 2 runs.')
  })

  test('what is unclear says why', () => {
    expect(
      summaries({ plan: { states: ['no-choice'] }, gaps: [gap({ blinds: ['request'], stepId: 'sales' })] }),
    ).toEqual([
      'Nothing was found before any choice, but this is no pass. Not everything could be seen: Sales: the page never went quiet.',
    ])
    const stayed = choice({ verdict: 'inconclusive', because: 'the banner stayed' })
    expect(summaries({ plan: { states: ['rejected'] }, seen: [stayed] })).toEqual([
      'Nothing is said of what happens after reject, because that state was not proven (the banner stayed).',
    ])
  })
})

describe('runs', () => {
  const runs = (...numbers: readonly number[]) => ({
    plan: { states: ['no-choice'] as const, runs: 3 },
    seen: numbers.map((run) => hit({ run, stepId: run === 1 ? 'optin' : 'sales' })),
  })

  test('the same finding of several runs is one, with the steps and the evidence of all', () => {
    expect(judged([everySighting], runs(2, 1, 3))).toMatchObject([
      {
        seen: { runs: 3, of: 3 },
        stability: 'stable',
        stepIds: ['optin', 'sales'],
        evidence: ['o2', 'o1', 'o3'],
        summary: 't.example/a was seen.',
      },
    ])
  })

  test('one that comes and goes says so', () => {
    expect(judged([everySighting], runs(2))).toMatchObject([
      { outcome: 'fail', seen: { runs: 1, of: 3 }, stability: 'intermittent' },
    ])
  })

  test('a name that is made anew in each run is one finding, with its evidence of all', () => {
    const seen = ['0a1b2c3d4e5f6071', 'f0e1d2c3b4a59687', '99aa88bb77cc66dd'].map((id, index) =>
      hit({ run: index + 1, url: `https://t.example/${id}` }),
    )
    const findings = judged([everySighting], { plan: { states: ['no-choice'], runs: 3 }, seen })
    expect(lines(findings)).toEqual(['fail medium T1|no-choice|meta-pixel|t.example/{id}'])
    expect(findings[0]).toMatchObject({ seen: { runs: 3, of: 3 }, stability: 'stable', evidence: ['o1', 'o2', 'o3'] })
  })

  test('two of the same within a run count once', () => {
    const seen = [hit(), hit({ stepId: 'sales' })]
    expect(judged([everySighting], { plan: { states: ['no-choice'] }, seen })[0]?.seen).toEqual({ runs: 1, of: 1 })
  })

  describe('of which some proved the state', () => {
    const stayed = choice({ run: 2, verdict: 'inconclusive', because: 'the banner stayed' })
    const refusing = { states: ['rejected'] as const, runs: 3 }

    test('findings come from those, and are counted among them', () => {
      const seen = [hit({ state: 'rejected', run: 1 }), hit({ state: 'rejected', run: 2 }), stayed]
      expect(judged([everySighting], { plan: refusing, seen })).toMatchObject([
        { outcome: 'fail', seen: { runs: 1, of: 2 }, stability: 'intermittent', evidence: ['o1'] },
      ])
    })

    test('what only the other run showed is no finding', () => {
      const seen = [hit({ state: 'rejected', run: 2 }), stayed]
      expect(lines(judged([everySighting], { plan: refusing, seen }))).toEqual(['unclear medium T1|rejected||'])
    })

    test('silence is no pass, and says which run did not prove it', () => {
      expect(judged([everySighting], { plan: refusing, seen: [stayed] })).toMatchObject([
        {
          outcome: 'unclear',
          summary:
            'Nothing was found after reject, but this is no pass: that state was proven in 2 of 3 runs: 4 signals; run 2 did not prove it (the banner stayed).',
        },
      ])
    })

    test('a gap of the other run takes nothing away from a finding of another state', () => {
      const gaps = [gap({ state: 'rejected', run: 2, blinds: ['request'] })]
      const [finding] = judged([everySighting], { plan: refusing, seen: [stayed], gaps })
      expect(finding?.summary).not.toContain('never went quiet')
    })

    test('the other run lends no sightings to compare with', () => {
      const given: unknown[] = []
      const rule = ruleThat(
        (context) => (given.push([context.run, context.sightingsIn('accepted')?.length ?? null]), []),
        {
          states: ['rejected'],
        },
      )
      const seen = [
        hit({ state: 'accepted', run: 1 }),
        choice({ run: 1, journey: 'accepted', verdict: 'inconclusive' }),
      ]
      judged([rule], { plan: { states: ['rejected', 'accepted'], runs: 2 }, seen })
      expect(given).toEqual([
        [1, null],
        [2, 0],
      ])
    })
  })

  test('an answer of one run that the question does not arise outvotes nothing', () => {
    const rule = ruleThat(({ run }) => (run === 1 ? { outcome: 'not-applicable', because: said`nothing to ask` } : []))
    expect(judged([rule], { plan: { states: ['no-choice'], runs: 2 } })[0]?.outcome).toBe('pass')
  })
})

describe('what a rule is given', () => {
  test('only its kinds, of its state, and never what was seen while choosing', () => {
    const given: string[] = []
    const spy: Rule = {
      ...everySighting,
      states: ['rejected'],
      evaluate: (sightings, context) => {
        given.push(...sightings.map(({ kind, state }) => `sighting ${kind} ${state}`))
        given.push(...context.observations.map(({ kind, state }) => `observation ${kind} ${state}`))
        given.push(...['o1', 'o2', 'o3', 'o4'].map((id) => String(context.observation(id)?.state ?? null)))
        return []
      },
    }
    const seen = [
      hit({ state: 'rejected' }),
      hit(),
      hit({ state: 'choosing' }),
      by(META, cookieWrite({ state: 'rejected' })),
    ]
    judged([spy], { seen })
    expect(given).toEqual([
      'sighting request rejected',
      'observation request rejected',
      'rejected',
      'no-choice',
      'null',
      'null',
    ])
  })

  test('sightings of another state only where that one was proven', () => {
    const compare = (scene: Scene) => {
      let found: number | null = null
      judged([ruleThat((context) => ((found = context.sightingsIn('accepted')?.length ?? null), []))], scene)
      return found
    }
    const seen = [hit({ state: 'accepted' })]
    expect(compare({ seen })).toBe(1)
    expect(compare({ seen: [...seen, choice({ journey: 'accepted', verdict: 'inconclusive' })] })).toBeNull()
  })

  test('the choice of its own journey', () => {
    const layers: (number | null)[] = []
    const rule = ruleThat(({ choice: made }) => (layers.push(made?.layer ?? null), []))
    judged([rule], { seen: [choice({ layer: 2 }), choice({ journey: 'accepted', layer: 1 })] })
    expect(layers).toEqual([null, 2])
  })
})

describe('a question about the site', () => {
  const once = (states: readonly ConsentState[], scene: Scene) =>
    lines(judged([{ ...everySighting, asked: 'once', states }], scene))

  test('is asked once, in the first state that was proven', () => {
    expect(once(['rejected', 'no-choice'], {})).toEqual(['pass medium T1|rejected||'])
    expect(once(['rejected', 'no-choice'], { seen: [choice({ verdict: 'inconclusive' })] })).toEqual([
      'pass medium T1|no-choice||',
    ])
  })

  test('is unclear once when none was', () => {
    expect(once(['rejected'], { seen: [choice({ verdict: 'inconclusive' })] })).toEqual([
      'unclear medium T1|rejected||',
    ])
  })
})

describe('a rule that fails', () => {
  const broken = ruleThat(() => {
    throw new TypeError('x is not a function')
  })

  test('is named and leaves the others alone', () => {
    const findings = judged([broken, { ...everySighting, id: 'T2' }], {
      plan: { states: ['no-choice'] },
      seen: [hit()],
    })
    expect(lines(findings)).toEqual([
      'fail medium T2|no-choice|meta-pixel|t.example/a',
      'unclear medium T1|no-choice||',
    ])
    expect(findings[1]?.summary).toBe(
      'Rule T1 could not be asked, by a bug of Tagtrail (TypeError: x is not a function); please report it.',
    )
  })

  test('keeps what it found in other runs', () => {
    const halfBroken: Rule = {
      ...everySighting,
      evaluate: (sightings, context) => {
        if (context.run === 2) throw new Error('no')
        return everySighting.evaluate(sightings, context)
      },
    }
    const scene: Scene = { plan: { states: ['no-choice'], runs: 2 }, seen: [hit()] }
    expect(judged([halfBroken], scene).map(({ outcome }) => outcome)).toEqual(['fail', 'unclear'])
  })
})

describe('weight', () => {
  const readings = { strict: said`yes.`, tolerant: said`no.` }
  const open = (kind: ObservationKind = 'request') =>
    ruleThat((context) => [draft(context, [], { summary: said`S.`, fix: said`F.`, readings })], {
      needs: [kind],
      states: ['no-choice'],
    })

  for (const [name, change, expected] of [
    ['a question the law leaves open is unclear', {}, 'unclear medium'],
    ['unless the jurisdiction reads it strictly', { strict: ['T1'] }, 'fail medium'],
    ['the jurisdiction weighs', { severity: { T1: 'low' } }, 'unclear low'],
  ] as const)
    test(name, () => {
      const [finding] = judged([open()], {}, { ...eu, ...change })
      expect(`${finding?.outcome} ${finding?.severity}`).toBe(expected)
      expect(finding?.readings.map(({ reading, note }) => `${reading}: ${note}`)).toEqual([
        'strict: yes.',
        'tolerant: no.',
      ])
    })

  test("a draft's own weight counts before the jurisdiction's for the rule, not before that for the category", () => {
    const critical: Rule = {
      ...everySighting,
      evaluate: (sightings, context) => [
        draft(context, sightings, { summary: said`S.`, fix: said`F.`, severity: 'critical' }),
      ],
    }
    const weight = (severity: Readonly<Record<string, 'low'>>) =>
      judged([critical], { plan: { states: ['no-choice'] }, seen: [hit()] }, { ...eu, severity })[0]?.severity
    expect([
      weight({}),
      weight({ T1: 'low' }),
      weight({ 'T1 marketing': 'low' }),
      weight({ 'T1 analytics': 'low' }),
    ]).toEqual(['critical', 'critical', 'low', 'critical'])
  })
})

test('a separator in a name cannot make two keys alike', () => {
  const rule = ruleThat((context) => [
    { ...draft(context, [], { item: 'a|b', summary: said`S.`, fix: said`F.` }), subject: 'x' },
    { ...draft(context, [], { item: 'b', summary: said`S.`, fix: said`F.` }), subject: 'x|a' },
  ])
  const keys = judged([rule], { plan: { states: ['no-choice'] } }).map(({ key }) => key)
  expect(keys).toEqual(['T1|no-choice|x%7Ca|b', 'T1|no-choice|x|a%7Cb'])
})

test('every sentence of a finding is there as it is made, once', () => {
  const scene: Scene = { plan: { states: ['no-choice', 'rejected'] }, seen: [hit()] }
  const { findings, wordings } = assessed(scene, [everySighting])
  const sentences = wordings.map(spelled)
  expect(
    findings.flatMap(({ summary, fix }) => [summary, fix]).filter((text) => text !== '' && !sentences.includes(text)),
  ).toEqual([])
  expect(new Set(sentences).size).toBe(sentences.length)
})
