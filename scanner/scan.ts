import { exitIpFrom } from './browser/exit-ip.ts'
import type { BrowserChoice } from './browser/provide.ts'
import { blindSpotsOf } from './judge/blind-spots.ts'
import { bringerOf } from './causes/bringer.ts'
import { classify } from './classify.ts'
import { coverageOf, notCovered } from './summary/coverage.ts'
import { effectsOf } from './judge/effects.ts'
import { hostOwner, vendorFacts } from './judge/vendor-facts.ts'
import { ScanError } from './errors.ts'
import { whatIfOf } from './summary/what-if.ts'
import { headlineOf } from './summary/headline.ts'
import { judge } from './judge.ts'
import type { Jurisdiction } from './jurisdictions/jurisdiction.ts'
import type { Knowledge } from './knowledge/knowledge.ts'
import { matrixOf } from './summary/matrix.ts'
import type { Assessment, Environment, Evidence, Plan } from './model.ts'
import { withoutSecrets } from './plan/secrets.ts'
import { rules } from './rules/index.ts'
import { distinct, isMade, spelled } from './said.ts'
import { browsers } from './scan/browsers.ts'
import { gateOf } from './scan/gate.ts'
import { describeEnvironment } from './scan/environment.ts'
import { record, type RecordOptions } from './scan/record.ts'
import { statesOf } from './judge/states.ts'
import { sealAssessment, writeAssessment } from './store/assessment-file.ts'
import { createBundle, type Bundle } from './store/bundle.ts'
import { sealBundle } from './store/manifest.ts'
import { readBundle } from './store/read-bundle.ts'
import type { SealingKey } from './store/sealing-key.ts'

export interface GatherOptions extends RecordOptions {
  /** Folder of the bundle; it must not exist, or be empty, or hold a bundle that may be replaced. */
  readonly out: string
  readonly overwrite: boolean
  readonly browser: BrowserChoice
  /** Signs the evidence and the assessment; without it a bundle verifies as incomplete. */
  readonly key?: SealingKey
  /** Has an authority vouch for the time of a complete recording; `null` when it gave no time-stamp. */
  readonly timestamp?: ((manifest: Uint8Array) => Promise<Uint8Array | null>) | undefined
  readonly toolVersion: string
  readonly knowledgeVersion: string
  /** Tells whose requests the state `gated` holds back; needed for that state alone. */
  readonly knowledge?: Knowledge
}

export interface AssessOptions {
  readonly knowledge: Knowledge
  /** The first one gives findings their outcome and severity. */
  readonly jurisdictions: readonly [Jurisdiction, ...Jurisdiction[]]
}

/**
 * Touches the world: visits the funnel once per run and state, each time as a new visitor, and leaves a sealed bundle.
 * @throws ScanError; the bundle then says how it ended and holds what was seen until then.
 */
export async function gather(plan: Plan, options: GatherOptions): Promise<Evidence> {
  const gate = options.knowledge && gateOf(plan, options.knowledge)
  if (plan.states.includes('gated') && !gate)
    throw new Error('the state gated needs to know whose requests to hold back')
  const kept = browsers(plan, options.browser, options.signal, gate)
  try {
    const { running } = await kept.now(plan.states[0])
    const bundle = await createBundle(options.out, { overwrite: options.overwrite })
    const environment = describeEnvironment({
      ...options,
      plan,
      running,
      choice: options.browser,
      exitIp: plan.lookups.exitIpFrom === null ? null : await exitIpFrom(running.browser, plan.lookups.exitIpFrom),
      valueSalt: options.randomHex(16),
      startedAt: options.clock.now(),
    })
    await bundle.writePlan(withoutSecrets(plan))
    await bundle.writeEnvironment(environment)
    await seal(bundle, environment, options, () => record(plan, environment, bundle, kept, options))
  } finally {
    await kept.close()
  }
  return await readBundle(options.out)
}

/** Pure and repeatable: the same evidence always gives the same assessment. */
export function assess(evidence: Evidence, { knowledge, jurisdictions }: AssessOptions): Assessment {
  const { plan, environment } = evidence
  const sightings = classify(evidence, knowledge)
  const states = statesOf(evidence)
  const effects = effectsOf(evidence, sightings)
  const blindSpots = blindSpotsOf(evidence)
  const bringer = bringerOf(evidence, sightings)
  const known = { vendor: vendorFacts(knowledge), hostOwner: hostOwner(knowledge) }
  const asked = { rules, jurisdictions, states, effects, blindSpots, bringer, ...known }
  const { findings, wordings } = judge(evidence, sightings, asked)
  const matrix = matrixOf(evidence, sightings, { states, effects, blindSpots })
  const coverage = coverageOf(evidence, sightings, states)
  const headline = headlineOf(plan, { states, matrix, coverage, blindSpots })
  return {
    scan: {
      name: plan.name,
      site: plan.site,
      startedAt: environment.startedAt,
      jurisdiction: jurisdictions[0].id,
      jurisdictions: jurisdictions.map(({ id }) => id),
      runs: plan.runs,
      ended: environment.ended,
    },
    states,
    steps: plan.steps.map(({ id, label, role }) => ({ id, label, role })),
    headline: spelled(headline),
    matrix,
    sightings,
    findings,
    attribution: null,
    coverage,
    whatIf: whatIfOf(evidence, sightings, { states, effects }),
    versions: {
      tool: environment.tool.version,
      knowledge: knowledge.version,
      browser: environment.browser.product,
      rules: rules.map(({ id }) => id),
    },
    ownKnowledge: knowledge.own,
    wordings: distinct([headline, ...wordings, ...notCovered(evidence, states)]).filter(isMade),
  }
}

/** Gathers, assesses, and writes the assessment into the bundle. */
export async function scan(plan: Plan, options: GatherOptions & AssessOptions): Promise<Assessment> {
  const assessment = assess(await gather(plan, options), options)
  await writeAssessment(options.out, assessment)
  await sealAssessment(options.out, { key: options.key, sealedAt: options.clock.now() })
  return assessment
}

/** However the recording ends, the bundle says how, and is sealed as it is. */
async function seal(
  bundle: Bundle,
  environment: Environment,
  { clock, key, timestamp }: GatherOptions,
  recording: () => Promise<void>,
): Promise<void> {
  let ended: Environment['ended'] = 'complete'
  try {
    await recording()
  } catch (reason) {
    ended = reason instanceof ScanError && reason.code === 'cancelled' ? 'cancelled' : 'failed'
    throw reason
  } finally {
    await bundle.writeEnvironment({ ...environment, endedAt: clock.now().toISOString(), ended })
    await sealBundle(bundle.dir, { key, timestamp: ended === 'complete' ? timestamp : undefined })
  }
}
