import { afterAll, beforeAll, expect, test } from 'vitest'
import { openIsolatedFrames } from '../../../scanner/browser/isolated-frames.ts'
import { openShop, type Shop } from '../cmps/shop.ts'

const pages: Readonly<Record<string, string>> = {
  '/': `<!doctype html><title>Shop</title><script>
      window.colour = 'red'
      Element.prototype.getBoundingClientRect = () => 'a lie'
      Array.prototype.push = () => { throw new Error('a trap') }
    </script><h1>Shop</h1>
    <iframe src="/inner" style="border:0"></iframe>
    <iframe src="http://localhost:PORT/outer" style="border:0"></iframe>
    <iframe src="/inner?hidden" style="display:none"></iframe>`,
  '/inner': `<!doctype html><script>window.colour = 'green'</script><p>inner</p>`,
  '/outer': `<!doctype html><script>window.colour = 'blue'</script><p>outer</p><iframe src="http://127.0.0.1:PORT/inner?deep"></iframe>`,
}

let shop: Shop
beforeAll(async () => {
  shop = await openShop(pages)
})
afterAll(() => shop?.close())

test('lists every frame, those of other sites and those within them too, the page first', async () => {
  const frames = await openIsolatedFrames(await shop.visit('/'))
  const list = await frames.list()
  expect(list[0]?.isMain).toBe(true)
  expect(list.map(({ url }) => url.replace(/:\d+/, '')).toSorted()).toEqual([
    'http://127.0.0.1/',
    'http://127.0.0.1/inner',
    'http://127.0.0.1/inner?deep',
    'http://127.0.0.1/inner?hidden',
    'http://localhost/outer',
  ])
  const deep = list.find(({ url }) => url.endsWith('?deep'))
  expect(deep?.parent?.url).toMatch(/outer$/)
  expect(deep?.parent?.parent?.isMain).toBe(true)
  await frames.close()
})

test('its world is its own: page scripts see nothing of it and cannot lie to it', async () => {
  const page = await shop.visit('/')
  const frames = await openIsolatedFrames(page)
  const [main] = await frames.list()
  const left = await main?.run(() => {
    Object.assign(globalThis, { tagtrailSeen: [] })
    return {
      left: document.querySelector('h1')?.getBoundingClientRect().left,
      colour: (globalThis as { colour?: string }).colour,
    }
  })
  expect(left).toEqual({ left: 8 })
  expect(await page.evaluate(() => Object.keys(globalThis).filter((name) => name.startsWith('tagtrail')))).toEqual([])
  await frames.close()
})

test('reads the world of each page, and answers null where that throws', async () => {
  const frames = await openIsolatedFrames(await shop.visit('/'))
  const colours = await Promise.all((await frames.list()).map(async ({ read }) => String(await read('window.colour'))))
  expect(colours.toSorted()).toEqual(['blue', 'green', 'green', 'green', 'red'])
  const [main] = await frames.list()
  expect(await main?.read('nothing.here')).toBeNull()
  await frames.close()
})

test('hears what our code says, and from which frame', async () => {
  const frames = await openIsolatedFrames(await shop.visit('/'))
  const heard: string[] = []
  const list = await frames.list()
  frames.onTold(({ frameId, text }) =>
    heard.push(`${list.find(({ id }) => id === frameId)?.url.replace(/.*\//, '')} ${text}`),
  )
  for (const { run } of list)
    await run(() => (globalThis as { tagtrailTell?(text: string): void }).tagtrailTell?.('hello'))
  await expect
    .poll(() => heard.toSorted())
    .toEqual([' hello', 'inner hello', 'inner?deep hello', 'inner?hidden hello', 'outer hello'])
  await frames.close()
})

test('knows which frames can be seen', async () => {
  const frames = await openIsolatedFrames(await shop.visit('/'))
  const list = await frames.list()
  const shown = await Promise.all(
    list.map(async (frame) => ((await frame.isShown()) ? frame.url.replace(/.*\//, '') : 'hidden')),
  )
  expect(shown.toSorted()).toEqual(['', 'hidden', 'inner', 'inner?deep', 'outer'])
  await frames.close()
})

test('a frame that went away answers null, a page that went away throws', async () => {
  const page = await shop.visit('/')
  const frames = await openIsolatedFrames(page)
  const list = await frames.list()
  await page.evaluate(() => document.querySelectorAll('iframe').forEach((frame) => frame.remove()))
  expect(await Promise.all(list.slice(1).map(({ run }) => run(() => 1)))).toEqual([null, null, null, null])
  expect(await frames.list()).toHaveLength(1)
  await page.close()
  await expect(frames.list()).rejects.toThrow(/closed|detached/i)
})

test('a mistake of ours in a page is thrown, not taken for a frame that went away', async () => {
  const frames = await openIsolatedFrames(await shop.visit('/'))
  const [main] = await frames.list()
  await expect(main?.run(() => document.querySelector('nowhere')!.id)).rejects.toThrow(TypeError.name)
  await frames.close()
})
