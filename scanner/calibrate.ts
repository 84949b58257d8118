import { bannerFigures } from './calibrate/banner-figures.ts'
import { findingFigures, unexercised, type Unexercised } from './calibrate/finding-figures.ts'
import { measureFindings } from './calibrate/measure-findings.ts'
import { scanMany, type ScanManyOptions } from './calibrate/scan-many.ts'
import { checkBanner, type BannerCheck, type JudgedState } from './lab/banners/check.ts'
import { deedsOn } from './lab/banners/deeds.ts'
import { bannerSites } from './lab/banners/index.ts'
import type { BannerSite } from './lab/banners/model.ts'
import { isInstalled } from './lab/banners/packages.ts'
import { bannerPlan } from './lab/banners/plan.ts'
import { hostOf } from './lab/banners/site.ts'
import { checkAgainstTruth, FACT_KINDS, type TruthCheck } from './lab/check.ts'
import { impossible } from './lab/findings/impossible.ts'
import { findingSites } from './lab/findings/index.ts'
import { findingPlan } from './lab/findings/plan.ts'
import { labPlan } from './lab/plan.ts'
import { startLab, type Lab } from './lab/server.ts'
import { shop } from './lab/sites/shop.ts'
import { truth } from './lab/truth.ts'
import type { Calibration, CalibrationFigure } from './model.ts'
import { parsePlan } from './plan.ts'
import { rules } from './rules/index.ts'

export const CALIBRATION_PARTS = ['facts', 'banners', 'findings'] as const
export type CalibrationPart = (typeof CALIBRATION_PARTS)[number]

export interface CalibrateOptions extends Omit<ScanManyOptions, 'plansAtOnce'> {
  readonly parts: readonly CalibrationPart[]
  /** Sites of the banner lab and the findings lab whose id matches. */
  readonly sites: RegExp
  /** How many of them are measured at once, each by a visitor for every state. */
  readonly sitesAtOnce: number
  readonly onProgress?: (progress: CalibrationProgress) => void
}

export interface CalibrationProgress {
  readonly done: number
  readonly of: number
  readonly subject: string
  readonly faults: readonly string[]
}

export interface CalibrationResult {
  readonly calibration: Calibration
  /** Names of the sites that were measured. */
  readonly measured: readonly string[]
  /** What went wrong, by what it went wrong on. */
  readonly faults: readonly { readonly subject: string; readonly lines: readonly string[] }[]
  /** Sites that could not be served here, and why. */
  readonly leftOut: readonly string[]
  /** What no site of the findings lab asks of a rule; empty when findings were not measured. */
  readonly unexercised: readonly Unexercised[]
}

/** Runs the instrument on the lab, compares what it reports with the truth, and says how often it was right. */
export async function calibrate(options: CalibrateOptions): Promise<CalibrationResult> {
  const lab = await startLab()
  try {
    return await measure(lab, options)
  } finally {
    await lab.close()
  }
}

async function measure(lab: Lab, options: CalibrateOptions): Promise<CalibrationResult> {
  const wanted = bannerSites.filter(({ id }) => options.parts.includes('banners') && options.sites.test(id))
  const sites = wanted.filter(({ needs }) => needs === null || isInstalled(needs))
  const findings = findingSites.filter(({ id }) => options.parts.includes('findings') && options.sites.test(id))
  const faults: { subject: string; lines: readonly string[] }[] = []
  const hasFacts = options.parts.includes('facts')
  const told = { done: 0, of: sites.length * STATES.length + findings.length + Number(hasFacts) }
  const tell = (subject: string, lines: readonly string[]): void => {
    if (lines.length > 0) faults.push({ subject, lines })
    options.onProgress?.({ done: ++told.done, of: told.of, subject, faults: lines })
  }

  let browser = ''
  const facts = hasFacts ? await measureFacts(lab, options, tell) : null
  const checks = await measureBanners(lab, sites, options, {
    onBrowser: (product) => (browser = product),
    onCheck: (check) => tell(`${check.site}, ${check.state}`, check.faults),
  })
  const judged = await measureFindings(
    findings,
    findings.map((site) => parsePlan(findingPlan(lab, site))),
    { ...options, plansAtOnce: options.sitesAtOnce },
    { onBrowser: (product) => (browser = product), onCheck: (check) => tell(check.site, check.faults) },
  )
  return {
    calibration: {
      at: options.clock.now().toISOString(),
      versions: { tool: options.toolVersion, knowledge: options.knowledgeVersion, browser: facts?.browser ?? browser },
      facts: facts?.figures ?? [],
      banners: bannerFigures(checks),
      findings: findingFigures(judged),
      wrongWayClicks: checks.reduce((sum, { wrongWay }) => sum + wrongWay.length, 0),
      falselyProven: checks.filter(({ isFalselyProven }) => isFalselyProven).length,
    },
    measured: [...(hasFacts ? [shop.id] : []), ...sites.map(({ id }) => id), ...findings.map(({ id }) => id)],
    faults,
    leftOut: wanted
      .filter((site) => !sites.includes(site))
      .map(({ id, needs }) => `${id} (needs the package ${needs})`),
    unexercised: findings.length === 0 ? [] : unexercised(RULE_IDS, EXPECTED, impossible),
  }
}

const RULE_IDS = rules.map(({ id }) => id)
const EXPECTED = findingSites.flatMap(({ expected }) => expected)
const STATES: readonly JudgedState[] = ['rejected', 'accepted']

interface MeasuredFacts {
  readonly figures: readonly CalibrationFigure[]
  readonly browser: string
}

type Tell = (subject: string, lines: readonly string[]) => void

async function measureFacts(lab: Lab, options: CalibrateOptions, tell: Tell): Promise<MeasuredFacts | null> {
  const plan = parsePlan({ ...labPlan(lab), name: shop.id })
  let measured: MeasuredFacts | null = null
  await scanMany([plan], { ...options, plansAtOnce: 1 }, (evidence) => {
    const check = checkAgainstTruth(evidence, truth(shop))
    measured = { figures: figuresOf(check), browser: evidence.environment.browser.product }
    const lines = [
      ...check.missing.map((fact) => `missed: ${fact}`),
      ...check.invented.map((fact) => `invented: ${fact}`),
    ]
    tell(shop.name, lines)
  })
  return measured
}

function figuresOf({ kinds }: TruthCheck): readonly CalibrationFigure[] {
  return FACT_KINDS.map((of) => {
    const { matched, missing, invented } = kinds[of]
    return { of, matched, missing: missing.length, invented: invented.length }
  }).filter(({ matched, missing, invented }) => matched + missing + invented > 0)
}

interface BannerListener {
  onBrowser(product: string): void
  onCheck(check: BannerCheck): void
}

async function measureBanners(
  lab: Lab,
  sites: readonly BannerSite[],
  options: CalibrateOptions,
  { onBrowser, onCheck }: BannerListener,
): Promise<readonly BannerCheck[]> {
  const byId = new Map(sites.map((site) => [site.id, site]))
  const plans = sites.map((site) => parsePlan(bannerPlan(lab, site)))
  const checks: BannerCheck[] = []
  await scanMany(plans, { ...options, plansAtOnce: options.sitesAtOnce }, (evidence) => {
    const site = byId.get(evidence.plan.name)
    if (site === undefined) return
    onBrowser(evidence.environment.browser.product)
    const deeds = deedsOn(lab.log, hostOf(site))
    for (const state of STATES) {
      const check = checkBanner(site, state, evidence, deeds)
      checks.push(check)
      onCheck(check)
    }
  })
  return checks
}
