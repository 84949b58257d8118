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
    ${TABLES.map(([title, part]) => table(reading, title, answer[part]))}`
}

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
