import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { canaryOf } from '../../../scanner/canary.ts'
import { fillFields, type FillOptions } from '../../../scanner/journey/fill.ts'
import type { Fill } from '../../../scanner/model.ts'
import { click } from '../../../scanner/steps/click.ts'
import { visibleElement } from '../../../scanner/steps/element.ts'
import { openRealBrowser, type RealBrowser, type Visit } from '../../evidence/real-browser.ts'

const FIELD = (id: string): string => `<input id="${id}" aria-label="${id}">`
const pages = {
  'shop.example/embedding': `<div style="height: 1500px"></div><iframe src="/part"></iframe>
    <iframe src="https://forms.example/embed"></iframe><iframe hidden src="https://forms.example/hidden"></iframe>
    <x-open></x-open><x-closed></x-closed>
    <script>
      for (const mode of ['open', 'closed'])
        customElements.define('x-' + mode, class extends HTMLElement {
          connectedCallback() { this.attachShadow({ mode }).innerHTML = '<input id="in-' + mode + '">' } })
    </script>`,
  'shop.example/part': FIELD('same-site') + FIELD('twice'),
  'forms.example/embed': `${FIELD('cross-site')}${FIELD('twice')}<iframe src="https://deep.example/"></iframe>
    <script>setTimeout(() => document.body.insertAdjacentHTML('beforeend', '<input id="late">'), 400)</script>`,
  'forms.example/hidden': FIELD('never-seen'),
  'deep.example/': FIELD('deep'),
  'shop.example/opening': `<button onclick="window.open('/window', '_blank', 'popup')">Get it</button>`,
  'shop.example/window': FIELD('in-window'),
  'shop.example/form': `<form onsubmit="location = '/sent'">
      <label>E-mail <input id="email" type="email" value="old@example.com"></label>
      <label>Phone <input id="phone" type="tel"></label>
      <label>Name <input id="name"></label>
      <label>City <select id="city"><option>Aarau<option>Bern<option>Chur</select></label>
      <label>Note <textarea id="note"></textarea></label>
      <label>Terms <input id="terms" type="checkbox"></label>
      <input id="locked" value="x" readonly>
    </form>
    <div style="position: fixed; inset: 0; background: #fff" onclick="location = '/consented'">Accept all</div>
    <script>
      var told = []
      for (const type of ['keydown', 'input', 'change', 'blur'])
        addEventListener(type, ({ isTrusted, target }) => told.push([type, isTrusted, target.id]), true)
    </script>`,
}
const canary = canaryOf('00ff', { run: 1, state: 'no-choice' })
const options = { canary, signal: new AbortController().signal, timeoutMs: 500 }
const into = (id: string, wanted: Fill['with']): Fill => ({ field: { selector: `#${id}` }, with: wanted })

let browser: RealBrowser
let visit: Visit
beforeAll(async () => {
  browser = await openRealBrowser({ pages })
})
afterAll(() => browser.close())
beforeEach(async () => {
  visit = await browser.visit()
  await visit.goTo('https://shop.example/form')
})
afterEach(() => visit.visitor.forget())

const valueOf = (id: string): Promise<unknown> =>
  visit.page.$eval(`#${id}`, (field) => {
    const input = field as HTMLInputElement
    return input.type === 'checkbox' ? input.checked : input.value
  })

for (const [what, fill, id, value] of [
  ['the e-mail, in place of what stood there', into('email', 'email'), 'email', canary.email],
  ['the phone number', into('phone', 'phone'), 'phone', canary.phone],
  ['the whole name', into('name', 'name'), 'name', `${canary.firstName} ${canary.lastName}`],
  [
    'the first name, by the name of the field',
    { field: { role: 'textbox', name: 'Name' }, with: 'first-name' },
    'name',
    canary.firstName,
  ],
  ['words of the operator', into('note', { text: 'Grüße, 100 %' }), 'note', 'Grüße, 100 %'],
  ['a list, by its words', into('city', { text: 'Chur' }), 'city', 'Chur'],
  ['a box', into('terms', { text: 'yes' }), 'terms', true],
] as [string, Fill, string, unknown][])
  test(`the visitor fills in ${what}`, async () => {
    expect(await fillFields(visit.page, [fill], options)).toEqual([])
    expect(await valueOf(id)).toBe(value)
  })

test('pages see real keys, and the last field being left; a banner over it is not pressed', async () => {
  await fillFields(visit.page, [into('phone', 'phone'), into('name', 'last-name')], options)
  const told = await visit.page.evaluate(() => (globalThis as unknown as { told: [string, boolean, string][] }).told)
  expect(told.every(([, isTrusted]) => isTrusted)).toBe(true)
  for (const each of ['keydown phone', 'input phone', 'change phone', 'input name', 'change name', 'blur name'])
    expect(told.map(([type, , id]) => `${type} ${id}`)).toContain(each)
  expect(new URL(visit.page.url()).pathname).toBe('/form')
})

test('a field that nobody can fill is told, and the others are filled', async () => {
  const fills = [into('locked', 'email'), into('missing', 'email'), into('phone', 'phone')]
  expect(await fillFields(visit.page, fills, options)).toEqual([
    'the selector #locked could not be filled: nobody can type there',
    'the selector #missing could not be filled: nothing visible on https://shop.example/form matches the selector #missing',
  ])
  expect(await valueOf('phone')).toBe(canary.phone)
})

for (const [id, where, url] of [
  ['same-site', 'frame', 'https://shop.example/part'],
  ['cross-site', 'frame', 'https://forms.example/embed'],
  ['deep', 'frame', 'https://deep.example/'],
  ['late', 'frame', 'https://forms.example/embed'],
  ['twice', 'frame', 'https://shop.example/part'],
  ['in-open', 'page', 'https://shop.example/embedding'],
  ['in-closed', 'page', 'https://shop.example/embedding'],
] as const)
  test(`a field that stands elsewhere is filled in and told where: ${id}`, async () => {
    await visit.goTo('https://shop.example/embedding')
    const onFilled = vi.fn<NonNullable<FillOptions['onFilled']>>()
    const fills = [{ field: { selector: `#${id}` }, with: 'email' }] as const
    expect(await fillFields(visit.page, fills, { ...options, timeoutMs: 2000, onFilled })).toEqual([])
    expect(onFilled.mock.calls).toEqual([[{ field: `the selector #${id}`, what: 'email', where, url }]])
    const { element } = await visibleElement(visit.page, { selector: `#${id}` }, 500)
    expect(await element.evaluate((field) => (field as HTMLInputElement).value)).toBe(canary.email)
  })

test('a field in a frame that nobody can see is not filled in', async () => {
  await visit.goTo('https://shop.example/embedding')
  expect(await fillFields(visit.page, [into('never-seen', 'email')], options)).toEqual([
    'the selector #never-seen could not be filled: nothing visible on https://shop.example/embedding matches the selector #never-seen',
  ])
})

test('a field in a window the page has opened is filled in', async () => {
  await visit.goTo('https://shop.example/opening')
  const target = { role: 'button', name: 'Get it' } as const
  const awaits = { selector: '#in-window' }
  await click.perform(visit.page, { kind: 'click', target }, { ...options, timeoutMs: 3000, awaits })
  const onFilled = vi.fn<NonNullable<FillOptions['onFilled']>>()
  expect(await fillFields(visit.page, [into('in-window', 'email')], { ...options, onFilled })).toEqual([])
  expect(onFilled.mock.calls[0]?.[0]).toMatchObject({ where: 'window', url: 'https://shop.example/window' })
})
