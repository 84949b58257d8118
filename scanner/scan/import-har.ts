import { ScanError } from '../errors.ts'
import { openEvidenceLog } from '../evidence-log.ts'
import type { Evidence } from '../model.ts'
import { createBundle } from '../store/bundle.ts'
import { sealBundle } from '../store/manifest.ts'
import { readBundle } from '../store/read-bundle.ts'
import type { SealingKey } from '../store/sealing-key.ts'
import type { HarEntry } from '../har/entry.ts'
import { environmentOf, planOf, type ImportFacts } from '../har/imported-plan.ts'
import { readHar, type HarFile } from '../har/read-har.ts'
import { tellRun } from '../har/tell-run.ts'
import { visitsOf } from '../har/visits.ts'

export interface ImportOptions extends ImportFacts {
  readonly out: string
  readonly overwrite: boolean
  readonly now: () => Date
  readonly key?: SealingKey | undefined
}

/**
 * Turns HAR files into a sealed bundle, as if the visit they recorded had been observed: each observation with the time
 * of its entry, and a gap for what no HAR file shows. Throws `plan-invalid` for what is no HAR file.
 */
export async function importHar(paths: readonly string[], options: ImportOptions): Promise<Evidence> {
  const files: HarFile[] = []
  for (const path of paths) files.push(await readHar(path))
  const visits = visitsOf(files)
  if (visits.length === 0)
    throw new ScanError('plan-invalid', `${paths.join(', ')}: no request is in there; record again`)
  const plan = planOf(visits, options)
  const environment = environmentOf(files, visits, options)
  const bundle = await createBundle(options.out, { overwrite: options.overwrite })
  await bundle.writePlan(plan)
  await bundle.writeEnvironment({ ...environment, endedAt: null, ended: null })
  const losses = {
    isWithoutCookies: visits.every(({ entries }) => entries.every(hasNoCookie)),
    unread: files.reduce((sum, { unread }) => sum + unread, 0),
  }
  // The log is told the time of each entry as if it were now.
  let at = 0
  const goTo = (time: number): void => void (at = time)
  const clock = { now: () => new Date(at), monotonic: () => at }
  const log = openEvidenceLog({ bundle, clock, salt: environment.valueSalt, keepValues: false })
  try {
    for (const run of new Set(visits.map((visit) => visit.run))) {
      const own = visits.filter((visit) => visit.run === run)
      await tellRun(log, own, { run, state: options.state, losses, goTo })
    }
  } finally {
    await log.close()
  }
  await bundle.writeEnvironment(environment)
  await sealBundle(options.out, { key: options.key, sealedAt: options.now() })
  return readBundle(options.out)
}

function hasNoCookie({ cookiesSent, cookiesSet }: HarEntry): boolean {
  return cookiesSent.length === 0 && cookiesSet.length === 0
}
