import { afterAll, beforeAll, expect, test } from 'vitest'
import { openRealBrowser, type RealBrowser } from '../../evidence/real-browser.ts'

/** Looks for traces of a recorder as a suspicious page would, before anything else runs. */
const SUSPICIOUS = `
  const natives = [
    Object.getOwnPropertyDescriptor(Document.prototype, 'cookie').set, CookieStore.prototype.set,
    CookieStore.prototype.delete, Storage.prototype.setItem, Storage.prototype.removeItem,
    ...['navigator', 'screen', 'cookieStore'].map((name) => Object.getOwnPropertyDescriptor(window, name).get),
    HTMLCanvasElement.prototype.getContext, HTMLCanvasElement.prototype.toDataURL]
  let stack = ''
  const spied = { toString() { stack = new Error().stack; return 'spied=1' } }
  document.cookie = spied
  const asked = []
  const traps = new Proxy({}, { get: (_, trap) => void asked.push(trap) })
  cookieStore.set({ get name() { asked.push('name'); return 'got' }, value: '1' })
  cookieStore.set(new Proxy({ name: 'proxied', value: '1' }, traps))
  window.answer = {
    sources: natives.map((each) => Function.prototype.toString.call(each)),
    names: natives.map((each) => [each.name, each.length, Object.getOwnPropertyNames(each).join()].join(' ')),
    keys: Object.getOwnPropertyNames(window).filter((key) => /^_|debug|f3b1/.test(key)),
    descriptor: JSON.stringify(Object.getOwnPropertyDescriptor(Storage.prototype, 'setItem')),
    frames: stack.split('\\n').length,
    asked,
    webdriver: navigator.webdriver,
    consoles: Object.getOwnPropertyNames(console).includes('context') }`

const pages = {
  'shop.example/plain': `<script src="/tag.js"></script>`,
  'shop.example/tag.js': `function store() {
    document.cookie = 'uid=1; max-age=86400'
    localStorage.setItem('local', '1')
    sessionStorage.setItem('session', '2')
    localStorage.setItem('gone', '3'); localStorage.removeItem('gone')
  }
  async function keep() { await cookieStore.set('kept', '4') }
  store(); keep()`,
  'shop.example/records': `<script>
    const far = Date.now() + 30 * 86_400_000
    cookieStore.set({ name: 'all', value: 'v'.repeat(200), path: '/records', domain: 'shop.example', expires: far,
      sameSite: 'lax', partitioned: false, more: 1, and: 2 })
    cookieStore.set({ name: 'dated', value: 'd', expires: new Date(far) })
    cookieStore.set(new Proxy({ name: 'proxied', value: 'p' }, {}))
    cookieStore.set({ get name() { return 'hidden' }, value: 'h' })
    cookieStore.set({ name: 'gone', value: 'g' }).then(() => cookieStore.delete({ name: 'gone' }))</script>`,
  'shop.example/left': `<script>addEventListener('pagehide', () => {
    document.cookie = 'last=1'; localStorage.setItem('last', '1'); screen.width
    navigator.sendBeacon('https://ads.example/bye', 'bye') })</script>`,
  'ads.example/bye': { headers: { 'set-cookie': 'bye=1; Max-Age=86400; Secure; SameSite=None' } },
  'shop.example/next': 'next',
  'ads.example/next': 'next',
  'shop.example/frames': `<iframe src="https://ads.example/frame"></iframe>`,
  'ads.example/frame': `<script>localStorage.setItem('framed', '1')</script>`,
  'shop.example/worker': `<script>navigator.serviceWorker.register('/service.js')</script>`,
  'shop.example/service.js': `cookieStore.set('worked', '1')`,
  'shop.example/reads': `<script>
    const native = CanvasRenderingContext2D.prototype.getImageData
    CanvasRenderingContext2D.prototype.getImageData = function (...area) { return native.apply(this, area) }
    function read() {
      screen.width
      screen.height
      Object.getOwnPropertyDescriptor(Screen.prototype, 'colorDepth').get.call(window.screen)
      navigator.platform
      clientInformation.languages
      navigator.getBattery().then(function power(battery) { battery.level })
      const canvas = document.createElement('canvas')
      const pen = canvas.getContext('2d')
      pen.measureText('a'); pen.getImageData(0, 0, 1, 1); canvas.toDataURL()
      new OffscreenCanvas(1, 1).getContext('webgl')?.getParameter(7936)
      document.fonts.check('12px Arial')
      new OfflineAudioContext(1, 1, 44100); new RTCPeerConnection()
      for (let i = 0; i < 100; i++) screen.availWidth
      for (let i = 0; i < 7; i++) screen.availHeight
    }
    read()
    const frame = document.createElement('iframe')
    document.documentElement.append(frame)
    frame.contentWindow.screen.width
    frame.contentWindow.navigator.hardwareConcurrency</script>`,
  'shop.example/suspicious': `<script>${SUSPICIOUS}</script>`,
}

