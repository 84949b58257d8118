import { html, type SafeHtml } from '@remix-run/html-template'
import type { Finding, Outcome } from '../../model.ts'
import { failsUnder } from '../../readings.ts'
import { compareText } from '../matrix-layout.ts'
import { SEVERITIES, STATE_NAMES } from '../names.ts'
import { findingGroup } from './finding-group.ts'
import type { Reading } from './reading.ts'
import { count, moreInBundle, prose, shown } from './text.ts'

/** What was asked of the evidence and what it answered: to act on first, then what a person has to decide, then the rest. */
export function findings(reading: Reading): SafeHtml {
  const of = (outcome: Outcome): readonly Finding[] =>
    reading.assessment.findings.filter((finding) => finding.outcome === outcome).toSorted(heaviestFirst)
  const elsewhere = reading.assessment.findings.filter(failsElsewhere).toSorted(heaviestFirst)
  const isElsewhere = new Set(elsewhere)
  const none = 'No check found anything to act on in what could be observed.'
  return html`<p class="quiet">
      A finding states what was observed and what it bears on. Whether processing is lawful is for the controller and
      its counsel to judge; outcomes and severities assume the jurisdiction named first above.
    </p>
    ${groups(reading, 'To act on', of('fail'), none)} ${groups(reading, 'For a person to decide', of('unclear'), null)}
    ${groups(reading, 'To act on under another of the jurisdictions', elsewhere, null)}
    ${list(
      'Checks that held',
      of('pass').filter((finding) => !isElsewhere.has(finding)),
    )}
    ${list(
      'Did not arise',
      of('not-applicable').filter((finding) => !isElsewhere.has(finding)),
    )}`
}

/** It passes, or is no question, under the first of the jurisdictions and not under another. */
function failsElsewhere(finding: Finding): boolean {
  return (finding.outcome === 'pass' || finding.outcome === 'not-applicable') && failsUnder(finding).length > 0
}

/** In each severity by check and state; within, as their keys sort. */
function heaviestFirst(a: Finding, b: Finding): number {
  return SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || compareText(a.key, b.key)
}

function groups(reading: Reading, title: string, all: readonly Finding[], none: string | null): SafeHtml | null {
  if (all.length === 0)
    return none === null
      ? null
      : html`<h3>${title}</h3>
          <p>${none}</p>`
  const listed = all.slice(0, MOST)
  const byCheck = Map.groupBy(listed, ({ severity, ruleId, state }) => `${severity} ${ruleId} ${state}`)
  return html`<h3>${title} <span class="quiet">${count(all.length)}</span></h3>
    ${[...byCheck.values()].map((group) => findingGroup(reading, group))}
    ${moreInBundle(all.length, listed.length, 'assessment.json')}`
}

function list(title: string, all: readonly Finding[]): SafeHtml | null {
  if (all.length === 0) return null
  return html`<h3>${title} <span class="quiet">${count(all.length)}</span></h3>
    <div class="scroll">
      <table class="list checks">
        <thead>
          <tr>
            <th scope="col">Check</th>
            <th scope="col">State</th>
            <th scope="col">What was asked and seen</th>
          </tr>
        </thead>
        <tbody>
          ${all.slice(0, MOST).map(
            (finding) =>
              html`<tr>
                <td><strong>${shown(finding.ruleId)}</strong> ${shown(finding.title)}</td>
                <td>${finding.state === null ? '–' : STATE_NAMES[finding.state]}</td>
                <td>${prose(answerOf(finding))}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${moreInBundle(all.length, MOST, 'assessment.json')}`
}

/** Where the law settles it, that comes first: what was seen would read like an accusation without it. */
function answerOf({ outcome, readings, summary }: Finding): string {
  const [first] = readings
  const why = first?.outcome === outcome ? first.note : ''
  return why === '' ? summary : `${why} Seen: ${summary}`
}

const MOST = 300
