import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { provideBrowser } from '../../scanner/browser/provide.ts'
import { checkAgainstTruth } from '../../scanner/lab/check.ts'
import type { SiteTruth } from '../../scanner/lab/model.ts'
import { labPlan } from '../../scanner/lab/plan.ts'
import { startLab, type Lab, type LabHit } from '../../scanner/lab/server.ts'
import { wire } from '../../scanner/lab/sites/wire.ts'
import { truth } from '../../scanner/lab/truth.ts'
import type { Evidence, ObservationOf } from '../../scanner/model.ts'
import { parsePlan } from '../../scanner/plan.ts'
import { gather } from '../../scanner/scan.ts'

interface Visited {
  readonly evidence: Evidence
  readonly hits: readonly LabHit[]
  readonly truth: SiteTruth
}

let lab: Lab
let folder: string
let open: Visited
let strict: Visited

beforeAll(async () => {
  lab = await startLab()
  folder = await mkdtemp(join(tmpdir(), 'tagtrail-wire-'))
  open = await visitWire('allow', ['no-choice', 'rejected', 'accepted'])
  strict = await visitWire('block', ['no-choice'])
}, 120_000)

afterAll(async () => {
  await lab.close()
  await rm(folder, { recursive: true, force: true })
})

async function visitWire(thirdPartyCookies: 'allow' | 'block', states: readonly string[]): Promise<Visited> {
  lab.clear()
  const { access } = labPlan(lab) as { readonly access: object }
  const overrides = {
    states,
    access: { ...access, thirdPartyCookies },
    // Longer than the pause of a late timer (800 ms).
    limits: { settleMs: 1_100, stepTimeoutMs: 15_000 },
  }
  const evidence = await gather(parsePlan(labPlan(lab, overrides, { site: wire })), {
    out: join(folder, thirdPartyCookies),
    overwrite: false,
    browser: await provideBrowser(),
    toolVersion: 'test',
    knowledgeVersion: 'test',
    clock: { now: () => new Date(), monotonic: () => performance.now() },
    randomHex: (bytes) => randomBytes(bytes).toString('hex'),
    signal: new AbortController().signal,
    concurrency: 3,
  })
  return { evidence, hits: [...lab.log], truth: truth(wire, { thirdPartyCookies }) }
}

const POLICIES = [
  ['allowed', () => open],
  ['blocked', () => strict],
] as const

for (const [policy, visited] of POLICIES) {
  test(`all that a page can send and store is observed with third-party cookies ${policy}, and nothing else`, () => {
    const { evidence, truth: known } = visited()
    const check = checkAgainstTruth(evidence, known)
    expect(check.missing).toEqual([])
    expect(check.invented).toEqual([])
    expect(check.matched).toBeGreaterThan(380 * evidence.plan.states.length)
  })

  test(`every request that reached the server was told once with third-party cookies ${policy}, and no other`, () => {
    const { evidence, hits } = visited()
    const sent = requestsOf(evidence).filter(({ fate }) => fate !== 'blocked')
    const sockets = evidence.observations.flatMap((each) =>
      each.kind === 'socket' && each.protocol === 'websocket' ? [line('GET', each.url.replace(/^ws/, 'http'))] : [],
    )
    const told = [...sent.map(({ method, url }) => line(method, url)), ...sockets]
    expect(told.toSorted()).toEqual(hits.map((hit) => line(hit.method, addressOf(hit))).toSorted())
  })

  test(`every request that was answered is told as answered with third-party cookies ${policy}, on leaving too`, () => {
    const { evidence, hits } = visited()
    const answered = new Set(hits.map((hit) => line(hit.method, addressOf(hit))))
    const others = requestsOf(evidence).filter(({ fate, method, url }) => {
      return fate !== 'answered' && fate !== 'blocked' && answered.has(line(method, url))
    })
    expect(others.map(({ phase, fate, url }) => `${phase} ${fate} ${url}`)).toEqual([])
  })

  test(`every body was kept byte for byte with third-party cookies ${policy}`, () => {
    const { evidence, hits } = visited()
    const told = requestsOf(evidence).flatMap(({ url, bodySha256 }) => (bodySha256 ? [line(bodySha256, url)] : []))
    const came = hits.flatMap((hit) => (hit.bodySha256 ? [line(hit.bodySha256, addressOf(hit))] : []))
    expect(told.toSorted()).toEqual(came.toSorted())
  })
}

test('the pages ask the server for what the truth says, whoever records it', () => {
  const reached = new Set(open.hits.filter(({ status }) => status !== 101 && status !== 403).map(hitLine))
  const asked = open.truth.states.flatMap(({ steps }) =>
    steps.flatMap(({ requests }) => requests.filter(({ blocked }) => blocked === null || blocked === 'cors')),
  )
  expect([...reached].toSorted()).toEqual([...new Set(asked.map(({ method, url }) => line(method, url)))].toSorted())
})

test('a body that nobody reads and a stream that never ends hold no step back', () => {
  const pages = open.evidence.observations.filter((each): each is ObservationOf<'page'> => each.kind === 'page')
  expect(pages.map(({ quiet }) => quiet)).not.toContain(false)
})

test('nothing was in the way of seeing it', () => {
  const reasons = [...open.evidence.gaps, ...strict.evidence.gaps].map(({ kind, reason }) => `${kind}: ${reason}`)
  expect(reasons).toEqual([])
})

function requestsOf({ observations }: Evidence): readonly ObservationOf<'request'>[] {
  return observations.filter((each): each is ObservationOf<'request'> => each.kind === 'request')
}

function hitLine(hit: LabHit): string {
  return line(hit.method, addressOf(hit))
}

function addressOf({ scheme, host, path }: LabHit): string {
  return `${scheme}://${host}${path}`
}

function line(what: string, url: string): string {
  const { origin, pathname } = new URL(url)
  return `${what} ${origin}${pathname}`
}
