import type { Observation } from '../../../../scanner/model.ts'
import { html } from '../../../../scanner/reports/html.ts'
import type { ReportInput } from '../../../../scanner/reports/report-format.ts'
import { sampleReport } from '../sample.ts'

/** The sample report with more in its evidence, and the text a reader sees of one of its sections. */
export function told(
  section: string,
  seen: readonly Observation[],
  assessment: Partial<ReportInput['assessment']> = {},
): string {
  const sample = sampleReport()
  const numbered = seen.map((each, index) => ({ ...each, id: `more-${index}` }))
  const page = html.render({
    ...sample,
    assessment: { ...sample.assessment, ...assessment },
    observations: new Map([...sample.observations, ...numbered.map((each) => [each.id, each] as const)]),
  })
  const [, body = ''] = new RegExp(`<section id="${section}"([^]*?)(?=<section id=|</main>)`).exec(page) ?? []
  return body.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
}
