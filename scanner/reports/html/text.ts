import { html, type SafeHtml } from '@remix-run/html-template'
import type { Category, Severity } from '../../model.ts'
import { cutMiddle, visible, visibleLines } from '../foreign-text.ts'
import { CATEGORY_NAMES } from '../names.ts'

/** A name or address that a scanned page chose; a long one opens to its whole, as far as a page can bear it. */
export function foreign(text: string, most = 72): SafeHtml {
  if (text.length <= most) return html`<code><bdi>${visible(text)}</bdi></code>`
  const cut = html`<code><bdi>${visible(cutMiddle(text, most))}</bdi></code>`
  return html`<details class="long">
    <summary>${cut}</summary>
    <code><bdi>${visible(cutMiddle(text, MOST_UNFOLDED))}</bdi></code
    >${beyond(text)}
  </details>`
}

/** A short text that is no address: a label, a reason, a version. */
export function shown(text: string, most = 160): string {
  return visible(cutMiddle(text, most))
}

/** A sentence of ours, with names of the page between backticks. */
export function prose(text: string): SafeHtml {
  const parts = cutMiddle(text, MOST_UNFOLDED).split('`')
  // An odd number of backticks means that a name contains one: then nothing is marked up.
  if (parts.length % 2 === 0) return html`${visible(parts.join('`'))}`
  return html`${parts.map((part, index) => (index % 2 === 0 ? visible(part) : html`<code><bdi>${visible(part)}</bdi></code>`))}`
}

/** A text of the page with its own lines, such as a banner's. */
export function quotation(text: string): SafeHtml {
  const lines = visibleLines(cutMiddle(text, MOST_UNFOLDED))
  return html`<blockquote dir="auto">
      ${lines.map((line, index) => (index === 0 ? line : html`<br />${line}`))}
    </blockquote>
    ${beyond(text)}`
}

/** `2026-11-21 10:04:05 UTC`; what is no such time stays as it is. */
export function utcTime(utc: string): string {
  const parts = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2})/.exec(utc)
  return parts ? `${parts[1]} ${parts[2]} UTC` : visible(utc)
}

/** `10:04:05.123`, for lists whose day is known. */
export function utcClock(utc: string): string {
  return /T(\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?)/.exec(utc)?.[1] ?? visible(utc)
}

export function categoryChip(category: Category, disputed = false): SafeHtml {
  return html`<span class="category ${category}">${CATEGORY_NAMES[category]}</span
    >${disputed ? html` <span class="note" title="Sources disagree about this category">disputed</span>` : null}`
}

export function severityChip(severity: Severity): SafeHtml {
  return html`<span class="severity ${severity}">${severity}</span>`
}

/** Says how much of a list is not shown here, and where it is; nothing when all is. */
export function moreInBundle(total: number, listed: number, file = 'observations.ndjson'): SafeHtml | null {
  const more = total - listed
  return more > 0 ? html`<p class="more">${count(more)} more in the bundle (<code>${file}</code>).</p>` : null
}

/** `12 345` with thin spaces. */
export function count(amount: number): string {
  return String(amount).replace(/\B(?=(\d{3})+$)/g, '\u2009')
}

/** `3 requests`. */
export function counted(amount: number, thing: string): string {
  return `${count(amount)} ${thing}${amount === 1 ? '' : 's'}`
}

function beyond(text: string): SafeHtml | null {
  if (text.length <= MOST_UNFOLDED) return null
  return html`<span class="more">${count(text.length)} characters; the whole is in the bundle.</span>`
}

const MOST_UNFOLDED = 2000
