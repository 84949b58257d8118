import { blindSpotsOf } from '../../scanner/judge/blind-spots.ts'
import { bringerOf } from '../../scanner/causes/bringer.ts'
import { coverageOf } from '../../scanner/summary/coverage.ts'
import { effectsOf } from '../../scanner/judge/effects.ts'
import { headlineOf } from '../../scanner/summary/headline.ts'
import { judge } from '../../scanner/judge.ts'
import { eu } from '../../scanner/jurisdictions/eu.ts'
import type { Jurisdiction } from '../../scanner/jurisdictions/jurisdiction.ts'
import { matrixOf } from '../../scanner/summary/matrix.ts'
import type { Coverage, Finding, MatrixRow, StateAssessment, Wording } from '../../scanner/model.ts'
import type { Rule, VendorFacts } from '../../scanner/rules/rule.ts'
import { spelled } from '../../scanner/said.ts'
import { statesOf } from '../../scanner/judge/states.ts'
import { scene, type Scene } from './scene.ts'

/** What the given rules say about a scene. */
export function judged(rules: readonly Rule[], given: Scene, ...jurisdictions: Jurisdiction[]): readonly Finding[] {
  return assessed(given, rules, ...jurisdictions).findings
}

/** Everything right of the wall but classification, which `scene` plays. */
export function assessed(given: Scene, rules: readonly Rule[] = [], ...jurisdictions: Jurisdiction[]): Assessed {
  const [first = eu, ...others] = jurisdictions
  const { evidence, sightings } = scene(given)
  const states = statesOf(evidence)
  const effects = effectsOf(evidence, sightings)
  const blindSpots = blindSpotsOf(evidence)
  const bringer = bringerOf(evidence, sightings)
  const coverage = coverageOf(evidence, sightings, states)
  const matrix = matrixOf(evidence, sightings, { states, effects, blindSpots })
  return {
    states,
    ...judge(evidence, sightings, {
      rules,
      jurisdictions: [first, ...others],
      states,
      effects,
      blindSpots,
      bringer,
      hostOwner: (host) => given.hostOwners?.[host] ?? null,
      vendor: (id) => ({ ...UNKNOWN, ...given.vendors?.[id] }),
    }),
    matrix,
    coverage,
    headline: spelled(headlineOf(evidence.plan, { states, matrix, coverage, blindSpots })),
  }
}

const UNKNOWN: VendorFacts = {
  country: null,
  kinds: [],
  consent: 'unknown',
  saleOrShare: 'unknown',
  transfers: null,
  selfLabels: [],
}

interface Assessed {
  readonly states: readonly StateAssessment[]
  readonly findings: readonly Finding[]
  readonly wordings: readonly Wording[]
  readonly matrix: readonly MatrixRow[]
  readonly coverage: Coverage
  readonly headline: string
}

/** One line for each finding, for tables of cases: `fail critical F01|no-choice|kartra|kuuid`. */
export function lines(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ outcome, severity, key }) => `${outcome} ${severity} ${key}`)
}
