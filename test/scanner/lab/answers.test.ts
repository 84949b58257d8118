import { expect, test } from 'vitest'
import { replyOf, type Asked } from '../../../scanner/lab/answers.ts'
import type { Endpoint } from '../../../scanner/lab/endpoints.ts'
import type { Answer, CookieSpec } from '../../../scanner/lab/model.ts'
import { headerCookie, image, script } from '../../../scanner/lab/vendors/vendor.ts'

for (const [spec, line] of [
  [
    headerCookie('IDE', 390, { domain: '.ads.example', httpOnly: true }),
    'IDE=r1; Path=/; Domain=.ads.example; Max-Age=33696000; HttpOnly; Secure; SameSite=None',
  ],
  [headerCookie('SM', null, { value: 'C' }), 'SM=C; Path=/; Secure; SameSite=None'],
  [
    headerCookie('p', 1, { partitioned: true, path: '/x' }),
    'p=r1; Path=/x; Max-Age=86400; Secure; SameSite=None; Partitioned',
  ],
  [headerCookie('own', null, { secure: false, sameSite: null }), 'own=r1; Path=/'],
] as const) {
  test(`a header cookie is written as ${line}`, () => {
    expect(reply({ kind: 'pixel', cookies: [spec] }).headers['set-cookie']).toEqual([line])
  })
}

for (const [write, sent, isSet] of [
  ['absent', true, false],
  ['absent', false, true],
  ['always', true, true],
] as const) {
  test(`a cookie to be written ${write === 'absent' ? 'only where missing' : 'always'} is ${isSet ? '' : 'not '}set when the browser ${sent ? 'sends' : 'lacks'} it`, () => {
    const cookies = new Map(sent ? [['id', 'old']] : [])
    const spec: CookieSpec = headerCookie('id', 1, { write })
    expect('set-cookie' in reply({ kind: 'nothing', cookies: [spec] }, { cookies }).headers).toBe(isSet)
  })
}

test('a page of any origin may read the answer with credentials, and nothing is cached', () => {
  expect(reply({ kind: 'nothing', cookies: [] }, { origin: 'https://a.example' }).headers).toMatchObject({
    'access-control-allow-origin': 'https://a.example',
    'access-control-allow-credentials': 'true',
    'cache-control': 'no-store',
  })
})

test('the form of a page carries the value of the cookie set with it', () => {
  const csrf = headerCookie('csrf', null)
  const { body } = reply({
    kind: 'page',
    policy: null,
    html: '<b>{cookie:csrf}</b>',
    parts: [],
    acts: [],
    cookies: [csrf],
  })
  expect(body).toBe('<b>r1</b>')
})

test("a script tells pages what to ask for, never the server's answers", () => {
  const acts = [script('https://b.example/b.js', [image('https://c.example/c.gif', { query: { secret: 'inner' } })])]
  const answer: Answer = { kind: 'script', acts, cookies: [] }
  const body = String(replyOf({ ...endpoint(answer), acts: new Map([['a.example', acts]]) }, asked()).body)
  expect(body).toContain('https://b.example/b.js')
  expect(body).not.toContain('c.gif')
})

test('a redirect names the next address', () => {
  const to = image('https://b.example/sync')
  expect(reply({ kind: 'redirect', to, cookies: [] })).toMatchObject({
    status: 302,
    headers: { location: 'https://b.example/sync' },
  })
})

function reply(answer: Answer, given: Partial<Asked> = {}): ReturnType<typeof replyOf> {
  return replyOf(endpoint(answer), asked(given))
}

function endpoint(answer: Answer): Endpoint {
  return { url: new URL('https://a.example/'), answer, acts: new Map() }
}

function asked(given: Partial<Asked> = {}): Asked {
  return { cookies: new Map(), origin: null, randomId: () => 'r1', ...given }
}
