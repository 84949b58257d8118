import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { launchBrowser, type RunningBrowser } from '../../scanner/browser/launch.ts'
import { freshProfile } from '../../scanner/browser/profile.ts'
import { provideBrowser, type BrowserChoice } from '../../scanner/browser/provide.ts'
import { watchTargets } from '../../scanner/browser/targets.ts'
import { witnessRequests } from '../../scanner/browser/witness.ts'
import { labPlan, type RawPlan } from '../../scanner/lab/plan.ts'
import { startLab, type Lab } from '../../scanner/lab/server.ts'
import { shop } from '../../scanner/lab/sites/shop.ts'
import { truth } from '../../scanner/lab/truth.ts'
import type { ConsentState, Plan } from '../../scanner/model.ts'
import { parsePlan } from '../../scanner/plan.ts'
import { describeEnvironment } from '../../scanner/scan/environment.ts'
import { record } from '../../scanner/scan/record.ts'
import { createBundle } from '../../scanner/store/bundle.ts'
import { floorVisit } from './floor.ts'
import { processorTimeOf } from './processor-time.ts'
import { startWeightyFunnel, type Weight } from './weighty-funnel.ts'

const ROUNDS = 5
/** A round takes some ten seconds on two cores. */
const WEIGHTY_ROUNDS = 3
/** Finds all but late timers and unload; the shorter the quiet, the harder the comparison. */
const QUIET_MS = 150
const MANY_STEPS = 500

interface Cost {
  readonly wallMs: number
  /** Of this process, which serves the pages as well, and of the browser with all its processes. */
  readonly processorMs: number
}

/** What recording costs over the least a visit can cost, in turn and in the same browser, and what many steps leave in memory. */
export async function* recordingCost(): AsyncGenerator<string> {
  yield* costOfLightPages()
  yield* costOfWeightyPages()
}

/** The demo shop: pages of a few kilobytes, where whatever is the same for every page weighs most. */
async function* costOfLightPages(): AsyncGenerator<string> {
  const lab = await startLab()
  const planOf = (given: RawPlan): Plan => visitPlan(lab, { steps: stepsByAddress(), ...given })
  const one = planOf({ states: ['no-choice'] })
  try {
    yield* inOneBrowser(one, async function* (running, choice) {
      const alone = (state: ConsentState): Visit => {
        const plan = planOf({ states: [state] })
        return (fresh) => recordedVisit(fresh, choice, plan, 1)
      }
      const { floor, recorded, rejected, accepted, together } = await inTurn(running, ROUNDS, {
        floor: (fresh) => floorVisit(fresh, one),
        recorded: alone('no-choice'),
        rejected: alone('rejected'),
        accepted: alone('accepted'),
        together: (fresh) => recordedVisit(fresh, choice, planOf({}), 3),
      })
      yield* ratios(`${one.steps.length} light steps`, floor, recorded)
      // What a page loads, and whether a choice has to be made and proven first, differs from state to state.
      const ordinary = meanOf(recorded, rejected, accepted)
      yield `three states together / one of them alone, on the average: wall ${ratio(together, ordinary, 'wallMs')}, promised 2.2`
      yield `  together ${shown(together)}; alone no choice ${shown(recorded)}, rejected ${shown(rejected)}, accepted ${shown(accepted)}`
      yield `  together / the lightest, no choice: wall ${ratio(together, recorded, 'wallMs')}`
      yield await memoryOf(running, choice, planOf({ ...manySteps(), states: ['no-choice'] }), lab)
    })
  } finally {
    await lab.close()
  }
}

/** Pages as heavy as a funnel's are, where what grows with scripts, frames and requests weighs most. */
async function* costOfWeightyPages(): AsyncGenerator<string> {
  const funnel = await startWeightyFunnel()
  const steps = funnel.urls.map((url, index) => ({ id: `step-${index + 1}`, go: { url } }))
  const plan = visitPlan(funnel, { site: new URL(funnel.urls[0] ?? '').origin, steps, states: ['no-choice'] })
  try {
    yield* inOneBrowser(plan, async function* (running, choice) {
      const { floor, recorded } = await inTurn(running, WEIGHTY_ROUNDS, {
        floor: (fresh) => floorVisit(fresh, plan),
        recorded: (fresh) => recordedVisit(fresh, choice, plan, 1),
      })
      yield* ratios(
        `${steps.length} steps of ${weightOf(funnel.weight(), (WEIGHTY_ROUNDS + 1) * 2 * steps.length)}`,
        floor,
        recorded,
      )
    })
  } finally {
    await funnel.close()
  }
}

function weightOf({ requests, bytes }: Weight, pages: number): string {
  return `${(bytes / pages / 1e6).toFixed(1)} MB over ${Math.round(requests / pages)} requests`
}

function visitPlan(server: { readonly httpsAddress: string }, given: RawPlan): Plan {
  return parsePlan(labPlan(server, { limits: { settleMs: QUIET_MS, stepTimeoutMs: 15_000 }, ...given }))
}

async function* inOneBrowser(
  plan: Plan,
  use: (running: RunningBrowser, choice: BrowserChoice) => AsyncGenerator<string>,
): AsyncGenerator<string> {
  const choice = await provideBrowser()
  const profile = await freshProfile('allow')
  const running = await launchBrowser({ ...plan, choice, profile: profile.folder })
  try {
    yield* use(running, choice)
  } finally {
    await running.close()
    await profile.remove()
  }
}

