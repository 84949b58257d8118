import { Script } from 'node:vm'
import { expect, test } from 'vitest'
import { findingAnswers } from '../../../../scanner/lab/findings/answer.ts'
import { findingSites } from '../../../../scanner/lab/findings/index.ts'
import { filesOf } from '../../../../scanner/lab/findings/page.ts'
import { findingPlan } from '../../../../scanner/lab/findings/plan.ts'
import { parsePlan } from '../../../../scanner/plan.ts'
import { rules } from '../../../../scanner/rules/index.ts'

const lab = { httpsAddress: '127.0.0.1:1' }

test('every site has a name of its own', () => {
  const ids = findingSites.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
})

test('nothing is expected twice, or both ways', () => {
  for (const { id, expected } of findingSites) {
    const told = expected.map(({ ruleId, state, subject }) => `${id} ${ruleId} ${state} ${subject}`)
    expect(told.filter((each, index) => told.indexOf(each) !== index)).toEqual([])
  }
})

test.each(findingSites.map((site) => [site.id, site] as const))(
  '%s: its plan holds and visits what is judged',
  (_, site) => {
    const plan = parsePlan(findingPlan(lab, site))
    const known = rules.map(({ id }) => id)
    for (const { ruleId, state } of site.expected) {
      expect(known).toContain(ruleId)
      expect(plan.states).toContain(state)
    }
  },
)

test.each(findingSites.map((site) => [site.id, site] as const))('%s: its scripts can be read', (_, site) => {
  const scripts = [...filesOf(site).values()].filter(({ type }) => type === 'text/javascript')
  expect(() => scripts.map(({ text }) => new Script(text))).not.toThrow()
})

test('every rule from F01 to F39 has a site that asks something of it', () => {
  const asked = new Set(findingSites.flatMap(({ expected }) => expected.map(({ ruleId }) => ruleId)))
  expect(rules.map(({ id }) => id).filter((id) => !asked.has(id))).toEqual([])
})

test.each([
  ['a page of a site', 'https://trap-own-icons.banner.lab.example/', 200, 0],
  ['a page with its query', 'https://trap-own-icons.banner.lab.example/next?a=b', 200, 0],
  ['an address that leads on', 'https://go.trap-redirect.banner.lab.example/spring', 302, 0],
  ['a vendor asked by a tag', 'https://plausible.io/api/event', 204, 0],
  ['a vendor that takes its time', 'https://px.ads.linkedin.com/wa/?pid=1', 200, 1500],
])('answers for %s', (_, address, status, afterMs) => {
  const said = findingAnswers(findingSites)(new URL(address), null)
  expect({ status: said?.reply.status, afterMs: said?.afterMs }).toEqual({ status, afterMs })
})

test('has nothing to say of what no site asks for', () => {
  expect(findingAnswers(findingSites)(new URL('https://elsewhere.example/'), null)).toBeNull()
})
