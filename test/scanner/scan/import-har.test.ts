import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { eu } from '../../../scanner/jurisdictions/eu.ts'
import { loadKnowledge } from '../../../scanner/knowledge/load.ts'
import type { Evidence } from '../../../scanner/model.ts'
import { assess } from '../../../scanner/scan.ts'
import { installationKey } from '../../../scanner/store/sealing-key.ts'
import { verifyBundle } from '../../../scanner/store/verify-bundle.ts'
import { temporaryFolder } from '../store/temporary-folder.ts'
import { hars, imported, only } from '../har/imported.ts'

const requestsOf = (evidence: Evidence) =>
  only(evidence, 'request').map(({ stepId, method, url, resourceType, fate, status }) =>
    [stepId, method, url, resourceType, fate, status].join(' '),
  )
const writesOf = (evidence: Evidence) =>
  only(evidence, 'cookie-write').map(({ name, domain, lifetimeDays, effect }) =>
    [name, domain, lifetimeDays, effect].join(' '),
  )
const jarOf = (evidence: Evidence) =>
  only(evidence, 'cookie').map(({ stepId, name, domain, lifetimeDays }) =>
    [stepId, name, domain, lifetimeDays].join(' '),
  )

describe('each dialect tells the same story', () => {
  for (const [file, creator, requests, writes, jar] of [
    [
      'chrome.har',
      'WebInspector 537.36',
      [
        'page-1 GET http://shop.example/ document answered 307',
        'page-1 GET https://shop.example/ document answered 200',
        'page-1 GET https://connect.facebook.net/en_US/fbevents.js script answered 200',
        'page-1 POST https://www.facebook.com/tr/?id=1234567890&ev=PageView ping answered 200',
        'page-1 GET https://ads.example/px image blocked ',
        'page-1 GET https://shop.example/logo.png image answered 200',
        'page-1 GET https://shop.example/api/cart fetch answered 200',
      ],
      ['sid shop.example  set', 'ab shop.example 1 set'],
      ['page-1 sid shop.example ', 'page-1 ab shop.example 1', 'page-1 _ga shop.example '],
    ],
    [
      'safari.har',
      'WebKit Web Inspector 1.0',
      [
        'page-1 GET https://shop.example/ document answered 200',
        'page-1 GET https://static.example/a.css stylesheet answered 200',
      ],
      ['a shop.example 61 set', 'b shop.example  set'],
      [],
    ],
    [
      'charles.har',
      'Charles Proxy 4.6.8',
      [
        'page-1 GET https://shop.example/ document answered 200',
        'page-1 GET https://widget.example/frame document answered 200',
        'page-1 GET https://stats.example/hit image answered 200',
        'page-2 GET https://shop.example/checkout document answered 200',
      ],
      [expect.stringMatching(/^visit shop\.example 0\.04\d* set$/)],
      [expect.stringMatching(/^page-2 visit shop\.example 0\.04/)],
    ],
    [
      'fiddler.har',
      'Fiddler 5.0.20253.3311',
      [
        'page-1 GET https://shop.example/ document answered 200',
        'page-1 POST https://bat.bing.com/p/insights/c/x fetch answered 200',
      ],
      ['MUID .bing.com 390 set'],
      [],
    ],
    [
      'insomnia.har',
      'Insomnia REST Client insomnia.desktop.app:v12.1.0',
      ['page-1 POST https://api.example/login fetch answered 200'],
      ['token .api.example 30 set'],
      [],
    ],
    [
      'mitmproxy.har',
      'mitmproxy 12.2.0',
      [
        'page-1 GET https://shop.example/ document answered 302',
        'page-1 GET https://shop.example/start document answered 200',
        'page-1 POST https://shop.example/optin fetch answered 204',
      ],
      ['cid shop.example  set', 'gone shop.example 0 deleted'],
      ['page-1 cid shop.example '],
    ],
    [
      'webpagetest.har',
      'WebPagetest 25.12',
      [
        'page-1 GET https://shop.example/ document answered 200',
        'page-1 GET https://static.hotjar.com/c/hotjar-1.js script answered 200',
        'page-1 GET https://shop.example/ document answered 200',
      ],
      [],
      [],
    ],
    [
      'bare.har',
      'an unknown program',
      [
        'page-1 GET https://shop.example/shop?x=1 document answered 200',
        'page-1 GET https://cdn.example/a.js other attempted ',
        'page-1 GET https://cdn.example/b.js other attempted ',
      ],
      [],
      [],
    ],
  ] as const)
    test(file, async () => {
      const evidence = await imported([file])
      expect(requestsOf(evidence)).toEqual(requests)
      expect(writesOf(evidence)).toEqual(writes)
      expect(jarOf(evidence)).toEqual(jar)
      expect(evidence.environment.browser.source).toBe(`imported from HAR written by ${creator}`)
    })
})

