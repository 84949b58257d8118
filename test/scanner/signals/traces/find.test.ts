import { expect, test } from 'vitest'
import { findSignals, type Traces } from '../../../../scanner/signals/traces/find.ts'

const NOTHING: Traces = { cookies: [], locals: [], page: new Map(), requests: [] }
const standards = (traces: Partial<Traces>) =>
  findSignals({ ...NOTHING, ...traces }).map(
    ({ signal, reading }) => `${signal.standard} ${reading.ok && reading.value.says}`,
  )

test.each<[string, Partial<Traces>, readonly string[]]>([
  [
    'every parameter of a request',
    { requests: ['https://www.google-analytics.com/g/collect?gcs=G100&gcd=13q3q3q3q5&npa=1&dma=1&dma_cps=-'] },
    ['gcs denied', 'gcd denied', 'npa denied', 'dma unset', 'dma-cps denied'],
  ],
  // Google's Floodlight.
  [
    'parameters between semicolons in a path',
    { requests: ['https://ad.doubleclick.net/activity;src=1;type=a;gcs=G111;npa=0;ord=1?'] },
    ['gcs granted', 'npa granted'],
  ],
  [
    'a parameter only where its vendor sends it',
    {
      requests: [
        'https://shop.example/?asc=G&dpo=LDU',
        'https://bat.bing.com/action/0?asc=G',
        'https://www.facebook.com/tr/?dpo=LDU',
      ],
    },
    ['uet-asc granted', 'meta-dpo denied'],
  ],
  ['nothing in addresses that are none', { requests: ['not an address', 'about:blank'] }, []],
  [
    'all cookies of a platform as one store',
    {
      cookies: [
        { name: 'cmplz_marketing', value: 'deny' },
        { name: 'cmplz_statistics', value: 'deny' },
      ],
    },
    ['complianz denied'],
  ],
  [
    'a store of no platform as home-made',
    { cookies: [{ name: 'my_cookie_consent', value: 'declined' }] },
    ['home-made denied'],
  ],
])('finds %s', (_, traces, expected) => {
  expect(standards(traces)).toEqual(expected)
})
