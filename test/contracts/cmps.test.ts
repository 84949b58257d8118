import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withEyes } from '../../scanner/browser/eyes.ts'
import { cmps } from '../../scanner/cmps/index.ts'
import { pages } from '../scanner/cmps/pages.ts'
import { inTime, openShop, type Shop } from '../scanner/cmps/shop.ts'

/** What every strategy of the shelf keeps, whatever banner it knows. */

let shop: Shop
beforeAll(async () => {
  shop = await openShop(pages)
})
afterAll(() => shop?.close())

describe.each(cmps.map((cmp) => [cmp.id, cmp] as const))('%s', (id, cmp) => {
  test('has a name of its own', () => {
    expect(id).toMatch(/^[a-z][a-z0-9-]*$/)
    expect(cmps.filter((other) => other.id === id)).toHaveLength(1)
  })

  test.each(['/plain', '/decoys-only', '/hidden-frame'])('sees no banner where there is none: %s', async (path) => {
    const page = await shop.visit(path)
    expect(await withEyes(page, inTime(), (eyes) => cmp.detect(eyes))).toBeNull()
  })

  test.each(['/compliant', '/onetrust', '/kartra', '/shadow'])(
    'looks and leaves the page as it was: %s',
    async (path) => {
      const page = await shop.visit(path)
      const state = (): Promise<string> =>
        page.evaluate(() => document.documentElement.outerHTML + Object.keys(globalThis).join())
      const before = await state()
      await withEyes(page, inTime(), (eyes) => cmp.detect(eyes))
      expect(await state()).toBe(before)
    },
  )
})

test('what is cheap to ask is asked first and last', () => {
  expect(cmps.filter(({ isCheap }) => !isCheap).map(({ id }) => id)).toEqual(['autoconsent'])
  expect(cmps.at(-1)?.id).toBe('heuristic')
})
