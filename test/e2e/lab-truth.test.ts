import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { provideBrowser } from '../../scanner/browser/provide.ts'
import { eu } from '../../scanner/jurisdictions/eu.ts'
import { loadKnowledge } from '../../scanner/knowledge/load.ts'
import { checkAgainstTruth } from '../../scanner/lab/check.ts'
import { labPlan } from '../../scanner/lab/plan.ts'
import { startLab, type Lab } from '../../scanner/lab/server.ts'
import { shop } from '../../scanner/lab/sites/shop.ts'
import { truth } from '../../scanner/lab/truth.ts'
import type { Evidence } from '../../scanner/model.ts'
import { parsePlan } from '../../scanner/plan.ts'
import { assess, gather } from '../../scanner/scan.ts'
import { readBundle } from '../../scanner/store/read-bundle.ts'

let lab: Lab
let folder: string
let evidence: Evidence

beforeAll(async () => {
  lab = await startLab()
  folder = await mkdtemp(join(tmpdir(), 'tagtrail-truth-'))
  evidence = await gather(parsePlan(labPlan(lab)), {
    out: join(folder, 'bundle'),
    overwrite: false,
    browser: await provideBrowser(),
    toolVersion: 'test',
    knowledgeVersion: loadKnowledge().version,
    clock: { now: () => new Date(), monotonic: () => performance.now() },
    randomHex: (bytes) => randomBytes(bytes).toString('hex'),
    signal: new AbortController().signal,
    concurrency: 3,
  })
}, 90_000)

afterAll(async () => {
  await lab.close()
  await rm(folder, { recursive: true, force: true })
})

const assessed = () => assess(evidence, { knowledge: loadKnowledge(), jurisdictions: [eu] })

test('every host, request, cookie and storage key of the lab is observed in its state and step, and nothing else', () => {
  const check = checkAgainstTruth(evidence, truth(shop))
  expect(check.missing).toEqual([])
  expect(check.invented).toEqual([])
  expect(check.matched).toBeGreaterThan(900)
})

test('all that reached the server was told, whatever became of the page that sent it', () => {
  const told = new Set(evidence.observations.flatMap((each) => (each.kind === 'request' ? [pathOf(each.url)] : [])))
  const reached = new Set(lab.log.map(({ host, path }) => `${host}${path}`))
  expect([...reached].filter((place) => !told.has(place))).toEqual([])
})

test('every state of the demo is proven, and no gap is left', () => {
  expect(assessed().states.map(({ state, verdict }) => [state, verdict])).toEqual([
    ['no-choice', 'proven'],
    ['rejected', 'proven'],
    ['accepted', 'proven'],
  ])
  expect(evidence.gaps).toEqual([])
})

test('a click stands between its banner and the choice it made, by one clock', () => {
  const choices = evidence.observations.filter((seen) => seen.kind === 'choice')
  expect(choices.flatMap(({ clicks }) => clicks).length).toBeGreaterThan(0)
  for (const { run, journey, clicks, at: toldAt } of choices) {
    const banner = evidence.observations.find(
      (seen) => seen.kind === 'banner' && seen.run === run && seen.journey === journey,
    )
    // The banner is written down with the choice; both are later than the click.
    expect(banner?.at).toBeLessThanOrEqual(toldAt)
    for (const { at } of clicks) expect([at > 0, at <= toldAt]).toEqual([true, true])
  }
})

test('the matrix alarms exactly where a tag of the lab runs without consent', () => {
  const alarms = assessed().matrix.flatMap(({ name, cells }) =>
    cells.filter(({ alert }) => alert).map(({ state, stepId }) => `${name}: ${state} ${stepId}`),
  )
  const everyStep = shop.steps.map(({ id }) => id)
  expect(alarms.toSorted()).toEqual(
    [
      ...everyStep.map((step) => `LinkedIn Insight Tag: rejected ${step}`),
      ...everyStep.map((step) => `Microsoft Clarity: no-choice ${step}`),
      'Kartra: no-choice optin',
      'Microsoft Advertising UET: rejected checkout',
      'Hotjar: rejected sales',
    ].toSorted(),
  )
})

test('assessing the stored bundle again gives the same assessment, byte for byte', async () => {
  const again = assess(await readBundle(join(folder, 'bundle')), { knowledge: loadKnowledge(), jurisdictions: [eu] })
  expect(JSON.stringify(again)).toBe(JSON.stringify(assessed()))
})

function pathOf(url: string): string {
  const { host, pathname } = new URL(url)
  return `${host}${pathname}`
}
