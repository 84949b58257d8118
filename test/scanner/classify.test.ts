import { describe, expect, test } from 'vitest'
import { classify } from '../../scanner/classify.ts'
import { loadKnowledge } from '../../scanner/knowledge/load.ts'
import type { Knowledge } from '../../scanner/knowledge/answers.ts'
import type { Sighting } from '../../scanner/model.ts'
import { cookie, evidence, item, marks, page, request, write, type Draft } from './classify/evidence.ts'

const knowledge = loadKnowledge()

function sightings(...facts: readonly Draft[]): readonly Sighting[] {
  return classify(evidence(...facts), knowledge)
}

const brief = (each: Sighting) => [each.vendorId, each.category, each.party, each.layer, each.item]

describe('what a page asked for', () => {
  for (const [name, fact, expected] of [
    [
      'a library',
      request('https://bat.bing.com/bat.js'),
      ['microsoft-uet', 'marketing', 'third', 'endpoint', 'bat.bing.com/bat.js'],
    ],
    [
      'a beacon, its ids masked',
      request('https://app.kartra.com/analytics/visitorTime/Ab12Cd34Ef56', { method: 'POST', resourceType: 'ping' }),
      ['kartra', 'marketing', 'third', 'endpoint', 'app.kartra.com/analytics/visitorTime/*'],
    ],
    [
      'the site itself is no tracker',
      request('https://shop.example/style.css'),
      [null, 'necessary', 'first', 'site', 'shop.example/style.css'],
    ],
    [
      'a vendor on the site’s own host is disguised',
      request('https://sgtm.shop.example/g/collect?v=2&tid=G-ABC123', { method: 'POST' }),
      ['google-analytics', 'analytics', 'first-disguised', 'endpoint', 'sgtm.shop.example/g/collect'],
    ],
    [
      'an owner known only from a list',
      request('https://m.exactag.com/ai.aspx'),
      ['exactag', 'marketing', 'third', 'owner', 'm.exactag.com/ai.aspx'],
    ],
    [
      'nobody we know',
      request('https://cdn.unheard-of.example/app.js'),
      [null, 'unclassified', 'third', 'none', 'cdn.unheard-of.example/app.js'],
    ],
    [
      'nobody we know, sending an id',
      request('https://t.unheard-of.example/p?uid=f3a91c0de77b4a1e'),
      [null, 'unclassified', 'third', 'behaviour', 't.unheard-of.example/p'],
    ],
    [
      'what never left the page',
      request('data:image/gif;base64,R0lGOD'),
      [null, 'necessary', 'first', 'site', 'made on the page'],
    ],
  ] as const) {
    test(name, () => expect(sightings(fact).map(brief)).toEqual([expected]))
  }
})

describe('what was stored', () => {
  for (const [name, fact, expected] of [
    [
      'a vendor’s name on the site’s domain',
      cookie('_ga_ABC123', '.shop.example'),
      ['google-analytics', 'analytics', 'first', 'storage-name', '_ga_*'],
    ],
    [
      'a name that needs its domain',
      cookie('IDE', '.doubleclick.net'),
      ['google-ads', 'marketing', 'third', 'storage-name', 'IDE'],
    ],
    [
      'the same name elsewhere is not claimed',
      cookie('IDE', '.shop.example'),
      [null, 'unclassified', 'first', 'site', 'IDE'],
    ],
    [
      'an unknown name on a vendor’s domain',
      cookie('zz', '.hotjar.com'),
      ['hotjar', 'analytics', 'third', 'host', 'zz'],
    ],
    ['the site’s session', cookie('PHPSESSID', 'shop.example'), [null, 'necessary', 'first', 'site', 'PHPSESSID']],
    [
      'the site’s consent choice',
      cookie('shop_consent', 'shop.example'),
      [null, 'necessary', 'first', 'site', 'shop_consent'],
    ],
    [
      'anything else of the site waits for a review',
      cookie('variant', 'shop.example'),
      [null, 'unclassified', 'first', 'site', 'variant'],
    ],
    [
      'a storage key',
      item('rc::a', 'https://shop.example'),
      ['recaptcha', 'functional', 'first', 'storage-name', 'rc::a'],
    ],
    [
      'a lasting identifier of nobody we know',
      cookie('u', '.unheard-of.example', { identifierLike: true, lifetimeDays: 365 }),
      [null, 'unclassified', 'third', 'behaviour', 'u'],
    ],
  ] as const) {
    test(name, () => expect(sightings(fact).map(brief)).toEqual([expected]))
  }
})

