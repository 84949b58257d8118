import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openRealBrowser, type RealBrowser } from '../../evidence/real-browser.ts'

/** What a target asks for first is what a late recorder misses: the server's own log says whether anything was. */

const FIRST_WORDS = (where: string): string =>
  `document.cookie = 'seen-${where}=1'; fetch('/first-of-${where}'); new Image().src = '/image-of-${where}'`

const pages = {
  'shop.example/page': `<script>${FIRST_WORDS('page')}</script><script src="/late.js"></script>`,
  'shop.example/frames': `<script>${FIRST_WORDS('top')}</script>
    <iframe src="https://ads.example/frame"></iframe><iframe src="/own-frame"></iframe>
    <iframe srcdoc="<script>fetch('https://shop.example/first-of-srcdoc')</script>"></iframe>`,
  'ads.example/frame': `<script>${FIRST_WORDS('cross')}</script><iframe src="https://deep.example/frame"></iframe>`,
  'deep.example/frame': `<script>${FIRST_WORDS('deep')}</script>`,
  'shop.example/own-frame': `<script>${FIRST_WORDS('own')}</script>`,
  'shop.example/workers': `<script>
    new Worker('/worker.js'); new SharedWorker('/shared.js'); navigator.serviceWorker.register('/service.js')</script>`,
  'shop.example/worker.js': `fetch('/first-of-worker'); new Worker('/nested.js')`,
  'shop.example/nested.js': `fetch('/first-of-nested')`,
  'shop.example/shared.js': `fetch('/first-of-shared')`,
  'shop.example/service.js': `fetch('/first-of-service'); self.addEventListener('install', () => fetch('/on-install'))`,
  'shop.example/opener': `<script>onclick = () => window.open('/page')</script>`,
  'shop.example/hops': `<img src="https://a.example/hop">`,
  'a.example/hop': {
    status: 302,
    headers: { location: 'https://b.example/hop', 'set-cookie': 'hop=a; Secure; SameSite=None' },
  },
  'b.example/hop': {
    status: 307,
    headers: { location: 'https://a.example/end', 'set-cookie': 'hop=b; Secure; SameSite=None' },
  },
}

let browser: RealBrowser
beforeAll(async () => {
  browser = await openRealBrowser({ pages })
})
afterAll(() => browser.close())
beforeEach(() => void browser.internet.news())

for (const [name, path, atLeast, named] of [
  ['a page', 'page', ['first-of-page', 'image-of-page'], ['page /first-of-page']],
  [
    'frames of the same site, of others, and nested ones',
    'frames',
    ['first-of-top', 'first-of-deep', 'first-of-srcdoc'],
    ['page /first-of-own', 'iframe /first-of-cross', 'iframe /first-of-deep'],
  ],
  [
    'dedicated, nested, shared and service workers',
    'workers',
    ['first-of-nested', 'first-of-shared', 'on-install'],
    [
      'worker /first-of-worker',
      'worker /first-of-nested',
      'shared_worker /first-of-shared',
      'service_worker /on-install',
    ],
  ],
  ['a page opened by a page', 'opener', ['first-of-page'], ['page /first-of-page']],
] as const)
  test(`nothing of ${name} is lost`, async () => {
    const visit = await browser.visit()
    expect(await visit.goTo(`https://shop.example/${path}`)).toBe(true)
    if (path === 'opener') await visit.page.mouse.click(50, 50)
    expect(await visit.settle()).toBe(true)
    await visit.observing.snapshot()
    const seen = visit.seen()
    const got = browser.internet.news()
    for (const each of atLeast) expect(got.join('\n')).toContain(each)
    expect(seen.toSorted()).toEqual(got.toSorted())
    expect(visit.gaps).toEqual([])
    const types = visit.facts().map(({ url, target }) => `${target.type} ${new URL(url).pathname}`)
    for (const each of named) expect(types).toContain(each)
    await visit.visitor.forget()
  })

test('two visitors at once are two records, with jars of their own', async () => {
  const [one, two] = [await browser.visit(), await browser.visit()]
  await Promise.all([one.goTo('https://shop.example/page'), two.goTo('https://shop.example/frames')])
  await Promise.all([one.observing.snapshot(), two.observing.snapshot()])
  expect(one.seen().filter((each) => each.includes('first-of-'))).toEqual(['GET shop.example/first-of-page'])
  expect(one.drafts('cookie').map(({ name }) => name)).toEqual(['seen-page'])
  expect(two.seen().filter((each) => each.includes('page'))).toEqual([])
  await Promise.all([one.visitor.forget(), two.visitor.forget()])
})

test('each hop of a redirect carries the cookie it set and the headers it was sent with', async () => {
  const visit = await browser.visit()
  await visit.goTo('https://shop.example/hops')
  expect(visit.seen().toSorted()).toEqual(browser.internet.news().toSorted())
  expect(visit.drafts('cookie-write').map(({ domain, value, setBy }) => [domain, value, setBy])).toEqual([
    ['a.example', 'a', 'http'],
    ['b.example', 'b', 'http'],
  ])
  const end = visit.facts().find(({ url }) => url.endsWith('/end'))
  expect(end?.redirectedFrom).toMatch(/#1$/)
  expect(end?.headers).toMatchObject({ Cookie: 'hop=a' })
  await visit.visitor.forget()
})
