import { expect, test } from 'vitest'
import type { Cause } from '../../../scanner/model.ts'
import { causeNames, requestOf } from '../../../scanner/reports/cause-text.ts'

const link = (kind: Cause['kind'], name: string, more: Partial<Cause> = {}): Cause => {
  return { kind, name, vendor: null, observationId: name, requestId: null, line: null, ...more }
}

const page = link('document', 'https://shop.example/', { requestId: '1' })
const gtm = link('container', 'GTM-ABC123', { requestId: '2', line: 88 })
const tag = link('script', 'https://connect.facebook.net/en_US/fbevents.js?v=2', {
  requestId: '3',
  vendor: 'Meta Pixel',
})
const pixel = link('request', 'https://www.facebook.com/tr/?id=1', { requestId: '4' })
const fr = link('cookie', 'fr')

for (const [name, trail, expected] of [
  [
    'container, tag, request and cookie',
    [page, gtm, tag, pixel, fr],
    ['page line 88', 'GTM-ABC123', 'Meta Pixel fbevents.js', 'request 4', 'fr'],
  ],
  [
    'a cookie of a script names the request for its code',
    [page, tag, fr],
    ['page', 'Meta Pixel fbevents.js (request 3)', 'fr'],
  ],
  ['what stayed is said once', [page, fr, fr], ['page (request 1)', 'fr']],
  [
    'code that nobody saw arriving, and nobody known',
    [link('script', 'https://x.example/a/', { observationId: null }), link('storage', 'k')],
    ['x.example a', 'k'],
  ],
  [
    'a frame by its host',
    [page, link('document', 'https://y.example/embed', { requestId: '9' }), link('read', 'canvas')],
    ['page', 'frame y.example (request 9)', 'canvas'],
  ],
  [
    'what names itself is cut and made visible',
    [page, link('cookie', `\u202E${'x'.repeat(5000)}`)],
    ['page (request 1)', expect.stringMatching(/^\[?U?\+?.{1,80}$/u)],
  ],
  [
    'a short name with its folder',
    [link('script', 'https://www.googletagmanager.com/gtag/js?id=G-1', { vendor: 'Google Analytics' })],
    ['Google Analytics gtag/js'],
  ],
  ['nothing', [], []],
] as const)
  test(name, () => expect(causeNames(trail)).toEqual(expected))

test('the request is the last on the way', () => {
  expect([requestOf([page, tag, fr]), requestOf([fr])]).toEqual(['3', null])
})
