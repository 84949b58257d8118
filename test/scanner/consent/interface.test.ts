import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openEyes } from '../../../scanner/browser/eyes.ts'
import { measureBanner } from '../../../scanner/consent/interface.ts'
import type { BannerInterfaceFact } from '../../../scanner/model.ts'
import { inTime, openShop, type Shop } from '../cmps/shop.ts'

const STYLE = `<style>
  html, body { margin: 0 } body { background: #fff; font: 16px sans-serif }
  #banner { position: fixed; left: 100px; top: 300px; width: 600px; height: 240px; background: #112233; color: #fff }
  #banner button, #banner .link { position: absolute; top: 180px; height: 40px; padding: 0; border: 0; font: 400 16px sans-serif }
  #accept { left: 20px; width: 200px; background: #00aa55; color: #000 }
  #reject { left: 240px; width: 100px; background: none; color: #445566; font-size: 11px !important }
  #settings { left: 360px; width: 120px; background: none; color: #fff; border: 2px solid #fff !important }
</style>`

const BANNER = `<div id="banner"><p>We use cookies and ask for your consent.</p>
  <a href="/privacy">Privacy policy</a>
  <button id="accept">Accept all</button><button id="reject" tabindex="-1">Reject all</button><button id="settings"><span>Settings</span></button></div>`

const long = '<main>' + '<p>A long text about a shop.</p>'.repeat(80) + '</main>'

const pages: Readonly<Record<string, string>> = {
  '/plain': `<!doctype html>${STYLE}${long}${BANNER}`,
  '/veiled': `<!doctype html>${STYLE}<style>body { overflow: hidden } #veil { position: fixed; inset: 0; background: #000a }</style>${long}<div id="veil"></div>${BANNER}`,
  '/wrapped': `<!doctype html>${STYLE}<style>#all { position: fixed; inset: 0; background: #0008 }</style>${long}<div id="all">${BANNER}</div>`,
  '/modal': `<!doctype html><style>dialog { width: 400px; border: 0; background: #fff }</style>${long}<dialog id="banner">We use cookies <button>Accept all</button></dialog><script>banner.showModal()</script>`,
  '/colours': `<!doctype html>${STYLE}<style>
    .b { background-image: linear-gradient(#fff, #000) !important } .c { opacity: 0.5; background: #000 !important; color: #fff }
    .d { background: oklch(0.627955 0.257683 29.2339) !important; color: #fff } #banner.float { background: #112233cc }
  </style><div id="banner">We use cookies<button id="accept" class="b">Accept all</button><button id="reject" class="c">Reject all</button><button id="settings" class="d">Settings</button></div>`,
  '/floating': `<!doctype html>${STYLE}<style>#banner { background: #112233cc !important }</style>${long}${BANNER}`,
  '/moving': `<!doctype html>${STYLE}<style>@keyframes in { from { transform: translateY(400px) scale(0.5) } } #banner { animation: in 300ms }</style>${long}${BANNER.replace('id="banner"', 'id="banner" role="dialog" aria-modal="true"')}`,
  '/toggles': `<!doctype html>${STYLE}<div id="banner" role="dialog">Choose your cookies
    <label><input type="checkbox" checked disabled> Necessary</label>
    <div><span>Marketing</span><input type="checkbox" checked></div>
    <div><h4>Statistics</h4><p>Legitimate interest</p><button role="switch" aria-checked="false" style="position:static;width:40px;height:20px">off</button></div>
    <button id="accept">Save</button></div>`,
  '/shadow': `<!doctype html>${STYLE}${long}<div id="host"></div><script>
    host.attachShadow({ mode: 'open' }).innerHTML = \`${STYLE}${BANNER}\`
  </script>`,
  '/framed': `<!doctype html><style>body { margin: 0 } iframe { position: fixed; left: 50px; top: 400px; width: 700px; height: 300px; border: 5px solid red; transform: none }</style>${long}<iframe src="/inside"></iframe>`,
  '/inside': `<!doctype html>${STYLE}<style>#banner { left: 0 !important; top: 0 !important }</style>${BANNER}`,
}

let shop: Shop
beforeAll(async () => {
  shop = await openShop(pages)
})
afterAll(() => shop?.close())

async function measure(path: string, selector = '#banner', pictures: Uint8Array[] = []): Promise<BannerInterfaceFact> {
  const page = await shop.visit(path)
  await page.setViewport({ width: 800, height: 600 })
  const eyes = await openEyes(page, inTime())
  for (const frame of await eyes.frames()) {
    const key = await frame.run((wanted) => {
      const element = document.querySelector(wanted)
      if (!element) return null
      const seen = ((globalThis as { tagtrailSeen?: Element[] }).tagtrailSeen ??= [])
      return seen.push(element) - 1
    }, selector)
    if (key === null) continue
    const keep = (png: Uint8Array): string => String(pictures.push(png))
    const fact = await measureBanner({ cmp: 'unknown', layer: 1, place: { frame, key }, eyes, keep })
    await eyes.close()
    if (fact) return fact
  }
  throw new Error(`nothing on ${path}`)
}

const control = (fact: BannerInterfaceFact, text: string) => fact.controls.find((each) => each.text === text)

