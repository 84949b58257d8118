import { expect, test } from 'vitest'
import { pageOf } from '../../../../scanner/lab/pages.ts'
import { sites } from '../../../../scanner/lab/sites/index.ts'
import { shop } from '../../../../scanner/lab/sites/shop.ts'
import { truth } from '../../../../scanner/lab/truth.ts'

const { states } = truth(shop)

test('the shop is the first site of the lab, a funnel of five steps', () => {
  expect(sites[0]).toBe(shop)
  expect(shop.steps.map(({ path }) => path)).toEqual(['/', '/thank-you', '/sales', '/checkout', '/upsell'])
})

for (const [state, vendors] of [
  ['no-choice', { clarity: 'all', gtm: 'all', kartra: 'optin' }],
  ['rejected', { hotjar: 'sales', linkedin: 'all', 'microsoft-uet': 'checkout' }],
  [
    'accepted',
    {
      clarity: 'all',
      'dynamics-365': 'optin thank-you',
      ga4: 'all',
      'google-ads': 'all',
      gtm: 'all',
      hotjar: 'optin sales',
      kartra: 'all',
      linkedin: 'all',
      meta: 'all',
      'microsoft-uet': 'all',
      recaptcha: 'optin checkout',
      tiktok: 'optin sales upsell',
    },
  ],
] as const) {
  test(`the story of the demo with ${state}: who is active where`, () => {
    expect(activeVendors(state)).toEqual(vendors)
  })
}

test('every step but the last shows exactly one link onward, with the name the plan clicks', () => {
  for (const [index, step] of shop.steps.entries()) {
    const { answer } = pageOf(shop, step)
    const html = answer.kind === 'page' ? answer.html : ''
    const links = [...html.matchAll(/<a class="onward" href="([^"]*)">([^<]*)<\/a>/g)].map(([, href, name]) => [
      href,
      name,
    ])
    const next = shop.steps[index + 1]
    expect(links).toEqual(next === undefined ? [] : [[next.path, step.onward]])
  }
})

test('no page asks for a favicon, a font or anything else its model does not name', () => {
  for (const step of shop.steps) {
    const { answer } = pageOf(shop, step)
    if (answer.kind !== 'page') throw new Error('a step that is no page')
    const asked = [...answer.html.matchAll(/\s(?:src|href)="([^"#]+)"/g)].map(([, target]) => target)
    const known = [
      ...answer.parts.map(({ url }) => new URL(url).pathname),
      ...shop.steps.map(({ path }) => path),
      'data:,',
    ]
    expect(asked.filter((target) => !known.includes(target ?? ''))).toEqual([])
    expect(answer.html).not.toMatch(/@import|@font-face|url\(/)
  }
})

function activeVendors(state: string): Record<string, string> {
  const steps = states.find((candidate) => candidate.state === state)?.steps ?? []
  const met = steps.flatMap(({ stepId, requests }) =>
    requests.flatMap(({ vendor }) => (vendor === null ? [] : [{ vendor, stepId }])),
  )
  return Object.fromEntries(
    [...new Set(met.map(({ vendor }) => vendor))].map((vendor) => {
      const on = [...new Set(met.filter((one) => one.vendor === vendor).map(({ stepId }) => stepId))]
      return [vendor, on.length === steps.length ? 'all' : on.join(' ')]
    }),
  )
}