type Visit = (running: RunningBrowser) => Promise<void>

/** The first round warms the browser and this program, and is left out. */
async function inTurn<Name extends string>(
  running: RunningBrowser,
  rounds: number,
  visits: Readonly<Record<Name, Visit>>,
): Promise<Readonly<Record<Name, readonly Cost[]>>> {
  const names = Object.keys(visits) as Name[]
  const costs = Object.fromEntries(names.map((name) => [name, [] as Cost[]])) as Record<Name, Cost[]>
  for (let round = 0; round <= rounds; round++) {
    for (const name of names) {
      const cost = await measured(running, visits[name])
      if (round > 0) costs[name].push(cost)
    }
  }
  return costs
}

function* ratios(what: string, floor: readonly Cost[], recorded: readonly Cost[]): Generator<string> {
  yield `recording ${what} in one state / the floor: wall ${ratio(recorded, floor, 'wallMs')}, promised 1.25`
  yield `  processor ${ratio(recorded, floor, 'processorMs')}, promised 1.3`
  yield `  floor ${shown(floor)}, recorded ${shown(recorded)}`
}

/** Each visit has a session of its own with the browser, so that nothing of the one before is still switched on. */
async function measured(running: RunningBrowser, visit: Visit): Promise<Cost> {
  const root = await running.browser.target().createCDPSession()
  const spent = (): number => processorTimeOf(process.pid)
  const [before, begun] = [spent(), performance.now()]
  await visit({ ...running, root })
  const wallMs = performance.now() - begun
  const processorMs = spent() - before
  await root.detach()
  return { wallMs, processorMs }
}

async function recordedVisit(
  running: RunningBrowser,
  choice: BrowserChoice,
  plan: Plan,
  concurrency: number,
  onStep: () => void = () => undefined,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'tagtrail-bench-'))
  const bundle = await createBundle(join(folder, 'bundle'))
  const facts = { plan, choice, running, toolVersion: 'bench', knowledgeVersion: 'bench', valueSalt: '00' }
  const watched = {
    running,
    watch: await watchTargets(running.root),
    witness: await witnessRequests(running.root),
  }
  const browsers = { now: async () => watched, close: async () => undefined }
  await record(plan, describeEnvironment({ ...facts, startedAt: new Date() }), bundle, browsers, {
    clock: { now: () => new Date(), monotonic: () => performance.now() },
    randomHex: (bytes) => randomBytes(bytes).toString('hex'),
    signal: new AbortController().signal,
    concurrency,
    onEvent: ({ type }) => {
      if (type === 'step-done') onStep()
    },
  })
  await rm(folder, { recursive: true, force: true })
}

/** Both visitors type addresses: a click is a journey's business, not the floor's. */
function stepsByAddress(): readonly object[] {
  return (truth(shop).states[0]?.steps ?? []).map(({ stepId, url }) => ({ id: stepId, go: { url } }))
}

/** One light page over and over. */
function manySteps(): RawPlan {
  const steps = Array.from({ length: MANY_STEPS }, (_, index) => ({
    id: `step-${index + 1}`,
    go: { url: `https://${shop.host}/thank-you?${index}` },
  }))
  return { steps, limits: { settleMs: 50, stepTimeoutMs: 15_000 } }
}

async function memoryOf(running: RunningBrowser, choice: BrowserChoice, plan: Plan, lab: Lab): Promise<string> {
  setFlagsFromString('--expose-gc')
  const collectGarbage = runInNewContext('gc') as () => void
  const seen: number[] = []
  await measured(running, (fresh) =>
    recordedVisit(fresh, choice, plan, 1, () => {
      // What the recorder keeps: not what waits to be collected, and not the log of the server in this process.
      lab.clear()
      collectGarbage()
      seen.push(Math.round(process.memoryUsage().heapUsed / 1e5) / 10)
    }),
  )
  const at = [0, 9, 99, 249, seen.length - 1].map((index) => `step ${index + 1}: ${seen[index]}`)
  return `memory of ${seen.length} steps, heap in MB: ${at.join(', ')}; largest resident size ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`
}

/** Of the visits of each round. */
function meanOf(...visits: readonly (readonly Cost[])[]): readonly Cost[] {
  const of = (round: number, what: keyof Cost): number =>
    visits.reduce((sum, costs) => sum + (costs[round]?.[what] ?? NaN), 0) / visits.length
  return (visits[0] ?? []).map((_, round) => ({ wallMs: of(round, 'wallMs'), processorMs: of(round, 'processorMs') }))
}

function shown(costs: readonly Cost[]): string {
  const of = (what: keyof Cost): number => Math.round(median(costs.map((cost) => cost[what])))
  return `${of('wallMs')} ms (processor ${of('processorMs')} ms)`
}

function ratio(of: readonly Cost[], to: readonly Cost[], what: keyof Cost): string {
  const each = of.map((cost, round) => cost[what] / (to[round]?.[what] ?? NaN))
  return `${median(each).toFixed(2)} (${each.map((one) => one.toFixed(2)).join(', ')})`
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
}
