import { html, type SafeHtml } from '@remix-run/html-template'
import type { Moment, Phase, Sighting } from '../../model.ts'
import { compareText } from '../matrix-layout.ts'
import { FATE_NAMES, PARTY_NAMES, STATE_NAMES } from '../names.ts'
import { categoryNotes } from './category-notes.ts'
import { coverFunnel, momentsOf, type Reading, type VendorReading } from './reading.ts'
import { categoryChip, count, counted, foreign, moreInBundle, shown } from './text.ts'

/** What each vendor was asked for or sent, by state and step. */
export function requests(reading: Reading): SafeHtml {
  const { vendors } = reading
  if (vendors.length === 0) return html`<p>No request was seen in what could be observed.</p>`
  return html`<p class="quiet">
      One line for each address (host and path) and consent state; the figure behind a step counts
      requests${reading.assessment.scan.runs > 1 ? ', all runs together' : ''}.
    </p>
    ${vendors.map((vendor, index) => vendorOf(reading, vendor, index < MOST_VENDORS ? MOST_LINES : 0))}`
}

function vendorOf(reading: Reading, vendor: VendorReading, most: number): SafeHtml {
  const moments = momentsOf(reading)
  const lines = moments.flatMap((moment) => linesOf(vendor, moment))
  const total = lines.reduce((sum, line) => sum + line.ids.size, 0)
  // What the matrix leads to, the first line of each state, stands even where the list is cut.
  const listed = lines.filter((line, index) => index < most || lines[index - 1]?.moment !== line.moment)
  return html`<section class="vendor" id="${vendor.anchor}" aria-labelledby="${vendor.anchor}-name">
    <h3 id="${vendor.anchor}-name">
      <bdi>${shown(vendor.name, 80)}</bdi>
      <span class="quiet"
        >${categoryChip(vendor.category, vendor.disputed)} · ${PARTY_NAMES[vendor.party]} ·
        ${counted(total, 'request')}${vendor.stored.length > 0 ? html` · <a href="#${vendor.anchor}-stored">stored items</a>` : null}</span
      >
    </h3>
    ${lines.length === 0 ? html`<p>No request of its own was seen.</p>` : tableOf(reading, vendor, listed)}
    ${moreInBundle(lines.length, listed.length, 'assessment.json')}
  </section>`
}

interface Line {
  readonly moment: Moment
  readonly item: string
  readonly sightings: Sighting[]
  readonly ids: Set<string>
}

function linesOf({ requests: sightings }: VendorReading, moment: Moment): readonly Line[] {
  const lines = new Map<string, Line>()
  for (const sighting of sightings) {
    if (sighting.state !== moment) continue
    const line = lines.get(sighting.item) ?? { moment, item: sighting.item, sightings: [], ids: new Set() }
    line.sightings.push(sighting)
    for (const id of sighting.observations) line.ids.add(id)
    lines.set(sighting.item, line)
  }
  return [...lines.values()].toSorted((a, b) => compareText(a.item, b.item))
}

function tableOf(reading: Reading, vendor: VendorReading, lines: readonly Line[]): SafeHtml {
  return html`<div class="scroll">
    <table class="list requests">
      <thead>
        <tr>
          <th scope="col">State</th>
          <th scope="col">Host and path</th>
          <th scope="col">Steps</th>
          <th scope="col">Fate</th>
          <th scope="col">Phase</th>
        </tr>
      </thead>
      <tbody>
        ${lines.map((line, index) => lineOf(reading, vendor, line, lines[index - 1]?.moment !== line.moment))}
      </tbody>
    </table>
  </div>`
}

function lineOf(
  reading: Reading,
  vendor: VendorReading,
  { moment, item, sightings, ids }: Line,
  isFirst: boolean,
): SafeHtml {
  const fates = [...new Set(sightings.flatMap((sighting) => sighting.fates))].toSorted(compareText)
  const phases = new Set(reading.seen([...ids]).map(({ phase }) => phase))
  return html`<tr${isFirst ? html` class="first" id="${vendor.anchor}-${moment}"` : null}>
    <td class="state">${isFirst ? STATE_NAMES[moment] : html`<span class="hidden">${STATE_NAMES[moment]}</span>`}</td>
    <td>${foreign(item, 84)}${categoryNotes(sightings)}</td>
    <td>${stepsOf(reading, sightings)}</td>
    <td>${fates.map((fate) => FATE_NAMES[fate]).join(', ')}</td>
    <td>${PHASES.filter((phase) => phases.has(phase)).join(', ')}</td>
  </tr>`
}

/** `Opt-in 2, Offer 1`, in the order of the funnel; `all 5 steps, 2 each` where they are alike. */
function stepsOf(reading: Reading, sightings: readonly Sighting[]): SafeHtml {
  const counts = new Map<string, number>()
  for (const { stepId, observations } of sightings) counts.set(stepId, (counts.get(stepId) ?? 0) + observations.length)
  const steps = [...counts].toSorted(([a], [b]) => reading.stepOrder(a) - reading.stepOrder(b) || compareText(a, b))
  const [first] = steps
  if (first && coverFunnel(reading, counts.keys()) && steps.every(([, amount]) => amount === first[1]))
    return html`all ${steps.length} steps, ${count(first[1])} each`
  return html`${steps.map(
    ([stepId, amount], index) =>
      html`${index === 0 ? '' : ', '}<bdi>${shown(reading.stepLabel(stepId))}</bdi> ${count(amount)}`,
  )}`
}

const PHASES: readonly Phase[] = ['load', 'idle', 'scroll', 'input', 'leave']

/** Vendors told in full. */
const MOST_VENDORS = 150
const MOST_LINES = 40
