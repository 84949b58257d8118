import { styleText } from 'node:util'
import type { Assessment, Finding, Severity, StandingRuling } from '../scanner/model.ts'
import { visible } from '../scanner/reports/foreign-text.ts'
import { outcomeUnder } from '../scanner/readings.ts'
import { rulingText } from '../scanner/reports/ruling-text.ts'
import { rulingsBeside } from '../scanner/rulings.ts'
import { jurisdictionName, OUTCOME_NAMES, SEVERITIES } from '../scanner/reports/names.ts'
import { wrap } from './wrap.ts'

export interface TextStyle {
  readonly width: number
  readonly colour: boolean
}

/**
 * Findings for a terminal, the heaviest first, one heading for each rule, each with what a person decided about it and the
 * way out; then what a person has to look at.
 */
export function findingsText(
  assessment: Assessment,
  style: TextStyle,
  rulings: readonly StandingRuling[] = [],
): string {
  const { findings } = assessment
  const beside = rulingsBeside(assessment, rulings)
  const fails = findings.filter(({ outcome }) => outcome === 'fail')
  const unclear = findings.filter(({ outcome }) => outcome === 'unclear')
  const parts = [
    fails.length === 0 ? 'No findings in what could be seen.' : headed('Findings', fails),
    ...SEVERITIES.flatMap((severity) =>
      groups(fails.filter((finding) => finding.severity === severity)).map((group) => groupText(group, beside, style)),
    ),
    ...(unclear.length === 0 ? [] : [unclearText(unclear, style)]),
  ]
  return parts.join('\n')
}

/** `Findings: 2 critical, 4 high`. */
function headed(title: string, findings: readonly Finding[]): string {
  const counts = SEVERITIES.map((severity) => [severity, findings.filter((each) => each.severity === severity).length])
  const told = counts.filter(([, count]) => count !== 0).map(([severity, count]) => `${count} ${severity}`)
  return `${title}: ${told.join(', ')}`
}

type Beside = ReadonlyMap<string, readonly StandingRuling[]>

function groups(findings: readonly Finding[]): readonly (readonly Finding[])[] {
  return [...Map.groupBy(findings, ({ ruleId }) => ruleId).values()]
}

function groupText(findings: readonly Finding[], beside: Beside, { width, colour }: TextStyle): string {
  const [first] = findings
  if (!first) return ''
  const severity = colour
    ? styleText(COLOURS[first.severity], first.severity, { validateStream: false })
    : first.severity
  const shown = findings.slice(0, MOST_LINES)
  const lines = shown.flatMap((finding, index) => {
    const said = `${finding.summary}${seen(finding)}${elsewhere(finding)}`
    const decided = (beside.get(finding.key) ?? []).map((ruling) => `Ruling: ${rulingText(ruling)}`)
    // Said once for several findings on end that have the same way out.
    const fix = finding.fix === '' || finding.fix === shown[index + 1]?.fix ? [] : [`Way out: ${finding.fix}`]
    return [
      wrap(visible(said), width, '    '),
      ...[...decided, ...fix].map((line) => wrap(visible(line), width, '      ')),
    ]
  })
  const more = findings.length - MOST_LINES
  return [
    `\n  ${severity}  ${visible(first.title)} (${first.ruleId})`,
    ...lines,
    ...(more > 0 ? [`    ... and ${more} more in the report`] : []),
  ].join('\n')
}

/** Of one rule; a terminal is for the first look. */
const MOST_LINES = 6

/** Said only where runs could differ. */
function seen({ seen: { runs, of } }: Finding): string {
  return of > 1 ? ` Seen in ${runs} of ${of} proven runs.` : ''
}

/** Said only where a scan was judged under several orders and they differ. */
function elsewhere({ outcome, severity, readings }: Finding): string {
  const orders = [...new Set(readings.map(({ jurisdiction }) => jurisdiction))]
  const told = orders.slice(1).flatMap((order) => {
    const under = outcomeUnder(order, readings)
    const weight = readings.find(({ jurisdiction }) => jurisdiction === order)?.severity ?? severity
    if (under === outcome && weight === severity) return []
    return [`${jurisdictionName(order)}: ${under === 'fail' ? weight : OUTCOME_NAMES[under]}`]
  })
  return told.length === 0 ? '' : ` ${told.join('; ')}.`
}

function unclearText(findings: readonly Finding[], { width }: TextStyle): string {
  const rules = groups(findings).map((group) => `${group[0]?.title} (${group[0]?.ruleId}, ${group.length})`)
  return `\n${wrap(visible(`Unclear, to be looked at in the report: ${rules.join('; ')}.`), width)}`
}

const COLOURS = {
  critical: ['bold', 'red'],
  high: 'red',
  medium: 'yellow',
  low: 'cyan',
  info: 'dim',
} as const satisfies Record<Severity, unknown>
