import { request as httpRequest } from 'node:http'
import { Agent, request as httpsRequest, type RequestOptions } from 'node:https'
import { connect } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startLab, type Lab } from '../../../scanner/lab/server.ts'

const start = new Date()
let lab: Lab

beforeAll(async () => {
  lab = await startLab({ now: () => start, randomId: () => 'r1' })
})
beforeEach(() => lab.clear())
afterAll(() => lab.close())

test('any host name has a valid certificate under the authority of the lab', async () => {
  const hosts = ['shop.lab.example', 'px.ads.linkedin.com', 'unheard-of.example']
  const answers = await Promise.all(hosts.map((host) => ask(`https://${host}/`)))
  expect(answers.map(({ isTrusted }) => isTrusted)).toEqual([true, true, true])
})

test('the Host header decides who answers', async () => {
  const page = await ask('https://shop.lab.example/sales')
  expect(page.status).toBe(200)
  expect(page.body).toContain('The urban sketching course')
  expect((await ask('https://bat.bing.com/bat.js')).headers['content-type']).toContain('javascript')
})

test('a host nobody plays answers 404 in plain words', async () => {
  const { status, headers, body } = await ask('https://nobody.example/x')
  expect(status).toBe(404)
  expect(headers['content-type']).toContain('text/plain')
  expect(body).toBe(
    'Nothing in the lab answers at nobody.example/x. Start at https://shop.lab.example/ or https://wire.lab.example/\n',
  )
})

test('a request without a usable address is refused', async () => {
  const { status } = await ask('https://shop.lab.example/', { headers: { host: 'no host' } })
  expect(status).toBe(400)
})

test('a site without TLS sends its visitors to HTTPS, on either port', async () => {
  for (const address of [lab.httpAddress, lab.httpsAddress]) {
    const { status, headers } = await ask('http://shop.lab.example/sales?a=1', { address })
    expect({ status, location: headers['location'] }).toEqual({
      status: 301,
      location: 'https://shop.lab.example/sales?a=1',
    })
  }
})

test('a preflight is answered for the origin that asks', async () => {
  const headers = { origin: 'https://a.example', 'access-control-request-method': 'POST' }
  const answer = await ask('https://a.clarity.ms/collect', { method: 'OPTIONS', headers })
  expect(answer.status).toBe(204)
  expect(answer.headers['access-control-allow-origin']).toBe('https://a.example')
})

test('the log holds every request as it came', async () => {
  await ask('https://a.clarity.ms/collect?x=1', { method: 'POST', body: '{"e":[]}', headers: { cookie: 'a=1; b=2' } })
  expect(lab.log).toEqual([
    {
      at: start.toISOString(),
      scheme: 'https',
      method: 'POST',
      host: 'a.clarity.ms',
      path: '/collect',
      query: '?x=1',
      cookies: 'a=1; b=2',
      headers: expect.objectContaining({ host: 'a.clarity.ms' }),
      body: '{"e":[]}',
      bodySha256: '2f24aeaf7ebdf3a3ca2356fbb1e7bd2947a616b11e74a5c9b2b9a88f07e692c2',
      status: 204,
    },
  ])
  lab.clear()
  expect(lab.log).toEqual([])
})

test('a session cookie is set once, a token with every form', async () => {
  const first = await ask('https://shop.lab.example/')
  expect(first.headers['set-cookie']).toEqual([
    'shop_session=r1; Path=/; HttpOnly; Secure; SameSite=Lax',
    'shop_csrf=r1; Path=/; Secure; SameSite=Strict',
  ])
  expect(first.body).toContain('name="csrf" value="r1"')
  const again = await ask('https://shop.lab.example/', { headers: { cookie: 'shop_session=s; shop_csrf=c' } })
  expect(again.headers['set-cookie']).toEqual(['shop_csrf=r1; Path=/; Secure; SameSite=Strict'])
})

test('hundreds of visitors at once are all answered', async () => {
  const asked = Array.from({ length: 400 }, (_, index) => ask(`https://shop.lab.example/?n=${index}`))
  const statuses = (await Promise.all(asked)).map(({ status }) => status)
  expect(statuses.filter((status) => status === 200)).toHaveLength(400)
  expect(lab.log).toHaveLength(400)
})

test('a visitor who leaves in the middle of a request harms nobody', async () => {
  const [host = '', port = ''] = lab.httpAddress.split(':')
  await new Promise<void>((resolve) => {
    const socket = connect(Number(port), host, () => {
      socket.write('POST /collect HTTP/1.1\r\nHost: a.clarity.ms\r\nContent-Length: 100\r\n\r\nhalf', () =>
        socket.destroy(),
      )
    })
    socket.on('close', () => resolve())
  })
  expect((await ask('https://shop.lab.example/')).status).toBe(200)
})

test('a closed lab lets go of its ports, and a taken port is refused', async () => {
  const other = await startLab()
  const taken = Number(other.httpsAddress.split(':')[1])
  await expect(startLab({ httpsPort: taken })).rejects.toThrow('EADDRINUSE')
  await other.close()
  const next = await startLab({ httpsPort: taken })
  expect(next.httpsAddress).toBe(`127.0.0.1:${taken}`)
  await next.close()
})

interface Answered {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
  readonly isTrusted: boolean
}

interface How {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  readonly address?: string
}

/** Asks the lab as a browser with a host map would. */
function ask(
  url: string,
  { method = 'GET', headers = {}, body, address = lab.httpsAddress }: How = {},
): Promise<Answered> {
  const { protocol, hostname, pathname, search } = new URL(url)
  const [host, port] = address.split(':')
  const options: RequestOptions = {
    host,
    port,
    method,
    path: pathname + search,
    servername: hostname,
    ca: lab.caPem,
    agent: protocol === 'https:' ? new Agent() : undefined,
    headers: { host: hostname, ...headers },
  }
  return new Promise((resolve, reject) => {
    const isSecure = protocol === 'https:'
    const request = (isSecure ? httpsRequest : httpRequest)(options, (response) => {
      const isTrusted = isSecure && (response.socket as unknown as { authorized: boolean }).authorized
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString('utf8'),
          isTrusted,
        }),
      )
    })
    request.on('error', reject)
    request.end(body)
  })
}
