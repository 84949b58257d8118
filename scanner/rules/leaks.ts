import type { ObservationOf, Sighting, Wording } from '../model.ts'
import { counted, draft, inBrackets, listed, needsConsent, quoted } from './drafting.ts'
import { allows } from '../states.ts'
import type { DraftFinding, RuleContext } from './rule.ts'
import { capitalised, said } from '../said.ts'

/** What rules ask of the identity that the visitor typed: who got it, in which form, and when. */

/** A value of the visitor's that somebody other than the site got. */
export interface Leak {
  readonly seen: ObservationOf<'canary-seen'>
  /** Who got it; `null` when nothing else was seen of that host. */
  readonly to: Sighting | null
}

/** Parts of the typed identity that left for another party; click ids are no identity. */
export function leaksIn(sightings: readonly Sighting[], context: RuleContext): readonly Leak[] {
  const byRequest = receivers(sightings, context)
  const own = new Set(sightings.filter(({ party }) => party === 'first').map(({ host }) => host))
  return context.observations.flatMap((seen) => {
    if (seen.kind !== 'canary-seen' || seen.what === 'click-id' || !LEAVES.has(seen.where)) return []
    const to = (seen.requestId === null ? undefined : byRequest.get(seen.requestId)) ?? ofHost(sightings, seen.host)
    if (to ? to.party === 'first' : own.has(seen.host)) return []
    return [{ seen, to: to ?? null }]
  })
}

const LEAVES: ReadonlySet<string> = new Set(['url', 'header', 'body', 'socket'])

/** Request id -> the sighting it belongs to. */
function receivers(sightings: readonly Sighting[], context: RuleContext): ReadonlyMap<string, Sighting> {
  const found = new Map<string, Sighting>()
  for (const sighting of sightings) {
    if (sighting.kind !== 'request') continue
    for (const id of sighting.observations) {
      const seen = context.observation(id)
      if (seen?.kind === 'request') found.set(seen.requestId, sighting)
    }
  }
  return found
}

/** The vendor's own sighting before one of nobody's: a socket has none of its own. */
function ofHost(sightings: readonly Sighting[], host: string): Sighting | undefined {
  const there = sightings.filter((each) => each.host === host)
  return there.find(({ vendorId }) => vendorId !== null) ?? there[0]
}

/** Why nothing can be said of what was typed; `null` when something was. */
export function nothingTyped({ steps }: RuleContext): Wording | null {
  const isTyped = steps.some(({ fill }) => fill.some((each) => typeof each.with === 'string'))
  return isTyped ? null : said`The plan fills in no form with an identity that could be followed.`
}

/** A person could read it: no digest. */
export function isReadable({ seen }: Leak): boolean {
  return !/^(?:md5|sha)/.test(seen.encoding)
}

/** Whoever runs the form gets what is typed in it. */
export function runsForms({ to }: Leak, { vendor }: RuleContext): boolean {
  if (to === null) return false
  if (to.purpose === 'form') return true
  const kinds = to.vendorId === null ? [] : vendor(to.vendorId).kinds
  return kinds.some((kind) => FORM_KINDS.has(kind)) || (to.category === 'functional' && to.vendorId !== null)
}

const FORM_KINDS: ReadonlySet<string> = new Set([
  'forms',
  'checkout',
  'email',
  'funnel-platform',
  'course-platform',
  'payment',
  'crm',
  'marketing-automation',
  'landing-pages',
  'lead-capture',
  'website-builder',
  'commerce-platform',
  'surveys',
])

/** The visitor of this state did not agree to what this vendor is for. */
export function isRefused({ to }: Leak, { state }: RuleContext): boolean {
  return to !== null && needsConsent(to) && !allows(state, to.category)
}

export function isReplay({ to }: Leak, context: RuleContext): boolean {
  return to !== null && isRecorder(to, context)
}

