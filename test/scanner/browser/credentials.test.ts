import { createServer, type Server } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { openRealBrowser, type RealBrowser } from '../../evidence/real-browser.ts'
import type { Access } from '../../../scanner/model.ts'

const LOCKED = { status: 401, headers: { 'www-authenticate': 'Basic realm="staging"' }, body: 'locked' }
const pages = {
  'shop.example/': `<title>In</title><script src="/own.js"></script><script src="https://cdn.example/other.js"></script>
    <iframe src="https://cdn.example/frame"></iframe>`,
  'shop.example/own.js': '',
  'cdn.example/other.js': '',
  'cdn.example/frame': 'hello',
  'shop.example/locked': LOCKED,
  'cdn.example/locked': LOCKED,
}

let browser: RealBrowser
let proxy: Server | undefined
afterEach(async () => {
  await browser.close()
  proxy?.close()
})

async function openWith(access: Partial<Access>): Promise<void> {
  browser = await openRealBrowser({ pages, access })
  const visit = await browser.visit()
  await visit.goTo('https://shop.example/')
  for (const host of ['shop', 'cdn']) {
    await visit.page.goto(`https://${host}.example/locked`, { waitUntil: [] }).catch(() => null)
    await visit.settle()
  }
}

function sent(header: string): readonly string[] {
  const hits = browser.internet.hits.filter(({ headers }) => headers[header] !== undefined)
  return [...new Set(hits.map(({ at, headers }) => `${at} ${String(headers[header])}`))]
}

test("headers of the plan reach the site's own origin and nobody else", async () => {
  await openWith({ headers: { 'X-Preview': 'token-1' } })
  expect(sent('x-preview').toSorted()).toEqual([
    'shop.example/ token-1',
    'shop.example/locked token-1',
    'shop.example/own.js token-1',
  ])
  expect(browser.internet.hits.map(({ at }) => at)).toContain('cdn.example/frame')
})

test("a name and password are given to the site's own origin when it asks, once", async () => {
  await openWith({ basicAuth: { username: 'staging', password: 'sesame' } })
  const pair = Buffer.from('staging:sesame').toString('base64')
  expect(sent('authorization')).toEqual([`shop.example/locked Basic ${pair}`])
  expect(browser.internet.hits.filter(({ at }) => at === 'shop.example/locked')).toHaveLength(2)
})

test('a proxy is used for everything, and told who may use it', async () => {
  const asked: string[] = []
  proxy = createServer()
  proxy.on('connect', (request, socket, head) => {
    const given = request.headers['proxy-authorization']
    asked.push(`${request.url} ${given ? Buffer.from(given.slice(6), 'base64').toString() : 'nobody'}`)
    if (!given) {
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="way"\r\n\r\n')
      return
    }
    const [host = '', port = ''] = browser.internet.address.split(':')
    const through = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n')
      through.write(head)
      through.pipe(socket).pipe(through)
    })
    through.on('error', () => socket.destroy())
    socket.on('error', () => through.destroy())
  })
  await new Promise<void>((resolve) => void proxy?.listen(0, '127.0.0.1', resolve))
  const { port } = proxy.address() as AddressInfo
  await openWith({ hostMap: {}, proxy: `http://me:p%40ss@127.0.0.1:${port}` })
  expect(asked).toContain('shop.example:443 me:p@ss')
  expect(asked).toContain('cdn.example:443 me:p@ss')
  expect(browser.internet.hits.map(({ at }) => at)).toContain('shop.example/own.js')
  expect(browser.running.flags.join(' ')).not.toContain(String(port))
})
