import type {
  ConsentState,
  Environment,
  Evidence,
  Gap,
  Identification,
  Observation,
  ObservationOf,
  Plan,
  Sighting,
  Step,
} from '../../scanner/model.ts'
import { choice, page } from './observations.ts'
import { ACCESS, LIMITS, UNASKED } from './plan.ts'
import type { VendorFacts } from '../../scanner/rules/rule.ts'
import type { Who } from './vendors.ts'

/**
 * Builds the smallest evidence that shows a case. `scene` visits every step of every state and proves every choice
 * unless told otherwise, so that a test names only what matters:
 *
 *     scene({ seen: [by(CLARITY, cookieWrite({ name: '_clck', lifetimeDays: 365, stepId: 'sales' }))] })
 *
 * Observations that belong together (same name, state, step) become one sighting, as classify makes them.
 */
export function scene(given: Scene = {}): { readonly evidence: Evidence; readonly sightings: readonly Sighting[] } {
  const plan: Plan = { ...PLAN, ...given.plan }
  const seen = (given.seen ?? []).map((each) => ('who' in each ? each : { who: null, observation: each }))
  const told = seen.map(({ observation }) => observation)
  const runs = Array.from({ length: plan.runs }, (_, index) => index + 1)
  const journeys = plan.states.flatMap((state) => runs.map((run) => ({ state, run })))
  const choices = journeys.flatMap(({ state, run }) => (has(told, 'choice', state, run) ? [] : chosen(state, run)))
  const visits = journeys.flatMap(({ state, run }) =>
    plan.steps
      .filter(({ id }) => !(given.unvisited ?? []).includes(`${state} ${id}`))
      .filter(({ id }) => !has(told, 'page', state, run, id))
      .map(({ id, go }) => page({ state, run, stepId: id, url: go.kind === 'url' ? go.url : `${plan.site}/${id}` })),
  )
  const all = [...seen, ...[...choices, ...visits].map((observation) => ({ who: null, observation }))].map(
    ({ who, observation }, index) => ({
      who,
      observation: { ...observation, id: observation.id || `o${index + 1}` } as Observation,
    }),
  )
  return {
    evidence: {
      plan,
      environment: { ...ENVIRONMENT, ...given.environment },
      observations: all.map(({ observation }) => observation),
      gaps: given.gaps ?? [],
      files: [],
    },
    sightings: sightingsOf(all),
  }
}

export interface Scene {
  readonly plan?: Partial<Plan>
  /** Observations, those of interest to a rule with who made them: `by(CLARITY, cookieWrite(...))`. */
  readonly seen?: readonly (Observation | Seen)[]
  /** `<state> <step id>`: visits that did not happen. */
  readonly unvisited?: readonly string[]
  readonly gaps?: readonly Gap[]
  /** What is known of vendors beside their sightings, by id. */
  /** Whose hosts these are, by name. */
  readonly hostOwners?: Readonly<Record<string, Identification>>
  readonly vendors?: Readonly<Record<string, Partial<VendorFacts>>>
  readonly environment?: Partial<Environment>
}

export interface Seen {
  readonly who: Who
  readonly observation: Observation
}

export function by(who: Who, observation: Observation): Seen {
  return { who, observation }
}

/** All of these were made by the same vendor. */
export function allBy(who: Who, ...observations: readonly Observation[]): readonly Seen[] {
  return observations.map((observation) => by(who, observation))
}

/** A funnel of three steps on two hosts. */
export const STEPS: readonly Step[] = [
  {
    id: 'optin',
    label: 'Opt-in',
    role: 'opt-in',
    go: { kind: 'url', url: 'https://shop.lab.example/' },
    goal: 'opt-in',
    fill: [],
  },
  {
    id: 'sales',
    label: 'Sales',
    role: 'sales',
    go: { kind: 'url', url: 'https://shop.lab.example/sales' },
    goal: null,
    fill: [],
  },
  {
    id: 'checkout',
    label: 'Checkout',
    role: 'checkout',
    go: { kind: 'url', url: 'https://pay.lab.example/checkout' },
    goal: 'purchase',
    fill: [],
  },
]

