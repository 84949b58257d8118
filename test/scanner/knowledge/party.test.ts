import { expect, test } from 'vitest'
import { funnelOf, siteOf } from '../../../scanner/knowledge/party.ts'

const hosted = new Set(['kartra.com', 'systeme.io'])

test.each([
  ['www.shop.example', 'shop.example'],
  ['.shop.example', 'shop.example'],
  ['a.b.shop.co.uk', 'shop.co.uk'],
  ['acct.kartra.com', 'acct.kartra.com'],
  ['x.acct.kartra.com', 'acct.kartra.com'],
  ['kartra.com', 'kartra.com'],
  ['one.myshopify.com', 'one.myshopify.com'],
  ['127.0.0.1', '127.0.0.1'],
  ['localhost', 'localhost'],
])('%s is of the site %s', (host, site) => expect(siteOf(host, hosted)).toBe(site))

test.each([
  ['cdn.shop.example', 'first'],
  ['shop.example.evil.example', 'third'],
  ['pay.checkout.example', 'first'],
  ['acct.kartra.com', 'first'],
  ['app.kartra.com', 'third'],
  ['kartra.com', 'third'],
] as const)('on a funnel over three sites %s is %s party', (host, party) => {
  const funnel = funnelOf(['shop.example', 'pay.checkout.example', 'acct.kartra.com'], hosted)
  expect([funnel.party(host), funnel.party(host)]).toEqual([party, party])
})
