import { once } from 'node:events'
import { request } from 'node:https'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { run } from '../../../main/program.ts'
import { fakeHost } from '../fake-host.ts'

test('serves until it is stopped, and says how to look at it and how to scan it', async () => {
  const host = fakeHost()
  const said = once(host.stdout, 'data')
  const served = run(['lab'], host)
  await said
  const [, address = '', port = ''] = /The lab answers at (127\.0\.0\.1:(\d+)) /.exec(host.out()) ?? []
  expect(host.out()).toContain(
    `'--host-resolver-rules=MAP * ${address}' --ignore-certificate-errors https://shop.lab.example/`,
  )
  expect(host.out()).toContain(`hostMap: { "*": "${address}" }`)
  expect(await statusOf(Number(port))).toBe(200)
  host.interrupt()
  await served
  await expect(statusOf(Number(port))).rejects.toThrow('ECONNREFUSED')
  expect([host.err(), host.ended()]).toEqual(['', 0])
})

test('a port that is taken is told in one line', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  const host = fakeHost()
  await run(['lab', '--port', String(port)], host)
  other.close()
  expect(host.err()).toContain(`error: port ${port} is taken by another program; choose another one, or 0`)
  expect([host.out(), host.ended()]).toEqual(['', 2])
})

test('the truth is JSON and nothing else', async () => {
  const host = fakeHost()
  await run(['lab', '--truth'], host)
  expect(JSON.parse(host.out())).toMatchObject({ site: 'https://shop.lab.example', states: expect.any(Array) })
})

async function statusOf(port: number): Promise<number | undefined> {
  const asked = request({
    host: '127.0.0.1',
    agent: false,
    port,
    path: '/',
    headers: { host: 'shop.lab.example' },
    rejectUnauthorized: false,
  })
  asked.end()
  const [response] = await once(asked, 'response')
  response.resume()
  return response.statusCode
}
