import type { ScanErrorCode } from '../scanner/errors.ts'
import type { Assessment, Finding, Severity } from '../scanner/model.ts'
import { failsUnder } from '../scanner/readings.ts'

/** How every command ends: a closed list that scripts may rely on. */
export const exitCodes = {
  done: 0,
  findings: 1,
  usage: 2,
  notMade: 3,
  inconclusive: 4,
} as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

export const exitCodeMeanings: Readonly<Record<ExitCode, string>> = {
  0: 'done, and nothing at or above the severity of --fail-on was found',
  1: 'done, and something at or above the severity of --fail-on was found',
  2: 'the command line or the plan is at fault; nothing was scanned',
  3: 'it could not be made: no browser, no answer, no room, or cancelled',
  4: 'made, but inconclusive: a state was not proven or a page not reached',
}

export const severities: readonly Severity[] = ['info', 'low', 'medium', 'high', 'critical']

/**
 * A finding counts whatever else could not be seen, so 1 comes before 4; without a threshold findings never count.
 * What is unclear is no finding.
 */
export function exitCodeOf(assessment: Assessment, failOn: Severity | null): ExitCode {
  const counts = (severity: Severity): boolean =>
    failOn !== null && severities.indexOf(severity) >= severities.indexOf(failOn)
  if (assessment.findings.some((finding) => severitiesOf(finding).some(counts))) return exitCodes.findings
  return isConclusive(assessment) ? exitCodes.done : exitCodes.inconclusive
}

/** As which it fails, under any of the jurisdictions. */
function severitiesOf(finding: Finding): readonly Severity[] {
  const own = finding.outcome === 'fail' ? [finding.severity] : []
  return [...own, ...failsUnder(finding).map(({ severity }) => severity)]
}

/** Every state may be spoken of, and every page of it was seen. */
function isConclusive({ states, coverage }: Assessment): boolean {
  return states.every(({ verdict }) => verdict !== 'inconclusive') && coverage.visits.every(({ visited }) => visited)
}

export function exitCodeOfError(code: ScanErrorCode): ExitCode {
  return code === 'plan-invalid' ? exitCodes.usage : exitCodes.notMade
}
