import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { canaryOf } from '../../scanner/canary.ts'
import { watchFor } from '../../scanner/canary/watch.ts'
import type { Draft } from '../../scanner/collectors/collector.ts'
import { openEvidenceLog, type EvidenceLog, type EvidenceLogOptions } from '../../scanner/evidence-log.ts'
import type { ScanError } from '../../scanner/errors.ts'
import type { Gap, Observation, ScanEvent } from '../../scanner/model.ts'
import { createBundle } from '../../scanner/store/bundle.ts'
import type { Disk } from '../../scanner/store/disk.ts'
import { fillingDisk } from './store/failing-disk.ts'
import { temporaryFolder } from './store/temporary-folder.ts'

const signal: Draft = { kind: 'signal', standard: 'gcm', raw: 'G100', where: 'url' }

const storageItem: Draft = {
  kind: 'storage',
  entries: null,
  area: 'local',
  origin: 'https://shop.lab.example',
  key: '_id',
  value: '7f3a9c1e-5b2d-4e8f-9a6c-0d1e2f3a4b5c',
}

const request = (url: string, headers: Readonly<Record<string, string>> = {}): Draft => ({
  kind: 'request',
  requestId: '1.1',
  url,
  method: 'GET',
  resourceType: 'fetch',
  fate: 'answered',
  status: 200,
  failure: null,
  fromCache: false,
  headers,
  responseHeaders: {},
  bodySha256: null,
  initiator: { type: 'script', url: null, line: null, stack: [] },
  target: { targetId: 'T', type: 'page', url: 'https://shop.lab.example/' },
  frameId: null,
  redirectedFrom: null,
})

/** A clock that advances 10 ms each time it is asked how much time has passed. */
function steppingClock(): EvidenceLogOptions['clock'] {
  let ms = 1000
  return { now: () => new Date(Date.UTC(2026, 0, 2) + ms), monotonic: () => (ms += 10) }
}

interface Opened {
  readonly log: EvidenceLog
  readonly dir: string
  readonly events: readonly ScanEvent[]
  observations(): Promise<readonly Observation[]>
  gaps(): Promise<readonly Gap[]>
}

async function open(options: Partial<EvidenceLogOptions> = {}, disk?: Disk): Promise<Opened> {
  const dir = await temporaryFolder()
  const bundle = await createBundle(dir, disk ? { disk } : {})
  onTestFinished(() => bundle.close().catch(() => undefined))
  const events: ScanEvent[] = []
  const onEvent = (event: ScanEvent): number => events.push(event)
  const defaults = { bundle, clock: steppingClock(), salt: '00ff', keepValues: false, onEvent }
  const log = openEvidenceLog({ ...defaults, ...options })
  const lines = async (name: string): Promise<readonly unknown[]> => {
    await log.flush()
    const text = await readFile(join(dir, name), 'utf8')
    return (
      text
        .split('\n')
        .slice(0, -1)
        // The chain is tested where it is made.
        .map((line): unknown => JSON.parse(line.replace(/,"prev":"\w{64}"\}$/, '}')))
    )
  }
  return {
    log,
    dir,
    events,
    observations: async () => (await lines('observations.ndjson')) as readonly Observation[],
    gaps: async () => (await lines('gaps.ndjson')) as readonly Gap[],
  }
}

test('an observation carries who, when and where it was seen', async () => {
  const { log, observations } = await open()
  const journey = log.journey({ run: 2, journey: 'rejected' })
  journey.enter('optin')
  journey.phase('idle')
  journey.state('rejected')
  journey.pen.write(signal)
  expect(await observations()).toEqual([
    {
      ...signal,
      id: 'r2-rejected-000001',
      run: 2,
      journey: 'rejected',
      state: 'rejected',
      stepId: 'optin',
      phase: 'idle',
      at: 10,
      utc: '2026-01-02T00:00:01.020Z',
    },
  ])
})