describe('a host of the site whose name leads elsewhere', () => {
  const alias = (host: string, ...chain: readonly string[]): Draft => ({ kind: 'cname', host, chain })

  test.each([
    ['to a tracker is that tracker in disguise', ['x.stape.io'], ['stape', 'marketing', 'first-disguised', 'host']],
    [
      'by way of another name, too',
      ['edge.unheard-of.example', 'x.stape.io'],
      ['stape', 'marketing', 'first-disguised', 'host'],
    ],
    [
      'to a content network is the site itself',
      ['d111111abcdef8.cloudfront.net'],
      [null, 'necessary', 'first', 'site'],
    ],
    ['to nobody we know is the site itself', ['x.unheard-of.example'], [null, 'necessary', 'first', 'site']],
  ] as const)('%s', (_, chain, expected) => {
    const asked = request('https://data.shop.example/a.gif')
    const seen = sightings(alias('data.shop.example', ...chain), asked)
    expect(seen.map((each) => brief(each).slice(0, 4))).toEqual([expected])
  })

  test('what it sets is the tracker’s as well; other hosts of the site are not', () => {
    const beacon = request('https://data.shop.example/a.gif')
    const set = write('_zz', '.shop.example', { setBy: 'http', requestId: 'https://data.shop.example/a.gif' })
    const seen = sightings(alias('data.shop.example', 'x.stape.io'), beacon, set, request('https://shop.example/b.gif'))
    expect(seen.map(({ kind, vendorId }) => [kind, vendorId])).toEqual([
      ['cookie-write', 'stape'],
      ['request', 'stape'],
      ['request', null],
    ])
  })

  test('a shape says more than a name', () => {
    const ga = request('https://data.shop.example/g/collect?v=2&tid=G-ABC123', { method: 'POST' })
    const [seen] = sightings(alias('data.shop.example', 'x.stape.io'), ga)
    expect([seen?.vendorId, seen?.layer]).toEqual(['google-analytics', 'endpoint'])
  })
})

describe('what stands on a page', () => {
  const names = { globals: ['fbq', '_fbq', 'lintrk', '_linedin'] }

  test('every vendor it shows is told once for each frame, and nothing is said of what it does', () => {
    const inner = marks('https://widget.example/box', { globals: ['fbq', '_fbq'], isTop: false })
    const seen = sightings(marks('https://shop.example/', names), inner)
    expect(seen.map(({ vendorId, party, kind, layer, host }) => [vendorId, party, kind, layer, host])).toEqual([
      ['linkedin-insight', 'first', 'page-marks', 'page-mark', 'shop.example'],
      ['meta-pixel', 'first', 'page-marks', 'page-mark', 'shop.example'],
      ['meta-pixel', 'third', 'page-marks', 'page-mark', 'widget.example'],
    ])
    expect(seen.every(({ identifier, fates, lifetimeDays }) => !identifier && !fates[0] && lifetimeDays === null)).toBe(
      true,
    )
  })

  test('a page that shows nobody is told nothing of', () => {
    expect(sightings(marks('https://shop.example/', { globals: ['basket'] }))).toEqual([])
  })
})

describe('a cookie that all products of a house use', () => {
  const muid = (requestId: string | null) =>
    write('MUID', '.bing.com', { requestId, setBy: requestId === null ? 'script' : 'http' })
  const uet = request('https://bat.bing.com/action/0?ti=1&evt=pageLoad')

  test.each([
    [
      'belongs to the one whose answer set it',
      [uet, muid(uet.kind === 'request' ? uet.requestId : '')],
      'microsoft-uet',
    ],
    ['else to the house', [uet, muid(null)], 'microsoft'],
  ] as const)('%s', (_, facts, vendorId) => {
    const seen = sightings(...facts, cookie('MUID', '.bing.com')).filter(({ item: name }) => name === 'MUID')
    expect(seen.map((each) => [each.kind, each.vendorId, each.category])).toEqual([
      ['cookie', vendorId, 'marketing'],
      ['cookie-write', vendorId, 'marketing'],
    ])
  })

  test('and says so', () => {
    const seen = sightings(uet, muid('https://bat.bing.com/action/0?ti=1&evt=pageLoad'))
    expect(seen.find(({ kind }) => kind === 'cookie-write')?.source).toBe(
      'microsoft#storage:MUID; a cookie of Microsoft, set by an answer of Microsoft Advertising UET (microsoft-uet#endpoint:action)',
    )
  })
})

