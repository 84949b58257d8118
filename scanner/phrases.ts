import type { Category, ConsentState, Wording } from './model.ts'
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

/** What something is for, as a word in a sentence. */
export function named(category: Category): Wording {
  return CATEGORIES[category]
}

const CATEGORIES: Readonly<Record<Category, Wording>> = {
  necessary: said`necessary`,
  functional: said`functional`,
  analytics: said`analytics`,
  marketing: said`marketing`,
  unclassified: said`unclassified`,
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
  cookie: said`${1} cookie`,
  'cookie write': said`${1} cookie write`,
  'storage item': said`${1} storage item`,
  'storage write': said`${1} storage write`,
  banner: said`${1} banner`,
  signal: said`${1} signal`,
  socket: said`${1} socket`,
  cname: said`${1} cname`,
  declaration: said`${1} declaration`,
  'api-call': said`${1} api-call`,
  'canary-seen': said`${1} canary-seen`,
  'privacy survey': said`${1} privacy survey`,
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
  cookie: (amount) => said`${amount} cookies`,
  'cookie write': (amount) => said`${amount} cookie writes`,
  'storage item': (amount) => said`${amount} storage items`,
  'storage write': (amount) => said`${amount} storage writes`,
  banner: (amount) => said`${amount} banners`,
  signal: (amount) => said`${amount} signals`,
  socket: (amount) => said`${amount} sockets`,
  cname: (amount) => said`${amount} cnames`,
  declaration: (amount) => said`${amount} declarations`,
  'api-call': (amount) => said`${amount} api-calls`,
  'canary-seen': (amount) => said`${amount} canary-seens`,
  'privacy survey': (amount) => said`${amount} privacy surveys`,
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
