import type { Category, ObservationOf, Severity, Sighting, StorageArea, Wording } from '../model.ts'
import { counted, lifetime, listed, when } from '../phrases.ts'
import { NOTHING, said, spelled } from '../said.ts'
import { quoted } from '../words.ts'
import { allows, CONSENT_STATES } from '../states.ts'
import { gcs } from '../signals/gcs.ts'
import { uetAsc } from '../signals/uet-asc.ts'
import { gate, inBrackets } from './fixes.ts'
import type { DraftFinding, Effect, Exceeds, Readings, RuleContext } from './rule.ts'

export { counted, lifetime, listed, when } from '../phrases.ts'
export { quoted } from '../words.ts'
export { gate, inBrackets, whereOf } from './fixes.ts'

/** How rules speak: from sightings that belong together to a draft that names who, what, when, and the way out. */

interface Says {
  readonly item?: string
  readonly outcome?: DraftFinding['outcome']
  readonly severity?: Severity | null
  readonly summary: Wording
  readonly fix: Wording
  readonly readings?: Readings | null
  readonly exceeds?: Exceeds | null
}

/** A draft about these sightings, which are of one subject. */
export function draft(context: RuleContext, sightings: readonly Sighting[], says: Says): DraftFinding {
  const [first] = sightings
  return {
    vendorId: first?.vendorId ?? null,
    subject: first ? subjectOf(first) : '',
    item: says.item ?? '',
    category: first?.category ?? null,
    outcome: says.outcome ?? 'fail',
    severity: says.severity ?? null,
    summary: says.summary,
    fix: says.fix,
    readings: says.readings ?? null,
    exceeds: says.exceeds ?? null,
    stepIds: stepIdsOf(context, sightings),
    evidence: [...new Set(sightings.flatMap((sighting) => sighting.observations))],
  }
}

/** Marketing and analytics; what nobody has classified is never accused, it needs review. */
export function needsConsent({ category }: { readonly category: Category }): boolean {
  return category === 'marketing' || category === 'analytics'
}

/** The visitor of this state has not agreed to what it is for. */
export function refusedIn({
  state,
}: Pick<RuleContext, 'state'>): (sighting: { readonly category: Category }) => boolean {
  return (sighting) => needsConsent(sighting) && !allows(state, sighting.category)
}

/** States in which some categories were accepted and the others refused. */
export const PARTS = CONSENT_STATES.filter((state) => state.startsWith('accepted:'))

export function subjectOf({ vendorId, host }: Sighting): string {
  return vendorId ?? host
}

/** Sightings that belong together, in the order in which each group was first seen. */
export function grouped(
  sightings: readonly Sighting[],
  by: (sighting: Sighting) => string = subjectOf,
): readonly (readonly [Sighting, ...Sighting[]])[] {
  const groups = new Map<string, [Sighting, ...Sighting[]]>()
  for (const sighting of sightings) {
    const group = groups.get(by(sighting))
    if (group) group.push(sighting)
    else groups.set(by(sighting), [sighting])
  }
  return [...groups.values()]
}

/** Ids of the steps where these were seen, in the order of the funnel. */
export function stepIdsOf(context: RuleContext, sightings: readonly Sighting[]): readonly string[] {
  const ids = new Set(sightings.map(({ stepId }) => stepId))
  return context.steps.map(({ id }) => id).filter((id) => ids.has(id))
}

/** `on Opt-in, Sales`; the whole funnel, and many of its pages, are counted. */
export function onSteps(context: RuleContext, sightings: readonly Sighting[]): Wording {
  const ids = stepIdsOf(context, sightings)
  if (ids.length > 2 && ids.length === context.steps.length) return said`on all ${ids.length} pages`
  if (ids.length > 6) return said`on ${ids.length} of ${context.steps.length} pages`
  return said`on ${ids.map((id) => context.steps.find((step) => step.id === id)?.label ?? id).join(', ')}`
}

/** Items kept on the device in this state, by subject and name. */
export function storedItems(
  sightings: readonly Sighting[],
  context: RuleContext,
): readonly (readonly [Sighting, ...Sighting[]])[] {
  const stored = sightings.filter((sighting) => context.effect(sighting) === 'stored')
  return grouped(stored, (sighting) => `${subjectOf(sighting)}\n${itemOf(sighting)}`)
}

