import { expect, test } from 'vitest'
import { endpointsOf, findEndpoint } from '../../../scanner/lab/endpoints.ts'
import { sites } from '../../../scanner/lab/sites/index.ts'
import { tag, tinySite } from './tiny-site.ts'

const endpoints = endpointsOf(sites)

for (const [asked, found] of [
  ['https://shop.lab.example/', 'https://shop.lab.example/'],
  ['https://shop.lab.example/?utm_source=x', 'https://shop.lab.example/'],
  ['https://shop.lab.example/nowhere', null],
  ['https://bat.bing.com/action/0?ti=1&Ver=2', 'https://bat.bing.com/action/0'],
  // One path serves two accounts: the parameter tells them apart, and none is not enough.
  [
    'https://www.googletagmanager.com/gtag/js?id=G-LAB5H0P1&l=dataLayer',
    'https://www.googletagmanager.com/gtag/js?id=G-LAB5H0P1',
  ],
  [
    'https://www.googletagmanager.com/gtag/js?id=AW-11223344556',
    'https://www.googletagmanager.com/gtag/js?id=AW-11223344556',
  ],
  ['https://www.googletagmanager.com/gtag/js', null],
  ['https://elsewhere.example/', null],
] as const) {
  test(`${asked} is answered ${found === null ? 'by nobody' : `as ${found}`}`, () => {
    expect(findEndpoint(endpoints, new URL(asked))?.url.href ?? null).toBe(found)
  })
}

test("one vendor's file serves two sites, each with its own account", () => {
  const one = tinySite([tag('meta', { landing: 'always' }, '111')])
  const two = { ...tinySite([tag('meta', { landing: 'always' }, '222')]), id: 'two', host: 'www.two.example' }
  const pixel = findEndpoint(endpointsOf([one, two]), new URL('https://connect.facebook.net/en_US/fbevents.js'))
  expect([...(pixel?.acts.keys() ?? [])]).toEqual(['www.tiny.example', 'www.two.example'])
  expect(JSON.stringify(pixel?.acts.get('www.two.example'))).toContain('222')
  expect(JSON.stringify(pixel?.acts.get('www.two.example'))).not.toContain('111')
})

test('a site that carries the same file for two accounts is refused, since one answer cannot serve both', () => {
  const twice = tinySite([tag('meta', { landing: 'always' }, '111'), tag('meta', { landing: 'always' }, '222')])
  expect(() => endpointsOf([twice])).toThrow('https://connect.facebook.net/en_US/fbevents.js in two ways')
})
