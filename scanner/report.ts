import { formats } from './reports/index.ts'
import type { ReportFormat, ReportInput } from './reports/report-format.ts'

/** The last stage: an assessment and what it rests on, written down for a reader. */
export function renderReport(report: ReportInput, formatId: string): string {
  return formatOf(formatId).render(report)
}

/** Ids of the formats there are. */
export const reportFormats: readonly string[] = formats.map(({ id }) => id)

/** How the file of a report is called: `report.html`. */
export function reportFileName(formatId: string): string {
  return `report.${formatOf(formatId).extension}`
}

function formatOf(formatId: string): ReportFormat {
  const format = formats.find(({ id }) => id === formatId)
  if (!format) throw new RangeError(`There is no report format ${formatId}; there are ${reportFormats.join(', ')}.`)
  return format
}