describe('who wrote a cookie that no record names', () => {
  const page1 = page('https://shop.example/')
  const frame = (url: string) => ({ function: 'f', url, line: 1, column: 1 })

  test('a vendor’s script, and the inventory remembers', () => {
    const by = write('zz_9', 'shop.example', {
      stack: [frame('https://shop.example/'), frame('https://static.hotjar.com/c/hotjar-1234567.js')],
    })
    const seen = sightings(page1, by, cookie('zz_9', 'shop.example'))
    expect(seen.map((each) => [each.kind, each.vendorId, each.category, each.layer])).toEqual([
      ['cookie', 'hotjar', 'analytics', 'behaviour'],
      ['cookie-write', 'hotjar', 'analytics', 'behaviour'],
    ])
  })

  test('the site’s own script keeps it the site’s', () => {
    const by = write('zz_9', 'shop.example', {
      stack: [frame('https://shop.example/main.js'), frame('https://static.hotjar.com/c/hotjar-1.js')],
    })
    expect(sightings(page1, by).map(brief)).toEqual([[null, 'unclassified', 'first', 'site', 'zz_9']])
  })

  test('a tag manager proves no vendor, but not the site either', () => {
    const by = write('PHPSESSID', 'shop.example', {
      stack: [frame('https://www.googletagmanager.com/gtm.js?id=GTM-ABC123')],
    })
    expect(sightings(page1, by).map(brief)).toEqual([[null, 'unclassified', 'first', 'behaviour', 'PHPSESSID']])
  })

  test('the answer of a disguised vendor', () => {
    const asked = request('https://sgtm.shop.example/g/collect?v=2&tid=G-ABC123', { method: 'POST', requestId: '7' })
    const by = write('srv', '.shop.example', { setBy: 'http', requestId: '7' })
    expect(sightings(asked, by).find(({ kind }) => kind === 'cookie-write')).toMatchObject({
      vendorId: 'google-analytics',
      category: 'analytics',
    })
  })

  test('a name on record outweighs its writer', () => {
    const by = write('_fbp', 'shop.example', { stack: [frame('https://static.hotjar.com/c/hotjar-1.js')] })
    expect(sightings(page1, by).map((each) => each.vendorId)).toEqual(['meta-pixel'])
  })
})

describe('grouping', () => {
  test('the same item on one step is one sighting that cites all its observations', () => {
    const [seen, ...more] = sightings(
      request('https://bat.bing.com/action/0?ti=1&a=1'),
      request('https://bat.bing.com/action/0?ti=1&a=2', { fate: 'failed' }),
    )
    expect(more).toEqual([])
    expect(seen).toMatchObject({ observations: ['o1', 'o2'], fates: ['answered', 'failed'] })
  })

  test('states, steps and runs stay apart, and observations while choosing keep their state', () => {
    const beacon = request('https://bat.bing.com/action/0?ti=1')
    const seen = sightings(
      { ...beacon, run: 2 },
      { ...beacon, stepId: 'sales' },
      { ...beacon, journey: 'rejected', state: 'choosing' },
      beacon,
    )
    expect(seen.map(({ run, state, stepId }) => [run, state, stepId])).toEqual([
      [1, 'no-choice', 'optin'],
      [1, 'no-choice', 'sales'],
      [1, 'choosing', 'optin'],
      [2, 'no-choice', 'optin'],
    ])
  })

  test('order and ids do not depend on the order of the log', () => {
    const facts = [
      request('https://bat.bing.com/bat.js'),
      cookie('_ga', '.shop.example'),
      item('rc::a', 'https://shop.example'),
      request('https://shop.example/'),
    ]
    const ids = (list: typeof facts) => sightings(...list).map(({ id }) => id)
    expect(ids(facts.toReversed())).toEqual(ids(facts))
  })

  test('the longest life of what was set is told, deletions do not count', () => {
    const days = (lifetimeDays: number | null, effect: 'set' | 'deleted' = 'set') =>
      write('_ga', '.shop.example', { lifetimeDays, effect })
    expect(sightings(days(1), days(400), days(9_999, 'deleted')).map((each) => each.lifetimeDays)).toEqual([400])
    expect(sightings(days(null)).map((each) => each.lifetimeDays)).toEqual([null])
  })

  test('the record says whether an item singles out a visitor; where it is silent, the value does', () => {
    expect(sightings(cookie('_uetvid', '.shop.example')).map((each) => each.identifier)).toEqual([true])
    expect(
      sightings(cookie('variant', 'shop.example', { identifierLike: true })).map((each) => each.identifier),
    ).toEqual([true])
    expect(
      sightings(cookie('_tt_enable_cookie', '.shop.example', { identifierLike: true })).map((each) => each.identifier),
    ).toEqual([false])
  })

  test('a step that ended on another host makes that host part of the funnel', () => {
    const checkout = request('https://pay.other.example/form.css')
    expect(sightings(checkout).map((each) => each.party)).toEqual(['third'])
    expect(sightings(checkout, page('https://pay.other.example/')).map((each) => each.party)).toEqual(['first'])
  })
})

describe('the user’s lists', () => {
  const listed: Knowledge = {
    ...knowledge,
    own: { path: '/own', vendors: 0, categories: 0, lists: [{ name: 'House', rules: 1 }] },
    lists: ({ url, page: asking }) => (url.startsWith('https://tracker.example/') && asking !== url ? ['House'] : []),
  }
  for (const [name, fact, lists] of [
    ['name a request', request('https://tracker.example/p.gif'), ['House']],
    ['name a stored item by its host', cookie('id', '.tracker.example'), ['House']],
    ['name a storage key by its host', item('id', 'https://tracker.example'), ['House']],
    ['do not name the site’s own', cookie('id', 'shop.example'), []],
    ['do not name others', request('https://other.example/p.gif'), []],
  ] as const)
    test(name, () => {
      const [listing] = classify(evidence(fact), listed)
      const [plain] = sightings(fact)
      expect(listing).toEqual({ ...plain, lists })
    })
})
