import { html, type SafeHtml } from '@remix-run/html-template'
import type { Finding, LegalReading } from '../../model.ts'
import { jurisdictionName, OUTCOME_NAMES } from '../names.ts'
import { prose, severityChip } from './text.ts'

/** How each legal order reads what was found; nothing where there is one order and it has nothing to add. */
export function readings(findings: readonly Finding[]): SafeHtml | null {
  const all = distinct(findings.flatMap((finding) => finding.readings))
  if (!all.some((each) => each.reading !== 'settled') && new Set(all.map(orderOf)).size < 2) return null
  return html`<dt>Readings</dt>
    <dd>
      <ul class="readings">
        ${all.map(
          (each) =>
            html`<li>
              <strong>${jurisdictionName(each.jurisdiction)}</strong
              >${each.reading === 'settled' ? '' : `, ${each.reading} reading`}${each.counts ? '' : ' (held, not followed here)'}:
              ${OUTCOME_NAMES[each.outcome]}${each.outcome === 'fail' || each.outcome === 'unclear' ? html` ${severityChip(each.severity)}` : null}${each.note === '' ? null : html`. ${prose(each.note)}`}
            </li>`,
        )}
      </ul>
    </dd>`
}

function orderOf({ jurisdiction }: LegalReading): string {
  return jurisdiction
}

function distinct(all: readonly LegalReading[]): readonly LegalReading[] {
  const byWords = new Map(
    all.map((each) => [[each.jurisdiction, each.reading, each.outcome, each.severity, each.note].join('\n'), each]),
  )
  return [...byWords.values()]
}
