import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import type { Client, ScanProgress } from '../../main/contract.ts'
import { startNodeChild } from '../../main/scan-process.ts'
import { descendantsOf, runningProcesses } from '../evidence/processes.ts'
import { connectTo, openApp } from '../main/open-app.ts'
import { temporaryFolder } from '../scanner/store/temporary-folder.ts'

/** What a person is told, and what is left, when a process is killed or the disk is full in the middle of a scan. */

/** Begins the demo, and does it as soon as a page was visited. */
async function inTheMiddleOfAScan(client: Client, happens: () => void): Promise<ScanProgress | undefined> {
  const { id } = await client.scans.startDemo()
  let last: ScanProgress | undefined
  for await (const progress of await client.scans.watch({ id })) {
    if (progress.counts.visitsDone > 0 && (last?.counts.visitsDone ?? 0) === 0) happens()
    last = progress
  }
  return last
}

test('a scan whose process is killed says so, and what it had seen is opened as an interrupted scan', async () => {
  let kill = (): void => undefined
  const { client } = await openApp({
    startChild: (...words) => {
      const child = startNodeChild(...words)
      kill = () => void process.kill(child.pid ?? -1, 'SIGKILL')
      return child
    },
  })
  const last = await inTheMiddleOfAScan(client, () => kill())
  expect(last).toMatchObject({ status: 'interrupted', failure: { code: 'process-ended' } })
  const [scan] = (await client.scans.list({})).items
  expect(scan).toMatchObject({ status: 'interrupted', hasResult: true })
  expect(scan?.failure?.message).toContain(`is kept in ${scan?.dir}; scan again`)
  await holdsWhatWasSeen(client)
  expect((await client.results.verification({ id: scan?.id ?? '' })).verdict).toBe('incomplete')
})

test('a full disk ends the scan as such, and what was written before can be opened', async () => {
  const preload = pathToFileURL(join(import.meta.dirname, 'full-disk.ts')).href
  const { client } = await openApp({
    startChild: (file, env) =>
      startNodeChild(file, { ...env, NODE_OPTIONS: `--import=${preload}`, TAGTRAIL_TEST_DISK_ROOM: '200000' }),
  })
  const last = await inTheMiddleOfAScan(client, () => undefined)
  expect(last).toMatchObject({ status: 'failed', failure: { code: 'disk-full' } })
  const [scan] = (await client.scans.list({})).items
  expect(scan).toMatchObject({ status: 'failed', hasResult: true, failure: last?.failure })
  expect(scan?.failure?.message).toMatch(/no room left[^]*free some space[^]*is kept in/)
  await holdsWhatWasSeen(client)
})

test('when the program is killed its scan ends in order, and the next start lists and opens it', async () => {
  const folder = await temporaryFolder()
  const host = spawn(process.execPath, ['main/cli.ts', 'serve', '--no-open'], {
    env: { ...process.env, TAGTRAIL_DATA: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void host.kill('SIGKILL'))
  const address = await new Promise<URL>((found) => {
    host.stdout.setEncoding('utf8').on('data', (text: string) => {
      const [said] = /http:\S+/.exec(text) ?? []
      if (said !== undefined) found(new URL(said))
    })
  })
  const client = await connectTo(address.origin, address.hash.slice('#token='.length))
  const { id } = await client.scans.startDemo()
  for await (const { counts } of await client.scans.watch({ id })) if (counts.visitsDone > 0) break
  const family = descendantsOf(host.pid ?? -1)
  expect(family.length).toBeGreaterThan(1)
  host.kill('SIGKILL')
  const alive = (): readonly string[] => {
    const now = new Set(runningProcesses().map(({ pid, command }) => `${pid} ${command}`))
    return family.map(({ pid, command }) => `${pid} ${command}`).filter((each) => now.has(each))
  }
  await expect.poll(alive, { timeout: 20_000 }).toEqual([])

  const again = await openApp({ folder })
  const [scan] = (await again.client.scans.list({})).items
  expect(scan).toMatchObject({ id, status: 'interrupted', hasResult: true, failure: { code: 'process-ended' } })
  expect(scan?.failure?.message).toMatch(
    /^Tagtrail ended while this scan was made. What had been seen by then is kept in/,
  )
  // Its process noticed, closed its browser and sealed what was there.
  await holdsWhatWasSeen(again.client)
  expect((await again.client.results.verification({ id })).faults).toEqual([])
})

async function holdsWhatWasSeen(client: Client): Promise<void> {
  const [scan] = (await client.scans.list({})).items
  const id = scan?.id ?? ''
  const { plan } = await client.results.open({ id })
  expect(plan.steps.length).toBeGreaterThan(1)
  expect((await client.results.observations({ id, kinds: ['request'] })).total).toBeGreaterThan(0)
}
