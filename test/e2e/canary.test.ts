import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { provideBrowser } from '../../scanner/browser/provide.ts'
import { canaryOf } from '../../scanner/canary.ts'
import type { Evidence, ObservationOf, Plan } from '../../scanner/model.ts'
import { parsePlan } from '../../scanner/plan.ts'
import { gather } from '../../scanner/scan.ts'
import type { AskAlias } from '../../scanner/scan/cnames.ts'
import { ECHO, openSmallInternet, type SmallInternet } from '../evidence/small-internet.ts'

/** A funnel whose tags listen to the keys, hash what is typed, talk over sockets, and wait for the wheel. */
const pages = {
  'chat.example/live': ECHO,
  'shop.example/': `<title>Sign up</title><script>
      const send = (url, init) => fetch(url, { mode: 'no-cors', ...init })
      const { searchParams } = new URL(location)
      if (searchParams.has('gclid')) document.cookie = '_gcl_aw=GCL.1.' + searchParams.get('gclid')
    </script>
    <form action="/thanks" method="post">
      <label>E-mail <input name="email" id="email"></label><label>First name <input name="first" id="first"></label>
      <button>Sign up</button></form>
    <div style="height: 4000px"></div>
    <script>
      const live = new WebSocket('wss://chat.example/live')
      live.onopen = () => live.send('hello')
      email.onchange = async () => {
        live.send(JSON.stringify(['lead', { email: email.value }]))
        new EventSource('https://stream.example/?lead=' + encodeURIComponent(email.value))
        const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(email.value.trim().toLowerCase()))
        const hex = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
        send('https://ads.example/tr?ud[em]=' + hex)
      }
      first.oninput = () => localStorage.setItem('lead', btoa(JSON.stringify({ first: first.value })))
      addEventListener('scroll', () => send('https://ads.example/scrolled', { method: 'POST' }), { once: true })
    </script>`,
  'shop.example/late': `<title>Late</title><script>
    setTimeout(() => fetch('https://data.shop.example/late', { mode: 'no-cors' }), 4000)</script>`,
  'shop.example/thanks': `<title>Thanks</title><script>
    fetch('https://crm.example/lead', { mode: 'no-cors', method: 'POST', body: document.referrer })</script>`,
}

let internet: SmallInternet
let folder: string
let evidence: Evidence

beforeAll(async () => {
  internet = await openSmallInternet(pages)
  folder = await mkdtemp(join(tmpdir(), 'tagtrail-canary-'))
  const plan = parsePlan({
    name: 'Canary',
    site: 'https://shop.example',
    steps: [
      {
        id: 'optin',
        go: { url: '/?utm_source=mail' },
        fill: [
          { field: { role: 'textbox', name: 'E-mail' }, with: 'email' },
          { field: { selector: '#first' }, with: 'first-name' },
        ],
      },
      { id: 'thanks', go: { submit: { role: 'button', name: 'Sign up' } } },
    ],
    states: ['no-choice', 'scrolled', 'gpc'],
    clickIds: ['gclid'],
    safety: { submitForms: 'canary' },
    timeZone: 'Europe/Zurich',
    locale: 'de-CH',
    access: {
      hostMap: { '*': internet.address },
      certificates: { acceptInvalid: true },
      headers: { 'X-Preview': 'open-sesame' },
    },
    limits: { settleMs: 300, stepTimeoutMs: 15_000 },
  })
  evidence = await gathered(plan, folder)
}, 120_000)

async function gathered(plan: Plan, out: string, askAlias?: AskAlias): Promise<Evidence> {
  return await gather(plan, {
    out,
    overwrite: true,
    browser: await provideBrowser(),
    toolVersion: 'test',
    knowledgeVersion: 'test',
    clock: { now: () => new Date(), monotonic: () => performance.now() },
    randomHex: (bytes) => randomBytes(bytes).toString('hex'),
    signal: new AbortController().signal,
    concurrency: 2,
    ...(askAlias && { askAlias }),
  })
}

afterAll(async () => {
  await internet.close()
  await rm(folder, { recursive: true, force: true })
})

const of = (state: string): Evidence['observations'] => evidence.observations.filter((seen) => seen.journey === state)
const canarySeen = (state: string): readonly ObservationOf<'canary-seen'>[] =>
  of(state).filter((seen): seen is ObservationOf<'canary-seen'> => seen.kind === 'canary-seen')
const lines = (state: string): readonly string[] =>
  canarySeen(state).map(({ stepId, phase, what, clickId, encoding, where, host, key, beforeSubmit }) =>
    [stepId, phase, clickId ?? what, encoding, where, host, key, beforeSubmit ? 'before' : 'after'].join(' '),
  )