test('what is written late keeps the moment of its ticket', async () => {
  const { log, observations } = await open()
  const journey = log.journey({ run: 1, journey: 'accepted' })
  journey.enter('optin')
  const ticket = journey.pen.stamp()
  journey.state('accepted')
  journey.enter('sales')
  journey.pen.write(signal)
  journey.pen.write(signal, ticket)
  expect((await observations()).map(({ id, at, stepId, state }) => [id, at, stepId, state])).toEqual([
    ['r1-accepted-000001', 20, 'sales', 'accepted'],
    ['r1-accepted-000002', 10, 'optin', 'choosing'],
  ])
})

test('last words belong to the page before while the next one loads, and to this page afterwards', async () => {
  const { log, observations } = await open()
  const journey = log.journey({ run: 1, journey: 'rejected' })
  journey.enter('optin')
  journey.pen.write(signal, journey.pen.stamp('last-words'))
  journey.enter('sales')
  journey.state('rejected')
  journey.pen.write(signal, journey.pen.stamp('last-words'))
  journey.phase('idle')
  journey.pen.write(signal, journey.pen.stamp('last-words'))
  expect((await observations()).map(({ stepId, state, phase }) => [stepId, state, phase])).toEqual([
    ['optin', 'choosing', 'load'],
    ['optin', 'choosing', 'leave'],
    ['sales', 'rejected', 'idle'],
  ])
})

test('a ticket may serve two facts, each with an id of its own, but no other journey', async () => {
  const { log, observations } = await open()
  const { pen } = log.journey({ run: 1, journey: 'no-choice' })
  const ticket = pen.stamp()
  pen.write(signal, ticket)
  pen.write(signal, ticket)
  const seen = await observations()
  expect(seen.map(({ id }) => id)).toEqual(['r1-no-choice-000001', 'r1-no-choice-000002'])
  expect(new Set(seen.map(({ at }) => at)).size).toBe(1)
  expect(() => log.journey({ run: 1, journey: 'rejected' }).pen.write(signal, ticket)).toThrow(
    'is none of run 1 of the rejected journey',
  )
})

for (const [journey, state] of [
  ['no-choice', 'no-choice'],
  ['gpc', 'gpc'],
  ['rejected', 'choosing'],
  ['accepted', 'choosing'],
  ['withdrawn', 'choosing'],
  ['gated', 'choosing'],
] as const)
  test(`the ${journey} journey begins as ${state}`, async () => {
    const { log, observations } = await open()
    log.journey({ run: 1, journey }).pen.write(signal)
    expect((await observations()).map((seen) => seen.state)).toEqual([state])
  })

test('a new step begins with loading', async () => {
  const { log, observations } = await open()
  const journey = log.journey({ run: 1, journey: 'no-choice' })
  journey.enter('optin')
  journey.phase('leave')
  journey.pen.write(signal)
  journey.enter('sales')
  journey.pen.write(signal)
  expect((await observations()).map(({ phase }) => phase)).toEqual(['leave', 'load'])
})

test('a stored value becomes its salted hash, length and likeness to an identifier', async () => {
  const { log, observations, dir } = await open()
  log.journey({ run: 1, journey: 'no-choice' }).pen.write(storageItem)
  expect(await observations()).toMatchObject([
    {
      valueSha256: createHash('sha256').update(`00ff${storageItem.value}`).digest('hex'),
      bytes: 36,
      identifierLike: true,
      value: null,
    },
  ])
  expect(await readFile(join(dir, 'observations.ndjson'), 'utf8')).not.toContain(storageItem.value)
})

test('values are kept when the plan says so, measured in bytes', async () => {
  const { log, observations } = await open({ keepValues: true })
  log.journey({ run: 1, journey: 'no-choice' }).pen.write({ ...storageItem, value: 'grün' })
  expect(await observations()).toMatchObject([{ value: 'grün', bytes: 5, identifierLike: false }])
})

