import { html } from './html.ts'
import { json } from './json.ts'
import type { ReportFormat } from './report-format.ts'

/** Every way to write an assessment down. */
export const formats: readonly ReportFormat[] = [html, json]
