import { camelCase, SLUG, type Shelf } from './shelf.ts'

export const cmps: Shelf = {
  name: 'cmps',
  idForm: SLUG,
  idExample: 'acme-consent (the CMP, or the way a banner is read)',
  nameOf: camelCase,
  // Banners we know ourselves are tried before the rule engine and the reading of words.
  list: 'first',
  files: ({ id, name }) => [
    { path: `scanner/cmps/${id}.ts`, text: cmp(id, name) },
    { path: `test/scanner/cmps/${id}.test.ts`, text: cmpTest(id, name) },
  ],
  next: ({ id }) => [
    `Say in scanner/cmps/${id}.ts how the banner is known and which elements are pressed. It presses with the hand it is given and proves nothing: that is done elsewhere.`,
    `Save a page with the banner, and let test/scanner/cmps/${id}.test.ts read it.`,
  ],
}

const cmp = (id: string, name: string): string => `import type { Cmp, Frame } from './cmp.ts'

/** What the banner looks like and how a choice is made on it, with a site that shows it. */
export const ${name}: Cmp = {
  id: '${id}',
  isCheap: true,
  async detect(eyes) {
    for (const frame of await eyes.frames()) {
      // A frame that went away while it was read has no banner.
      const found = await frame.run(findBanner).catch(() => null)
      if (!found) continue
      const place = { frame, key: found.banner }
      return { cmp: '${id}', text: found.text, buttons: [], place, handle: { frame, found } }
    }
    return null
  },
  async choose(banner, { choice }, hand) {
    const { frame, found } = banner.handle as Handle
    if (choice !== 'accept' && choice !== 'reject')
      return { outcome: 'not-offered', because: 'it knows how to accept and reject only' }
    const key = found[choice]
    if (key === null) return { outcome: 'not-offered', because: \`the banner has no button to \${choice}\` }
    if (await hand.press({ frame, key }, choice)) return { outcome: 'made', layer: 1 }
    return { outcome: 'failed', because: \`the button to \${choice} could not be pressed\` }
  },
}

interface Handle {
  readonly frame: Frame
  readonly found: Found
}

/** Keys of the buttons among the elements our world keeps. */
interface Found {
  readonly text: string
  readonly banner: number
  readonly accept: number | null
  readonly reject: number | null
}

/** Runs in the page, in our world. */
function findBanner(): Found | null {
  const seen = ((globalThis as { tagtrailSeen?: Element[] }).tagtrailSeen ??= [])
  const banner = document.querySelector('#${id}')
  if (!(banner instanceof HTMLElement) || !banner.checkVisibility()) return null
  const keyOf = (selector: string): number | null => {
    const button = banner.querySelector(selector)
    return button ? seen.push(button) - 1 : null
  }
  return { text: banner.innerText.trim(), banner: seen.push(banner) - 1, accept: keyOf('.accept'), reject: keyOf('.reject') }
}
`

const cmpTest = (id: string, name: string): string => `import { expect, test } from 'vitest'
import { ${name} } from '../../../scanner/cmps/${id}.ts'
import type { Eyes, Frame, Hand } from '../../../scanner/cmps/cmp.ts'

const FOUND = { text: 'We use cookies', banner: 1, accept: 0, reject: null }

const frame: Frame = {
  id: 'main',
  url: 'https://shop.example/',
  isMain: true,
  run: async () => FOUND as never,
  inject: async () => undefined,
  read: async () => null,
  reveal: async () => undefined,
  isShown: async () => true,
}
const eyes: Eyes = {
  signal: new AbortController().signal,
  frames: async () => [frame],
  until: async () => false,
  onChange: () => () => undefined,
  onTold: () => () => undefined,
}
const hand: Hand = {
  ...eyes,
  press: async () => ({ x: 1, y: 1, text: 'OK', meaning: 'accept', trusted: true, at: 0 }),
  isVisible: async () => true,
}

test('presses the button of the choice, and says so where there is none', async () => {
  const banner = await ${name}.detect(eyes)
  if (!banner) throw new Error('the banner was not seen')
  expect(banner.text).toBe('We use cookies')
  expect(await ${name}.choose(banner, { choice: 'accept', allows: [] }, hand)).toEqual({ outcome: 'made', layer: 1 })
  expect(await ${name}.choose(banner, { choice: 'reject', allows: [] }, hand)).toEqual({
    outcome: 'not-offered',
    because: 'the banner has no button to reject',
  })
})
`
