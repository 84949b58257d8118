import type { Calibration, CalibrationFigure, ConsentState } from './model.ts'

/** One phrase for each thing, so that findings, headlines and reports say it alike. */

/** When something was seen, as a phrase that ends a sentence. */
export function when(state: ConsentState): string {
  return WHEN[state]
}

const WHEN: Readonly<Record<ConsentState, string>> = {
  'no-choice': 'before any choice',
  scrolled: 'after scrolling, with no choice made',
  closed: 'after the banner was closed, with no choice made',
  rejected: 'after reject',
  accepted: 'after accept',
  'accepted:functional': 'after accepting functional only',
  'accepted:analytics': 'after accepting analytics only',
  'accepted:marketing': 'after accepting marketing only',
  'accepted:functional+analytics': 'after accepting functional and analytics only',
  'accepted:functional+marketing': 'after accepting functional and marketing only',
  'accepted:analytics+marketing': 'after accepting analytics and marketing only',
  withdrawn: 'after withdrawal',
  gpc: 'with Global Privacy Control on',
  gated: 'with the chosen vendors held back',
}

/** `365 days`, `30 minutes`, `session`. */
export function lifetime(days: number | null): string {
  if (days === null) return 'session'
  const [amount, unit] = days >= 1 ? [days, 'day'] : days >= 1 / 24 ? [days * 24, 'hour'] : [days * 1440, 'minute']
  return counted(Math.max(1, Math.round(amount)), unit)
}

export function counted(amount: number, thing: string): string {
  return `${amount} ${thing}${amount === 1 ? '' : 's'}`
}

/** `a, b and 2 more`. */
export function listed(names: Iterable<string>, most = 3): string {
  const all = [...new Set(names)]
  const more = all.length - most
  return more > 0 ? `${all.slice(0, most).join(', ')} and ${more} more` : all.join(', ')
}

/** A name that a page chose, between backticks and no longer than a line. */
export function quoted(name: string): string {
  return `\`${name.length > 80 ? `${name.slice(0, 79)}…` : name}\``
}

/** With a capital at its beginning. */
export function sentence(phrase: string): string {
  return phrase.charAt(0).toUpperCase() + phrase.slice(1)
}

/** How well the instrument is known to do: `calibrated on 2026-11-21 with Chrome/156.0: 1,204 of 1,204 facts, ...`. */
export function calibrated({ at, versions, facts, banners, findings, wrongWayClicks }: Calibration): string {
  const choices = banners.filter(({ of }) => CHOICES.has(of))
  const parts = [
    ...share(facts, 'facts'),
    ...share(choices, 'choices on banners'),
    ...(choices.length === 0 ? [] : [counted(wrongWayClicks, 'wrong click')]),
    ...share(findings, 'findings'),
    ...(findings.length === 0 ? [] : [`${counted(sum(findings, 'invented'), 'finding')} too many`]),
  ]
  return `calibrated on ${at.slice(0, 10)} with ${versions.browser}: ${parts.join(', ')}`
}

const CHOICES: ReadonlySet<string> = new Set(['refusals made', 'acceptances made'])

function share(figures: readonly CalibrationFigure[], of: string): readonly string[] {
  if (figures.length === 0) return []
  const matched = sum(figures, 'matched')
  const all = matched + sum(figures, 'missing')
  return [`${matched.toLocaleString('en-US')} of ${all.toLocaleString('en-US')} ${of}`]
}

function sum(figures: readonly CalibrationFigure[], of: 'matched' | 'missing' | 'invented'): number {
  return figures.reduce((total, figure) => total + figure[of], 0)
}

/** A name without the parts that are made anew for each visitor or visit, so that two runs speak of one thing. */
export function steadyName(name: string): string {
  return name.replace(UUID, '{id}').replace(HEX, '{id}').replace(TIME, '{time}').replace(DIGITS, '{id}')
}

/** Cookies named by a whole id are many products' way: `AMCV_…`, `mp_<token>_mixpanel`, `_dd_s_<uuid>`. */
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi
/** With a digit and a letter in it: `deadbeefdeadbeef` could be a word, a number is told below. */
const HEX = /(?<![0-9a-z])(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{16,}(?![0-9a-z])/gi
/** Seconds or milliseconds since 1970, of this century's first half. */
const TIME = /(?<!\d)1\d{9}(?:\d{3})?(?!\d)/g
const DIGITS = /(?<!\d)\d{12,}(?!\d)/g
