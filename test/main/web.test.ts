import { request } from 'node:http'
import { expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { openApp, TOKEN } from './open-app.ts'

/** The status a request gets; fetch would not let us lie about the host. */
function status(origin: string, path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<number> {
  const { hostname, port } = new URL(origin)
  return new Promise((resolve, reject) => {
    const asked = request({ hostname: hostname.replace(/[[\]]/g, ''), port, path, headers, method }, (answer) => {
      answer.resume()
      resolve(answer.statusCode ?? 0)
    })
    asked.on('error', reject)
    asked.end()
  })
}

/** The status that a WebSocket is answered with: 101 when it is let in. */
function upgrade(origin: string, protocols: string[], headers: Record<string, string>): Promise<number> {
  return new Promise((resolve) => {
    const socket = new WebSocket(origin.replace('http', 'ws'), protocols, { headers })
    socket.on('open', () => {
      socket.terminate()
      resolve(101)
    })
    socket.on('unexpected-response', (_, answer) => resolve(answer.statusCode ?? 0))
    socket.on('error', () => undefined)
  })
}

test('only its own name is answered, only reading, and nothing outside its folder', async () => {
  const { origin } = await openApp()
  const port = new URL(origin).port
  expect(await status(origin, '/', { host: `tagtrail.example:${port}` })).toBe(421)
  // Also the other ways to write this machine: a page of ours has one address, and none else is worth the doubt.
  for (const host of [
    `localhost:${port}`,
    `[::1]:${port}`,
    `0.0.0.0:${port}`,
    `127.1:${port}`,
    `127.0.0.1.evil.example:${port}`,
    '127.0.0.1',
    `127.0.0.1:${Number(port) + 1}`,
  ])
    expect([host, await status(origin, '/', { host })]).toEqual([host, 421])
  expect(await status(origin, '/', {}, 'POST')).toBe(405)
  for (const path of [
    '/../package.json',
    '/%2e%2e/package.json',
    '/..%2fpackage.json',
    '/assets/../../main/cli.js',
    '//etc/passwd',
    '/preview/x',
  ])
    expect([path, await status(origin, path)]).toEqual([path, 404])
})

test('a window is let in with the token, from our own page alone', async () => {
  const { origin } = await openApp()
  const ours = { origin }
  expect(await upgrade(origin, ['tagtrail', TOKEN], ours)).toBe(101)
  expect(await upgrade(origin, ['tagtrail', 'b'.repeat(64)], ours)).toBe(403)
  expect(await upgrade(origin, ['tagtrail'], ours)).toBe(403)
  expect(await upgrade(origin, [TOKEN], ours)).toBe(403)
  expect(await upgrade(origin, ['tagtrail', TOKEN], { origin: 'https://evil.example' })).toBe(403)
  for (const other of ['localhost', '[::1]', '127.0.0.1.evil.example'])
    expect(await upgrade(origin, ['tagtrail', TOKEN], { origin: origin.replace('127.0.0.1', other) })).toBe(403)
  expect(await upgrade(origin, ['tagtrail', TOKEN], { origin: 'null' })).toBe(403)
  expect(await upgrade(origin, ['tagtrail', TOKEN], {})).toBe(403)
  expect(await upgrade(origin, ['tagtrail', TOKEN], { ...ours, host: 'evil.example' })).toBe(403)
})

test('it listens to this machine alone, by its one address', async () => {
  const { origin } = await openApp()
  const { port } = new URL(origin)
  await expect(status(`http://[::1]:${port}`, '/')).rejects.toThrow(/ECONNREFUSED|EADDRNOTAVAIL|EAFNOSUPPORT/)
})

test('the token stands in the fragment, which no request carries', async () => {
  const { web } = await openApp()
  expect(new URL(web.address).hostname).toBe('127.0.0.1')
  expect(new URL(web.address).hash).toBe(`#token=${TOKEN}`)
  expect(new URL(web.address).search).toBe('')
})