/** Many count visits or errors and can record sessions besides: of those only an address that says so is a recording. */
export function isRecorder({ vendorId, item }: Sighting, { vendor }: RuleContext): boolean {
  const kinds = vendorId === null ? [] : vendor(vendorId).kinds
  if (!kinds.includes('session-replay')) return false
  return RECORDS_FIRST.has(kinds[0] ?? '') || SAYS_RECORDING.test(item)
}

const RECORDS_FIRST: ReadonlySet<string> = new Set(['session-replay', 'heatmaps', 'lead-verification'])
/** `/record/`, `/replay`, Matomo's add-on, Yandex's Webvisor, Amplitude's and PostHog's own places for it. */
const SAYS_RECORDING = /\brecord|replay|sessionrecording|web?visor|^api-sr\.|posthog\.com\/s\/?$/i

interface Says {
  readonly severity?: DraftFinding['severity']
  readonly outcome?: DraftFinding['outcome']
  readonly readings?: DraftFinding['readings']
  /** Follows `The e-mail address and phone number`. */
  readonly told: (to: string, how: Wording) => Wording
  readonly fix: (to: Wording) => Wording
}

/** One draft for each party that got something. */
export function leakDrafts(
  context: RuleContext,
  leaks: readonly Leak[],
  say: (leak: Leak) => Says,
): readonly DraftFinding[] {
  const parties = Map.groupBy(leaks, ({ to, seen }) => to?.vendorId ?? to?.host ?? seen.host)
  return [...parties].flatMap(([subject, same]) => {
    const [first] = same
    if (!first) return []
    const { told, fix, ...says } = say(first)
    const name = first.to?.name ?? first.seen.host
    const what = listed(
      same.map(({ seen }) => PARTS[seen.what]),
      4,
    )
    const how = listed(same.map(({ seen }) => formOf(seen)))
    const sightings = [...new Set(same.flatMap(({ to }) => (to ? [to] : [])))]
    const stepIds = new Set(same.map(({ seen }) => seen.stepId))
    return [
      {
        ...draft(context, sightings, {
          ...says,
          summary: said`${capitalised(what)} typed by the visitor ${told(name, how)}`,
          fix: fix(said`${name}${inBrackets(context, sightings)}`),
        }),
        subject,
        stepIds: context.steps.map(({ id }) => id).filter((id) => stepIds.has(id)),
        evidence: [...new Set(same.flatMap(({ seen, to }) => [seen.id, ...(to ? requestOf(seen, to, context) : [])]))],
      },
    ]
  })
}

/** `on Opt-in, Checkout`. */
export function onPages(context: RuleContext, leaks: readonly Leak[]): Wording {
  const ids = new Set(leaks.map(({ seen }) => seen.stepId))
  const labels = context.steps.filter(({ id }) => ids.has(id)).map(({ label }) => label)
  return labels.length > 6 ? said`on ${counted(labels.length, 'page')}` : said`on ${labels.join(', ')}`
}

const PARTS = {
  email: said`the e-mail address`,
  phone: said`the phone number`,
  'first-name': said`the first name`,
  'last-name': said`the last name`,
  'click-id': said`a click id`,
} as const

/** `address, parameter `em`, as SHA-256`. */
function formOf({ where, key, encoding }: ObservationOf<'canary-seen'>): Wording {
  const digest = /^(md5|sha\d+)/.exec(encoding)?.[1]
  const named = key === null ? PLACES[where] : said`${PLACES[where]} ${quoted(key)}`
  return digest === undefined ? named : said`${named} as ${digest.toUpperCase().replace('SHA', 'SHA-')}`
}

const PLACES = {
  url: said`address`,
  header: said`header`,
  body: said`body`,
  cookie: said`cookie`,
  storage: said`storage`,
  socket: said`socket`,
} as const

function requestOf(
  { requestId }: ObservationOf<'canary-seen'>,
  { observations }: Sighting,
  context: RuleContext,
): readonly string[] {
  return observations.filter((id) => {
    const seen = context.observation(id)
    return seen?.kind === 'request' && seen.requestId === requestId
  })
}
