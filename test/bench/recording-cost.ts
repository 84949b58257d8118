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
import type { Plan } from '../../scanner/model.ts'
import { parsePlan } from '../../scanner/plan.ts'
import { describeEnvironment } from '../../scanner/scan/environment.ts'
import { record } from '../../scanner/scan/record.ts'
import { createBundle } from '../../scanner/store/bundle.ts'
import { floorVisit } from './floor.ts'
import { processorTimeOf } from './processor-time.ts'

const ROUNDS = 5
/** Finds all but late timers and unload; the shorter the quiet, the harder the comparison. */
const QUIET_MS = 150
const MANY_STEPS = 500

interface Cost {
  readonly wallMs: number
  /** Of this process, which serves the lab as well, and of the browser with all its processes. */
  readonly processorMs: number
}

/** What recording costs over the least a visit can cost, in turn and in the same browser, and what many steps leave in memory. */
export async function* recordingCost(): AsyncGenerator<string> {
  const lab = await startLab()
  const choice = await provideBrowser()
  const profile = await freshProfile('allow')
  const planOf = (given: RawPlan): Plan =>
    parsePlan(
      labPlan(lab, { steps: stepsByAddress(), limits: { settleMs: QUIET_MS, stepTimeoutMs: 15_000 }, ...given }),
    )
  const one = planOf({ states: ['no-choice'] })
  const three = planOf({})
  const running = await launchBrowser({ ...one, choice, profile: profile.folder })
  try {
    const costOf = (visit: (running: RunningBrowser) => Promise<void>): Promise<Cost> => measured(running, visit)
    const floor: Cost[] = []
    const recorded: Cost[] = []
    const together: Cost[] = []
    for (let round = 0; round <= ROUNDS; round++) {
      floor.push(await costOf((fresh) => floorVisit(fresh, one)))
      recorded.push(await costOf((fresh) => recordedVisit(fresh, choice, one, 1)))
      together.push(await costOf((fresh) => recordedVisit(fresh, choice, three, 3)))
    }
    // The first round warms the browser and this program.
    const ratio = (of: readonly Cost[], to: readonly Cost[], what: keyof Cost): string =>
      spread(of.slice(1).map((each, round) => each[what] / (to[round + 1]?.[what] ?? NaN)))
    yield `recording ${one.steps.length} steps in one state / the floor: wall ${ratio(recorded, floor, 'wallMs')}, promised 1.25`
    yield `  processor ${ratio(recorded, floor, 'processorMs')}, promised 1.3`
    yield `  floor ${shown(floor)}, recorded ${shown(recorded)}`
    yield `three states together / one: wall ${ratio(together, recorded, 'wallMs')}, promised 2.2`
    yield await memoryOf(running, choice, planOf({ ...manySteps(), states: ['no-choice'] }), lab)
  } finally {
    await running.close()
    await profile.remove()
    await lab.close()
  }
}

/** Each visit has a session of its own with the browser, so that nothing of the one before is still switched on. */
async function measured(running: RunningBrowser, visit: (running: RunningBrowser) => Promise<void>): Promise<Cost> {
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

function shown(costs: readonly Cost[]): string {
  const of = (what: keyof Cost): number => Math.round(median(costs.slice(1).map((cost) => cost[what])))
  return `${of('wallMs')} ms (processor ${of('processorMs')} ms)`
}

function spread(ratios: readonly number[]): string {
  return `${median(ratios).toFixed(2)} (${ratios.map((ratio) => ratio.toFixed(2)).join(', ')})`
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
}