/** What can be said of an item on the device; `null` when nothing has to be. */
export function storedDraft(
  context: RuleContext,
  items: readonly [Sighting, ...Sighting[]],
  severity: Severity | null,
): DraftFinding | null {
  const [first] = items
  const stays = staying(context, items)
  const summary = said`${first.name} stored ${quoted(first.item)} (${stays}) ${onSteps(context, items)} ${when(context.state)}.`
  const says = { item: itemOf(first), summary, fix: gate(context, items) }
  if (refusedIn(context)(first)) return draft(context, items, { ...says, severity })
  if (!items.some(({ identifier }) => identifier)) return null
  if (first.category === 'functional' && first.disputed) return draft(context, items, { ...says, readings: FUNCTIONAL })
  // An id of the site's own that ends with the visit is how sessions work; one that stays, somebody has to look at.
  const isSession = items.every(({ party }) => party === 'first') && spelled(stays).startsWith('session')
  if (first.category !== 'unclassified' || isSession) return null
  const review = said`${summary} It looks like an identifier and nobody has classified it: it needs review.`
  const fix = said`Find out what ${quoted(first.item)} is for${inBrackets(context, items)}: unless the visitor asked for it, store it only with consent; then add a record or a ruling for it.`
  return draft(context, items, { ...says, outcome: 'unclear', summary: review, fix })
}

const FUNCTIONAL: Readings = {
  strict: said`it needs consent like any other, since the visitor did not ask for this function.`,
  tolerant: said`it serves a function of the page, such as its security, and needs none.`,
}

/** A cookie and a storage key of the same name are two items. */
function itemOf({ kind, item }: Sighting): string {
  return kind.startsWith('storage') ? `storage:${item}` : item
}

/** How long it stays: `365 days`, `session`, `localStorage, no end`. */
function staying(context: RuleContext, items: readonly [Sighting, ...Sighting[]]): Wording {
  const [{ observations, kind }] = items
  if (!kind.startsWith('storage')) {
    const days = items.map(({ lifetimeDays }) => lifetimeDays).filter((each) => each !== null)
    return lifetime(days.length === 0 ? null : days.reduce((a, b) => Math.max(a, b)))
  }
  const seen = observations.map((id) => context.observation(id)).find((each) => each && 'area' in each)
  return seen && 'area' in seen ? AREAS[seen.area] : said`no end`
}

const AREAS: Readonly<Record<StorageArea, Wording>> = {
  local: said`localStorage, no end`,
  session: said`sessionStorage`,
  indexeddb: said`IndexedDB, no end`,
  cache: said`Cache Storage, no end`,
  'service-worker': said`service worker, no end`,
}

/** Data sent to a vendor; fetching its code or something visible is another question. */
export function sentData(sighting: Sighting, context: RuleContext): boolean {
  const carries = sighting.purpose === 'collect' || sighting.purpose === null
  return sighting.kind === 'request' && carries && context.effect(sighting) === 'sent'
}

/** The vendor did something that a refusal should have stopped. */
export function contactOrStored(sighting: Sighting, context: RuleContext): boolean {
  if (context.effect(sighting) === 'stored') return true
  return sentData(sighting, context) && !saysDenied(sighting, context)
}

/** Vendors that would normally need consent and were sent data, one draft each; then one for all hosts to look at. */
export function contactDrafts(
  context: RuleContext,
  sightings: readonly Sighting[],
  say: (contacts: readonly [Sighting, ...Sighting[]]) => Wording = (contacts) => said`${wentTo(context, contacts)}.`,
): readonly DraftFinding[] {
  const sent = sightings.filter((each) => sentData(each, context) && !saysDenied(each, context))
  const isCookieless = cookielessCounting(context, sightings)
  const drafts = grouped(sent.filter(refusedIn(context))).map((contacts) => {
    const readings = isCookieless(contacts[0]) ? COOKIELESS : null
    const fix = said`${gate(context, contacts)}${readings === null ? NOTHING : said` ${OR_NOTE}`}`
    return draft(context, contacts, { summary: say(contacts), fix, readings })
  })
  const unknown = sent.filter(
    (each) =>
      each.category === 'unclassified' && each.party !== 'first' && (each.identifier || each.purpose === 'collect'),
  )
  return unknown.length === 0 ? drafts : [...drafts, needsReview(context, unknown)]
}

/**
 * Statistics that keep nothing on the device although nothing holds them back: after accept, or where no banner asks.
 * Whether they need consent is disputed. A vendor that merely stores nothing before the choice is another matter.
 */
