import { html, type SafeHtml } from '@remix-run/html-template'
import type { ObservationOf } from '../../model.ts'
import { STATE_NAMES } from '../names.ts'
import type { Reading } from './reading.ts'
import { shown, utcTime } from './text.ts'

/** One screenshot, small; following its link shows it large, and the close link behind it goes back. */
export function figure(reading: Reading, shot: ObservationOf<'screenshot'>): SafeHtml {
  const image = pictureOf(reading, shot)
  const what = `${OF[shot.of]}, ${STATE_NAMES[shot.journey]}, ${reading.stepLabel(shot.stepId)}`
  const caption = html`<figcaption>
    <strong>${shown(what)}</strong><br />${utcTime(shot.utc)}<br /><code title="SHA-256"
      >${shot.sha256.slice(0, 16)}</code
    >
  </figcaption>`
  if (image === null) {
    return html`<figure class="shot missing">
      <p>Picture in the bundle: <code>${shown(shot.path)}</code></p>
      ${caption}
    </figure>`
  }
  const id = reading.pictureAnchor(shot.id)
  return html`<figure class="shot" id="${id}">
    <a href="#${id}"><img src="${image}" alt="${shown(what)}" /></a>${caption}<a class="close" href="#${id}-closed"
      >Close the picture</a
    ><span id="${id}-closed"></span>
  </figure>`
}

/** Only what cannot be anything but a picture becomes one. */
export function pictureOf({ images }: Reading, shot: ObservationOf<'screenshot'>): string | null {
  const image = images.get(shot.path) ?? ''
  return /^data:image\/(png|jpeg|webp);base64,[A-Za-z0-9+/=]*$/.test(image) ? image : null
}

/** Where the same bytes were already shown: the page looked alike to the pixel. */
export function sameAs(reading: Reading, first: ObservationOf<'screenshot'>): SafeHtml {
  return html`<p class="same">
    Byte for byte as
    <a href="#${reading.pictureAnchor(first.id)}"
      >${STATE_NAMES[first.journey]}, ${shown(reading.stepLabel(first.stepId))}</a
    >
  </p>`
}

const OF: Readonly<Record<ObservationOf<'screenshot'>['of'], string>> = {
  step: 'Page',
  banner: 'Banner',
  'after-choice': 'After the choice',
}
