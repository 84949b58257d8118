import type { Jurisdiction } from '../jurisdictions/jurisdiction.ts'
import type {
  ConsentState,
  Evidence,
  Identification,
  Observation,
  ObservationKind,
  ObservationOf,
  Sighting,
  StateAssessment,
} from '../model.ts'
import { isProven } from '../states.ts'
import type { BlindSpot, Bringer, Effect, Limits, Rule, RuleContext, VendorFacts } from '../rules/rule.ts'

export interface JudgeOptions {
  readonly rules: readonly Rule[]
  /** The first one gives a finding its outcome and severity. */
  readonly jurisdictions: readonly [Jurisdiction, ...Jurisdiction[]]
  readonly states: readonly StateAssessment[]
  /** What each sighting did, by sighting id. */
  readonly effects: ReadonlyMap<string, Effect>
  readonly blindSpots: readonly BlindSpot[]
  bringer(sighting: Sighting): Bringer | null
  vendor(id: string): VendorFacts
  hostOwner(host: string): Identification | null
}

/** Everything there is to judge, ordered so that a rule can be handed its part without a search. */
export interface Court extends JudgeOptions {
  readonly evidence: Evidence
  readonly sightings: Shelves<Sighting>
  readonly observations: Shelves<Observation>
  /** By run and journey, whenever it was made. */
  readonly choices: ReadonlyMap<string, ObservationOf<'choice'>>
  readonly declarations: readonly ObservationOf<'declaration'>[]
  readonly aliases: readonly ObservationOf<'cname'>[]
  /** Layers of the banner, the first one first; of each, the first that was measured comes first. */
  readonly layers: readonly ObservationOf<'banner-interface'>[]
  /** The strictest of all legal orders. */
  readonly limits: Limits
}

type Kinded = Pick<Sighting, 'id' | 'run' | 'state'> & { readonly kind: ObservationKind }

/** Run and state -> kind -> what was seen; a rule is handed whole shelves, nothing is searched twice. */
interface Shelves<T extends Kinded> {
  readonly byId: ReadonlyMap<string, T>
  readonly runs: ReadonlyMap<ConsentState, ReadonlySet<number>>
  of(run: number, state: ConsentState, kinds: readonly ObservationKind[]): readonly T[]
}

export function openCourt(evidence: Evidence, sightings: readonly Sighting[], options: JudgeOptions): Court {
  return {
    ...options,
    evidence,
    sightings: shelve(sightings),
    observations: shelve(evidence.observations),
    ...readFromAnywhere(evidence),
    limits: strictest(options.jurisdictions),
  }
}

/** What one rule is shown: of one run of one state, and only of the kinds it declared. */
export function contextOf(court: Court, rule: Rule, state: ConsentState, run: number): RuleContext {
  const { evidence, sightings, observations } = court
  return {
    state,
    run,
    steps: evidence.plan.steps,
    states: court.states,
    blindSpots: blindTo(court, rule, state).filter((spot) => spot.run === run),
    observations: observations.of(run, state, rule.needs),
    limits: court.limits,
    choice: court.choices.get(`${run} ${state}`) ?? null,
    choices: [...court.choices.values()].filter((choice) => choice.run === run),
    layers: rule.needs.includes('banner-interface') ? court.layers.filter((layer) => layer.run === run) : [],
    observation: (id) => {
      const seen = observations.byId.get(id)
      return seen && seen.state !== 'choosing' && rule.needs.includes(seen.kind) ? seen : null
    },
    effect: ({ id }) => court.effects.get(id) ?? 'blocked',
    bringer: (sighting) => court.bringer(sighting),
    declarations: rule.needs.includes('declaration') ? court.declarations : [],
    aliases: rule.needs.includes('cname') ? court.aliases : [],
    policies: court.evidence.plan.policies,
    vendor: (id) => court.vendor(id),
    hostOwner: (host) => court.hostOwner(host),
    sightingsIn: (other) =>
      isProven(court.states, { state: other, run }) ? sightings.of(run, other, rule.needs) : null,
  }
}

export function stateOf({ states }: Court, state: ConsentState): StateAssessment | undefined {
  return states.find((each) => each.state === state)
}

export function blindTo({ blindSpots, states }: Court, { needs }: Rule, state: ConsentState): readonly BlindSpot[] {
  return blindSpots.filter(
    (spot) =>
      spot.state === state &&
      isProven(states, spot) &&
      (spot.blinds === 'all' || spot.blinds.some((kind) => needs.includes(kind))),
  )
}

/** The runs that may be spoken of, and saw anything of this state. */
export function runsOf({ observations, states }: Court, state: ConsentState): readonly number[] {
  const runs = [...(observations.runs.get(state) ?? [])].filter((run) => isProven(states, { state, run }))
  return runs.toSorted((a, b) => a - b)
}

function strictest(jurisdictions: readonly Jurisdiction[]): Limits {
  const least = (of: (limits: Limits) => number): number => Math.min(...jurisdictions.map(({ limits }) => of(limits)))
  return { choiceDays: least(({ choiceDays }) => choiceDays), trackerDays: least(({ trackerDays }) => trackerDays) }
}

/** What a rule may look at whatever the moment: made while choosing, or of no state at all. */
function readFromAnywhere({ observations }: Evidence): Pick<Court, 'choices' | 'declarations' | 'aliases' | 'layers'> {
  const choices = new Map<string, ObservationOf<'choice'>>()
  const declarations: ObservationOf<'declaration'>[] = []
  const aliases: ObservationOf<'cname'>[] = []
  const layers: ObservationOf<'banner-interface'>[] = []
  for (const seen of observations) {
    if (seen.kind === 'choice') choices.set(`${seen.run} ${seen.journey}`, seen)
    else if (seen.kind === 'declaration') declarations.push(seen)
    else if (seen.kind === 'cname') aliases.push(seen)
    else if (seen.kind === 'banner-interface') layers.push(seen)
  }
  return { choices, declarations, aliases, layers: layers.toSorted((a, b) => a.layer - b.layer) }
}

function shelve<T extends Kinded>(items: readonly T[]): Shelves<T> {
  const shelves = new Map<string, T[]>()
  const runs = new Map<ConsentState, Set<number>>()
  const byId = new Map<string, T>()
  // Half a million of them have to be put away while a person waits: nothing is made for each that is thrown away again.
  for (const item of items) {
    byId.set(item.id, item)
    if (item.state === 'choosing') continue
    const key = `${item.run} ${item.state} ${item.kind}`
    const shelf = shelves.get(key)
    if (shelf) {
      shelf.push(item)
      continue
    }
    shelves.set(key, [item])
    const known = runs.get(item.state)
    if (known) known.add(item.run)
    else runs.set(item.state, new Set([item.run]))
  }
  return {
    byId,
    runs,
    of: (run, state, kinds) => kinds.flatMap((kind) => shelves.get(`${run} ${state} ${kind}`) ?? []),
  }
}
