import { expect, test } from 'vitest'
import { browserFlags, labPlan } from '../../../scanner/lab/plan.ts'
import { shop } from '../../../scanner/lab/sites/shop.ts'

const lab = { httpsAddress: '127.0.0.1:8443' }

test('the plan leads every host name to the lab, takes its certificate and lets third-party cookies in', () => {
  expect(labPlan(lab)).toMatchObject({
    site: 'https://shop.lab.example',
    states: ['no-choice', 'rejected', 'accepted'],
    access: {
      hostMap: { '*': '127.0.0.1:8443' },
      certificates: { acceptInvalid: true },
      thirdPartyCookies: 'allow',
    },
  })
})

test('steps go by address, or by the link the step before shows', () => {
  const go = (labPlan(lab)['steps'] as readonly { go: unknown }[]).map((step) => step.go)
  expect(go).toEqual([
    { url: 'https://shop.lab.example/' },
    { click: { role: 'link', name: shop.steps[0]?.onward } },
    { click: { role: 'link', name: 'Continue to the offer' } },
    { url: 'https://shop.lab.example/checkout' },
    { url: 'https://shop.lab.example/upsell' },
  ])
})

test('overrides replace whole fields, and an arrival is the query of the first step', () => {
  const plan = labPlan(lab, { states: ['no-choice'], runs: 3 }, { arrival: 'kaff=partner7&kmid=41' })
  expect(plan).toMatchObject({ states: ['no-choice'], runs: 3, jurisdiction: 'eu' })
  expect((plan['steps'] as readonly unknown[])[0]).toMatchObject({
    go: { url: 'https://shop.lab.example/?kaff=partner7&kmid=41' },
  })
})

test("a person's browser needs the host map and must take the lab's certificate", () => {
  expect(browserFlags(lab)).toEqual(['--host-resolver-rules=MAP * 127.0.0.1:8443', '--ignore-certificate-errors'])
})
