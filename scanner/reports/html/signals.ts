import { html, type SafeHtml } from '@remix-run/html-template'
import type { ObservationOf } from '../../model.ts'
import { coverFunnel, momentsOf, type Reading } from './reading.ts'
import { STATE_NAMES } from '../names.ts'
import { foreign, moreInBundle, shown } from './text.ts'

/** Consent signals as they were on the wire and on the device; the same signal is told once, with all its places. */
export function signals(reading: Reading): SafeHtml | null {
  const all = [...reading.observations.values()].filter((each) => each.kind === 'signal')
  if (all.length === 0) return null
  const alike = [...Map.groupBy(all, ({ standard, where, raw }) => `${standard}\n${where}\n${raw}`).values()]
  return html`<h3>Consent signals seen</h3>
    <div class="scroll">
      <table class="list signals">
        <thead>
          <tr>
            <th scope="col">Standard</th>
            <th scope="col">Where</th>
            <th scope="col">Signal</th>
            <th scope="col">When</th>
          </tr>
        </thead>
        <tbody>
          ${alike.slice(0, MOST).map((same) => rowOf(reading, same))}
        </tbody>
      </table>
    </div>
    ${moreInBundle(alike.length, MOST)}`
}

function rowOf(reading: Reading, same: readonly ObservationOf<'signal'>[]): SafeHtml | null {
  const [first] = same
  if (!first) return null
  return html`<tr>
    <td>${shown(first.standard)}</td>
    <td>${foreign(first.where)}</td>
    <td>${foreign(first.raw)}</td>
    <td>${whenOf(reading, same)}</td>
  </tr>`
}

/** `Rejected: Opt-in, Offer; Accepted: all pages`. */
function whenOf(reading: Reading, same: readonly ObservationOf<'signal'>[]): string {
  return momentsOf(reading)
    .map(
      (moment) => [moment, new Set(same.filter(({ state }) => state === moment).map(({ stepId }) => stepId))] as const,
    )
    .filter(([, steps]) => steps.size > 0)
    .map(([moment, steps]) => {
      const pages = coverFunnel(reading, steps) ? 'all pages' : [...steps].map((id) => reading.stepLabel(id)).join(', ')
      return shown(`${STATE_NAMES[moment]}: ${pages}`)
    })
    .join('; ')
}

const MOST = 40
