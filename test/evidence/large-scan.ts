import { join } from 'node:path'
import { eu } from '../../scanner/jurisdictions/eu.ts'
import { loadKnowledge } from '../../scanner/knowledge/load.ts'
import { assess } from '../../scanner/scan.ts'
import { writeAssessment } from '../../scanner/store/assessment-file.ts'
import { openCatalog } from '../../scanner/store/catalog.ts'
import { describeScan } from '../../scanner/store/catalog-rebuild.ts'
import { createBundle } from '../../scanner/store/bundle.ts'
import { layout } from '../../scanner/store/layout.ts'
import { sealBundle } from '../../scanner/store/manifest.ts'
import { largeEvidence } from './large-evidence.ts'

/** A finished scan of so many observations in a data folder, judged, sealed and listed, as a scan of a busy shop leaves it.
 *  Judging takes seconds: whoever does not look at the result may have the last few judged alone. Gives its id. */
export async function addLargeScan(
  dataFolder: string,
  observations: number,
  { judged = observations }: { readonly judged?: number } = {},
): Promise<string> {
  const id = `large-${observations}`
  const dir = join(dataFolder, 'scans', id)
  const evidence = largeEvidence(observations)
  const bundle = await createBundle(dir)
  await bundle.writePlan({ ...evidence.plan, name: nameOfLarge(observations) })
  await bundle.writeEnvironment(evidence.environment)
  for (const seen of evidence.observations) bundle.append(layout.observations, JSON.stringify(seen))
  await bundle.close()
  await sealBundle(dir)
  const some = { ...evidence, observations: evidence.observations.slice(-judged) }
  await writeAssessment(dir, assess(some, { knowledge: loadKnowledge(), jurisdictions: [eu] }))
  await openCatalog(dataFolder, { now: () => new Date() }).noteScan(await describeScan(dir))
  return id
}

/** What its card is called. */
export function nameOfLarge(observations: number): string {
  return `Shop of ${observations}`
}
