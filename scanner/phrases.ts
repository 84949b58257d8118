import type { ConsentState, Wording } from './model.ts'
import { said, spelled } from './said.ts'

/** One phrase for each thing, so that findings, headlines and reports say it alike, in whatever language. */

/** When something was seen, as a phrase that ends a sentence. */
export function when(state: ConsentState): Wording {
  return WHEN[state]
}

const WHEN: Readonly<Record<ConsentState, Wording>> = {
  'no-choice': said`before any choice`,
  scrolled: said`after scrolling, with no choice made`,
  closed: said`after the banner was closed, with no choice made`,
  rejected: said`after reject`,
  accepted: said`after accept`,
  'accepted:functional': said`after accepting functional only`,
  'accepted:analytics': said`after accepting analytics only`,
  'accepted:marketing': said`after accepting marketing only`,
  'accepted:functional+analytics': said`after accepting functional and analytics only`,
  'accepted:functional+marketing': said`after accepting functional and marketing only`,
  'accepted:analytics+marketing': said`after accepting analytics and marketing only`,
  withdrawn: said`after withdrawal`,
  gpc: said`with Global Privacy Control on`,
  gated: said`with the chosen vendors held back`,
}

/** `365 days`, `30 minutes`, `session`. */
export function lifetime(days: number | null): Wording {
  if (days === null) return said`session`
  const [amount, unit] =
    days >= 1
      ? ([days, 'day'] as const)
      : days >= 1 / 24
        ? ([days * 24, 'hour'] as const)
        : ([days * 1440, 'minute'] as const)
  return counted(Math.max(1, Math.round(amount)), unit)
}

/** `1 page`, `3 pages`. */
export function counted(amount: number, thing: CountedThing): Wording {
  return amount === 1 ? ONE[thing] : MANY[thing](amount)
}

const ONE = {
  day: said`${1} day`,
  hour: said`${1} hour`,
  minute: said`${1} minute`,
  page: said`${1} page`,
  vendor: said`${1} vendor`,
  click: said`${1} click`,
  scroll: said`${1} scroll`,
  toggle: said`${1} toggle`,
  request: said`${1} request`,
  'declared cookie': said`${1} declared cookie`,
} as const

export type CountedThing = keyof typeof ONE

const MANY: Readonly<Record<CountedThing, (amount: number) => Wording>> = {
  day: (amount) => said`${amount} days`,
  hour: (amount) => said`${amount} hours`,
  minute: (amount) => said`${amount} minutes`,
  page: (amount) => said`${amount} pages`,
  vendor: (amount) => said`${amount} vendors`,
  click: (amount) => said`${amount} clicks`,
  scroll: (amount) => said`${amount} scrolls`,
  toggle: (amount) => said`${amount} toggles`,
  request: (amount) => said`${amount} requests`,
  'declared cookie': (amount) => said`${amount} declared cookies`,
}

/** `a, b and 2 more`. */
export function listed(names: Iterable<string | Wording>, most = 3): Wording {
  const all = [...new Map([...names].map((name) => [typeof name === 'string' ? name : spelled(name), name])).values()]
  const more = all.length - most
  return more > 0 ? said`${enumerated(all.slice(0, most))} and ${more} more` : enumerated(all)
}

function enumerated(names: readonly (string | Wording)[]): Wording {
  if (names.every((name) => typeof name === 'string')) return said`${names.join(', ')}`
  return [names.map((_, index) => `{${index}}`).join(', '), ...names]
}