test('every dialect can be classified and judged, and nothing passes that a HAR file does not show', async () => {
  const knowledge = loadKnowledge()
  for (const file of await readdir(hars)) {
    const { states, findings, coverage } = assess(await imported([file]), { knowledge, jurisdictions: [eu] })
    expect(states.map(({ state }) => state)).toEqual(['no-choice'])
    expect(findings.filter(({ outcome, ruleId }) => outcome === 'pass' && NEEDS_SIGHT.has(ruleId))).toEqual([])
    expect(coverage.gaps.length).toBeGreaterThan(2)
  }
})

/** Whether there was a banner, and what scripts stored. */
const NEEDS_SIGHT = new Set(['F04', 'F09'])

test('each observation has the time of its entry, and the phase of its page', async () => {
  const requests = only(await imported(['chrome.har']), 'request')
  expect(requests.map(({ at, utc, phase }) => [at, utc, phase])).toEqual([
    [0, '2026-11-20T10:00:00.000Z', 'load'],
    [30, '2026-11-20T10:00:00.030Z', 'load'],
    [100, '2026-11-20T10:00:00.100Z', 'load'],
    [300, '2026-11-20T10:00:00.300Z', 'load'],
    [400, '2026-11-20T10:00:00.400Z', 'load'],
    [500, '2026-11-20T10:00:00.500Z', 'load'],
    [1600, '2026-11-20T10:00:01.600Z', 'idle'],
  ])
})

test('redirects are hops of one chain, causes keep their stack, bodies are kept once', async () => {
  const out = join(await temporaryFolder(), 'bundle')
  const requests = only(await imported(['chrome.har'], { out }), 'request')
  expect(requests.slice(0, 2).map(({ requestId, redirectedFrom }) => [requestId, redirectedFrom])).toEqual([
    ['har-1-1', null],
    ['har-1-1#1', 'har-1-1'],
  ])
  expect(requests[3]?.initiator).toEqual({
    type: 'script',
    url: 'https://connect.facebook.net/en_US/fbevents.js',
    line: 23,
    stack: [
      { function: 'send', url: 'https://connect.facebook.net/en_US/fbevents.js', line: 23, column: 41 },
      { function: '', url: 'https://shop.example/', line: 15, column: 3 },
    ],
  })
  expect(await readFile(join(out, 'bodies', requests[3]?.bodySha256 ?? ''), 'utf8')).toBe('ev=PageView&fbp=fb.1.17.42')
  expect(requests[5]?.fromCache).toBe(true)
  expect(requests[4]).toMatchObject({ fate: 'blocked', failure: 'net::ERR_BLOCKED_BY_CLIENT' })
})

test('base64 bodies are decoded, and forms without their text are told by their fields', async () => {
  const out = join(await temporaryFolder(), 'bundle')
  const evidence = await imported(['fiddler.har', 'mitmproxy.har'], { out })
  const bodies = only(evidence, 'request').flatMap(({ bodySha256 }) => bodySha256 ?? [])
  const texts = await Promise.all(bodies.map((sha256) => readFile(join(out, 'bodies', sha256))))
  expect(texts.map((text) => text.toString('latin1'))).toEqual([
    'email=a%40b.example&n=1+2',
    Buffer.from('H4sIAAAAAAAA', 'base64').toString('latin1'),
  ])
})

test('pages are steps, under the titles they have', async () => {
  const { plan, environment } = await imported(['firefox.har'])
  expect(plan.steps.map(({ id, label, role }) => [id, label, role])).toEqual([
    ['page-1', 'Büro-Shop', 'landing'],
    ['page-2', 'Kasse', 'page'],
  ])
  expect([plan.name, plan.site, plan.locale]).toEqual(['shop.example, imported', 'https://shop.example', 'de-DE'])
  expect(environment.browser.product).toBe('Firefox 145.0')
})

test('several files are one visit in the order of their times; runs of WebPageTest are runs', async () => {
  const { plan } = await imported(['charles.har', 'chrome.har'])
  expect(plan.steps).toHaveLength(3)
  const evidence = await imported(['webpagetest.har'])
  expect([evidence.plan.runs, evidence.plan.steps.length]).toEqual([2, 1])
  expect(only(evidence, 'page').map(({ run }) => run)).toEqual([1, 2])
})

