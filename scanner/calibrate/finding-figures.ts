import type { FindingCheck } from '../lab/findings/check.ts'
import type { ExpectedFinding } from '../lab/findings/model.ts'
import type { CalibrationFigure, Outcome } from '../model.ts'

/** For every rule that was exercised: expected findings that were found and missed, and failures nobody expected. */
export function findingFigures(checks: readonly FindingCheck[]): readonly CalibrationFigure[] {
  const expected = countBy(checks.flatMap((check) => check.expected))
  const missing = countBy(checks.flatMap((check) => check.missing))
  const invented = countBy(checks.flatMap((check) => check.unexpected))
  const rules = [...new Set([...expected.keys(), ...invented.keys()])].toSorted()
  return rules.map((of) => {
    const missed = missing.get(of) ?? 0
    return { of, matched: (expected.get(of) ?? 0) - missed, missing: missed, invented: invented.get(of) ?? 0 }
  })
}

function countBy(findings: readonly { readonly ruleId: string }[]): ReadonlyMap<string, number> {
  const groups = Map.groupBy(findings, ({ ruleId }) => ruleId)
  return new Map([...groups].map(([ruleId, same]) => [ruleId, same.length]))
}

/** A rule, and the outcomes that no site of the lab asks of it. */
export interface Unexercised {
  readonly ruleId: string
  readonly outcomes: readonly Outcome[]
}

export function unexercised(
  ruleIds: readonly string[],
  expected: readonly Pick<ExpectedFinding, 'ruleId' | 'outcome'>[],
): readonly Unexercised[] {
  return ruleIds
    .map((ruleId) => {
      const asked = new Set(expected.filter((each) => each.ruleId === ruleId).map(({ outcome }) => outcome))
      return { ruleId, outcomes: JUDGED.filter((outcome) => !asked.has(outcome)) }
    })
    .filter(({ outcomes }) => outcomes.length > 0)
}

/** That a rule does not apply is no judgement of the site. */
const JUDGED: readonly Outcome[] = ['fail', 'pass', 'unclear']
