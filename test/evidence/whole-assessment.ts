import { eu } from '../../scanner/jurisdictions/eu.ts'
import type { Assessment } from '../../scanner/model.ts'
import type { Rule } from '../../scanner/rules/rule.ts'
import { assessment as sample } from '../scanner/samples.ts'
import { assessed } from './assess.ts'
import { scene, type Scene } from './scene.ts'

/** The assessment of a scene by the given rules, whole as a bundle holds it. */
export function wholeAssessment(given: Scene, rules: readonly Rule[]): Assessment {
  const { evidence, sightings } = scene(given)
  const { plan, environment } = evidence
  return {
    ...sample,
    ...assessed(given, rules),
    scan: {
      name: plan.name,
      site: plan.site,
      startedAt: environment.startedAt,
      jurisdiction: eu.id,
      jurisdictions: [eu.id],
      runs: plan.runs,
      ended: environment.ended,
    },
    steps: plan.steps.map(({ id, label, role }) => ({ id, label, role })),
    sightings,
    versions: { ...sample.versions, rules: rules.map(({ id }) => id) },
    ownKnowledge: null,
  }
}