describe('the state', () => {
  const stateOf = (evidence: Evidence) => {
    const { states } = assess(evidence, { knowledge: loadKnowledge(), jurisdictions: [eu] })
    return states.map(({ verdict, because }) => [verdict, because])
  }
  const moments = (evidence: Evidence) => only(evidence, 'page').map(({ state }) => state)

  test('that nothing was chosen is the word of the operator', async () => {
    const evidence = await imported(['chrome.har'])
    expect(stateOf(evidence)).toEqual([['proven', 'nothing had to be chosen']])
    expect(moments(evidence)).toEqual(['no-choice'])
  })

  test('unless the file shows a stored choice: then nothing of it is judged', async () => {
    const evidence = await imported(['firefox.har'])
    expect(moments(evidence)).toEqual(['choosing', 'choosing'])
    expect(evidence.gaps.map(({ reason }) => reason)).toContainEqual(
      expect.stringMatching(/^the file shows a choice that was made: Cookiebot says denied/),
    )
    const { findings } = assess(evidence, { knowledge: loadKnowledge(), jurisdictions: [eu] })
    expect(findings.filter(({ outcome }) => outcome === 'fail' || outcome === 'pass')).toEqual([])
  })

  test('a stored choice that agrees proves the state from the page that sends it', async () => {
    const evidence = await imported(['firefox.har'], { state: 'rejected' })
    expect(moments(evidence)).toEqual(['choosing', 'rejected'])
    expect(stateOf(evidence)).toEqual([['proven', expect.stringContaining('in the cookie where the CMP stores it')]])
    expect(only(evidence, 'choice').map(({ stepId, proof }) => [stepId, proof.map(({ kind }) => kind)])).toEqual([
      ['page-2', ['stored-choice']],
    ])
  })

  for (const [name, file, state, because] of [
    ['a stored choice that contradicts', 'firefox.har', 'accepted', 'contradicts the state that was named'],
    ['no stored choice at all', 'chrome.har', 'rejected', 'shows neither the click nor'],
  ] as const)
    test(`${name} leaves it inconclusive`, async () => {
      const evidence = await imported([file], { state })
      expect(new Set(moments(evidence))).toEqual(new Set(['choosing']))
      expect(stateOf(evidence)).toEqual([['inconclusive', expect.stringContaining(because)]])
    })
})

describe('a cookie that no answer set, and that a page sends', () => {
  const CHOICE =
    'CookieConsent={necessary:true,marketing:false,statistics:false,preferences:false,method:%27explicit%27}'
  /** Three pages: before the choice, then twice under it. */
  async function threePages(cookies: readonly string[], scheme = 'https'): Promise<string> {
    const path = join(await temporaryFolder(), 'three.har')
    const entries = cookies.map((cookie, index) => ({
      startedDateTime: `2026-11-20T10:00:0${index}.000Z`,
      request: {
        url: `${scheme}://shop.example/${index}`,
        headers: [
          { name: 'sec-fetch-dest', value: 'document' },
          { name: 'cookie', value: cookie },
        ],
      },
      response: { status: 200, content: { mimeType: 'text/html' } },
    }))
    await writeFile(path, JSON.stringify({ log: { entries } }))
    return path
  }
  const seen = (evidence: Evidence) => only(evidence, 'cookie').map(({ stepId, name }) => `${stepId} ${name}`)

  test('counts as there when nothing was chosen', async () => {
    expect(seen(await imported([await threePages(['a=1', 'a=1; b=2'])]))).toEqual(['page-1 a', 'page-2 a', 'page-2 b'])
  })

  test('counts after a choice only when it was there before: when a script set it is not told', async () => {
    const path = await threePages(['a=1', `${CHOICE}; a=1; b=2`, `${CHOICE}; a=1; b=2`])
    const evidence = await imported([path], { state: 'rejected' })
    expect(only(evidence, 'page').map(({ state }) => state)).toEqual(['choosing', 'rejected', 'rejected'])
    expect(seen(evidence)).toEqual(['page-1 a', 'page-2 a', 'page-3 a'])
  })

  for (const [scheme, secure] of [
    ['https', true],
    ['http', false],
  ] as const)
    test(`is not accused for want of attributes: over ${scheme}`, async () => {
      const evidence = await imported([await threePages(['a=1'], scheme)])
      expect(only(evidence, 'cookie')).toMatchObject([{ name: 'a', secure, lifetimeDays: null }])
    })
})

test('what no HAR file shows is a gap on every page, and so is what this one lost', async () => {
  const { gaps } = await imported(['bare.har'])
  expect(gaps.map(({ stepId, blinds }) => [stepId, blinds.join(' ')])).toEqual([
    ['page-1', 'cookie-write cookie storage-write storage'],
    ['page-1', 'request'],
    ['page-1', 'banner choice signal screenshot socket api-call filled page-errors players'],
    ['page-1', 'request'],
    ['page-1', 'cookie-write cookie'],
  ])
  expect(gaps[3]?.reason).toBe('3 entries of the imported files have no address')
})

