import { expect, test } from 'vitest'
import type { StateTruth } from '../../../scanner/lab/model.ts'
import { truth } from '../../../scanner/lab/truth.ts'
import { tag, tinySite } from './tiny-site.ts'

const STATES = ['no-choice', 'rejected', 'accepted'] as const

for (const [gate, active] of [
  ['gated', ['accepted']],
  ['leaky', ['no-choice', 'accepted']],
  ['defiant', ['rejected', 'accepted']],
  ['always', ['no-choice', 'rejected', 'accepted']],
] as const) {
  test(`a vendor that is ${gate} is met in ${active.join(' and ')}`, () => {
    const { states } = truth(tinySite([tag('meta', { landing: gate })]))
    const met = states.filter(({ steps }) => steps.some(({ hosts }) => hosts.includes('www.facebook.com')))
    expect(met.map(({ state }) => state)).toEqual(active)
  })
}

test('the banner is there until there is a choice', () => {
  const { states } = truth(tinySite([], ['landing', 'checkout']))
  expect(states.map(({ state, steps }) => [state, steps.map(({ banner }) => banner)])).toEqual([
    ['no-choice', [true, true]],
    ['rejected', [false, false]],
    ['accepted', [false, false]],
  ])
})

test('what leaked before a refusal stays in the jar, but is not written again under it', () => {
  const { rejected } = byState(truth(tinySite([tag('kartra', { landing: 'leaky' })])).states)
  const [step] = rejected.steps
  expect(step?.cookies.map(({ name }) => name)).toEqual(['kuuid', 'kartrapage_popwindow/', 'tiny_consent'])
  expect(step?.cookiesWritten).toEqual([])
  expect(step?.storage.map(({ key }) => key)).toEqual([expect.stringMatching(/^countdown-/)])
  expect(step?.storageWritten).toEqual([])
  expect(step?.hosts).toEqual(['www.tiny.example'])
})

test('a tag that fires on the click itself leaves its cookies behind for the first step under the choice', () => {
  const site = tinySite([tag('linkedin', { landing: 'defiant' })], ['landing', 'sales'])
  const { rejected } = byState(truth(site).states)
  expect(rejected.steps.map(({ cookies }) => cookies.map(({ name }) => name))).toEqual([
    ['tiny_consent', 'lidc', 'bcookie', 'li_sugr'],
    ['tiny_consent', 'lidc', 'bcookie', 'li_sugr'],
  ])
  expect(rejected.steps.map(({ cookiesWritten }) => cookiesWritten.length)).toEqual([3, 0])
})

test('a cookie set only where it is missing is written once', () => {
  const site = tinySite([tag('google-ads', { landing: 'always', sales: 'always' }, 'AW-1')], ['landing', 'sales'])
  const { 'no-choice': plain } = byState(truth(site).states)
  const writesIde = plain.steps.map(({ cookiesWritten }) => cookiesWritten.some(({ name }) => name === 'IDE'))
  expect(writesIde).toEqual([true, false])
  expect(plain.steps.every(({ cookies }) => cookies.some(({ name }) => name === 'IDE'))).toBe(true)
})

test('with third-party cookies blocked, only those of the site and the partitioned ones remain', () => {
  const site = tinySite([tag('google-ads', { landing: 'always' }, 'AW-1')])
  const names = (thirdPartyCookies: 'allow' | 'block'): readonly string[] | undefined =>
    truth(site, { thirdPartyCookies }).states[0]?.steps[0]?.cookies.map(({ name }) => name)
  expect(names('allow')).toEqual(['_gcl_au', 'IDE', 'test_cookie', 'receive-cookie-deprecation'])
  expect(names('block')).toEqual(['_gcl_au', 'receive-cookie-deprecation'])
})

test('storage of a vendor’s frame counts only on pages that carry the frame', () => {
  const site = tinySite([tag('recaptcha', { landing: 'always' })], ['landing', 'sales'])
  const { 'no-choice': plain } = byState(truth(site).states)
  const origins = plain.steps.map(({ storage }) => [...new Set(storage.map(({ origin }) => origin))])
  expect(origins).toEqual([['https://www.tiny.example', 'https://www.google.com'], ['https://www.tiny.example']])
})

test('the arrival is the query of the first step only', () => {
  const { states } = truth(tinySite([], ['landing', 'sales']), { arrival: 'kaff=partner7&kmid=41' })
  for (const { steps } of states) {
    expect(steps.map(({ url }) => url)).toEqual([
      'https://www.tiny.example/?kaff=partner7&kmid=41',
      'https://www.tiny.example/sales',
    ])
  }
})

function byState(states: readonly StateTruth[]): Record<StateTruth['state'], StateTruth> {
  expect(states.map(({ state }) => state)).toEqual(STATES)
  return Object.fromEntries(states.map((state) => [state.state, state])) as Record<StateTruth['state'], StateTruth>
}
