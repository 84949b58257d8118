import { Script } from 'node:vm'
import { describe, expect, test } from 'vitest'
import { findingAnswers } from '../../../../scanner/lab/findings/answer.ts'
import { impossible } from '../../../../scanner/lab/findings/impossible.ts'
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

describe.each(rules.map(({ id }) => [id] as const))('%s', (ruleId) => {
  test.each(['fail', 'pass', 'unclear'] as const)(
    'has a site that must be called %s, or says why none can be',
    (outcome) => {
      const sites = findingSites.filter(({ expected }) =>
        expected.some((each) => each.ruleId === ruleId && each.outcome === outcome),
      )
      const reason = impossible.find((each) => each.ruleId === ruleId && each.outcome === outcome)
      expect(sites.length > 0).toBe(reason === undefined)
    },
  )
})

test('what cannot be expected is a sentence about a rule', () => {
  const known = rules.map(({ id }) => id)
  for (const { ruleId, because } of impossible) {
    expect(known).toContain(ruleId)
    expect(because).toMatch(/^[A-Z].*\.$/)
  }
})

/** What instruments are known to accuse wrongly. */
test.each([
  ['a session cookie', 'trap-session-cookie'],
  ['counting without a cookie', 'trap-cookieless-analytics'],
  ['pings of denied Consent Mode', 'trap-advanced-consent-mode'],
  ['icons of its own', 'trap-own-icons'],
  ['a request that a policy blocks', 'trap-blocked-by-policy'],
  ['one that the browser blocks', 'trap-mixed-content'],
  ['www and the bare domain', 'trap-www'],
  ['redirects', 'trap-redirect'],
  ['an answer later than the click', 'trap-late-answer'],
  ['links to vendors', 'trap-links-only'],
  ['markup that is held back', 'trap-held-back-markup'],
  ['lines that are only opened', 'trap-preconnect'],
  ['hosts named like vendors', 'trap-lookalike-hosts'],
  ['answers of a service worker', 'trap-service-worker'],
  ['records and hosts of consent platforms', 'trap-platform-records'],
  ['load balancers', 'trap-load-balancer'],
  ['cookies deleted at once', 'trap-clean-up'],
  ['language, basket and theme', 'trap-own-state'],
  ['the instrument’s own click ids', 'trap-own-click-id'],
  ['parts drawn anew each time', 'trap-random-parts'],
  ['pages that differ from visit to visit', 'trap-split-test'],
  ['a host that is rented', 'trap-alias-of-a-host'],
  ['a vendor who could record, and does not', 'trap-error-reports'],
])('there is a trap of %s', (_, id) => expect(findingSites.map((site) => site.id)).toContain(id))

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

test('one after the other is given what a file says in turn', () => {
  const answers = findingAnswers(findingSites)
  const ask = (): unknown => answers(new URL('https://trap-split-test.banner.lab.example/variant.js'), null)?.reply.body
  const [first, second, third] = [ask(), ask(), ask()]
  expect(second).not.toBe(first)
  expect(third).toBe(first)
})

test('has nothing to say of what no site asks for', () => {
  expect(findingAnswers(findingSites)(new URL('https://elsewhere.example/'), null)).toBeNull()
})