describe('a banner of known size and colour', () => {
  test('is measured to the pixel', async () => {
    const fact = await measure('/plain')
    expect(fact).toMatchObject({
      rect: { x: 100, y: 300, width: 600, height: 240 },
      viewport: { width: 800, height: 600 },
      viewportShare: 0.3,
      blocking: { modal: false, veiled: 0, scrollLocked: false },
      links: [{ what: 'policy', text: 'Privacy policy', url: `${shop.origin}/privacy` }],
    })
    expect(fact.controls.map(({ text, meaning, role, looks }) => [text, meaning, role, looks])).toEqual([
      ['Privacy policy', 'other', 'link', 'link'],
      ['Accept all', 'accept', 'button', 'button'],
      ['Reject all', 'reject', 'button', 'link'],
      ['Settings', 'settings', 'button', 'button'],
    ])
    expect(control(fact, 'Accept all')).toMatchObject({
      rect: { x: 120, y: 480, width: 200, height: 40 },
      fontSizePx: 16,
      fontWeight: 400,
      textColour: '#000000',
      background: '#00aa55',
      contrast: 6.88,
      border: null,
      inView: true,
      focusPlace: 2,
    })
    expect(control(fact, 'Reject all')).toMatchObject({
      rect: { x: 340, y: 480, width: 100, height: 40 },
      fontSizePx: 11,
      textColour: '#445566',
      background: '#112233',
      contrast: 2.1,
      fillContrast: 1,
      focusPlace: null,
    })
    expect(control(fact, 'Settings')).toMatchObject({ border: { widthPx: 2, colour: '#ffffff' }, focusPlace: 3 })
  })

  test('is measured where it comes to rest, and is modal only when it is', async () => {
    const fact = await measure('/moving')
    expect(fact.rect).toEqual({ x: 100, y: 300, width: 600, height: 240 })
    expect(fact.blocking.modal).toBe(false)
  })

  test('is the same in a shadow root', async () => {
    const [plain, shadow] = [await measure('/plain'), await measure('/shadow', '#host')]
    expect(shadow.controls).toEqual(plain.controls)
    expect(shadow.rect).toEqual(plain.rect)
  })

  test('is found where its frame stands on the page', async () => {
    const fact = await measure('/framed')
    expect(fact.rect).toEqual({ x: 55, y: 405, width: 600, height: 240 })
    expect(control(fact, 'Accept all')?.rect).toEqual({ x: 75, y: 585, width: 200, height: 40 })
    expect(fact.viewport).toEqual({ width: 800, height: 600 })
    // Where the frame is larger than what is in it.
    expect(fact.blocking).toEqual({ modal: false, veiled: 0.08, scrollLocked: false })
  })

  test('has a picture of its box', async () => {
    const pictures: Uint8Array[] = []
    const fact = await measure('/plain', '#banner', pictures)
    expect(fact.pictureSha256).toBe('1')
    const png = Buffer.from(pictures[0] ?? [])
    // Width and height stand at fixed places of a PNG's header.
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([600, 240])
  })
})

describe('whether the page can be used beside it', () => {
  test.each([
    ['/veiled', '#banner', { modal: false, veiled: 1, scrollLocked: true }],
    ['/wrapped', '#all', { modal: false, veiled: 1, scrollLocked: false }],
    ['/modal', '#banner', { modal: true }],
  ])('%s', async (path, selector, blocking) => {
    expect((await measure(path, selector)).blocking).toMatchObject(blocking)
  })

  test('the box is what stands on the veil, not the veil', async () => {
    expect((await measure('/wrapped', '#all')).rect).toEqual({ x: 100, y: 300, width: 600, height: 240 })
  })
})

describe('colours', () => {
  test('are mixed where something is half there, read in any space, and unknown on a picture', async () => {
    const fact = await measure('/colours')
    expect(control(fact, 'Accept all')).toMatchObject({
      contrast: null,
      unknownBecause: 'a picture or gradient',
      looks: 'button',
    })
    expect(control(fact, 'Reject all')).toMatchObject({ textColour: '#2b3c4d', background: '#09111a' })
    expect(control(fact, 'Settings')).toMatchObject({ background: '#ff0000', contrast: 4 })
  })

  test('are unknown where the page shines through', async () => {
    const fact = await measure('/floating')
    expect(control(fact, 'Reject all')).toMatchObject({
      contrast: null,
      unknownBecause: 'the page shines through',
      looks: 'link',
    })
    expect(control(fact, 'Accept all')).toMatchObject({ contrast: 6.88, fillContrast: null })
  })
})

test('toggles tell what they are for, whether they are on, and whether they can be turned', async () => {
  const { toggles } = await measure('/toggles')
  expect(toggles.map(({ rect, ...toggle }) => rect.width > 0 && toggle)).toEqual([
    { label: 'Necessary', isOn: true, isLocked: true, saysNecessary: true, saysLegitimateInterest: false },
    { label: 'Marketing', isOn: true, isLocked: false, saysNecessary: false, saysLegitimateInterest: false },
    {
      label: 'Statistics Legitimate interest off',
      isOn: false,
      isLocked: false,
      saysNecessary: false,
      saysLegitimateInterest: true,
    },
  ])
})

test('a banner that has gone is none', async () => {
  const eyes = await openEyes(await shop.visit('/plain'), inTime())
  const [frame] = await eyes.frames()
  if (!frame) throw new Error('the page is gone')
  expect(await measureBanner({ cmp: 'unknown', layer: 1, place: { frame, key: 99 }, eyes })).toBeNull()
  await eyes.close()
})