export function cookielessCounting(
  context: RuleContext,
  sightings: readonly Sighting[],
): (sighting: Sighting) => boolean {
  const accepted = context.states.find(({ state }) => state === 'accepted')?.verdict
  const free = accepted === 'no-banner' ? [] : context.sightingsIn('accepted')
  if (free === null) return () => false
  const others = [...sightings, ...free].filter(
    (each) => !mayBeExempt(each, context) || KEEPS.has(context.effect(each)),
  )
  const excluded = new Set(others.map(subjectOf))
  return (sighting) => !excluded.has(subjectOf(sighting))
}

/** Statistics of which it is disputed, or by their own record depends on their use, whether they need consent. */
function mayBeExempt({ category, disputed, vendorId }: Sighting, { vendor }: RuleContext): boolean {
  if (category !== 'analytics') return false
  return disputed || (vendorId !== null && EXEMPT.has(vendor(vendorId).consent))
}

const EXEMPT: ReadonlySet<string> = new Set(['depends', 'exempt'])
const KEEPS: ReadonlySet<Effect> = new Set(['stored', 'kept', 'late', 'refused'])

const COOKIELESS: Readings = {
  strict: said`reading the device for statistics needs consent, with or without a cookie (EDPB Guidelines 2/2023).`,
  tolerant: said`counting that stores nothing and singles nobody out needs none.`,
}

const OR_NOTE = said`Or note what makes it exempt: nothing is stored, nobody is singled out, nothing is passed on or used for anything else.`

function needsReview(context: RuleContext, sightings: readonly Sighting[]): DraftFinding {
  const hosts = listed(
    sightings.map(({ host }) => host),
    6,
  )
  return {
    ...draft(context, sightings, {
      item: 'unclassified hosts',
      outcome: 'unclear',
      summary: said`Data that looks like tracking went to ${hosts} ${onSteps(context, sightings)} ${when(context.state)}; nobody has classified this: it needs review.`,
      fix: said`Find out who runs these hosts and what for${inBrackets(context, sightings)}; then add a vendor record or a ruling.`,
    }),
    vendorId: null,
    subject: '',
  }
}

/** `3 requests went to Meta Pixel (`www.facebook.com/tr/`) on Sales after reject`. */
export function wentTo(context: RuleContext, contacts: readonly [Sighting, ...Sighting[]]): Wording {
  const amount = contacts.flatMap((each) => requestsOf(each, context)).filter(({ fate }) => fate !== 'blocked').length
  const items = listed(contacts.map(({ item }) => quoted(item)))
  const many = said`${counted(amount, 'request')} went to ${contacts[0].name}`
  return said`${many} (${items}) ${onSteps(context, contacts)} ${when(context.state)}`
}

/** Requests a sighting stands for. */
export function requestsOf(sighting: Sighting, context: RuleContext): readonly ObservationOf<'request'>[] {
  return sighting.observations
    .map((id) => context.observation(id))
    .filter((seen): seen is ObservationOf<'request'> => seen?.kind === 'request')
}

/** Every request says that this purpose was denied: a ping of Google's advanced Consent Mode, or of Microsoft's. */
export function saysDenied(sighting: Sighting, context: RuleContext): boolean {
  const purpose = sighting.category === 'marketing' ? 'ad_storage' : 'analytics_storage'
  const requests = requestsOf(sighting, context)
  return requests.length > 0 && requests.every(({ url }) => deniedIn(url).includes(purpose))
}

function deniedIn(url: string): readonly string[] {
  const mode = gcs.decode(parameter(url, 'gcs') ?? '')
  if (mode.ok) return mode.value.denied
  const uet = uetAsc.decode(parameter(url, 'asc') ?? '')
  return uet.ok ? uet.value.denied : []
}

/** Of the query; Google's Floodlight keeps its parameters in the path, between semicolons. */
export function parameter(url: string, name: string): string | null {
  const at = url.search(/[?;]/)
  const pair =
    at < 0
      ? undefined
      : url
          .slice(at + 1)
          .split(/[&;]/)
          .find((each) => each.startsWith(`${name}=`))
  return pair?.slice(name.length + 1) ?? null
}

/** Cookies by which affiliate networks and funnel platforms remember who sent the visitor. */
export function isAffiliate({ item }: Sighting): boolean {
  return AFFILIATE.test(item)
}

const AFFILIATE =
  /^(?:kaff_|awc$|_aw_m_|AwinChannelCookie|irclickid|IR_|cje$|cjevent|rmStore|ef_tid_c_|cf:(?:cf_)?affiliate_id|__tc_affiliate)/
