import { rulingsBeside } from '../rulings.ts'
import { causeNames, requestOf } from './cause-text.ts'
import type { ReportFormat, ReportInput } from './report-format.ts'

/**
 * The assessment as other programs read it: what the schema `assessment` describes, equal assessments as equal bytes, and
 * beside it, under `rulings`, what people decided and the findings that bears on, and under `causes` the way to each
 * observation that a finding rests on, under `calibration` how well the instrument was last known to do, or `null`.
 */
export const json: ReportFormat = {
  id: 'json',
  extension: 'json',
  render: (report) => {
    const { assessment, calibration } = report
    const told = { ...assessment, calibration, rulings: rulingsOf(report), causes: causesOf(report) }
    return `${JSON.stringify(told, sortedKeys, 2)}\n`
  },
}

function rulingsOf({ assessment, rulings }: ReportInput) {
  const beside = [...rulingsBeside(assessment, rulings)]
  return rulings.map((ruling) => ({
    ...ruling,
    findings: beside.filter(([, some]) => some.includes(ruling)).map(([key]) => key),
  }))
}

/** In words, the request by its number, and the observations on the way, oldest first. */
function causesOf({ causes }: ReportInput) {
  const told = [...causes].map(([id, trail]) => {
    const chain = trail.flatMap(({ observationId }) => observationId ?? [])
    return [id, { trail: causeNames(trail).join(' -> '), requestId: requestOf(trail), chain }] as const
  })
  return Object.fromEntries(told)
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
