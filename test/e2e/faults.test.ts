import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as passed } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { Evidence } from '../../scanner/model.ts'
import { readBundle } from '../../scanner/store/read-bundle.ts'
import { verifyBundle } from '../../scanner/store/verify-bundle.ts'
import { descendantsOf, runningProcesses, type RunningProcess } from '../evidence/processes.ts'
import { temporaryFolder } from '../scanner/store/temporary-folder.ts'

/** How often each fault is made, at another moment of the scan each time. */
const RUNS = Math.ceil(Number(process.env['TAGTRAIL_FAULT_RUNS'] ?? 3) / 3)
/** A scan of the lab in three states takes longer than this from its start on. */
const WITHIN_MS = 9_000

/** Sealed as it was left; whether it is signed as well is the host's affair. */
const SEALED = { faults: [], seal: { sealedAt: expect.any(String) } }

interface Scan {
  readonly dir: string
  readonly child: ChildProcess
  readonly said: readonly string[]
  /** Every process of the scan that lived when it was last looked at. */
  family(): readonly RunningProcess[]
  /** Resolves once the child has ended. */
  readonly ended: Promise<void>
}

async function scanning(): Promise<Scan> {
  const dir = join(await temporaryFolder(), 'scan')
  const child = spawn(process.execPath, [join(import.meta.dirname, 'scan-until-ended.ts'), dir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const said: string[] = []
  const ended = once(child, 'exit').then(() => undefined)
  const begun = new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      said.push(...String(chunk).split('\n').filter(Boolean))
      if (said.includes('started')) resolve()
    })
  })
  await Promise.race([begun, ended])
  return { dir, child, said, ended, family: () => descendantsOf(child.pid ?? -1) }
}

/** Evenly over the scan, with a part that is never the same. */
const moment = (index: number): number => Math.round(((index + Math.random()) / RUNS) * WITHIN_MS)

async function nothingLives(family: readonly RunningProcess[]): Promise<void> {
  const left = (): readonly string[] => {
    const alive = new Set(runningProcesses().map(({ pid, command }) => `${pid} ${command}`))
    return family.map(({ pid, command }) => `${pid} ${command}`).filter((each) => alive.has(each))
  }
  await expect.poll(left, { timeout: 5_000 }).toEqual([])
}

async function read(dir: string): Promise<Evidence> {
  const evidence = await readBundle(dir)
  for (const journey of evidence.plan.states) {
    const numbers = evidence.observations
      .filter((each) => each.journey === journey)
      .map(({ id }) => Number(id.slice(-6)))
    expect(numbers).toEqual(numbers.map((_, index) => index + 1))
  }
  return evidence
}

for (let index = 0; index < RUNS; index++) {
  test(`a scan whose process is killed leaves no browser and a bundle that can be read (${index + 1})`, async () => {
    const { dir, child, family, ended } = await scanning()
    await Promise.race([passed(moment(index)), ended])
    const all = family()
    child.kill('SIGKILL')
    await ended
    await nothingLives(all)
    const { environment } = await read(dir)
    expect((await verifyBundle(dir)).verdict).toBe('incomplete')
    expect(environment.ended).not.toBe('failed')
  })

  test(`a browser that is killed costs a gap in each state that was under way, and the scan goes on (${index + 1})`, async () => {
    const { dir, family, ended, said } = await scanning()
    await Promise.race([passed(moment(index)), ended])
    const all = family()
    const browser = all.find(({ command }) => /chrom/.test(command) && !command.includes('--type='))
    if (browser) process.kill(browser.pid, 'SIGKILL')
    await ended
    await nothingLives(all)
    const { environment, gaps, observations, plan } = await read(dir)
    expect(said.at(-1)).toBe('over')
    expect(environment.ended).toBe('complete')
    expect(await verifyBundle(dir)).toMatchObject(SEALED)
    const crashed = gaps.filter(({ kind }) => kind === 'browser-crashed').map(({ journey }) => journey)
    expect(new Set(crashed).size).toBe(crashed.length)
    // The journeys that had not ended by then were walked again; each has seen the last step.
    const last = plan.steps.at(-1)?.id
    const reached = observations.filter((each) => each.kind === 'page' && each.stepId === last)
    expect(new Set(reached.map(({ journey }) => journey))).toEqual(new Set(plan.states))
  })

  test(`a scan that is cancelled ends within two seconds, says so, and leaves no browser (${index + 1})`, async () => {
    const { dir, child, family, ended, said } = await scanning()
    await Promise.race([passed(moment(index)), ended])
    const all = family()
    const isOver = said.includes('over')
    child.kill('SIGTERM')
    const since = performance.now()
    await ended
    expect(performance.now() - since).toBeLessThan(2_000)
    await nothingLives(all)
    const { environment } = await read(dir)
    if (!isOver && !said.includes('over')) expect(environment.ended).toBe('cancelled')
    else expect(['cancelled', 'complete']).toContain(environment.ended)
    expect(await verifyBundle(dir)).toMatchObject(SEALED)
  })
}