test('bytes are stored once under their hash', async () => {
  const { log, dir } = await open()
  const { pen } = log.journey({ run: 1, journey: 'no-choice' })
  const sha256 = createHash('sha256').update('body').digest('hex')
  expect([1, 2].map(() => pen.keep(Buffer.from('body'), 'body'))).toEqual([sha256, sha256])
  await log.flush()
  expect(await readFile(join(dir, 'bodies', sha256), 'utf8')).toBe('body')
})

test('a screenshot is named after run, state and step, and its fact says where it is', async () => {
  const { log, dir, observations } = await open()
  const journey = log.journey({ run: 1, journey: 'rejected' })
  journey.enter('optin')
  const sha256 = journey.pen.keep(Buffer.from('png'), 'screenshot')
  journey.enter('sales')
  journey.pen.write({ kind: 'screenshot', of: 'step', path: '', sha256 })
  const path = `screenshots/r1-rejected-optin-${sha256.slice(0, 12)}.png`
  expect(await observations()).toMatchObject([{ path, sha256 }])
  expect(await readFile(join(dir, path), 'utf8')).toBe('png')
})

test('a gap says what it blinds, where', async () => {
  const { log, gaps, events } = await open()
  const journey = log.journey({ run: 1, journey: 'rejected' })
  journey.enter('optin')
  journey.pen.gap('never-quiet', ['request'], 'still loading')
  const gap = {
    kind: 'never-quiet',
    run: 1,
    journey: 'rejected',
    state: 'choosing',
    stepId: 'optin',
    blinds: ['request'],
    reason: 'still loading',
    utc: '2026-01-02T00:00:01.010Z',
  }
  expect(await gaps()).toEqual([gap])
  expect(events).toEqual([{ type: 'gap', gap }])
})

test('progress tells the kind of each observation', async () => {
  const { log, events } = await open()
  log.journey({ run: 3, journey: 'accepted' }).pen.write(storageItem)
  expect(events).toEqual([{ type: 'observed', run: 3, state: 'accepted', kind: 'storage' }])
})

test('a fact too large to store is cut, and one gap a step says so', async () => {
  const { log, observations, gaps } = await open()
  const journey = log.journey({ run: 1, journey: 'no-choice' })
  const huge: Draft = { ...signal, raw: 'x'.repeat(3e6) }
  journey.enter('optin')
  journey.pen.write(huge)
  journey.pen.write(huge)
  journey.enter('sales')
  journey.pen.write(huge)
  expect((await observations()).map((seen) => JSON.stringify(seen).length < 20_000)).toEqual([true, true, true])
  expect((await gaps()).map(({ kind, stepId, blinds, reason }) => [kind, stepId, blinds, reason])).toEqual([
    ['body-dropped', 'optin', [], 'signal r1-no-choice-000001 was too large to store whole; its texts were cut'],
    ['body-dropped', 'sales', [], 'signal r1-no-choice-000003 was too large to store whole; its texts were cut'],
  ])
})

test('a fact that lost members of its lists blinds its kind', async () => {
  const { log, gaps } = await open()
  const stack = Array.from({ length: 100_000 }, () => ({
    function: 'f',
    url: 'https://a.example/',
    line: 1,
    column: 1,
  }))
  const { pen } = log.journey({ run: 1, journey: 'no-choice' })
  pen.write({ ...storageItem, kind: 'storage-write', effect: 'set', stack })
  expect(await gaps()).toMatchObject([{ kind: 'body-dropped', blinds: ['storage-write'] }])
})

test('an unread body hides what was typed, where anything was', async () => {
  const { log, gaps } = await open()
  log.journey({ run: 1, journey: 'no-choice' }).pen.gap('body-dropped', ['canary-seen'], 'no body')
  expect(await gaps()).toMatchObject([{ blinds: [] }])

  const typed = await open({ watchFor: (journey) => watchFor(canaryOf('00', journey, [])) })
  const { pen } = typed.log.journey({ run: 1, journey: 'no-choice' })
  pen.gap('body-dropped', ['canary-seen'], 'no body')
  pen.keep(Buffer.alloc(2_000_000, 'x'), 'body')
  expect(await typed.gaps()).toMatchObject([
    { blinds: ['canary-seen'] },
    { blinds: ['canary-seen'], reason: expect.stringContaining('only the beginning') },
  ])
})

