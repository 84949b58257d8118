import { html, type SafeHtml } from '@remix-run/html-template'
import type { ChoiceFact, ObservationOf } from '../../model.ts'
import { CHOICE_NAMES, STATE_NAMES } from '../names.ts'
import { statesOf, type Reading } from './reading.ts'
import { count, moreInBundle, shown } from './text.ts'

/** What each choice took of a visitor, side by side: refusing should be as easy as accepting. */
export function effort(reading: Reading): SafeHtml | null {
  const states = statesOf(reading)
  const choices = [...reading.observations.values()]
    .filter((seen) => seen.kind === 'choice')
    .toSorted((a, b) => states.indexOf(a.journey) - states.indexOf(b.journey) || a.run - b.run)
  if (choices.length === 0) return null
  const severalRuns = choices.some(({ run }) => run > 1)
  return html`<div class="scroll">
      <table class="list effort">
        <caption>
          What each choice took; the time is this scan’s, from the first sight of the banner to the last click
        </caption>
        <thead>
          <tr>
            <th scope="col">State</th>
            <th scope="col">Choice</th>
            <th scope="col">Layers</th>
            <th scope="col">Clicks</th>
            <th scope="col">Scrolls</th>
            <th scope="col">Time</th>
          </tr>
        </thead>
        <tbody>
          ${choices.slice(0, MOST).map((choice) => rowOf(choice, severalRuns))}
        </tbody>
      </table>
    </div>
    ${moreInBundle(choices.length, MOST)}`
}

function rowOf(choice: ObservationOf<'choice'>, severalRuns: boolean): SafeHtml {
  const { journey, run, layer, clicks, scrolls, tookMs } = choice
  return html`<tr>
    <th scope="row">${STATE_NAMES[journey]}${severalRuns ? `, run ${run}` : ''}</th>
    <td>${choiceText(choice)}</td>
    <td class="number">${layer === null ? '–' : count(layer)}</td>
    <td class="number">${count(clicks.length)}</td>
    <td class="number">${count(scrolls)}</td>
    <td class="number">${tookMs === null ? '–' : `${(tookMs / 1000).toFixed(1)} s`}</td>
  </tr>`
}

/** `Accept in part: analytics`. */
export function choiceText({ choice, allows }: Pick<ChoiceFact, 'choice' | 'allows'>): string {
  return shown(`${CHOICE_NAMES[choice]}${choice === 'accept-part' ? `: ${allows.join(', ')}` : ''}`)
}

const MOST = 60
