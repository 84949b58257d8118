import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { openEvidenceLog } from '../../scanner/evidence-log.ts'
import { createBundle } from '../../scanner/store/bundle.ts'
import { readBundle } from '../../scanner/store/read-bundle.ts'
import { verifyBundle } from '../../scanner/store/verify-bundle.ts'
import { temporaryFolder } from './store/temporary-folder.ts'

for (const flushes of [1, 2, 5, 9, 20])
  test(`a scan killed after ${flushes} flushes can be read up to its last line`, async () => {
    const dir = join(await temporaryFolder(), 'scan')
    const scan = spawn(process.execPath, [join(import.meta.dirname, 'endless-scan.ts'), dir], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let dots = 0
    for await (const chunk of scan.stdout) {
      dots += String(chunk).length
      if (dots >= flushes) break
    }
    const ended = once(scan, 'exit')
    scan.kill('SIGKILL')
    await ended

    expect(await verifyBundle(dir)).toMatchObject({
      verdict: 'incomplete',
      because: 'the scan did not come to its end',
      faults: [],
    })
    const notes: string[] = []
    const { observations, environment } = await readBundle(dir, { onNote: (note) => notes.push(note) })
    expect(environment.ended).toBeNull()
    expect(notes).toContain('the scan did not come to its end')
    expect(observations.length).toBeGreaterThanOrEqual(flushes * 100)
    for (const journey of ['no-choice', 'rejected']) {
      const numbers = observations.filter((seen) => seen.journey === journey).map(({ id }) => Number(id.slice(-6)))
      expect(numbers).toEqual(numbers.map((_, index) => index + 1))
    }
    for (const name of (await readdir(join(dir, 'bodies'))).filter((each) => !each.endsWith('.part')))
      expect(
        createHash('sha256')
          .update(await readFile(join(dir, 'bodies', name)))
          .digest('hex'),
      ).toBe(name)
  })

test('fifty thousand observations take no more memory than five thousand', async () => {
  const bundle = await createBundle(await temporaryFolder())
  const clock = { now: () => new Date(), monotonic: () => performance.now() }
  const log = openEvidenceLog({ bundle, clock, salt: '00', keepValues: false })
  const { pen } = log.journey({ run: 1, journey: 'no-choice' })
  const write = async (count: number): Promise<number> => {
    for (let index = 0; index < count; index++) {
      pen.write({ kind: 'signal', standard: 'x', raw: `${index}`.padEnd(1000, 'y'), where: 'z' }, pen.stamp())
      if (index % 100 === 0) await setImmediate()
    }
    await log.flush()
    collectGarbage()
    const { heapUsed, arrayBuffers } = process.memoryUsage()
    return (heapUsed + arrayBuffers) / 1e6
  }
  const early = await write(5000)
  const late = await write(45_000)
  await log.close()
  expect(late - early, `${early.toFixed(1)} MB, then ${late.toFixed(1)} MB`).toBeLessThan(5)
})

function collectGarbage(): void {
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('gc')
  if (typeof collect === 'function') collect()
}
