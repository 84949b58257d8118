import { afterAll, beforeAll, expect, test } from 'vitest'
import { openIsolatedFrames } from '../../../scanner/browser/isolated-frames.ts'
import { traceReader } from '../../../scanner/browser/traces.ts'
import { openShop, type Shop } from '../cmps/shop.ts'

const pages: Readonly<Record<string, string>> = {
  '/': `<!doctype html><script>
      document.cookie = 'consent=no'; localStorage.setItem('choice', 'rejected'); window.state = 'denied'
    </script><iframe src="http://localhost:PORT/frame"></iframe><iframe src="/frame" sandbox="allow-scripts"></iframe>`,
  '/frame': `<!doctype html><script>try { localStorage.setItem('inner', 'yes') } catch {}</script>`,
  '/pixel': 'ok',
}

let shop: Shop
beforeAll(async () => {
  shop = await openShop(pages)
})
afterAll(() => shop?.close())

test('finds what the page holds, says and sends, its frames too', async () => {
  const page = await shop.visit('/')
  const frames = await openIsolatedFrames(page)
  const read = traceReader(frames, [
    'window.state',
    'not.there',
    '42',
    'new Promise(() => {})',
    'Promise.resolve("later")',
  ])
  await read()
  await page.evaluate(() => fetch('/pixel?gcs=G100').then(() => undefined))
  const traces = await read()
  expect(traces.cookies).toContainEqual({ name: 'consent', value: 'no' })
  expect(traces.locals.map(({ name, value }) => `${name}=${value}`).toSorted()).toEqual([
    'choice=rejected',
    'inner=yes',
  ])
  expect([...traces.page]).toEqual([
    ['window.state', 'denied'],
    ['Promise.resolve("later")', 'later'],
  ])
  expect(traces.requests).toContainEqual(expect.stringContaining('/pixel?gcs=G100'))
  await frames.close()
})

test('listens to no request where nobody asks for them', async () => {
  const page = await shop.visit('/')
  const frames = await openIsolatedFrames(page)
  const read = traceReader(frames, ['window.state'], { listens: false })
  await read()
  await page.evaluate(() => fetch('/pixel?gcs=G100').then(() => undefined))
  const traces = await read()
  expect([...traces.page.values()]).toEqual(['denied'])
  expect(traces.requests).toEqual([])
  await frames.close()
})
