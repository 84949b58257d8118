import { afterAll, beforeAll, expect, test } from 'vitest'
import { pageMarks, wordsOf } from '../../../scanner/collectors/page-marks.ts'
import { openRealBrowser, type RealBrowser } from '../../evidence/real-browser.ts'
import { fakePen } from '../../evidence/fake-pen.ts'
import { fakeSession, refusing, type Answers } from '../../evidence/fake-session.ts'
import { fakeTarget } from '../../evidence/fake-target.ts'
import { inventoried } from '../../evidence/inventoried.ts'

const LANDING = `<!doctype html>
<html class="js">
<div class="js_kartra_trackable_object hidden" data-kt-type="kartra_page_tracking" data-kt-value="Ab12Cd34Ef56"></div>
<form id="opt-in" class="af-form"><input name="email" value="ada@example.com"><input name="attributes"><input name="localName"></form>
<a href="#samcart-slide-open-right">Buy</a><a href="https://elsewhere.example/">Elsewhere</a>
<iframe src="/inner"></iframe><iframe src="https://widget.example/box"></iframe>
<script>
  var init_kartra_tracking = function () {}
  window.fbq = function () {}; fbq('init', '1234567890')
  Object.defineProperty(window, 'watched', { enumerable: true, get() { window.touched = true } })
  window.readsBefore = 0
  Object.getOwnPropertyNames = Object.keys = Array.prototype.push = () => { window.readsBefore++ }
</script>
<script src="https://tags.example/tag.js" data-tracking-id="tk_1"></script>
</html>`

let real: RealBrowser
beforeAll(async () => {
  real = await openRealBrowser({
    pages: {
      'shop.example/landing': LANDING,
      'shop.example/inner': '<script>var insideFrame = 1</script>',
      'shop.example/blank': '<p>Nothing here.</p>',
      'widget.example/box': '<div class="acme-widget" data-acme="7"></div>',
    },
  })
}, 60_000)
afterAll(() => real.close())

test('in every frame, what a blank document has not is told; values of fields and getters are not read', async () => {
  const visit = await real.visit()
  await visit.goTo('https://shop.example/landing')
  expect(await visit.observing.snapshot()).toBe(true)
  const facts = visit.drafts('page-marks').toSorted((a, b) => (a.url < b.url ? -1 : 1))
  expect(facts.map(({ url, isTop }) => [url, isTop])).toEqual([
    ['https://shop.example/inner', false],
    ['https://shop.example/landing', true],
    ['https://widget.example/box', false],
  ])
  const [inner, top, widget] = facts
  expect(top?.globals).toEqual(['fbq', 'init_kartra_tracking', 'readsBefore', 'watched'])
  expect(inner?.globals).toEqual(['insideFrame'])
  expect(widget?.elements).toEqual([
    { tag: 'div', id: null, classes: ['acme-widget'], attributes: { 'data-acme': '7' } },
  ])
  expect(top?.elements.map(({ tag, id, attributes }) => [tag, id, attributes])).toEqual([
    ['form', 'opt-in', {}],
    ['input', null, { name: 'email' }],
    ['input', null, { name: 'attributes' }],
    ['input', null, { name: 'localName' }],
    ['iframe', null, { src: '/inner' }],
    ['iframe', null, { src: 'https://widget.example/box' }],
    ['script', null, { src: 'https://tags.example/tag.js', 'data-tracking-id': 'tk_1' }],
    ['div', null, { 'data-kt-type': 'kartra_page_tracking', 'data-kt-value': 'Ab12Cd34Ef56' }],
    ['a', null, { href: '#samcart-slide-open-right' }],
  ])
  expect(top?.classes).toEqual(['js', 'js_kartra_trackable_object', 'hidden', 'af-form'])
  expect(top?.inlineScripts[0]?.words).toEqual(expect.arrayContaining(['fbq', 'init', '1234567890']))
  expect(JSON.stringify(facts)).not.toContain('ada@example.com')
  expect(await visit.page.evaluate('[readsBefore, typeof touched]')).toEqual([0, 'undefined'])
  expect(visit.gaps).toEqual([])
})

test('a page without anything is told to have nothing', async () => {
  const visit = await real.visit()
  await visit.goTo('https://shop.example/blank')
  await visit.observing.snapshot()
  expect(visit.drafts('page-marks')).toEqual([
    {
      kind: 'page-marks',
      url: 'https://shop.example/blank',
      isTop: true,
      globals: [],
      elements: [],
      classes: [],
      inlineScripts: [],
      isCut: false,
    },
  ])
})

test('words are names, ids and addresses, each once and not too many', () => {
  expect(wordsOf(`gtag('config', 'AW-1'); gtag("https://a.example/x.js?y=1")`)).toEqual([
    'gtag',
    'config',
    'AW-1',
    'https://a.example/x.js',
  ])
  expect(wordsOf(Array.from({ length: 500 }, (_, at) => `word${at}`).join(' '))).toHaveLength(80)
  expect(wordsOf('x'.repeat(500))).toEqual([])
})

const world = { context: { id: 5, origin: '', name: '', uniqueId: '', auxData: { isDefault: true, frameId: 'F1' } } }
const view = (target: ReturnType<typeof fakeTarget>['target']) => ({
  browser: fakeSession().session,
  browserContextId: 'C1',
  targets: [target],
})

test.each([
  ['Cannot find context with specified id', null],
  ['No frame for given id found', null],
  ['Something else is wrong', /Something else/],
])('a frame that answers "%s" while it is read', async (message, fails) => {
  const gone: Answers = { 'Page.createIsolatedWorld': refusing(message) }
  const { pen, written } = fakePen()
  const page = fakeTarget({}, gone)
  const recording = pageMarks.begin(pen)
  recording.attach(page.target)
  page.tell('Runtime.executionContextCreated', world)
  const read = recording.snapshot?.(view(page.target)) ?? Promise.resolve()
  if (fails) await expect(read).rejects.toThrow(fails)
  else await read
  expect(written).toEqual([])
})

test('worlds of workers, of ours, and of documents that were left are not read', async () => {
  const page = fakeTarget()
  const worker = fakeTarget({ type: 'worker' })
  const recording = pageMarks.begin(fakePen().pen)
  for (const { target } of [page, worker]) recording.attach(target)
  const ours = { context: { ...world.context, id: 6, auxData: { isDefault: false, frameId: 'F1' } } }
  page.tell('Runtime.executionContextCreated', world)
  page.tell('Runtime.executionContextCreated', ours)
  worker.tell('Runtime.executionContextCreated', world)
  page.tell('Runtime.executionContextsCleared', undefined)
  for (const { target } of [page, worker]) await inventoried(recording.snapshot?.(view(target)))
  expect([...page.sent, ...worker.sent]).toEqual([])
})