describe('a visitor who fills in a form', () => {
  test('leaves no gap', () => expect(evidence.gaps).toEqual([]))

  for (const line of [
    'optin load gclid plain url shop.example gclid before',
    'optin load gclid plain cookie shop.example _gcl_aw before',
    'optin input email sha256-hex url ads.example ud[em] before',
    'optin input email plain socket chat.example  before',
    'optin input email url url stream.example lead before',
    'optin input first-name base64 storage shop.example lead before',
    'thanks load email url body shop.example  after',
    'thanks load first-name plain body shop.example  after',
  ])
    test(`is told by: ${line}`, () => expect(lines('no-choice')).toContain(line))

  test('is the one that can be made again from the evidence', () => {
    const { email } = canaryOf(evidence.environment.valueSalt, { run: 1, state: 'no-choice' })
    const em = createHash('sha256').update(email).digest('hex')
    expect(internet.hits.map(({ at }) => at)).toContain(`ads.example/tr?ud[em]=${em}`)
  })

  test('does not scroll unless the plan says so', () => {
    expect(of('no-choice').filter(({ phase }) => phase === 'scroll')).toEqual([])
  })
})

describe('a visitor who scrolls', () => {
  const pagesOf = (): readonly string[] =>
    of('scrolled').flatMap((seen) => (seen.kind === 'page' ? [`${seen.stepId} ${seen.state}`] : []))

  test('is judged from the visit after the first turn of the wheel', () => {
    expect(pagesOf()).toEqual(['optin choosing', 'optin scrolled', 'thanks scrolled'])
  })

  test('is told what the wheel set off, on both visits', () => {
    const set = of('scrolled').flatMap((seen) =>
      seen.kind === 'request' && seen.url === 'https://ads.example/scrolled' ? [`${seen.state} ${seen.phase}`] : [],
    )
    expect(set).toEqual(['choosing scroll', 'scrolled scroll'])
  })
})

test('the environment says who the visitor was', () => {
  expect(evidence.environment).toMatchObject({
    timeZone: 'Europe/Zurich',
    locale: 'de-CH',
    globalPrivacyControl: ['gpc'],
    settle: 'quiet',
    proxy: false,
    credentials: { basicAuth: false, headers: ['X-Preview'] },
    exitIp: null,
  })
  expect(evidence.environment.languages[0]).toBe('de-CH')
  expect(evidence.environment.clientHints?.fullVersion).toMatch(/^\d+\.\d+\.\d+\.\d+$/)
})

test('Global Privacy Control is sent by the visitor who has it, and by no other', () => {
  const gpcOf = (headers: Readonly<Record<string, string>>): string | undefined =>
    Object.entries(headers).find(([name]) => name.toLowerCase() === 'sec-gpc')?.[1]
  const byState = (state: string): ReadonlySet<string | undefined> =>
    new Set(of(state).flatMap((seen) => (seen.kind === 'request' ? [gpcOf(seen.headers)] : [])))
  expect([...byState('gpc')]).toEqual(['1'])
  expect([...byState('no-choice')]).toEqual([undefined])
})

test('what lets the scan in reached the site, and stands nowhere in the bundle', async () => {
  const sent = internet.hits.filter(({ headers }) => headers['x-preview'] === 'open-sesame').map(({ at }) => at)
  expect(sent.every((at) => at.startsWith('shop.example/'))).toBe(true)
  expect(sent.length).toBeGreaterThan(3)
  for (const name of ['plan.json', 'environment.json', 'observations.ndjson', 'gaps.ndjson'])
    expect(await readFile(join(folder, name), 'utf8')).not.toContain('open-sesame')
})

test('late timers are brought forward and hosts are looked up, when the plan says so', async () => {
  const plan = parsePlan({
    name: 'Late',
    site: 'https://shop.example',
    steps: [
      { id: 'late', go: { url: '/late' } },
      { id: 'later', go: { url: '/late?again' } },
    ],
    states: ['no-choice'],
    lookups: { cnames: true },
    access: { hostMap: { '*': internet.address }, certificates: { acceptInvalid: true } },
    limits: { settleMs: 150, stepTimeoutMs: 15_000, settle: 'virtual' },
  })
  const zone = new Map([['data.shop.example', ['shop.tracker.example']]])
  const late = await gathered(plan, join(folder, 'late'), async (host) => zone.get(host) ?? [])
  expect(late.gaps).toEqual([])
  expect(late.environment.settle).toBe('virtual')
  const { observations } = late
  const sent = observations.filter((seen) => seen.kind === 'request' && seen.url === 'https://data.shop.example/late')
  expect(sent.map(({ stepId, phase }) => `${stepId} ${phase}`)).toEqual(['late idle', 'later idle'])
  const aliases = observations.filter((seen) => seen.kind === 'cname')
  expect(aliases.map(({ host, chain }) => `${host} ${chain.join(' ')}`)).toEqual([
    'shop.example ',
    'data.shop.example shop.tracker.example',
  ])
})
