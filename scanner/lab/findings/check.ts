import type { Finding } from '../../model.ts'
import { steadyName } from '../../words.ts'
import type { ExpectedFinding, FindingSite } from './model.ts'

/** How what was found on one site compares with what must be. */
export interface FindingCheck {
  readonly site: string
  readonly expected: readonly ExpectedFinding[]
  readonly missing: readonly ExpectedFinding[]
  /** Failures nobody expected. */
  readonly unexpected: readonly Finding[]
  /** Everything that is wrong, in lines a person can read. */
  readonly faults: readonly string[]
}

/** Everything expected has to be found; nothing may fail beside it. */
export function checkFindings(
  { id, expected }: Pick<FindingSite, 'id' | 'expected'>,
  findings: readonly Finding[],
): FindingCheck {
  const missing = expected.filter((each) => !findings.some((found) => isAs(each, found)))
  const unexpected = findings.filter((found) => found.outcome === 'fail' && !expected.some((each) => isAs(each, found)))
  return {
    site: id,
    expected,
    missing,
    unexpected,
    faults: [
      ...missing.map((each) => `missed: ${inWords(each)}; ${insteadOf(each, findings)}`),
      ...unexpected.map((found) => `unexpected: ${inWords({ ...found, subject: subjectOf(found) })}: ${found.summary}`),
    ],
  }
}

function isAs(expected: ExpectedFinding, found: Finding): boolean {
  return (
    found.ruleId === expected.ruleId &&
    found.state === expected.state &&
    found.outcome === expected.outcome &&
    subjectOf(found) === steadyName(expected.subject)
  )
}

/** Vendor or host, as it stands in the key: rule, state, subject, item. */
function subjectOf({ key }: Finding): string {
  return (key.split('|')[2] ?? '').replaceAll('%7C', '|')
}

function inWords({ ruleId, state, subject, outcome }: ExpectedFinding): string {
  return `${ruleId} ${outcome} ${state ?? ''}${subject === '' ? '' : ` (${subject})`}`
}

function insteadOf({ ruleId, state }: ExpectedFinding, findings: readonly Finding[]): string {
  const found = findings.filter((each) => each.ruleId === ruleId && each.state === state)
  if (found.length === 0) return 'nothing was said'
  return found.map((each) => `said ${inWords({ ...each, subject: subjectOf(each) })}: ${each.summary}`).join('; ')
}
