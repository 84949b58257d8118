import type { CalibrationResult } from '../scanner/calibrate.ts'
import type { CalibrationFigure } from '../scanner/model.ts'
import { visible } from '../scanner/reports/foreign-text.ts'

/** What a person reads when the instrument has been calibrated: the figures, and everything it got wrong. */
export function calibrationText({ calibration, faults, leftOut, unexercised }: CalibrationResult): string {
  const { versions, facts, banners, findings, wrongWayClicks, falselyProven } = calibration
  return [
    `Tagtrail ${versions.tool}, knowledge ${versions.knowledge}, ${versions.browser}`,
    ...table('Facts', facts),
    ...table('Banners', banners),
    ...(banners.length === 0
      ? []
      : [`  clicks the wrong way: ${wrongWayClicks}; states called proven that were not: ${falselyProven}`]),
    ...table('Findings', findings),
    ...(findings.length === 0 ? [] : [totalOf(findings)]),
    ...unexercised.map(
      ({ ruleId, outcome, because }) =>
        `  no site has to be called ${outcome} by ${ruleId}${because === null ? '' : `: ${because}`}`,
    ),
    ...(faults.length === 0 ? [] : ['', 'Wrong:']),
    ...faults.flatMap(({ subject, lines }) => [`  ${subject}`, ...lines.map((line) => `    ${visible(line)}`)]),
    ...leftOut.map((site) => `Left out: ${site}`),
    '',
  ].join('\n')
}

function table(title: string, figures: readonly CalibrationFigure[]): readonly string[] {
  if (figures.length === 0) return []
  const width = Math.max(...figures.map(({ of }) => of.length))
  return [
    '',
    title.padEnd(width + 2) + '         right       recall    precision',
    ...figures.map(({ of, matched, missing, invented }) => {
      const right = `${matched} of ${matched + missing}`.padStart(16)
      return `  ${of.padEnd(width)}${right}${share(matched, missing)}${share(matched, invented).padStart(13)}`
    }),
  ]
}

function totalOf(findings: readonly CalibrationFigure[]): string {
  const sum = (amount: (figure: CalibrationFigure) => number): number =>
    findings.reduce((total, figure) => total + amount(figure), 0)
  const found = sum(({ matched }) => matched)
  const expected = found + sum(({ missing }) => missing)
  return `  expected findings found: ${found} of ${expected}; unexpected failures: ${sum(({ invented }) => invented)}`
}

function share(right: number, wrong: number): string {
  const percent = right + wrong === 0 ? 100 : (100 * right) / (right + wrong)
  // Never rounded up to all of it.
  return `${(Math.floor(percent * 100) / 100).toFixed(2)} %`.padStart(13)
}
