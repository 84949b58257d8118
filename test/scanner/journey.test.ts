import { expect, test } from 'vitest'
import { replay, type JourneyHooks } from '../../scanner/journey.ts'
import type { Plan } from '../../scanner/model.ts'
import { fakeWalker, type FakeWalker } from '../evidence/fake-page.ts'
import { at, clickOn, planOf } from '../evidence/plan.ts'

const PLAN = planOf({
  optin: at('https://shop.example/optin'),
  thanks: at('https://shop.example/thanks'),
  sales: at('https://shop.example/sales'),
})

interface Walk extends FakeWalker {
  readonly told: readonly string[]
  walk(): Promise<void>
}

/** Walks a plan; `again` names the steps that are asked for once more. */
function walking(
  plan: Plan,
  failures: Record<string, string> = {},
  again: string[] = [],
  lostOn: readonly string[] = [],
): Walk & AbortController {
  const cancel = new AbortController()
  const told: string[] = []
  const fake = fakeWalker(failures)
  const hooks: JourneyHooks = {
    begin: ({ id }) => void told.push(`begin ${id}`),
    arrived: async ({ id }, { requestedUrl }) => {
      told.push(`arrived ${id} asking for ${requestedUrl ?? 'nothing'}`)
      if (lostOn.includes(id)) fake.lose('the page crashed')
      const index = again.indexOf(id)
      if (index >= 0) again.splice(index, 1)
      return index >= 0 ? 'again' : 'next'
    },
    failed: ({ id }, reason) => void told.push(`failed ${id}: ${reason}`),
  }
  const walk = async (): Promise<void> => await replay(fake.walker, plan, hooks, { signal: cancel.signal })
  return Object.assign(cancel, { ...fake, told, walk })
}

test('the steps are visited in order, each begun before it is reached', async () => {
  const { walk, told, visits } = walking(PLAN)
  await walk()
  expect(visits).toEqual(['https://shop.example/optin', 'https://shop.example/thanks', 'https://shop.example/sales'])
  expect(told.slice(0, 3)).toEqual([
    'begin optin',
    'arrived optin asking for https://shop.example/optin',
    'begin thanks',
  ])
})

test('a step is visited again when its choice was just made', async () => {
  const { walk, told, visits } = walking(PLAN, {}, ['optin'])
  await walk()
  expect(visits.slice(0, 3)).toEqual([
    'https://shop.example/optin',
    'https://shop.example/optin',
    'https://shop.example/thanks',
  ])
  expect(told.filter((each) => each === 'begin optin')).toHaveLength(2)
})

test('a step reached by a click is visited again by its address', async () => {
  const plan = planOf({ optin: at('https://shop.example/optin'), thanks: clickOn('a.next') })
  const { walk, visits } = walking(plan, {}, ['thanks'])
  await walk()
  expect(visits).toEqual([
    'https://shop.example/optin',
    'https://shop.example/by-a.next',
    'https://shop.example/by-a.next',
  ])
})

test('a step that cannot be reached is told with its reason, and the journey goes on', async () => {
  const { walk, told } = walking(PLAN, { 'https://shop.example/thanks': 'net::ERR_CONNECTION_RESET\n    at goto' })
  await walk()
  expect(told).toContain('failed thanks: net::ERR_CONNECTION_RESET')
  expect(told.at(-1)).toBe('arrived sales asking for https://shop.example/sales')
})

test('a site whose first step cannot be reached ends the scan, with its address and what to do', async () => {
  const { walk, told } = walking(PLAN, { 'https://shop.example/optin': 'net::ERR_NAME_NOT_RESOLVED' })
  await expect(walk()).rejects.toMatchObject({
    code: 'site-unreachable',
    message:
      'https://shop.example/optin could not be opened (net::ERR_NAME_NOT_RESOLVED); open it in a browser to check',
  })
  expect(told).toEqual(['begin optin'])
})

test('a site that answers, though with nothing to show, costs its step and not the scan', async () => {
  const { walk, told } = walking(PLAN, { 'https://shop.example/optin': 'net::ERR_TOO_MANY_REDIRECTS at https://…' })
  await walk()
  expect(told.slice(0, 2)).toEqual(['begin optin', 'failed optin: net::ERR_TOO_MANY_REDIRECTS at https://…'])
  expect(told).toContain('arrived sales asking for https://shop.example/sales')
})

test('a page that is lost is replaced before the next step that has an address', async () => {
  const { walk, told, replaced } = walking(PLAN, {}, [], ['optin'])
  await walk()
  expect(replaced).toEqual(['https://shop.example/optin'])
  expect(told.filter((each) => each.startsWith('arrived'))).toHaveLength(3)
})

test('a click needs the page before: when that is lost, the step fails with a sentence and the next one goes on', async () => {
  const plan = planOf({
    optin: at('https://shop.example/optin'),
    thanks: clickOn('a.next'),
    sales: at('https://shop.example/sales'),
  })
  const { walk, told } = walking(plan, {}, [], ['optin'])
  await walk()
  expect(told).toContain('failed thanks: there is nothing to click on: the page crashed')
  expect(told.at(-1)).toBe('arrived sales asking for https://shop.example/sales')
})

test('a scan cancelled before it starts visits nothing', async () => {
  const walk = walking(PLAN)
  walk.abort()
  await expect(walk.walk()).rejects.toMatchObject({ code: 'cancelled' })
  expect(walk.visits).toEqual([])
})

test('a scan cancelled while a step is loading is cancelled, not unreachable', async () => {
  const walk = walking(PLAN, { 'https://shop.example/optin': 'the browser was closed' })
  const goes = walk.walk()
  walk.abort()
  await expect(goes).rejects.toMatchObject({ code: 'cancelled' })
})
