import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { canaryOf } from '../../../scanner/canary.ts'
import { fillFields } from '../../../scanner/journey/fill.ts'
import type { Fill } from '../../../scanner/model.ts'
import { openRealBrowser, type RealBrowser, type Visit } from '../../evidence/real-browser.ts'

const pages = {
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
