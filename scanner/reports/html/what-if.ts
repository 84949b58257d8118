import { html, type SafeHtml } from '@remix-run/html-template'
import type { Sighting, WhatIf, WhatIfItem } from '../../model.ts'
import { whatIfSentences } from '../what-if-text.ts'
import { coverFunnel, type Reading } from './reading.ts'
import { categoryChip, count, foreign, moreInBundle, shown } from './text.ts'

/** What the state `gated` answers: whether the site bears it when chosen vendors are held back. */
export function whatIf(reading: Reading): SafeHtml {
  const answer = reading.assessment.whatIf
  if (answer === null) return html`<p>This scan cannot tell.</p>`
  return html`<p class="quiet">
      The accepted visit was made once more with requests of the chosen vendors held back, and nothing else. What this
      section does not name as missing was not missed by this visitor; no more can be said.
    </p>
    <ul>
      ${whatIfSentences(answer, reading.stepLabel).map((told) => html`<li>${shown(told, 600)}</li>`)}
    </ul>
    ${causes(answer)} ${errors(reading, answer)} ${TABLES.map(([title, part]) => table(reading, title, answer[part]))}`
}

/** The causal check: each request that was held back, and what was stored because of it after accept alone. */
function causes({ without }: WhatIf): SafeHtml | null {
  if (without.length === 0) return null
  return html`<h3>Not stored without it <span class="quiet">${count(without.length)}</span></h3>
    <ul>
      ${without.slice(0, MOST).map(
        ({ by, stored }) =>
          html`<li>
            Without ${foreign(by.item)} <span class="quiet">(${shown(by.name, 80)}):</span>
            ${[...new Set(stored.map(({ item }) => item))].slice(0, MOST).map((item) => html`${foreign(item)} `)}
          </li>`,
      )}
    </ul>
    ${moreInBundle(without.length, MOST, 'assessment.json')}`
}

function errors(reading: Reading, { errors: fresh }: WhatIf): SafeHtml | null {
  if (fresh === null || fresh.length === 0) return null
  return html`<h3>Errors that no accepted visit showed <span class="quiet">${count(fresh.length)}</span></h3>
    <ul>
      ${fresh.slice(0, MOST).map(
        ({ how, text, url, line, stepIds }) =>
          html`<li>
            ${foreign(text, 300)}
            <span class="quiet"
              >${HOW[how]}${line === null ? '' : `, line ${line}`},
              ${stepIds.map((id) => reading.stepLabel(id)).join(', ')}</span
            >
            ${url === null ? '' : html`<span class="quiet">in</span> ${foreign(url, 120)}`}
          </li>`,
      )}
    </ul>
    ${moreInBundle(fresh.length, MOST, 'assessment.json')}`
}

const HOW = { thrown: 'not caught', rejected: 'a promise nobody caught', logged: 'logged as an error' } as const

const TABLES: readonly (readonly [string, keyof Pick<WhatIf, 'gone' | 'leaks' | 'broken'>])[] = [
  ['Failed now, though answered after accept', 'broken'],
  ['There all the same', 'leaks'],
  ['Gone', 'gone'],
]

function table(reading: Reading, title: string, items: readonly WhatIfItem[]): SafeHtml | null {
  if (items.length === 0) return null
  return html`<h3>${title} <span class="quiet">${count(items.length)}</span></h3>
    <div class="scroll">
      <table class="list">
        <thead>
          <tr>
            <th scope="col">Vendor</th>
            <th scope="col">Category</th>
            <th scope="col">What</th>
            <th scope="col">Pages</th>
          </tr>
        </thead>
        <tbody>
          ${items.slice(0, MOST).map(
            ({ name, category, kind, item, stepIds }) =>
              html`<tr>
                <th scope="row"><bdi>${shown(name, 80)}</bdi></th>
                <td>${categoryChip(category)}</td>
                <td><span class="quiet">${KINDS[kind]}</span> ${foreign(item)}</td>
                <td>
                  ${coverFunnel(reading, stepIds) ? 'all' : shown(stepIds.map((id) => reading.stepLabel(id)).join(', '))}
                </td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${moreInBundle(items.length, MOST, 'assessment.json')}`
}

const KINDS: Readonly<Record<Sighting['kind'], string>> = {
  request: 'request',
  cookie: 'cookie',
  'cookie-write': 'cookie',
  storage: 'storage',
  'storage-write': 'storage',
  'page-marks': 'traces on the page',
}

const MOST = 60
