import type {
  Category,
  ConsentState,
  Evidence,
  Mark,
  MatrixCell,
  MatrixRow,
  ObservationKind,
  Party,
  Plan,
  Sighting,
  StateAssessment,
} from '../model.ts'
import { allows, isProven } from '../states.ts'
import { grouped, needsConsent } from '../rules/drafting.ts'
import type { BlindSpot, Effect } from '../rules/rule.ts'

export interface MatrixOptions {
  readonly states: readonly StateAssessment[]
  /** What each sighting did, by sighting id. */
  readonly effects: ReadonlyMap<string, Effect>
  readonly blindSpots: readonly BlindSpot[]
}

/** The one picture: what each vendor stored or sent, by consent state and step, in the order in which people read it. */
export function matrixOf(
  evidence: Evidence,
  sightings: readonly Sighting[],
  options: MatrixOptions,
): readonly MatrixRow[] {
  const { plan } = evidence
  const shown = sightings.filter((sighting) => shows(sighting, options))
  const blind = blindCells(evidence, options)
  return grouped(shown, rowKey)
    .map((seen) => rowOf(plan, seen, options, blind))
    .toSorted(
      (a, b) =>
        CATEGORIES.indexOf(a.category) - CATEGORIES.indexOf(b.category) ||
        order(a.name.toLowerCase(), b.name.toLowerCase()) ||
        order(a.vendorId ?? '', b.vendorId ?? ''),
    )
}

/** What nobody has a record of stands for itself, host by host. */
function rowKey({ vendorId, host, name }: Sighting): string {
  return vendorId ?? `${host}\n${name}`
}

/** Whatever matters most comes first. */
const CATEGORIES: readonly Category[] = ['marketing', 'analytics', 'unclassified', 'functional', 'necessary']

/** By code unit: the same on every machine, whatever its language. */
function order(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}

/** Only what did something in a run that proved its state; the site's own pages and session are not a vendor. */
function shows(sighting: Sighting, { states, effects }: MatrixOptions): boolean {
  const { layer, category, party } = sighting
  if (!isProven(states, sighting)) return false
  const effect = effects.get(sighting.id) ?? 'kept'
  const isOwn = layer === 'site' || (sighting.vendorId === null && party === 'first')
  if (isOwn) return effect === 'stored' && category !== 'necessary'
  return MARKED.has(effect) || isPresent(sighting, effect)
}

/** Its marks stand on the page, and more than one hint says so. */
function isPresent({ confidence }: Sighting, effect: Effect): boolean {
  return effect === 'present' && confidence !== 'indicative'
}

/** `kept` was stored earlier, `late` and `cached` and `deleted` are no act of this step. */
const MARKED: ReadonlySet<Effect> = new Set(['stored', 'sent', 'refused', 'blocked'])

const ACTIVE: ReadonlySet<Effect> = new Set(['stored', 'sent'])

function rowOf(plan: Plan, seen: readonly Sighting[], options: MatrixOptions, blind: ReadonlySet<string>): MatrixRow {
  const cellKey = ({ state, stepId }: Sighting): string => `${state} ${stepId}`
  const byCell = new Map(grouped(seen, cellKey).map((inCell) => [cellKey(inCell[0]), inCell]))
  const acted = seen.filter(({ id }) => options.effects.get(id) !== 'present')
  // What a vendor did says more of it than that it is there.
  const telling = acted.length > 0 ? acted : seen
  const isDisputed = isCookielessCounting(telling, options)
  const cells = plan.states.flatMap((state) =>
    plan.steps.map(({ id }) => {
      const cell = cellOf(state, id, byCell.get(`${state} ${id}`) ?? [], options, blind)
      return isDisputed ? { ...cell, alert: false } : cell
    }),
  )
  const main = CATEGORIES.map((category) => telling.find((each) => each.category === category)).find((each) => each)
  const { vendorId, name, category, host } = main as Sighting
  const days = seen.flatMap((each) => (options.effects.get(each.id) === 'stored' ? [each.lifetimeDays ?? 0] : []))
  const longest = days.reduce((a, b) => Math.max(a, b), 0)
  return {
    vendorId,
    // Unknown hosts of one site would all be called by the site.
    name: vendorId === null && host.endsWith(`.${name}`) ? host : name,
    category,
    disputed: telling.some(({ disputed }) => disputed),
    party: PARTIES.find((party) => telling.some((each) => each.party === party)) ?? 'third',
    longestLifetimeDays: longest === 0 ? null : longest,
    firstStepId: plan.steps.find(({ id }) => seen.some(({ stepId }) => stepId === id))?.id ?? '',
    cells,
  }
}

const PARTIES: readonly Party[] = ['first-disguised', 'third', 'first']

function cellOf(
  state: ConsentState,
  stepId: string,
  seen: readonly Sighting[],
  { effects }: MatrixOptions,
  blind: ReadonlySet<string>,
): MatrixCell {
  const did = (sighting: Sighting): Effect => effects.get(sighting.id) ?? 'kept'
  const acted = seen.filter((each) => MARKED.has(did(each)))
  const shown = acted.length > 0 ? acted : seen
  const mark = markOf(new Set(shown.map(did)))
  const alert = shown.some((each) => needsConsent(each) && !allows(state, each.category) && ACTIVE.has(did(each)))
  return {
    state,
    stepId,
    mark: mark === 'none' && blind.has(`${state} ${stepId}`) ? 'unseen' : mark,
    alert,
    observations: shown.flatMap(({ observations }) => observations),
  }
}

function markOf(effects: ReadonlySet<Effect>): Mark {
  if (effects.has('stored')) return effects.has('sent') ? 'both' : 'stored'
  if (effects.has('sent')) return 'sent'
  if (effects.has('present')) return 'present'
  return effects.size > 0 ? 'blocked' : 'none'
}

/** Statistics that keep nothing although nothing holds them back: disputed, not alarming; as the rules see it. */
function isCookielessCounting(seen: readonly Sighting[], { states, effects }: MatrixOptions): boolean {
  const accepted = states.find(({ state }) => state === 'accepted')?.verdict
  const isFree = accepted === 'proven' || accepted === 'no-banner'
  return (
    isFree && seen.every((each) => each.category === 'analytics' && each.disputed && effects.get(each.id) === 'sent')
  )
}

/** Cells where nothing seen does not mean that there was nothing: unproven, never reached, or over a gap. */
function blindCells({ plan, observations }: Evidence, { states, blindSpots }: MatrixOptions): ReadonlySet<string> {
  const reached = new Set(
    observations
      .filter((seen) => seen.kind === 'page' && isProven(states, seen))
      .map(({ state, stepId }) => `${state} ${stepId}`),
  )
  const cells = states.flatMap(({ state, verdict }) =>
    plan.steps.map(({ id }) => ({ cell: `${state} ${id}`, isSpokenOf: verdict === 'proven' })),
  )
  const hidden = blindSpots.filter(
    (spot) => isProven(states, spot) && (spot.blinds === 'all' || spot.blinds.some((kind) => DRAWN.has(kind))),
  )
  return new Set([
    ...cells.filter(({ cell, isSpokenOf }) => !isSpokenOf || !reached.has(cell)).map(({ cell }) => cell),
    ...hidden.map(({ state, stepId }) => `${state} ${stepId}`),
  ])
}

const DRAWN: ReadonlySet<ObservationKind> = new Set(['request', 'cookie-write', 'cookie', 'storage-write', 'storage'])