let browser: RealBrowser
beforeAll(async () => {
  browser = await openRealBrowser({ pages })
})
afterAll(() => browser.close())

test('each write of a page is told with the call that made it', async () => {
  const visit = await browser.visit()
  await visit.goTo('https://shop.example/plain')
  await visit.observing.snapshot()
  const cookies = visit
    .drafts('cookie-write')
    .map(({ name, setBy, effect, stack }) => [name, setBy, effect, stack[0]?.function])
  expect(cookies).toEqual([
    ['uid', 'script', 'set', 'store'],
    ['kept', 'script', 'set', 'keep'],
  ])
  const storage = visit
    .drafts('storage-write')
    .map(({ area, key, effect, stack }) => [area, key, effect, stack[0]?.function])
  expect(storage).toEqual([
    ['local', 'local', 'set', 'store'],
    ['session', 'session', 'set', 'store'],
    ['local', 'gone', 'set', 'store'],
    ['local', 'gone', 'deleted', 'store'],
  ])
  const [write] = visit.drafts('cookie-write')
  expect(write?.stack[0]).toMatchObject({ url: 'https://shop.example/tag.js', line: 2 })
  await visit.visitor.forget()
})

test('a write in a frame of another site is told with the origin of that frame', async () => {
  const visit = await browser.visit()
  await visit.goTo('https://shop.example/frames')
  expect(visit.drafts('storage-write')).toMatchObject([
    { origin: 'https://ads.example', key: 'framed', stack: [{ url: 'https://ads.example/frame' }] },
  ])
  await visit.visitor.forget()
})

test('a record is read as the browser reads it, and only what a getter hides is left to the jar', async () => {
  const visit = await browser.visit()
  await visit.goTo('https://shop.example/records')
  await visit.observing.snapshot()
  const writes = visit.drafts('cookie-write').map(({ stack, ...write }) => ({ ...write, by: stack[0]?.url ?? null }))
  const by = 'https://shop.example/records'
  const lifetimeDays: unknown = expect.any(Number)
  expect(writes).toMatchObject([
    { name: 'all', domain: '.shop.example', path: '/records/', sameSite: 'Lax', effect: 'set', lifetimeDays, by },
    { name: 'dated', domain: 'shop.example', path: '/', sameSite: 'Strict', effect: 'set', lifetimeDays, by },
    { name: 'proxied', value: 'p', lifetimeDays: null, effect: 'set', by },
    { name: 'gone', effect: 'set', by },
    { name: 'gone', effect: 'deleted', by },
    { name: 'hidden', effect: 'set', by: null },
  ])
  expect(writes[0]?.value).toBe('v'.repeat(200))
  await visit.visitor.forget()
})

