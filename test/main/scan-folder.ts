import { join } from 'node:path'
import { createBundle } from '../../scanner/store/bundle.ts'
import { sealBundle } from '../../scanner/store/manifest.ts'
import { scene, type Scene } from '../evidence/scene.ts'
import { temporaryFolder } from '../scanner/store/temporary-folder.ts'

/** A sealed scan on disk that saw this, not judged yet. */
export async function scanFolder(given: Scene): Promise<string> {
  const dir = join(await temporaryFolder(), 'scan')
  const { evidence } = scene(given)
  const bundle = await createBundle(dir)
  await bundle.writePlan(evidence.plan)
  await bundle.writeEnvironment(evidence.environment)
  for (const observation of evidence.observations) bundle.append('observations.ndjson', JSON.stringify(observation))
  await bundle.close()
  await sealBundle(dir)
  return dir
}
