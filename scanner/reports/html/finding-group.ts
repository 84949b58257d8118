import { html, type SafeHtml } from '@remix-run/html-template'
import type { Finding } from '../../model.ts'
import { STATE_NAMES } from '../names.ts'
import { withEvidence } from './evidence.ts'
import type { Reading } from './reading.ts'
import { readings } from './readings.ts'
import { counted, prose, severityChip, shown } from './text.ts'

/** What one check found in one state: vendor by vendor what was observed, on what evidence, and the way out. */
export function findingGroup(reading: Reading, findings: readonly Finding[]): SafeHtml | null {
  const [first] = findings
  if (!first) return null
  const { severity, title, ruleId, state } = first
  const law = [...new Set(findings.flatMap((finding) => finding.law))]
  const byVendor = Map.groupBy(findings, ({ vendorId }) => vendorId)
  return html`<article class="finding">
    <header>
      ${severityChip(severity)}
      <h4>${shown(title)}</h4>
      <p class="quiet">
        ${shown(ruleId)}${state === null ? '' : ` · ${STATE_NAMES[state]}`}${findings.length === 1 ? '' : ` · ${counted(findings.length, 'finding')}`}
      </p>
    </header>
    ${[...byVendor].map(([vendorId, own]) => vendorPart(reading, vendorId, own))}
    <dl>
      ${readings(findings)}
      ${
        law.length === 0
          ? null
          : html`<dt>Bears on</dt>
              <dd class="law">${law.map((clause) => html`<p>${shown(clause, 400)}</p>`)}</dd>`
      }
    </dl>
  </article>`
}

function vendorPart(reading: Reading, vendorId: string | null, findings: readonly Finding[]): SafeHtml {
  const vendor = vendorId === null ? null : reading.vendor({ vendorId, name: '' })
  const name = vendor
    ? html`<a href="#${vendor.anchor}"><bdi>${shown(vendor.name, 80)}</bdi></a>`
    : shown(vendorId ?? '')
  const fixes = [...new Set(findings.map(({ fix }) => fix).filter((fix) => fix !== ''))]
  return html`${vendorId === null ? null : html`<h5>${name}</h5>`}
    <dl>
      <dt>Observed</dt>
      <dd>${findings.map((finding) => withEvidence(reading, finding))}</dd>
      ${
        fixes.length === 0
          ? null
          : html`<dt>Way out</dt>
              <dd>${fixes.map((fix) => html`<p>${prose(fix)}</p>`)}</dd>`
      }
    </dl>`
}
