import { Agent, request } from 'node:https'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { deedsOn } from '../../../../scanner/lab/banners/deeds.ts'
import { startLab, type Lab } from '../../../../scanner/lab/server.ts'

let lab: Lab
beforeAll(async () => {
  lab = await startLab({ randomId: () => 'visitor-1' })
})
afterAll(() => lab.close())

const KLARO = 'klaro-optin.banner.lab.example'

test('a site answers under its own host, and numbers its visitor once', async () => {
  const page = await ask(`https://${KLARO}/`)
  expect({ status: page.status, type: page.headers['content-type'] }).toEqual({
    status: 200,
    type: 'text/html; charset=utf-8',
  })
  expect(page.headers['set-cookie']).toEqual(['lab_visitor=visitor-1; Path=/; Secure; HttpOnly; SameSite=Lax'])
  expect((await ask(`https://${KLARO}/next`, 'lab_visitor=visitor-1')).headers['set-cookie']).toBeUndefined()
})

test('the library is served as it was published', async () => {
  const { status, headers, body } = await ask(`https://${KLARO}/npm/klaro/dist/klaro.js`)
  expect({ status, type: headers['content-type'] }).toEqual({ status: 200, type: 'text/javascript; charset=utf-8' })
  expect(body).toContain('klaro')
  expect((await ask(`https://${KLARO}/npm/klaro/../../package.json`)).status).toBe(404)
})

test('a message in a frame of another site is served there', async () => {
  const { status, body } = await ask(
    'https://cdn.privacy-mgmt.com/index.html?message_id=sourcepoint-optin&consent_origin=lab',
  )
  expect(status).toBe(200)
  expect(body).toContain('sp_choice_type_13')
})

test('a policy is sent with its page', async () => {
  const { headers } = await ask('https://awkward-strict-policy.banner.lab.example/')
  expect(headers['content-security-policy']).toContain("script-src 'self'")
})

test('what a page tells of its visitor is kept by visitor', async () => {
  await ask(`https://${KLARO}/lab/did?what=opened&detail=&trusted=true`, 'a=1; lab_visitor=v7')
  await ask(`https://${KLARO}/lab/did?what=decided&detail=analytics,marketing&trusted=false`, 'lab_visitor=v7')
  expect(deedsOn(lab.log, KLARO).get('v7')).toMatchObject([
    { what: 'opened', grants: [], trusted: true },
    { what: 'decided', grants: ['analytics', 'marketing'], trusted: false },
  ])
  expect(deedsOn(lab.log, 'vanilla-optin.banner.lab.example').size).toBe(0)
})

interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  readonly body: string
}

function ask(address: string, cookie = ''): Promise<Answer> {
  const { host, pathname, search } = new URL(address)
  const [, port] = lab.httpsAddress.split(':')
  const agent = new Agent({ ca: lab.caPem })
  // The path as it was written: an address is tidied before it is parsed.
  const path = address.split(host)[1] ?? pathname + search
  return new Promise((resolve, reject) => {
    const asked = request(
      { agent, host: '127.0.0.1', port, servername: host, path, headers: { host, cookie } },
      (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('end', () => {
          const body = Buffer.concat(chunks).toString('utf8')
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body })
        })
      },
    )
    asked.on('error', reject).end()
  })
}
