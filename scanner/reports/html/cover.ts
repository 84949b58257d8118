import { html, type SafeHtml } from '@remix-run/html-template'
import type { Finding, Outcome, Step } from '../../model.ts'
import { jurisdictionNames, ROLE_NAMES, STATE_NAMES } from '../names.ts'
import { counted, foreign, prose, shown, utcTime } from './text.ts'
import { statesOf, type Reading } from './reading.ts'

/** What was scanned, and the answer in one sentence. */
export function cover(reading: Reading): SafeHtml {
  const { assessment, environment } = reading
  const { scan } = assessment
  return html`<header class="cover">
    <p class="kind">Tagtrail consent scan</p>
    <h1><bdi>${shown(scan.name)}</bdi></h1>
    <p class="site">${foreign(scan.site)}</p>
    ${scan.ended === 'complete' ? null : html`<p class="unfinished"><strong>This scan did not come to its end</strong> (${scan.ended ?? 'it was cut off'}). What follows is what it saw until then.</p>`}
    <p class="headline">${prose(assessment.headline)}</p>
    <dl class="facts">
      ${fact('Started', utcTime(scan.startedAt))} ${fact('Browser', shown(environment.browser.product))}
      ${fact(scan.jurisdictions.length > 1 ? 'Jurisdictions' : 'Jurisdiction', jurisdictionNames(scan))}
      ${fact(
        'Consent states',
        statesOf(reading)
          .map((state) => STATE_NAMES[state])
          .join(', '),
      )}
      ${fact('Runs of each state', String(scan.runs))} ${fact('Tool', `Tagtrail ${shown(assessment.versions.tool)}`)}
    </dl>
  </header>`
}

/** The steps in order, as the visitor went. */
export function funnel({ plan }: Reading): SafeHtml {
  return html`<ol class="funnel">
    ${plan.steps.map(
      (step) =>
        html`<li>
          <strong><bdi>${shown(step.label)}</bdi></strong> <span class="quiet">${ROLE_NAMES[step.role]}</span
          ><br />${reached(step)}
        </li>`,
    )}
  </ol>`
}

/** Below the matrix: what its silence and its marks rest on. */
export function trust(reading: Reading): SafeHtml {
  const { coverage, findings, scan } = reading.assessment
  const visited = coverage.visits.filter((visit) => visit.visited)
  const loud = visited.filter(({ quiet }) => !quiet).length
  const parts = [
    html`<a href="#findings">${findingsLine(findings)}</a>`,
    html`<a href="#coverage">${visited.length} of ${counted(coverage.visits.length, 'page visit')} made</a
      >${loud > 0 ? `, ${loud} never went quiet` : null}`,
    html`${counted(coverage.gaps.length, 'gap')} in the evidence`,
    html`each state visited ${scan.runs === 1 ? 'once' : `${scan.runs} times`}`,
    reading.manifestSha256 === null
      ? html`bundle not sealed`
      : html`bundle
          <code title="SHA-256 of manifest.json: ${reading.manifestSha256}"
            >${reading.manifestSha256.slice(0, 12)}</code
          >`,
  ]
  return html`<p class="trust">
    ${parts.map((part, index) => (index === 0 ? part : html` <span aria-hidden="true">·</span> ${part}`))}
  </p>`
}

/** `9 to act on, 2 for a person to decide, 6 checks held`. */
export function findingsLine(findings: readonly Finding[]): string {
  const amount = (outcome: Outcome): number => findings.filter((finding) => finding.outcome === outcome).length
  return `${counted(amount('fail'), 'finding')} to act on, ${amount('unclear')} for a person to decide, ${counted(amount('pass'), 'check')} held`
}

function fact(name: string, value: string): SafeHtml {
  return html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`
}

function reached({ go }: Step): SafeHtml {
  if (go.kind === 'url') return foreign(go.url, 90)
  const { target } = go
  return 'selector' in target
    ? html`by a click on ${foreign(target.selector)}`
    : html`by a click on the ${shown(target.role)} “<bdi>${shown(target.name)}</bdi>”`
}
