import { expect, test } from 'vitest'
import { alone } from '../tiny-site.ts'

test('Google Ads stores on the site, on doubleclick.net and in a partition', () => {
  expect(alone('google-ads', 'AW-112233')).toEqual({
    requests: [
      'GET www.googletagmanager.com/gtag/js script',
      'GET googleads.g.doubleclick.net/pagead/viewthroughconversion/112233/ image',
      'GET www.google.com/pagead/1p-user-list/112233/ image',
    ],
    onLeave: [],
    cookies: [
      '_gcl_au .tiny.example 90 d script',
      'IDE .doubleclick.net 390 d http',
      'test_cookie .doubleclick.net 0.0104 d http',
      'receive-cookie-deprecation .doubleclick.net 180 d http',
    ],
    storage: ['local www.tiny.example _gcl_ls'],
  })
})

for (const [role, isGoal] of [
  ['thank-you', true],
  ['upsell', true],
  ['sales', false],
] as const) {
  test(`Google Ads counts ${isGoal ? 'a' : 'no'} conversion on a page of the role ${role}`, () => {
    const { requests } = alone('google-ads', 'AW-112233', { role })
    expect(requests.includes('GET www.googleadservices.com/pagead/conversion/112233/ image')).toBe(isGoal)
  })
}
