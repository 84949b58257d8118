import { html, type SafeHtml } from '@remix-run/html-template'
import type { ConsentState, Coverage, Gap } from '../../model.ts'
import { STATE_NAMES } from '../names.ts'
import { statesOf, type Reading } from './reading.ts'
import { count, counted, moreInBundle, prose, shown } from './text.ts'

/** What could be seen and what could not; without it no silence in this report means anything. */
export function coverage(reading: Reading): SafeHtml {
  const { counts, gaps, notCovered, visits } = reading.assessment.coverage
  return html`<p>
      Read: ${counted(counts.requests, 'request')}, ${counted(counts.cookies, 'cookie')},
      ${counted(counts.storage, 'storage item')} of ${counted(counts.vendors, 'vendor')}. What is not listed in this
      report was not observed under these conditions; that is no proof that it does not happen.
    </p>
    <div class="scroll">
      <table class="list visits">
        <caption>
          Page visits
        </caption>
        <thead>
          <tr>
            <th scope="col">Step</th>
            ${statesOf(reading).map((state) => html`<th scope="col">${STATE_NAMES[state]}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${reading.assessment.steps.map(
            ({ id, label }) =>
              html`<tr>
                <th scope="row"><bdi>${shown(label)}</bdi></th>
                ${statesOf(reading).map((state) => html`<td>${visitsOf(visits, state, id)}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    <h3>Gaps in the evidence</h3>
    ${gaps.length === 0 ? html`<p>None was recorded.</p>` : gapTable(reading, gaps)}
    <h3>Not covered</h3>
    <ul>
      ${notCovered.map((text) => html`<li>${prose(text)}</li>`)}
      <li>Whatever this list does not name either: one scan sees one browser, in one place, at one time.</li>
    </ul>`
}

function visitsOf(visits: Coverage['visits'], state: ConsentState, stepId: string): SafeHtml {
  const own = visits.filter((visit) => visit.state === state && visit.stepId === stepId)
  if (own.length === 0) return html`not visited`
  const made = own.filter(({ visited }) => visited)
  const statuses = [...new Set(made.map(({ status }) => (status === null ? 'no status' : `status ${status}`)))]
  const loud = made.filter(({ quiet }) => !quiet).length
  const parts = [
    own.length === 1
      ? made.length === 1
        ? 'visited'
        : 'not visited'
      : `visited in ${made.length} of ${own.length} runs`,
    ...statuses,
    ...(loud === 0 ? [] : [own.length === 1 ? 'never went quiet' : `${loud} never went quiet`]),
  ]
  return html`${parts.join(', ')}`
}

function gapTable(reading: Reading, gaps: readonly Gap[]): SafeHtml {
  return html`<div class="scroll">
      <table class="list">
        <thead>
          <tr>
            <th scope="col">What happened</th>
            <th scope="col">Where</th>
            <th scope="col">What it hides</th>
          </tr>
        </thead>
        <tbody>
          ${gaps.slice(0, MOST).map(
            ({ kind, reason, journey, run, stepId, blinds }) =>
              html`<tr>
                <td><strong>${kind.replaceAll('-', ' ')}</strong>: ${prose(reason)}</td>
                <td>${STATE_NAMES[journey]}, <bdi>${shown(reading.stepLabel(stepId))}</bdi>, run ${count(run)}</td>
                <td>
                  ${blinds.length === 0 ? 'nothing the checks need' : blinds.map((blind) => blind.replaceAll('-', ' ')).join(', ')}
                </td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${moreInBundle(gaps.length, MOST, 'gaps.ndjson')}`
}

const MOST = 100
