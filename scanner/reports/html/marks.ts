import { html, type SafeHtml } from '@remix-run/html-template'
import type { Mark } from '../../model.ts'
import { MARK_NAMES, MARKS } from '../names.ts'

/** The shapes of the matrix, drawn once; told apart by form, so that they survive grey paper and colour blindness. */
export const markShapes: SafeHtml = html`<svg width="0" height="0" class="shapes" aria-hidden="true" focusable="false">
  ${MARKS.map((mark) => html`<symbol id="mark-${mark}" viewBox="0 0 16 16">${shapeOf(mark)}</symbol>`)}
</svg>`

export function markIcon(mark: Mark, label: string): SafeHtml {
  return html`<svg class="mark ${mark}" role="img" aria-label="${label}"><use href="#mark-${mark}" /></svg>`
}

/** For where the words stand beside it. */
export function silentMark(mark: Mark): SafeHtml {
  return html`<svg class="mark ${mark}" aria-hidden="true" focusable="false"><use href="#mark-${mark}" /></svg>`
}

export function markName(mark: Mark): string {
  return MARK_NAMES[mark]
}

function shapeOf(mark: Mark): SafeHtml {
  switch (mark) {
    case 'stored':
      return html`<circle cx="8" cy="8" r="4.5" fill="currentColor" />`
    case 'sent':
      return html`<circle cx="8" cy="8" r="5" fill="none" stroke="currentColor" stroke-width="1.75" />`
    case 'both':
      return html`<circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" stroke-width="1.5" /><circle
          cx="8"
          cy="8"
          r="3"
          fill="currentColor"
        />`
    case 'present':
      return html`<circle cx="8" cy="8" r="1.5" fill="currentColor" />`
    case 'none':
      return html`<path d="M5.5 8h5" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" />`
    case 'blocked':
      return html`<path d="m4.5 4.5 7 7m0-7-7 7" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" />`
    case 'unseen':
      return html`<path
          d="M5.6 6.1a2.4 2.4 0 1 1 3.3 2.2c-.6.3-.9.7-.9 1.5"
          fill="none"
          stroke="currentColor"
          stroke-width="1.6"
          stroke-linecap="round"
        /><circle cx="8" cy="12.3" r="1.1" fill="currentColor" />`
  }
}
