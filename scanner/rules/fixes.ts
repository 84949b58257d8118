import type { Category, Sighting, Wording } from '../model.ts'
import { listed } from '../phrases.ts'
import { NOTHING, said, together } from '../said.ts'
import { quoted } from '../words.ts'
import type { Bringer, RuleContext } from './rule.ts'

/** How rules say what to change: in which container or snippet, and on which signal it has to wait. */

type Some = Sighting | readonly Sighting[]

/** What to change, where, and which signal to wait for. */
export function gate(context: RuleContext, of: Some): Wording {
  const [first, ...others] = inList(of)
  if (!first) return NOTHING
  const { name, category } = first
  const signal = SIGNALS[category]
  const places = bringersOf(context, [first, ...others])
  if (signal === null) return said`${lead(places, name)}: find out what for, and let it run only once that is granted.`
  if (places.length === 0) return said`Find what brings ${name} and let it run only once ${signal} is granted.`
  return together(places.map((place) => said`${lead([place], name)}: ${TO_DO[place.kind](signal)}`))
}

const TO_DO: Readonly<Record<Bringer['kind'], (signal: Wording) => Wording>> = {
  container: (signal) => said`give its tag the consent check ${signal}.`,
  page: (signal) => said`let its snippet run only once ${signal} is granted.`,
  script: (signal) => said`let it do so only once ${signal} is granted.`,
}

/** `GTM container GTM-ABC123 brings Hotjar`, to be followed by a colon and what to do there. */
export function whereOf(context: RuleContext, of: Some): Wording {
  const sightings = inList(of)
  return lead(bringersOf(context, sightings), sightings[0]?.name ?? '')
}

/** ` (GTM container GTM-ABC123)`, or empty where nobody saw who brings it. */
export function inBrackets(context: RuleContext, of: Some): Wording {
  const places = bringersOf(context, inList(of))
  return places.length === 0 ? NOTHING : said` (${listed(places.map(named))})`
}

function lead(places: readonly Bringer[], name: string): Wording {
  const [first] = places
  if (!first) return said`Find what brings ${name}`
  if (places.length > 1) return said`${listed(places.map(named))} bring ${name}`
  return first.kind === 'page' ? said`${named(first)} embeds ${name}` : said`${named(first)} brings ${name}`
}

const named = ({ kind, name }: Bringer): Wording =>
  kind === 'container' ? said`GTM container ${name}` : said`${quoted(name)}`

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
const SIGNALS: Readonly<Record<Category, Wording | null>> = {
  marketing: said`\`ad_storage\` (marketing)`,
  analytics: said`\`analytics_storage\` (analytics)`,
  functional: said`\`functionality_storage\` (functional)`,
  necessary: null,
  unclassified: null,
}