test('whatever stands in the fields, the bundle can be read and judged', async () => {
  const odd = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.webUrl(), fc.constantFrom(1e20, -1, 200.5, '__proto__', null))
  const list = fc.oneof(odd, fc.array(fc.record({ name: fc.string(), value: odd }, { requiredKeys: ['name'] })))
  const entry = fc.record(
    {
      pageref: odd,
      startedDateTime: fc.oneof(odd, fc.constant('2026-11-20T10:00:00Z')),
      request: fc.record(
        { url: fc.oneof(odd, fc.webUrl()), method: odd, headers: list, cookies: list, postData: odd },
        { requiredKeys: [] },
      ),
      response: fc.record(
        { status: odd, headers: list, cookies: list, redirectURL: odd, content: odd },
        { requiredKeys: [] },
      ),
      _initiator: odd,
      _resourceType: odd,
    },
    { requiredKeys: [] },
  )
  const pages = fc.oneof(
    odd,
    fc.array(fc.record({ id: odd, title: odd, pageTimings: odd, _run: odd }, { requiredKeys: [] })),
  )
  const knowledge = loadKnowledge()
  const first = { startedDateTime: '2026-11-20T10:00:00Z', request: { url: 'https://shop.example/' } }
  const path = join(await temporaryFolder(), 'odd.har')
  await fc.assert(
    fc.asyncProperty(fc.array(entry), pages, async (entries, somePages) => {
      await writeFile(path, JSON.stringify({ log: { pages: somePages, entries: [first, ...entries] } }))
      const evidence = await imported([path])
      expect(assess(evidence, { knowledge, jurisdictions: [eu] }).states).toHaveLength(1)
    }),
    { numRuns: 60 },
  )
})

test('two pages of one id do not make their entries two', async () => {
  const path = join(await temporaryFolder(), 'twice.har')
  const entry = { pageref: 'p', startedDateTime: '2026-11-20T10:00:00Z', request: { url: 'https://shop.example/' } }
  await writeFile(path, JSON.stringify({ log: { pages: [{ id: 'p' }, { id: 'p' }], entries: [entry] } }))
  expect(only(await imported([path]), 'request')).toHaveLength(1)
})

test('an import is sealed like a scan, at the time of the import', async () => {
  const out = join(await temporaryFolder(), 'bundle')
  await imported(['chrome.har'], { out, key: await installationKey(await temporaryFolder()) })
  expect(await verifyBundle(out)).toMatchObject({ verdict: 'verified', seal: { sealedAt: '2026-11-21T12:00:00.000Z' } })
})

describe('what is no HAR file is one line, and nothing is left behind', () => {
  for (const [name, content, message] of [
    ['no JSON', 'hello', /x\.har is no valid JSON \(.*\); export it again as HAR$/],
    ['empty', '', /x\.har is no valid JSON/],
    ['cut off inside an entry', '{"log":{"entries":[{"a":1},{"b"', /x\.har is no valid JSON/],
    ['cut off behind an entry', '{"log":{"entries":[{"a":1}', /x\.har is no valid JSON/],
    ['broken inside an entry', '{"log":{"entries":[{"a":1},{"b":}]}}', /x\.har is no valid JSON \(entry 2: /],
    ['without a comma', '{"log":{"entries":[{"a":1}{"b":2}]}}', /x\.har is no valid JSON/],
    ['other JSON', '{"name":"x","version":"1"}', /x\.har is no HAR file: it has no list of entries in its log/],
    ['a list', '[1,2]', /x\.har is no HAR file/],
    ['entries elsewhere', '{"entries":[{"a":1}],"log":{}}', /x\.har is no HAR file/],
    ['without entries', '{"log":{"entries":[]}}', /x\.har: no request is in there/],
    ['UTF-16', Buffer.from('\ufeff{}', 'utf16le'), /x\.har is text in UTF-16; save it in UTF-8$/],
  ] as const)
    test(name, async () => {
      const folder = await temporaryFolder()
      await writeFile(join(folder, 'x.har'), content)
      const importing = imported([join(folder, 'x.har')], { out: join(folder, 'bundle') })
      await expect(importing).rejects.toMatchObject({ code: 'plan-invalid', message: expect.stringMatching(message) })
      await expect(importing).rejects.toMatchObject({ message: expect.not.stringContaining('\n') })
      expect(await readdir(folder)).toEqual(['x.har'])
    })

  test('missing, or a folder', async () => {
    const folder = await temporaryFolder()
    await expect(imported([join(folder, 'gone.har')])).rejects.toMatchObject({
      message: expect.stringMatching(/does not exist/),
    })
    await expect(imported([folder])).rejects.toMatchObject({ message: expect.stringMatching(/is a folder/) })
  })
})
