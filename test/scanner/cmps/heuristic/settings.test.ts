import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { heuristic } from '../../../../scanner/cmps/heuristic.ts'
import { makeChoice, type ChoiceMade } from '../../../../scanner/consent.ts'
import type { Category, Choice } from '../../../../scanner/model.ts'
import { inTime, openShop, outcomeOf, type Shop } from '../shop.ts'

/** A dialog of settings; what is on when it is saved is what was agreed to. */
const dialog = (inside: string, buttons = '<button onclick="save()">Save choices</button>'): string => `<!doctype html>
  <div id="ask" role="dialog" style="position:fixed;inset:20px;background:#fff;padding:20px"><h2>Cookie settings</h2>
  <p>We use cookies on this website for these purposes.</p>${inside}<p>${buttons}</p></div><script>
  function keep(on) { window.outcome = on.join(' ') || 'nothing'
    const all = Object.fromEntries(['functional', 'analytics', 'marketing'].map((name) => [name, on.includes(name)]))
    document.cookie = 'site_consent=' + encodeURIComponent(JSON.stringify(all)); document.getElementById('ask').remove() }
  function save() { keep([...new Set([...document.querySelectorAll('[data-for]')].filter((e) => e.checked || e.ariaChecked === 'true' || e.ariaPressed === 'true').map((e) => e.dataset.for))]) }
  </script>`
const box = (name: string, label: string, some = ''): string =>
  `<div><label><input type="checkbox" data-for="${name}" ${some}> ${label}</label></div>`
const row = (name: string, label: string, isOn: boolean): string =>
  `<div><h3>${label}</h3><p>More words on this.</p><span role="switch" tabindex="0" data-for="${name}" aria-checked="${isOn}" style="display:inline-block;width:40px;height:20px;background:#888"
    onclick="this.setAttribute('aria-checked', this.ariaChecked !== 'true')"></span></div>`
const pair = (name: string, label: string, isYes: boolean): string =>
  `<fieldset><legend>${label}</legend><label><input type="radio" name="${name}" value="1" data-for="${name}" ${isYes ? 'checked' : ''}> Yes</label>
    <label><input type="radio" name="${name}" value="0" ${isYes ? '' : 'checked'}> No</label></fieldset>`

const pages: Readonly<Record<string, string>> = {
  '/boxes': dialog(
    `<label><input type="checkbox" checked disabled> Necessary</label>${box('functional', 'Preferences', 'checked')}${box('analytics', 'Statistics', 'checked')}${box('marketing', 'Marketing', 'checked')}`,
  ),
  '/rows': dialog(
    row('functional', 'Funktionale Cookies', true) +
      row('analytics', 'Analyse', false) +
      row('marketing', 'Werbung', true),
    "<button onclick=\"save()\">Auswahl speichern</button><button onclick=\"keep(['functional', 'analytics', 'marketing'])\">Alle akzeptieren</button>",
  ),
  '/pairs': dialog(
    pair('functional', 'Functional', true) +
      pair('analytics', 'Analytics', true) +
      pair('marketing', 'Advertising', false),
  ),
  '/interest': dialog(
    `<div role="tablist"><button role="tab" aria-selected="true" onclick="show('a')">Consent</button><button role="tab" aria-selected="false" onclick="show('b')">Legitimate interest</button></div>
    <div id="a">${box('analytics', 'Analytics', 'checked')}</div><div id="b" hidden>${box('marketing', 'Ad measurement by partners', 'checked')}</div>
    <script>function show(id) { for (const part of ['a', 'b']) document.getElementById(part).hidden = part !== id }</script>`,
  ),
  '/folded': dialog(
    `<details><summary>Marketing</summary>${box('marketing', 'Marketing', 'checked')}</details>${box('analytics', 'Analytics', 'checked')}`,
  ),
  '/scrolls-inside': dialog(
    `<div style="height:120px;overflow-y:auto">${['functional', 'analytics', 'marketing'].map((name) => `<div style="height:200px">${box(name, name, 'checked')}</div>`).join('')}</div>`,
  ),
  '/all-then-save': dialog(
    box('analytics', 'Analytics') + box('marketing', 'Marketing'),
    `<button onclick="for (const box of document.querySelectorAll('input')) box.checked = true">Accept all</button><button onclick="save()">Save choices</button>`,
  ),
  '/behind':
    dialog(box('analytics', 'Statistics')).replace('id="ask"', 'id="ask" hidden') +
    `<div id="first" role="dialog" style="position:fixed;bottom:0"><p>We use cookies on this website.</p><button onclick="document.getElementById('ask').hidden = false; this.parentElement.remove()">Cookie settings</button><button>Accept all</button></div>`,
  '/two-only': dialog(box('analytics', 'Statistics') + box('functional', 'Functional')),
}

let shop: Shop
beforeAll(async () => {
  shop = await openShop(pages)
})
afterAll(() => shop?.close())

async function choose(
  path: string,
  choice: Choice,
  allows: readonly Category[] = [],
): Promise<ChoiceMade & { readonly outcome: unknown }> {
  const page = await shop.visit(path)
  const how = { ...inTime(), screenshot: async () => {}, bannerWaitMs: 0, strategies: [heuristic] }
  const made = await makeChoice(page, choice, choice === 'accept' ? how : { ...how, allows })
  return { ...made, outcome: await outcomeOf(page) }
}

describe('every switch is turned off and saved', () => {
  test.each(Object.keys(pages).filter((path) => path !== '/behind'))('%s', async (path) => {
    const { outcome, choice } = await choose(path, 'reject')
    expect(outcome).toBe('nothing')
    expect(choice).toMatchObject({ verdict: 'proven', choice: 'reject' })
  })
})

describe('exactly what was agreed to is on', () => {
  test.each([
    ['/boxes', ['analytics'], 'analytics'],
    ['/boxes', ['functional', 'marketing'], 'functional marketing'],
    ['/rows', ['analytics'], 'analytics'],
    ['/pairs', ['marketing'], 'marketing'],
    ['/interest', ['analytics'], 'analytics'],
    ['/scrolls-inside', ['marketing'], 'marketing'],
  ] as const)('%s: %s', async (path, allows, expected) => {
    const { outcome, choice } = await choose(path, 'accept-part', allows)
    expect(outcome).toBe(expected)
    expect(choice).toMatchObject({ verdict: 'proven', choice: 'accept-part', allows })
    expect(choice.proof).toContainEqual(expect.objectContaining({ kind: 'stored-choice', agrees: true }))
  })

  test('a category without a switch is not offered, and nothing is saved', async () => {
    const { outcome, choice } = await choose('/two-only', 'accept-part', ['marketing'])
    expect(outcome).toBeNull()
    expect(choice).toMatchObject({ verdict: 'not-offered', because: 'the settings have no switch for marketing' })
    const behind = await choose('/behind', 'accept-part', ['marketing'])
    expect(behind).toMatchObject({ outcome: null, choice: { verdict: 'not-offered' } })
    expect(behind.choice.clicks.map(({ meaning }) => meaning)).toEqual(['settings'])
  })
})

test('where there is nothing but boxes and a button to save, accepting is ticking all of them', async () => {
  expect(await choose('/two-only', 'accept')).toMatchObject({ outcome: 'analytics functional', choice: { layer: 1 } })
})

test('"accept all" that only turns the switches on is saved', async () => {
  const { outcome, choice } = await choose('/all-then-save', 'accept')
  expect(outcome).toBe('analytics marketing')
  expect(choice.clicks.map(({ text }) => text)).toEqual(['Accept all', 'Save choices'])
})
