import { join } from 'node:path'
import type { BrowserChoice } from '../browser/provide.ts'
import type { Evidence, Plan } from '../model.ts'
import { browsers } from '../scan/browsers.ts'
import { describeEnvironment } from '../scan/environment.ts'
import { inParallel } from '../scan/in-parallel.ts'
import { record, type RecordOptions } from '../scan/record.ts'
import { createBundle } from '../store/bundle.ts'
import { readBundle } from '../store/read-bundle.ts'

export interface ScanManyOptions extends Omit<RecordOptions, 'concurrency' | 'onEvent'> {
  /** Folder for the bundles, one in it for each plan. */
  readonly folder: string
  readonly browser: BrowserChoice
  readonly toolVersion: string
  readonly knowledgeVersion: string
  /** How many plans are under way at once; each makes the journeys of all its states together. */
  readonly plansAtOnce: number
}

/**
 * Carries out many small plans in one browser, which all have to be alike in what a browser is started with. A scan
 * starts its own browser; for a hundred pages that would be most of the time.
 */
export async function scanMany(
  plans: readonly Plan[],
  options: ScanManyOptions,
  onDone: (evidence: Evidence) => void,
): Promise<void> {
  const [first] = plans
  if (first === undefined) return
  const kept = browsers(first, options.browser, options.signal)
  try {
    const { running } = await kept.now()
    await inParallel(plans, options.plansAtOnce, async (plan) => {
      const bundle = await createBundle(join(options.folder, plan.name))
      const facts = { ...options, plan, running, choice: options.browser }
      const environment = describeEnvironment({
        ...facts,
        valueSalt: options.randomHex(16),
        startedAt: options.clock.now(),
      })
      await bundle.writePlan(plan)
      await bundle.writeEnvironment(environment)
      await record(plan, environment, bundle, kept, { ...options, concurrency: plan.states.length })
      await bundle.writeEnvironment({ ...environment, endedAt: options.clock.now().toISOString(), ended: 'complete' })
      onDone(await readBundle(bundle.dir))
    })
  } finally {
    await kept.close()
  }
}
