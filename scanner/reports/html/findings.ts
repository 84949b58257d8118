import { html, type SafeHtml } from '@remix-run/html-template'
import type { Finding, Outcome } from '../../model.ts'
import { compareText } from '../matrix-layout.ts'
import { SEVERITIES, STATE_NAMES } from '../names.ts'
import { evidence } from './evidence.ts'
import { coverFunnel, type Reading } from './reading.ts'
import { count, counted, moreInBundle, prose, severityChip, shown } from './text.ts'

/** What was asked of the evidence and what it answered: to act on first, then what a person has to decide, then the rest. */
export function findings(reading: Reading): SafeHtml {
  const of = (outcome: Outcome): readonly Finding[] =>
    reading.assessment.findings.filter((finding) => finding.outcome === outcome).toSorted(heaviestFirst)
  return html`<p class="quiet">
      A finding states what was observed and what it bears on. Whether processing is lawful is for the controller and
      its counsel to judge; severities assume the jurisdiction named above.
    </p>
    ${articles(reading, 'To act on', of('fail'), 'No check found anything to act on in what could be observed.')}
    ${articles(reading, 'For a person to decide', of('unclear'), null)} ${list('Checks that held', of('pass'))}
    ${list('Did not arise', of('not-applicable'))}`
}

export function heaviestFirst(a: Finding, b: Finding): number {
  return SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || compareText(a.key, b.key)
}

function articles(reading: Reading, title: string, all: readonly Finding[], none: string | null): SafeHtml | null {
  if (all.length === 0)
    return none === null
      ? null
      : html`<h3>${title}</h3>
          <p>${none}</p>`
  return html`<h3>${title} <span class="quiet">${count(all.length)}</span></h3>
    ${all.slice(0, MOST).map((finding) => article(reading, finding))}
    ${moreInBundle(all.length, MOST, 'assessment.json')}`
}

function article(reading: Reading, finding: Finding): SafeHtml {
  const { ruleId, severity, title, state, vendorId, summary, fix, law, seen, stepIds } = finding
  const vendor = vendorId === null ? null : reading.vendor({ vendorId, name: '' })
  const where = coverFunnel(reading, stepIds)
    ? `all ${stepIds.length} steps`
    : stepIds.map((id) => shown(reading.stepLabel(id))).join(', ')
  return html`<article class="finding">
    <header>
      ${severityChip(severity)}
      <h4>
        ${shown(title)}${vendorId === null ? null : html`: ${vendor ? html`<a href="#${vendor.anchor}">${shown(vendor.name)}</a>` : shown(vendorId)}`}
      </h4>
      <p class="quiet">
        ${shown(ruleId)}${state === null ? '' : ` · ${STATE_NAMES[state]}`}${where === '' ? '' : html` · <bdi>${where}</bdi>`}${seenText(seen)}
      </p>
    </header>
    <dl>
      <dt>Observed</dt>
      <dd>${prose(summary)}</dd>
      ${
        law.length === 0
          ? null
          : html`<dt>Bears on</dt>
              <dd>${law.map((clause, index) => html`${index === 0 ? null : html`<br />`}${shown(clause)}`)}</dd>`
      }
      ${
        fix === ''
          ? null
          : html`<dt>Way out</dt>
              <dd>${prose(fix)}</dd>`
      }
    </dl>
    ${evidence(reading, finding.evidence)}
  </article>`
}

function seenText({ runs, of }: Finding['seen']): string {
  if (of === 0 || runs === 0) return ''
  const steadiness = of === 1 ? '' : runs === of ? ', stable' : ', intermittent'
  return ` · seen in ${runs} of ${counted(of, 'run')}${steadiness}`
}

function list(title: string, all: readonly Finding[]): SafeHtml | null {
  if (all.length === 0) return null
  return html`<h3>${title} <span class="quiet">${count(all.length)}</span></h3>
    <div class="scroll">
      <table class="list">
        <thead>
          <tr>
            <th scope="col">Check</th>
            <th scope="col">State</th>
            <th scope="col">What was asked and seen</th>
          </tr>
        </thead>
        <tbody>
          ${all.slice(0, MOST).map(
            ({ ruleId, title: asked, state, summary }) =>
              html`<tr>
                <td><strong>${shown(ruleId)}</strong> ${shown(asked)}</td>
                <td>${state === null ? '–' : STATE_NAMES[state]}</td>
                <td>${prose(summary)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${moreInBundle(all.length, MOST, 'assessment.json')}`
}

const MOST = 200
