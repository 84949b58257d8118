import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { createBundle } from '../../../scanner/store/bundle.ts'
import { largeEvidence } from '../../evidence/large-evidence.ts'
import { temporaryFolder } from '../store/temporary-folder.ts'

/** Where sorting, upper case, dates and numbers are written otherwise. */
const MACHINES = [
  { TZ: 'UTC', LC_ALL: 'C' },
  { TZ: 'Asia/Tokyo', LC_ALL: 'tr_TR.UTF-8' },
] as const

test('the same evidence is judged alike, byte for byte, whatever the zone, the language and the folder of a machine', async () => {
  const { plan, environment, observations } = largeEvidence(400)
  const dir = join(await temporaryFolder(), 'scan')
  const bundle = await createBundle(dir)
  await bundle.writePlan(plan)
  await bundle.writeEnvironment(environment)
  for (const seen of observations) bundle.append('observations.ndjson', JSON.stringify(seen))
  await bundle.close()

  const cli = resolve('main/cli.ts')
  const words = [cli, 'report', dir, '--judge-anew', '--format', 'json', '--out', '-']
  const judged = await Promise.all(
    MACHINES.map(async (machine) => {
      const env = { ...process.env, ...machine, TAGTRAIL_DATA: await temporaryFolder() }
      const { stdout } = await promisify(execFile)(process.execPath, words, { env, cwd: tmpdir(), maxBuffer: 1e8 })
      return createHash('sha256').update(stdout).digest('hex')
    }),
  )
  expect(new Set(judged).size).toBe(1)
  expect(judged[0]).not.toBe(createHash('sha256').update('').digest('hex'))
}, 120_000)
