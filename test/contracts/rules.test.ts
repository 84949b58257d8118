import { describe, expect, test } from 'vitest'
import { jurisdictions } from '../../scanner/jurisdictions/index.ts'
import { rules } from '../../scanner/rules/index.ts'
import type { Rule } from '../../scanner/rules/rule.ts'
import { assessed, judged } from '../evidence/assess.ts'
import { ACCEPT, SETTINGS, kept, layer, offers, toggle } from '../evidence/banner-observations.ts'
import { cookieWrite, gap, request, storageWrite } from '../evidence/observations.ts'
import { by, scene, type Scene, STEPS } from '../evidence/scene.ts'
import { tcString } from '../evidence/tc-string.ts'
import { ANALYTICS, CLARITY, COUNTER, KARTRA, META, NOBODY, RECAPTCHA, SITE, TAG_MANAGER } from '../evidence/vendors.ts'
import { spelled } from '../../scanner/said.ts'

/** What every rule of the shelf keeps, whatever it asks. */

const STATES = ['no-choice', 'scrolled', 'closed', 'rejected', 'accepted', 'withdrawn', 'gpc', 'gated'] as const

/** Something of everything, everywhere. */
const busy: Scene = {
  plan: { states: STATES },
  seen: [
    layer({ controls: [ACCEPT, SETTINGS] }),
    layer({ layer: 2, toggles: [toggle(), toggle({ saysLegitimateInterest: true })] }),
    ...STATES.flatMap((state) => STEPS.flatMap(({ id: stepId }) => onStep(state, stepId))),
  ],
}

function onStep(state: (typeof STATES)[number], stepId: string): NonNullable<Scene['seen']> {
  return [
    offers([], { state, stepId }),
    kept('tcf', tcString({ purposes: [1], interests: [3] }), { state, stepId }),
    ...[ANALYTICS, CLARITY, COUNTER, KARTRA, META, NOBODY, RECAPTCHA, SITE, TAG_MANAGER].flatMap((who) => [
      by(who, request({ state, stepId, url: `https://${who.vendorId ?? 'other'}.example/g/collect?gcs=G111&asc=G` })),
      by(who, cookieWrite({ state, stepId, name: `_${who.vendorId ?? 'x'}`, lifetimeDays: 800 })),
      by(who, storageWrite({ state, stepId, key: `_${who.vendorId ?? 'x'}` })),
    ]),
  ]
}

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  /** The first legal order that asks it. */
  const law = jurisdictions.filter(({ notAsked }) => !(id in notAsked)).slice(0, 1)

  test('says what it asks, by which law, of which states and kinds', () => {
    expect(id).toMatch(/^F\d\d$/)
    for (const text of [rule.title, spelled(rule.holds), ...rule.law]) expect(text.trim()).toBe(text)
    expect(rule.title).not.toBe('')
    expect(spelled(rule.holds)).toMatch(/^[a-z].*[^.]$/)
    expect(rule.law.length).toBeGreaterThan(0)
    expect(rule.states.length).toBeGreaterThan(0)
    expect(rule.needs.length).toBeGreaterThan(0)
  })

  test('never speaks of illegality', () => {
    const words = [...judged([rule], busy, ...law), ...judged([rule], {}, ...law)].flatMap((f) => [
      f.title,
      f.summary,
      f.fix,
    ])
    expect(words.filter((text) => /illegal|unlawful|violat|breach|infring/i.test(text))).toEqual([])
  })

  test('what it drafts names a way out and rests on evidence that exists', () => {
    const ids = new Set(assessedIds())
    for (const finding of judged([rule], busy, ...law).filter(
      ({ outcome, evidence }) => outcome === 'fail' || evidence.length > 0,
    )) {
      expect(finding.fix).not.toBe('')
      expect(finding.evidence.length).toBeGreaterThan(0)
      expect(finding.stepIds.length).toBeGreaterThan(0)
      expect(finding.evidence.filter((each) => !ids.has(each))).toEqual([])
    }
  })

  test('keeps one key for one finding, the same in every run', () => {
    const once = judged([rule], busy, ...law)
    expect(new Set(once.map(({ key }) => key)).size).toBe(once.length)
    const repeated: Scene = {
      plan: { states: STATES, runs: 2 },
      seen: [1, 2].flatMap((run) =>
        (busy.seen ?? []).map((seen) =>
          'who' in seen ? by(seen.who, { ...seen.observation, run }) : { ...seen, run },
        ),
      ),
    }
    const twice = judged([rule], repeated, ...law)
    expect(twice.map(({ key, outcome }) => `${outcome} ${key}`)).toEqual(
      once.map(({ key, outcome }) => `${outcome} ${key}`),
    )
    for (const { seen } of twice.filter(({ evidence }) => evidence.length > 0)) expect(seen).toEqual({ runs: 2, of: 2 })
  })

  test('finds nothing where nothing is, and does not pass where it could not see', () => {
    const quiet = judged([rule], { plan: { states: STATES } }, ...law)
    expect(quiet.filter(({ outcome }) => outcome === 'fail')).toEqual([])
    const gaps = STATES.map((state) => gap({ state, journey: state, blinds: rule.needs }))
    const blind = judged([rule], { plan: { states: STATES }, gaps }, ...law)
    expect(blind.map(({ outcome }) => outcome)).toEqual(blind.map(() => 'unclear'))
  })

  test('is not asked of a state that was not proven', () => {
    const seen = busy.seen ?? []
    const cut: Scene = { ...busy, seen, unvisited: unvisited(), environment: { ended: 'cancelled' } }
    const findings = judged([rule], { ...cut, seen: seen.filter((each) => !('who' in each)) }, ...law)
    expect(findings.filter(({ state, outcome }) => state === 'no-choice' && outcome !== 'unclear')).toEqual([])
  })
})

test('ids are unique and in the order of the taxonomy', () => {
  const ids = rules.map(({ id }: Rule) => id)
  expect(ids).toEqual([...new Set(ids)].toSorted())
})

test('the same evidence gives the same bytes', () => {
  expect(JSON.stringify(assessed(busy, rules))).toBe(JSON.stringify(assessed(busy, rules)))
})

function assessedIds(): readonly string[] {
  return scene(busy).evidence.observations.map(({ id }) => id)
}

function unvisited(): readonly string[] {
  return STEPS.map(({ id }) => `no-choice ${id}`)
}
