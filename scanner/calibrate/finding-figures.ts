import type { FindingCheck } from '../lab/findings/check.ts'
import type { Impossible } from '../lab/findings/impossible.ts'
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

/** An outcome that no site of the lab asks of a rule. */
export interface Unexercised {
  readonly ruleId: string
  readonly outcome: Judged
  /** Why no scan can come to it; `null` where only the site is missing. */
  readonly because: string | null
}

/** That a rule does not apply is no judgement of the site. */
type Judged = Exclude<Outcome, 'not-applicable'>
const JUDGED: readonly Judged[] = ['fail', 'pass', 'unclear']

export function unexercised(
  ruleIds: readonly string[],
  expected: readonly Pick<ExpectedFinding, 'ruleId' | 'outcome'>[],
  impossible: readonly Impossible[],
): readonly Unexercised[] {
  const asked = new Set(expected.map(keyOf))
  const reasons = new Map(impossible.map((each) => [keyOf(each), each.because]))
  return ruleIds
    .flatMap((ruleId) => JUDGED.map((outcome) => ({ ruleId, outcome })))
    .filter((each) => !asked.has(keyOf(each)))
    .map((each) => ({ ...each, because: reasons.get(keyOf(each)) ?? null }))
}

const keyOf = ({ ruleId, outcome }: Pick<ExpectedFinding, 'ruleId' | 'outcome'>): string => `${ruleId} ${outcome}`
