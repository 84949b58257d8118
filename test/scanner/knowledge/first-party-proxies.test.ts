import { describe, expect, test } from 'vitest'
import { loadKnowledge } from '../../../scanner/knowledge/load.ts'

/** Vendors behind a name of the site are told by the shape of what is sent, for the host says nothing. */
const knowledge = loadKnowledge()
const funnel = knowledge.funnel(['shop.example'])
const ask = (method: string, url: string) => knowledge.identifyRequest({ url, method, resourceType: 'fetch', funnel })

describe('on a host of the funnel', () => {
  test.each([
    [
      'server-side Google tags',
      'POST',
      'https://sgtm.shop.example/g/collect?v=2&tid=G-ABC123DEF4&gtm=45je',
      'google-analytics',
    ],
    [
      'server-side Google tags under a path',
      'POST',
      'https://shop.example/metrics/g/collect?v=2&tid=G-ABC123DEF4',
      'google-analytics',
    ],
    ['Google Tag Manager', 'GET', 'https://sgtm.shop.example/gtm.js?id=GTM-ABC1234', 'google-tag-manager'],
    [
      'Hyros',
      'GET',
      'https://t.shop.example/v1/lst/universal-script?ph=0a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f9',
      'hyros',
    ],
    [
      'the Google tag for statistics',
      'GET',
      'https://shop.example/metrics/gtag/js?id=G-ABC123DEF4',
      'google-analytics',
    ],
    ['the Google tag for ads', 'GET', 'https://sgtm.shop.example/gtag/js?id=AW-123456789', 'google-ads'],
    ['HighLevel, a form', 'GET', 'https://link.shop.example/js/form_embed.js', 'highlevel'],
    ['HighLevel, its frame', 'GET', 'https://link.shop.example/widget/form/SsYIhVIPOQuwZubhmbeZ', 'highlevel'],
    ['HighLevel', 'GET', 'https://link.shop.example/js/external-tracking.js', 'highlevel'],
    [
      'the Conversions API gateway of Meta',
      'POST',
      `https://capig.shop.example/events/${'0a1b2c3d'.repeat(8)}`,
      'meta-pixel',
    ],
    [
      'Adobe Analytics',
      'GET',
      'https://metrics.shop.example/b/ss/acmeprod/1/JS-2.22.0/s12345678901234',
      'adobe-analytics',
    ],
    [
      'Adobe, its edge',
      'POST',
      'https://data.shop.example/ee/v1/interact?configId=3f2504e0-4f89-41d3-9a0c-0305e82c3301&requestId=1',
      'adobe-experience-cloud',
    ],
    [
      'Adobe, visitor ids',
      'GET',
      'https://metrics.shop.example/id?d_visid_ver=5.5.0&d_fieldgroup=A&mcorgid=0123456789ABCDEF01234567%40AdobeOrg&ts=1',
      'adobe-experience-cloud',
    ],
    ['Adobe Target', 'POST', 'https://tnt.shop.example/m2/acme/mbox/json?mbox=target-global-mbox', 'adobe-target'],
    ['Matomo, script', 'GET', 'https://stats.shop.example/matomo.js', 'matomo'],
    ['Matomo, report', 'GET', 'https://stats.shop.example/matomo.php?idsite=1&rec=1&action_name=Home', 'matomo'],
  ])('%s', (_, method, url, vendorId) => {
    const { identification, party } = ask(method, url)
    expect([identification.vendorId, identification.layer, party]).toEqual([vendorId, 'endpoint', 'first-disguised'])
  })
})

test.each([
  ['GET', 'https://shop.example/g/collection?page=2'],
  ['GET', 'https://shop.example/events/summer-sale'],
  ['GET', 'https://shop.example/b/ss24/dresses'],
  ['GET', 'https://shop.example/js/tracking.js'],
  ['GET', 'https://shop.example/gtag/js?id=7'],
  ['GET', 'https://shop.example/widget/form/newsletter'],
  ['GET', 'https://shop.example/id?ts=1'],
  ['POST', 'https://shop.example/ee/v1/interact'],
])('%s %s is the site itself', (method, url) => expect(ask(method, url).identification.vendorId).toBeNull())

describe('posted to a path that says nothing, told by what is sent', () => {
  const sent = (url: string, bodyNames: readonly string[] = []) =>
    knowledge.identifyRequest({ url, method: 'POST', resourceType: 'fetch', bodyNames, funnel })

  test.each([
    ['GA4, its query', 'https://shop.example/x7/s?v=2&tid=G-ABC123DEF4&cid=1.2&en=scroll', [], 'google-analytics'],
    ['the pixel of Meta', 'https://shop.example/x7', ['id', 'ev', 'dl', 'rl', 'if', 'ts', 'fbp'], 'meta-pixel'],
    [
      'Kartra, time on page',
      'https://go.shop.example/x',
      ['unique_string', 'time_on_page', 'page_fully_loaded', 'user_max_scroll', 'user_page_height', 'location'],
      'kartra',
    ],
    ['Matomo', 'https://shop.example/x', ['action_name', 'idsite', 'rec', 'url', '_id'], 'matomo'],
    ['Segment', 'https://e.shop.example/x', ['anonymousId', 'context', 'messageId', 'sentAt', 'writeKey'], 'segment'],
    ['Plausible', 'https://shop.example/x', ['n', 'u', 'd', 'r'], 'plausible'],
    ['Clarity', 'https://shop.example/stats/collect', ['e', 'a', 'p'], 'microsoft-clarity'],
  ])('%s', (_, url, bodyNames, vendorId) => {
    const { identification, party } = sent(url, bodyNames)
    expect([identification.vendorId, identification.disputed, party]).toEqual([vendorId, true, 'first-disguised'])
  })

  test.each([
    ['a login', ['email', 'password']],
    ['a contact form', ['id', 'name', 'message', 'ts']],
    ['an order', ['event', 'timestamp', 'items']],
  ])('%s is the site itself', (_, bodyNames) =>
    expect(sent('https://shop.example/x', bodyNames).identification.vendorId).toBeNull(),
  )
})
