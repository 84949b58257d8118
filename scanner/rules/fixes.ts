import type { Category, Sighting } from '../model.ts'
import { listed, quoted } from '../words.ts'
import type { Bringer, RuleContext } from './rule.ts'

/** How rules say what to change: in which container or snippet, and on which signal it has to wait. */

type Some = Sighting | readonly Sighting[]

/** What to change, where, and which signal to wait for. */
export function gate(context: RuleContext, of: Some): string {
  const [first, ...others] = inList(of)
  if (!first) return ''
  const { name, category } = first
  const signal = SIGNALS[category]
  const places = bringersOf(context, [first, ...others])
  if (signal === null) return `${lead(places, name)}: find out what for, and let it run only once that is granted.`
  if (places.length === 0) return `Find what brings ${name} and let it run only once ${signal} is granted.`
  return places.map((place) => `${lead([place], name)}: ${TO_DO[place.kind](signal)}`).join(' ')
}

const TO_DO: Readonly<Record<Bringer['kind'], (signal: string) => string>> = {
  container: (signal) => `give its tag the consent check ${signal}.`,
  page: (signal) => `let its snippet run only once ${signal} is granted.`,
  script: (signal) => `let it do so only once ${signal} is granted.`,
}

/** `GTM container GTM-ABC123 brings Hotjar`, to be followed by a colon and what to do there. */
export function whereOf(context: RuleContext, of: Some): string {
  const sightings = inList(of)
  return lead(bringersOf(context, sightings), sightings[0]?.name ?? '')
}

/** ` (GTM container GTM-ABC123)`, or empty where nobody saw who brings it. */
export function inBrackets(context: RuleContext, of: Some): string {
  const places = bringersOf(context, inList(of))
  return places.length === 0 ? '' : ` (${listed(places.map(named))})`
}

function lead(places: readonly Bringer[], name: string): string {
  const [first] = places
  if (!first) return `Find what brings ${name}`
  if (places.length > 1) return `${listed(places.map(named))} bring ${name}`
  return `${named(first)} ${first.kind === 'page' ? 'embeds' : 'brings'} ${name}`
}

const named = ({ kind, name }: Bringer): string => (kind === 'container' ? `GTM container ${name}` : quoted(name))

/** Each once, in the order in which they were met. */
function bringersOf(context: RuleContext, sightings: readonly Sighting[]): readonly Bringer[] {
  const found = new Map<string, Bringer>()
  for (const sighting of sightings.slice(0, MOST_ASKED)) {
    const place = context.bringer(sighting)
    if (place) found.set(`${place.kind} ${place.name}`, place)
  }
  return [...found.values()].slice(0, MOST_TOLD)
}

/** Walking back from each of them takes time, and the first few tell. */
const MOST_ASKED = 12
const MOST_TOLD = 3

const inList = (of: Some): readonly Sighting[] => ('id' in of ? [of] : of)

/** Google's names, which most banners and tag managers understand; `null` where no signal fits. */
const SIGNALS: Readonly<Record<Category, string | null>> = {
  marketing: '`ad_storage` (marketing)',
  analytics: '`analytics_storage` (analytics)',
  functional: '`functionality_storage` (functional)',
  necessary: null,
  unclassified: null,
}