for (const [where, next] of [
  ['on the same site', 'https://shop.example/next'],
  ['on another site', 'https://ads.example/next'],
] as const)
  test(`the cookie of a last beacon’s answer is told with its request when the next page is ${where}`, async () => {
    const visit = await browser.visit()
    await visit.goTo('https://shop.example/left')
    await visit.observing.snapshot()
    await visit.goTo(next)
    await visit.observing.snapshot()
    visit.observing.flush(true)
    const beacon = visit.facts().find(({ url }) => url === 'https://ads.example/bye')
    const [write, ...others] = visit.drafts('cookie-write').filter(({ name }) => name === 'bye')
    expect(write).toMatchObject({ domain: 'ads.example', setBy: 'http', effect: 'set', requestId: beacon?.requestId })
    expect(visit.written.find(({ draft }) => draft === write)?.isLastWord).toBe(true)
    expect(others).toEqual([])
    await visit.visitor.forget()
  })

test('what a page writes and reads while it is left is told as its last words', async () => {
  const visit = await browser.visit()
  await visit.goTo('https://shop.example/left')
  await visit.goTo('https://shop.example/next')
  await visit.observing.snapshot()
  visit.observing.flush(true)
  const last = visit.written.filter(({ isLastWord }) => isLastWord).map(({ draft }) => draft)
  expect(last).toContainEqual(expect.objectContaining({ kind: 'cookie-write', name: 'last', effect: 'set' }))
  expect(last).toContainEqual(expect.objectContaining({ kind: 'storage-write', key: 'last' }))
  expect(last).toContainEqual(expect.objectContaining({ kind: 'api-call', api: 'Screen.width', count: 1 }))
  await visit.visitor.forget()
})

test('a service worker’s write is told, though it has no page', async () => {
  const visit = await browser.visit()
  await visit.goTo('https://shop.example/worker')
  await visit.observing.snapshot()
  expect(visit.drafts('cookie-write')).toMatchObject([
    { name: 'worked', effect: 'set', stack: [{ url: 'https://shop.example/service.js' }] },
  ])
  await visit.visitor.forget()
})

test('each read of the device is told once, whatever way the page comes to it', async () => {
  const visit = await browser.visit()
  await visit.goTo('https://shop.example/reads')
  visit.observing.flush(false)
  const reads = visit.drafts('api-call').map(({ api, count, stack }) => `${api} ${count} ${stack[0]?.function}`)
  expect(reads.filter((each) => !each.startsWith('WebGL')).toSorted()).toEqual(
    [
      ...['Screen.width', 'Screen.height', 'Screen.colorDepth'].map((api) => `${api} 1 read`),
      ...['Navigator.platform', 'Navigator.languages'].map((api) => `${api} 1 read`),
      'BatteryManager.level 1 power',
      'HTMLCanvasElement.toDataURL 1 read',
      'CanvasRenderingContext2D.measureText 1 read',
      'CanvasRenderingContext2D.getImageData 1 CanvasRenderingContext2D.getImageData',
      'FontFaceSet.check 1 read',
      'OfflineAudioContext 1 read',
      'RTCPeerConnection 1 read',
      'Screen.availWidth 64 read',
      'Screen.availHeight 7 read',
      'Screen.width 1 ',
      'Navigator.hardwareConcurrency 1 ',
    ].toSorted(),
  )
  await visit.visitor.forget()
})

test('a page that looks for a recorder finds none', async () => {
  const visit = await browser.visit()
  await visit.goTo('https://shop.example/suspicious')
  const recorded: unknown = await visit.page.evaluate('answer')
  await visit.visitor.forget()
  // The same browser, unrecorded: nobody watches this context.
  const context = await browser.running.browser.createBrowserContext()
  const page = await context.newPage()
  await page.goto('https://shop.example/suspicious')
  const unrecorded: unknown = await page.evaluate('answer')
  await context.close()
  expect(recorded).toEqual(unrecorded)
  expect(recorded).toMatchObject({ keys: [], webdriver: false })
})
