import { writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { scanPlan } from '../../main/scan-plan.ts'
import { ScanError } from '../../scanner/errors.ts'
import { temporaryFolder } from '../scanner/store/temporary-folder.ts'

const PLAN = `
name: Webinar funnel
site: https://shop.lab.example
steps:
  - { id: optin, go: { url: / } }
  - { id: sales, go: { url: /sales } }
access: { certificates: { trust: ca.pem } }
`

async function planFile(text = PLAN, name = 'plan.yaml'): Promise<string> {
  const path = join(await temporaryFolder(), name)
  await writeFile(path, text)
  return path
}

async function refusal(targets: readonly string[]): Promise<string> {
  const error: unknown = await scanPlan(targets, {}).catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(ScanError)
  return error instanceof ScanError ? `${error.code} ${error.message}` : ''
}

describe('what stands after "tagtrail scan"', () => {
  test('may be a plan file, whose paths are its own', async () => {
    const path = await planFile()
    const plan = await scanPlan([path], {})
    expect(plan.steps.map(({ id }) => id)).toEqual(['optin', 'sales'])
    expect(plan.access.certificates.trust).toBe(join(path, '..', 'ca.pem'))
  })

  test('may be a plan file without a known ending', async () => {
    expect((await scanPlan([await planFile(PLAN, 'funnel')], {})).name).toBe('Webinar funnel')
  })

  test('may be the addresses of a funnel', async () => {
    const plan = await scanPlan(['https://shop.example/', 'https://shop.example/checkout'], {})
    expect(plan.site).toBe('https://shop.example')
    expect(plan.steps.map(({ go }) => go)).toEqual([
      { kind: 'url', url: 'https://shop.example/' },
      { kind: 'url', url: 'https://shop.example/checkout' },
    ])
  })

  test('may name knowledge of its own, and --knowledge another', async () => {
    const path = await planFile(`${PLAN}knowledge: ours\n`)
    expect((await scanPlan([path], {})).knowledge).toBe(join(path, '..', 'ours'))
    expect((await scanPlan([path], { knowledge: 'theirs' })).knowledge).toBe(resolve('theirs'))
    expect((await scanPlan(['https://shop.example/'], {})).knowledge).toBeNull()
  })

  test('is overruled by --states and --runs', async () => {
    const plan = await scanPlan([await planFile()], { states: ['rejected'], runs: 3 })
    expect([plan.states, plan.runs]).toEqual([['rejected'], 3])
  })
})

describe('what makes no plan is told with its place and the way out', () => {
  test.each([
    ['a file that is not there', ['nowhere/plan.yaml'], /^plan-invalid nowhere\/plan\.yaml does not exist; check/],
    ['an address without its scheme', ['shop.example'], /did you mean https:\/\/shop\.example \?/],
    ['a plan file among addresses', ['https://shop.example/', 'plan.yaml'], /"plan\.yaml" is not an address/],
  ])('%s', async (_, targets, message) => {
    expect(await refusal(targets)).toMatch(message)
  })

  test('a slip in the plan', async () => {
    expect(await refusal([await planFile('name: x\nsite: https://shop.example\nstep: []\n')])).toMatch(
      /plan\.yaml:3:\d+ unknown key "step"; did you mean "steps"\?/,
    )
  })

  test('a jurisdiction nobody knows', async () => {
    expect(await refusal([await planFile(`${PLAN}jurisdiction: mars\n`)])).toMatch(/"mars" is none of eu, /)
  })

  test.each([
    ['an unknown state', { states: ['rejcted'] }, /^plan-invalid states: /],
    ['no run at all', { runs: 0 }, /^plan-invalid runs: /],
  ])('%s', async (_, wishes, message) => {
    const error: unknown = await scanPlan([await planFile()], wishes).catch((reason: unknown) => reason)
    expect(error instanceof ScanError ? `${error.code} ${error.message}` : '').toMatch(message)
  })
})
