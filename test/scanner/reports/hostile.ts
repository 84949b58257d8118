import type { ReportInput } from '../../../scanner/reports/report-format.ts'

/** What a hostile page may choose as a name, a text or an address. */
export const HOSTILE: readonly string[] = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  'javascript:alert(1)',
  '</style></title></table><iframe src="https://evil.example/">',
  '\u202Egnp.exe\u2066\u200B',
  '\u001B[2J\u001B]0;owned\u0007\u009B31m\r\nfake line',
  '&lt;b&gt; `code` ${1+1} \uD800',
  'a'.repeat(200_000),
]

/** The report with every string a page can choose replaced by each hostile one in turn. */
export function hostileReport(report: ReportInput): ReportInput {
  let next = 0
  const replaced = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return CHOSEN_BY_PAGES.has(key) ? HOSTILE[next++ % HOSTILE.length] : value
    if (Array.isArray(value)) return value.map((each) => replaced(each, key))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, replaced(member, name)]))
  }
  const all = <T>(value: T): T => replaced(value, '') as T
  const observations = new Map([...report.observations].map(([id, seen]) => [id, all(seen)]))
  return {
    ...report,
    assessment: all(report.assessment),
    plan: all(report.plan),
    gaps: all(report.gaps),
    observations,
    causes: new Map([...report.causes].map(([id, trail]) => [id, all(trail)])),
    images: new Map(
      [...observations.values()].flatMap((seen) => (seen.kind === 'screenshot' ? [[seen.path, EVIL]] : [])),
    ),
  }
}

const EVIL = 'data:text/html,<script>alert(1)</script>'

const CHOSEN_BY_PAGES: ReadonlySet<string> = new Set(
  (
    'name label headline site item host url key origin domain text title reason because detail summary fix raw where ' +
    'cmp strategy failure refusedBecause path selector vendor'
  ).split(' '),
)
