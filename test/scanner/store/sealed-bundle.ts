import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sealAssessment, writeAssessment } from '../../../scanner/store/assessment-file.ts'
import { createBundle } from '../../../scanner/store/bundle.ts'
import { sealBundle } from '../../../scanner/store/manifest.ts'
import { installationKey, type SealingKey } from '../../../scanner/store/sealing-key.ts'
import { createHash } from 'node:crypto'
import { assessment, environment, gap, observations, plan } from '../samples.ts'
import { temporaryFolder } from './temporary-folder.ts'

export interface SealedBundle {
  readonly dir: string
  readonly key: SealingKey
}

/** A bundle with one of everything, as a killed scan leaves it. */
export async function killedBundle(): Promise<string> {
  const dir = join(await temporaryFolder(), 'scan')
  const bundle = await createBundle(dir)
  await bundle.writePlan(plan)
  await bundle.writeEnvironment(environment)
  for (const observation of observations) bundle.append('observations.ndjson', JSON.stringify(observation))
  for (const reason of ['first', 'second']) bundle.append('gaps.ndjson', JSON.stringify({ ...gap, reason }))
  for (const body of ['a', 'b']) bundle.keep(`bodies/${sha256(body)}`, Buffer.from(body))
  bundle.keep(`screenshots/r1-rejected-optin-${sha256('c').slice(0, 12)}.png`, Buffer.from('c'))
  await bundle.close()
  return dir
}

/** The same, ended, sealed, judged, and the judgement sealed as well. */
export async function sealedBundle(): Promise<SealedBundle> {
  const dir = await killedBundle()
  const key = await installationKey(await temporaryFolder())
  const ended = { ...environment, endedAt: '2026-01-02T03:05:00.000Z', ended: 'complete' }
  await writeFile(join(dir, 'environment.json'), JSON.stringify(ended))
  await sealBundle(dir, { key })
  await writeAssessment(dir, assessment)
  await sealAssessment(dir, { key, sealedAt: new Date('2026-01-02T03:06:00.000Z') })
  return { dir, key }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
