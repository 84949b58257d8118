import { html, type SafeHtml } from '@remix-run/html-template'
import type { ConsentState, MatrixCell, MatrixRow } from '../../model.ts'
import { cutMiddle } from '../foreign-text.ts'
import { cellsOf, longestLifetime, verdictText } from '../matrix-layout.ts'
import { MARKS, PARTY_NAMES, STATE_NAMES } from '../names.ts'
import { lifetime } from '../../words.ts'
import { markIcon, markName, silentMark } from './marks.ts'
import { statesOf, type Reading } from './reading.ts'
import { categoryChip, shown } from './text.ts'

/** Vendors by consent state and step: the one picture. Marks lead to what they stand for. */
export function matrix(reading: Reading): SafeHtml {
  const { assessment, groups } = reading
  if (groups.length === 0) {
    return html`<p>
        No vendor was seen in what could be observed. What was and was not covered stands under
        <a href="#coverage">Coverage</a>.
      </p>
      ${legend()}`
  }
  const columns = assessment.states.length * assessment.steps.length + 3
  return html`<div class="scroll" role="region" aria-label="Matrix of vendors by consent state and step" tabindex="0">
      <table class="matrix" style="--slant: ${slantOf(reading)}px; --print-cell: ${printCell(columns - 3)}px">
        <caption>
          Vendors by consent state; in each band one cell per step of the funnel, in order.
        </caption>
        ${head(reading)}
        ${groups.map(
          ({ category, rows }) =>
            html`<tbody>
              <tr class="group">
                <th colspan="${columns}" scope="rowgroup">${categoryChip(category)}</th>
              </tr>
              ${rows.map((row) => rowOf(reading, row))}
            </tbody>`,
        )}
      </table>
    </div>
    ${legend()}`
}

function head({ assessment }: Reading): SafeHtml {
  const { states, steps } = assessment
  return html`<thead>
    <tr class="bands">
      <th rowspan="2" scope="col" class="who">Vendor</th>
      <th rowspan="2" scope="col" class="fact">Longest lifetime</th>
      <th rowspan="2" scope="col" class="fact">First seen</th>
      ${states.map(
        (state) =>
          html`<th
            colspan="${steps.length}"
            scope="colgroup"
            class="band ${state.verdict}"
            title="${shown(state.because, 300)}"
          >
            ${STATE_NAMES[state.state]} <span class="verdict">${shown(verdictText(state), 48)}</span>
          </th>`,
      )}
    </tr>
    <tr class="steps">
      ${states.map(() =>
        steps.map(
          ({ label }, index) =>
            html`<th scope="col" class="step${index === 0 ? ' first' : ''}" title="${shown(label, 200)}">
              <span><bdi>${shown(label, MOST_LETTERS)}</bdi></span>
            </th>`,
        ),
      )}
    </tr>
  </thead>`
}

function rowOf(reading: Reading, row: MatrixRow): SafeHtml {
  const cell = cellsOf(row)
  const longest = longestLifetime(row)
  const vendor = reading.vendor(row)
  const name = html`<bdi>${shown(row.name, 40)}</bdi>`
  return html`<tr>
    <th scope="row" class="who">
      ${vendor ? html`<a href="#${vendor.anchor}">${name}</a>` : name}${partyMark(row)}${row.disputed ? html`<span class="note">disputed</span>` : null}
    </th>
    <td class="fact">${longest === null ? '–' : lifetime(longest.days)}</td>
    <td class="fact"><bdi>${shown(reading.stepLabel(row.firstStepId), 18)}</bdi></td>
    ${statesOf(reading).map((state) =>
      reading.assessment.steps.map(({ id }, index) => cellOf(reading, row, cell(state, id), index === 0)),
    )}
  </tr>`
}

function cellOf(
  reading: Reading,
  row: MatrixRow,
  { state, stepId, mark, alert }: MatrixCell,
  first: boolean,
): SafeHtml {
  const label = `${markName(mark)}${alert ? ', would normally need consent' : ''}`
  const target = mark === 'none' || mark === 'unseen' ? null : proofOf(reading, row, state)
  const title = `${cutMiddle(row.name, 40)}, ${STATE_NAMES[state]}, ${cutMiddle(reading.stepLabel(stepId), 40)}: ${label}`
  const icon = markIcon(mark, label)
  return html`<td class="cell${first ? ' first' : ''}${alert ? ' alert' : ''}" title="${shown(title)}">
    ${target === null ? icon : html`<a href="#${target}">${icon}</a>`}
  </td>`
}

/** How high the slanted names stand, in px, from about 6.5 px a letter. */
function slantOf({ assessment }: Reading): number {
  const longestLabel = assessment.steps.reduce((most, { label }) => Math.max(most, label.length), 0)
  return 20 + Math.ceil(Math.min(MOST_LETTERS, longestLabel) * 5)
}

/** On paper the cells of wide matrices move together, in px. */
function printCell(cells: number): number {
  return cells <= MOST_UPRIGHT ? 18 : Math.min(18, Math.max(9, Math.floor(700 / cells)))
}

/** Whether paper has to be turned for it. */
export function isWide({ assessment }: Reading): boolean {
  return assessment.states.length * assessment.steps.length > MOST_UPRIGHT
}

/** Where the requests of a cell are listed, or what it stored. */
function proofOf(reading: Reading, row: MatrixRow, state: ConsentState): string | null {
  const vendor = reading.vendor(row)
  if (!vendor) return null
  if (vendor.requests.some((sighting) => sighting.state === state)) return `${vendor.anchor}-${state}`
  return vendor.stored.length > 0 ? `${vendor.anchor}-stored` : vendor.anchor
}

function partyMark({ party }: MatrixRow): SafeHtml {
  const short = { first: '1st', third: '3rd', 'first-disguised': '3rd as 1st' }[party]
  return html`<abbr class="party" title="${PARTY_NAMES[party]}">${short}</abbr>`
}

function legend(): SafeHtml {
  return html`<ul class="legend" aria-label="Legend">
    ${MARKS.map((mark) => html`<li>${silentMark(mark)} ${markName(mark)}</li>`)}
    <li><span class="swatch alert">${silentMark('both')}</span> would normally need consent, and it was not given</li>
    <li><abbr class="party">1st</abbr> <abbr class="party">3rd</abbr> first and third party</li>
  </ul>`
}

const MOST_LETTERS = 20
/** Cells of a row that fit on an upright page. */
const MOST_UPRIGHT = 18
