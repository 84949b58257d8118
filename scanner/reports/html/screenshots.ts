import { html, type SafeHtml } from '@remix-run/html-template'
import type { ConsentState, ObservationOf } from '../../model.ts'
import { STATE_NAMES } from '../names.ts'
import { figure, pictureOf, sameAs } from './figure.ts'
import { statesOf, type Reading } from './reading.ts'
import { moreInBundle, shown } from './text.ts'

/** Each page as the visitor saw it at the end of the step, side by side in each state. */
export function screenshots(reading: Reading): SafeHtml {
  const all = [...reading.observations.values()]
    .filter((seen) => seen.kind === 'screenshot')
    .filter(({ of }) => of === 'step')
  if (all.length === 0) return html`<p>No screenshot was made.</p>`
  const chosen = firstOfEach(all)
  const earlier = new Map<string, ObservationOf<'screenshot'>>()
  const cell = (state: ConsentState, stepId: string): SafeHtml => {
    const shot = chosen.get(`${state} ${stepId}`)
    if (!shot) return html`<p class="same">No picture</p>`
    const before = earlier.get(shot.sha256)
    if (before) return sameAs(reading, before)
    if (pictureOf(reading, shot) !== null) earlier.set(shot.sha256, shot)
    return figure(reading, shot)
  }
  return html`<p class="quiet">Follow a picture to see it large. The code below each is the start of its SHA-256.</p>
    ${reading.assessment.steps.map(
      ({ id, label }) =>
        html`<section class="step-pictures">
          <h3><bdi>${shown(label)}</bdi></h3>
          <div class="pictures">
            ${statesOf(reading).map(
              (state) =>
                html`<div>
                  <h4>${STATE_NAMES[state]}</h4>
                  ${cell(state, id)}
                </div>`,
            )}
          </div>
        </section>`,
    )}
    ${moreInBundle(all.length, chosen.size)}`
}

/** Of several runs the first. */
function firstOfEach(all: readonly ObservationOf<'screenshot'>[]): ReadonlyMap<string, ObservationOf<'screenshot'>> {
  const chosen = new Map<string, ObservationOf<'screenshot'>>()
  for (const shot of all.toSorted((a, b) => a.run - b.run || a.at - b.at)) {
    const key = `${shot.journey} ${shot.stepId}`
    if (!chosen.has(key)) chosen.set(key, shot)
  }
  return chosen
}