test('a journey begun again goes on counting, so that no id is given twice', async () => {
  const { log, observations } = await open()
  log.journey({ run: 1, journey: 'accepted' }).pen.write(signal)
  log.journey({ run: 1, journey: 'accepted' }).pen.write(signal)
  expect((await observations()).map(({ id }) => id)).toEqual(['r1-accepted-000001', 'r1-accepted-000002'])
})

test('journeys that write at the same time keep their lines whole and in order', async () => {
  const { log, observations } = await open()
  const states = ['no-choice', 'rejected', 'accepted'] as const
  await Promise.all(
    states.map(async (journey) => {
      const { pen } = log.journey({ run: 1, journey })
      for (let count = 0; count < 2000; count++) {
        pen.write({ ...signal, raw: String(count).repeat(20) })
        if (count % 7 === 0) await log.flush()
      }
    }),
  )
  const seen = await observations()
  for (const journey of states) {
    const own = seen.filter((each) => each.journey === journey)
    expect(own.map(({ id }) => Number(id.slice(-6)))).toEqual(Array.from({ length: 2000 }, (_, index) => index + 1))
  }
})

test('a full disk reaches the conductor at once, and every flush after it', async () => {
  const told = Promise.withResolvers<ScanError>()
  const { log } = await open({ onFailure: told.resolve }, fillingDisk(1000))
  const { pen } = log.journey({ run: 1, journey: 'no-choice' })
  for (let count = 0; count < 100; count++) pen.write(signal)
  expect(await told.promise).toMatchObject({ code: 'disk-full' })
  pen.write(signal)
  await expect(log.flush()).rejects.toMatchObject({ code: 'disk-full' })
  await expect(log.close()).rejects.toMatchObject({ code: 'disk-full' })
})

test('what the visitor typed is told where it goes, as of the moment it went, before and after a form was sent', async () => {
  const of = { run: 1, state: 'accepted' } as const
  const { email } = canaryOf('00ff', of)
  const { log, observations } = await open({ watchFor: (each) => watchFor(canaryOf('00ff', each)) })
  const journey = log.journey({ run: 1, journey: 'accepted' })
  journey.enter('optin')
  journey.phase('input')
  const typing = journey.pen.stamp()
  journey.submits()
  journey.pen.sent('wss://chat.example/', Buffer.from(`["lead","${email}"]`), typing)
  journey.enter('thanks')
  journey.pen.write(request(`https://ads.example/typing?em=${email}`), typing)
  journey.pen.write(request(`https://ads.example/thanks/${email}`))
  const seen = (await observations()).filter(({ kind }) => kind === 'canary-seen')
  expect(seen).toMatchObject([
    { id: 'r1-accepted-000001', stepId: 'optin', phase: 'input', where: 'socket', key: null, beforeSubmit: true },
    { id: 'r1-accepted-000003', stepId: 'optin', phase: 'input', at: typing.at, key: 'em', beforeSubmit: true },
    { id: 'r1-accepted-000005', stepId: 'thanks', phase: 'load', key: null, beforeSubmit: false },
  ])
})

test('what lets the scan in is not found in the headers it leaves', async () => {
  const { log, observations } = await open({ secrets: ['c3RhZ2luZzpzZXNhbWU=', 'token-1'] })
  const headers = { Authorization: 'Basic c3RhZ2luZzpzZXNhbWU=', 'X-Preview': 'token-1', Accept: '*/*' }
  log.journey({ run: 1, journey: 'accepted' }).pen.write(request('https://shop.lab.example/', headers))
  expect(await observations()).toMatchObject([
    { headers: { Authorization: 'Basic (given, not kept)', 'X-Preview': '(given, not kept)', Accept: '*/*' } },
  ])
})
