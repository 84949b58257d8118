import type { Calibration, CalibrationFigure, ConsentState } from './model.ts'
import * as phrases from './phrases.ts'
import { spelled } from './said.ts'

/** Phrases in plain English, for what is read in English only; `phrases.ts` has those that other languages know. */

/** When something was seen, as a phrase that ends a sentence. */
export function when(state: ConsentState): string {
  return spelled(phrases.when(state))
}

/** `365 days`, `30 minutes`, `session`. */
export function lifetime(days: number | null): string {
  return spelled(phrases.lifetime(days))
}

export function counted(amount: number, thing: string): string {
  return `${amount} ${thing}${amount === 1 ? '' : 's'}`
}

/** `a, b and 2 more`. */
export function listed(names: Iterable<string>, most = 3): string {
  return spelled(phrases.listed(names, most))
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
