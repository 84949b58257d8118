import type { Finding, Outcome } from '../../model.ts'
import { steadyName } from '../../words.ts'
import type { ExpectedFinding, FindingSite } from './model.ts'

/** How what was found on one site compares with what must be. */
export interface FindingCheck {
  readonly site: string
  readonly expected: readonly ExpectedFinding[]
  readonly missing: readonly ExpectedFinding[]
  /** Failures nobody expected, and doubts about who needs no consent. */
  readonly unexpected: readonly Finding[]
  /** Everything that is wrong, in lines a person can read. */
  readonly faults: readonly string[]
}

/** Everything expected has to be found; nothing may fail beside it, nor be unclear where no consent is needed. */
export function checkFindings(
  { id, expected, needsNoConsent }: Pick<FindingSite, 'id' | 'expected' | 'needsNoConsent'>,
  findings: readonly Finding[],
): FindingCheck {
  const missing = expected.filter((each) => !findings.some((found) => isAs(each, found)))
  const wrong = (outcome: Outcome): boolean => outcome === 'fail' || (needsNoConsent && outcome === 'unclear')
  const unexpected = findings.filter((found) => wrong(found.outcome) && !expected.some((each) => isAs(each, found)))
  return {
    site: id,
    expected,
    missing,
    unexpected,
    faults: [
      ...missing.map((each) => `missed: ${inWords(each)}; ${insteadOf(each, findings)}`),
      ...unexpected.map((found) => `unexpected: ${toldOf(found)}`),
    ],
  }
}

function isAs(expected: ExpectedFinding, found: Finding): boolean {
  return (
    found.ruleId === expected.ruleId &&
    found.state === expected.state &&
    found.outcome === expected.outcome &&
    (expected.stability === null || found.stability === expected.stability) &&
    (expected.fixNames === null || found.fix.includes(expected.fixNames)) &&
    subjectOf(found) === steadyName(expected.subject)
  )
}

/** Vendor or host, as it stands in the key: rule, state, subject, item. */
function subjectOf({ key }: Finding): string {
  return (key.split('|')[2] ?? '').replaceAll('%7C', '|')
}

type InWords = Pick<ExpectedFinding, 'ruleId' | 'state' | 'subject' | 'outcome'> & Partial<ExpectedFinding>

function inWords({ ruleId, state, subject, outcome, stability = null, fixNames = null }: InWords): string {
  const how = stability === null ? '' : `, ${stability}`
  const named = fixNames === null ? '' : `, with a fix that names ${fixNames}`
  return `${ruleId} ${outcome} ${state ?? ''}${subject === '' ? '' : ` (${subject})`}${how}${named}`
}

function insteadOf({ ruleId, state }: ExpectedFinding, findings: readonly Finding[]): string {
  const found = findings.filter((each) => each.ruleId === ruleId && each.state === state)
  if (found.length === 0) return 'nothing was said'
  return found.map((each) => `said ${toldOf(each)}`).join('; ')
}

function toldOf(found: Finding): string {
  const { ruleId, state, outcome, stability, summary } = found
  const how = stability === 'unrepeated' ? {} : { stability }
  return `${inWords({ ruleId, state, outcome, subject: subjectOf(found), ...how })}: ${summary}`
}
