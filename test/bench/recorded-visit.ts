import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import puppeteer, { type Browser } from 'puppeteer-core'
import { launchArguments } from '../../scanner/browser/launch-arguments.ts'
import { freshProfile } from '../../scanner/browser/profile.ts'
import { provideBrowser, type BrowserChoice } from '../../scanner/browser/provide.ts'
import { labPlan } from '../../scanner/lab/plan.ts'
import { startLab } from '../../scanner/lab/server.ts'
import { shop } from '../../scanner/lab/sites/shop.ts'
import { truth } from '../../scanner/lab/truth.ts'
import type { Plan } from '../../scanner/model.ts'
import { parsePlan } from '../../scanner/plan.ts'
import { gather } from '../../scanner/scan.ts'

const ROUNDS = 5
/** What puppeteer means by `networkidle0`. */
const QUIET_MS = 500

/**
 * A funnel visited with everything recorded, against the same pages in a bare puppeteer visit (navigate, wait for
 * network quiet, reused browser), in turn, browser start left out of both.
 */
export async function* recordedVisit(): AsyncGenerator<string> {
  const lab = await startLab()
  try {
    const choice = await provideBrowser()
    const plan = parsePlan(
      labPlan(lab, { states: ['no-choice'], steps: stepsByAddress(), limits: { settleMs: QUIET_MS } }),
    )
    const profile = await freshProfile('allow')
    const browser = await bareBrowser(choice, plan, profile.folder)
    const bare: number[] = []
    const recorded: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      bare.push(await bareVisit(browser, plan))
      recorded.push(await recordedVisitOnce(choice, plan))
    }
    await browser.close()
    await profile.remove()
    const ratios = recorded.map((time, round) => time / (bare[round] ?? time))
    yield `recorded visit / bare visit of ${plan.steps.length} pages: median ${median(ratios).toFixed(2)} (${ratios.map((ratio) => ratio.toFixed(2)).join(', ')})`
    yield `  bare ${Math.round(median(bare))} ms, recorded ${Math.round(median(recorded))} ms, quiet ${plan.limits.settleMs} ms a page`
    yield `  peak memory of this process ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`
  } finally {
    await lab.close()
  }
}

async function bareBrowser(choice: BrowserChoice, plan: Plan, profile: string): Promise<Browser> {
  const needs = {
    ...plan,
    ...choice,
    profile,
    trustedKeys: [],
    platform: process.platform,
    isRoot: process.getuid?.() === 0,
  }
  return await puppeteer.launch({
    executablePath: choice.path,
    env: { ...process.env, ...choice.env },
    args: [...launchArguments(needs)],
    ignoreDefaultArgs: true,
    pipe: true,
    waitForInitialPage: false,
    defaultViewport: plan.viewport,
  })
}

async function bareVisit(browser: Browser, plan: Plan): Promise<number> {
  const begun = performance.now()
  const context = await browser.createBrowserContext()
  const page = await context.newPage()
  for (const { go } of plan.steps) {
    if (go.kind === 'url') await page.goto(go.url, { waitUntil: ['load', 'networkidle0'] })
  }
  await context.close()
  return performance.now() - begun
}

/** Both visitors type addresses: a click is a journey's business, not a bare visit's. */
function stepsByAddress(): readonly object[] {
  return (truth(shop).states[0]?.steps ?? []).map(({ stepId, url }) => ({ id: stepId, go: { url } }))
}

async function recordedVisitOnce(browser: BrowserChoice, plan: Plan): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'tagtrail-bench-'))
  let begun = 0
  let ended = 0
  await gather(plan, {
    out: join(folder, 'bundle'),
    overwrite: false,
    browser,
    toolVersion: 'bench',
    knowledgeVersion: 'bench',
    clock: { now: () => new Date(), monotonic: () => performance.now() },
    randomHex: (bytes) => randomBytes(bytes).toString('hex'),
    signal: new AbortController().signal,
    concurrency: 1,
    onEvent: ({ type }) => {
      if (type === 'started') begun = performance.now()
      ended = performance.now()
    },
  })
  await rm(folder, { recursive: true, force: true })
  return ended - begun
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
}
