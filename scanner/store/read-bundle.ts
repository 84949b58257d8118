import type { Evidence } from '../model.ts'
import { hashFiles } from './hash-files.ts'
import { layout } from './layout.ts'
import { readManifest } from './manifest.ts'
import { readJson, readJsonLines } from './read-json.ts'
import { environment as environmentSchema } from './schemas/environment.ts'
import { gap as gapSchema } from './schemas/gap.ts'
import { observation as observationSchema } from './schemas/observation.ts'
import { recordedPlan } from './schemas/plan.ts'

export interface ReadBundleOptions {
  /** Told, in a sentence, what a killed or unfinished scan left incomplete. */
  readonly onNote?: (note: string) => void
}

/**
 * The evidence of a scan on disk, also of one that was killed: a cut-off last line and a missing manifest are noted and
 * borne. Throws `store-corrupt` naming file and line when anything else is not as it was written.
 */
export async function readBundle(dir: string, { onNote = () => undefined }: ReadBundleOptions = {}): Promise<Evidence> {
  const environment = await readJson(dir, layout.environment, environmentSchema)
  const plan = await readJson(dir, layout.plan, recordedPlan)
  const observations = await readJsonLines(dir, layout.observations, observationSchema)
  const gaps = await readJsonLines(dir, layout.gaps, gapSchema)
  const manifest = await readManifest(dir)
  if (environment.ended === null) onNote('the scan did not come to its end')
  if (observations.torn) onNote(`the last line of ${layout.observations} is cut off and left out`)
  if (gaps.torn) onNote(`the last line of ${layout.gaps} is cut off and left out`)
  if (manifest === null) onNote('the scan is not sealed')
  const files = (manifest?.files ?? (await hashFiles(dir))).map(({ path, sha256 }) => ({ path, sha256 }))
  return { plan, environment, observations: observations.items, gaps: gaps.items, files }
}
