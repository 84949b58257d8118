import { cpSync, existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { ScanJob, ToChild } from '../../../main/scan-child/messages.ts'
import type { ChildProcess } from '../../../main/scan-process.ts'
import { sealedBundle } from '../../scanner/store/sealed-bundle.ts'
import { openApp } from '../open-app.ts'

const DRAFT = {
  name: 'Shop',
  site: 'https://shop.example',
  runs: 3,
  steps: [
    { id: 'home', go: { url: '/' } },
    { id: 'landing', go: { url: '/webinar' } },
    { id: 'optin', go: { click: { role: 'link', name: 'Sign up' } } },
    { id: 'thanks', go: { url: '/thanks' } },
  ],
}

/** Leaves a recorded scan where it is told to, in place of making one. */
function recordedVisit(from: string, jobs: ScanJob[]): () => ChildProcess {
  return () => {
    let ended = (): void => undefined
    return {
      pid: undefined,
      send(message) {
        const { job } = message as Extract<ToChild, { type: 'begin' }>
        if (job.kind !== 'scan') return
        jobs.push(job)
        cpSync(from, job.out, { recursive: true })
        setImmediate(() => ended())
      },
      onMessage: (listener) => setImmediate(() => listener({ type: 'ready' })),
      onSaid: () => undefined,
      onEnded: (listener) => void (ended = listener),
      kill: () => undefined,
    }
  }
}

test('a step is visited once, from the last page that has an address, and nothing of it is kept', async () => {
  const jobs: ScanJob[] = []
  const { dir } = await sealedBundle()
  const { client } = await openApp({ startChild: recordedVisit(dir, jobs) })
  const visit = await client.funnels.visit({ draft: DRAFT, index: 2 })
  expect(jobs).toMatchObject([
    { plan: { states: ['no-choice'], runs: 1, steps: [{ id: 'landing' }, { id: 'optin' }] } },
  ])
  expect(visit.url).toMatch(/^https:/)
  expect(visit.requests).toBeGreaterThan(0)
  expect(existsSync(jobs[0]?.out ?? '')).toBe(false)
  expect((await client.scans.list({})).total).toBe(0)
})

for (const [name, draft, index] of [
  ['a draft with mistakes', { ...DRAFT, site: 'shop' }, 0],
  ['a step that is not there', DRAFT, 9],
] as const)
  test(`${name} is refused before anything is started`, async () => {
    const jobs: ScanJob[] = []
    const { client } = await openApp({ startChild: recordedVisit('', jobs) })
    await expect(client.funnels.visit({ draft, index })).rejects.toMatchObject({
      code: 'SCAN_ERROR',
      data: { code: 'plan-invalid' },
    })
    expect(jobs).toEqual([])
  })
