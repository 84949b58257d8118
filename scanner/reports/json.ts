import type { ReportFormat } from './report-format.ts'

/** The assessment as other programs read it: what the schema `assessment` describes, equal assessments as equal bytes. */
export const json: ReportFormat = {
  id: 'json',
  extension: 'json',
  render: ({ assessment }) => `${JSON.stringify(assessment, sortedKeys, 2)}\n`,
}

/** Keys by UTF-16 code units, as in RFC 8785; a key such as `__proto__` stays what it is. */
function sortedKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const sorted: Record<string, unknown> = Object.create(null)
  for (const [key, member] of Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : Number(a > b)))) {
    sorted[key] = member
  }
  return sorted
}