/** The same funnel, with an identity typed on its first page. */
export const typed: readonly Step[] = STEPS.map((step, index) =>
  index === 0 ? { ...step, fill: [{ field: { selector: '#email' }, with: 'email' }] } : step,
)

const UTC = '2026-11-21T12:00:00.000Z'

const PLAN: Plan = {
  name: 'Webinar funnel',
  site: 'https://shop.lab.example',
  steps: STEPS,
  states: ['no-choice', 'rejected', 'accepted'],
  runs: 1,
  ...UNASKED,
  locale: 'en-GB',
  viewport: { width: 1280, height: 900 },
  access: ACCESS,
  limits: LIMITS,
  values: 'hashed',
  knowledge: null,
}

const ENVIRONMENT: Environment = {
  tool: { name: 'tagtrail', version: '0.1.0' },
  knowledge: { version: '1' },
  os: 'linux',
  browser: { product: 'Chrome/150', path: '/usr/bin/chromium', source: 'known place', flags: [] },
  userAgent: 'Mozilla/5.0',
  automationHidden: true,
  locale: 'en-GB',
  timeZone: 'Europe/London',
  languages: ['en-GB', 'en'],
  clientHints: null,
  viewport: { width: 1280, height: 900 },
  thirdPartyCookies: 'allow',
  hostMap: {},
  certificates: 'verified',
  globalPrivacyControl: [],
  settle: 'quiet',
  proxy: false,
  credentials: { basicAuth: false, headers: [] },
  exitIp: null,
  valueSalt: '00ff',
  startedAt: UTC,
  endedAt: UTC,
  ended: 'complete',
}

function chosen(state: ConsentState, run: number): readonly Observation[] {
  return state === 'no-choice' || state === 'gpc' ? [] : [choice({ journey: state, run })]
}

function has(all: readonly Observation[], kind: string, journey: ConsentState, run: number, stepId?: string): boolean {
  return all.some(
    (each) => each.kind === kind && each.journey === journey && each.run === run && (!stepId || each.stepId === stepId),
  )
}

interface Numbered {
  readonly who: Who | null
  readonly observation: Observation
}

function sightingsOf(all: readonly Numbered[]): readonly Sighting[] {
  const groups = new Map<string, Sighting>()
  for (const { who, observation } of all) {
    if (who === null || !isSightable(observation)) continue
    const sighting = sightingOf(who, observation, `s${groups.size + 1}`)
    const { run, state, journey, stepId, kind, vendorId, item, purpose } = sighting
    const key = [run, state, journey, stepId, kind, vendorId, item, purpose].join('\n')
    const known = groups.get(key)
    groups.set(key, known ? { ...known, observations: [...known.observations, observation.id] } : sighting)
  }
  return [...groups.values()]
}

type Sightable = ObservationOf<Sighting['kind']>

function isSightable(observation: Observation): observation is Sightable {
  return ['request', 'cookie-write', 'cookie', 'storage-write', 'storage', 'page-marks'].includes(observation.kind)
}

function sightingOf(who: Who, observation: Sightable, id: string): Sighting {
  const { run, state, journey, stepId, kind } = observation
  const { host, item } = placeOf(observation)
  return {
    vendorId: null,
    disputed: false,
    purpose: kind === 'request' ? 'collect' : null,
    layer: 'endpoint',
    source: 'test',
    confidence: 'certain',
    run,
    state,
    journey,
    stepId,
    kind,
    item,
    host,
    party: 'third',
    identifier: 'identifierLike' in observation && observation.identifierLike,
    lifetimeDays: 'lifetimeDays' in observation ? observation.lifetimeDays : null,
    fates: observation.kind === 'request' ? [observation.fate] : [],
    lists: [],
    ...who,
    id,
    observations: [observation.id],
  }
}

function placeOf(seen: Sightable): { readonly host: string; readonly item: string } {
  switch (seen.kind) {
    case 'request': {
      const { host, pathname } = new URL(seen.url)
      return { host, item: host + pathname }
    }
    case 'cookie-write':
    case 'cookie':
      return { host: seen.domain.replace(/^\./, ''), item: seen.name }
    case 'storage-write':
    case 'storage':
      return { host: new URL(seen.origin).host, item: seen.key }
    case 'page-marks':
      return { host: new URL(seen.url).host, item: 'marks on the page' }
  }
}
