import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdtemp, rm } from 'node:fs/promises'
import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { provideBrowser } from '../../scanner/browser/provide.ts'
import type { Evidence, ObservationOf } from '../../scanner/model.ts'
import { parsePlan } from '../../scanner/plan.ts'
import { gather } from '../../scanner/scan.ts'
import { descendantsOf } from '../evidence/processes.ts'

const STEP_LIMIT_MS = 3_000

/** A calm page says what it is and asks for one thing, so that a test can tell that it was really seen. */
const calm = (name: string): string => `<title>${name}</title><p>${name}</p><img src="/seen-${name}">
  <a id="leave" href="/popped" onclick="for (let i = 0; i < 9; i++) window.open('/popup?' + i)">Leave</a>`

/** What a page may do to a visit, and the kinds of gap it may leave on its step: nothing else, and nothing elsewhere. */
const HOSTILE: Readonly<Record<string, readonly [body: string, ...gaps: string[]]>> = {
  'loops-at-once': [`<script>for (;;);</script>`, 'step-timeout|target-lost|collector-failed|never-quiet'],
  'loops-later': [
    `<img src="/a"><script>setTimeout(() => { for (;;); }, 300)</script>`,
    'step-timeout|target-lost|collector-failed',
  ],
  'loops-in-a-worker': [`<script>new Worker(URL.createObjectURL(new Blob(['for (;;);'])))</script>`],
  'asks-in-dialogs': [
    `<script>alert(1); confirm(2); prompt(3); setInterval(() => alert(4), 50)
    onbeforeunload = (event) => event.preventDefault()</script>`,
  ],
  'opens-windows': [`<script>for (let i = 0; i < 50; i++) open('/popup?' + i)</script>`],
  'goes-in-circles': ['', 'step-failed'],
  'goes-on-and-on': [
    `<script>setTimeout(() => location.replace('?' + Math.random()), 20)</script>`,
    'never-quiet|collector-failed',
  ],
  'streams-without-end': ['', 'never-quiet'],
  'is-a-download': ['', 'step-failed'],
  'asks-for-permissions': [
    `<script>navigator.geolocation.getCurrentPosition(() => {}); Notification.requestPermission()
    navigator.mediaDevices?.getUserMedia({ audio: true, video: true })</script>`,
  ],
  prints: [`<script>window.print(); setTimeout(() => print(), 50)</script>`],
  'tries-to-close-itself': [`<script>open('', '_self'); close()</script>`],
  crashes: [`<img src="/crash-me">`, 'target-lost|collector-failed'],
  'stops-debuggers': [`<script>setInterval(() => { debugger }, 5)</script>`],
}

const answer: RequestListener = (request, response) => {
  const path = (request.url ?? '').split('?')[0]?.slice(1) ?? ''
  const html = (body: string): void => void response.setHeader('content-type', 'text/html').end(body)
  if (path === 'crash-me') return killRenderers()
  if (path === 'goes-in-circles') return void response.writeHead(302, { location: `/${path}?${Math.random()}` }).end()
  if (path === 'is-a-download') return void response.setHeader('content-disposition', 'attachment').end('bytes')
  if (path === 'streams-without-end') {
    response.setHeader('content-type', 'text/html')
    const timer = setInterval(() => response.write('<p>more</p>'), 20)
    return void response.on('close', () => clearInterval(timer))
  }
  if (path === 'popup') return html(`<script>fetch('/said-by-popup'); alert('popup')</script>`)
  const hostile = HOSTILE[path]
  if (hostile) return html(`<title>${path}</title>${hostile[0]}`)
  return path.startsWith('calm') || path === 'popped' ? html(calm(path)) : void response.writeHead(204).end()
}

function killRenderers(): void {
  for (const { pid, command } of descendantsOf(process.pid)) {
    if (command.includes('--type=renderer')) process.kill(pid, 'SIGKILL')
  }
}

let server: Server
let folder: string
let evidence: Evidence

const names = Object.keys(HOSTILE)
const SITE = 'http://shop.localhost'
const at = (path: string): object => ({ url: `${SITE}/${path}` })

beforeAll(async () => {
  server = createServer(answer)
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  folder = await mkdtemp(join(tmpdir(), 'tagtrail-hostile-'))
  const steps = names.flatMap((name) => [
    { id: name, go: at(name) },
    { id: `calm-after-${name}`, go: at(`calm-after-${name}`) },
  ])
  const plan = parsePlan({
    name: 'Hostile',
    site: SITE,
    steps: [{ id: 'calm', go: at('calm') }, { id: 'popped', go: { click: { selector: '#leave' } } }, ...steps],
    states: ['no-choice'],
    access: { hostMap: { '*': `127.0.0.1:${(server.address() as AddressInfo).port}` } },
    limits: { settleMs: 200, stepTimeoutMs: STEP_LIMIT_MS },
  })
  evidence = await gather(plan, {
    out: join(folder, 'bundle'),
    overwrite: false,
    browser: await provideBrowser(),
    toolVersion: 'test',
    knowledgeVersion: 'test',
    clock: { now: () => new Date(), monotonic: () => performance.now() },
    randomHex: (bytes) => randomBytes(bytes).toString('hex'),
    signal: new AbortController().signal,
    concurrency: 1,
  })
}, 240_000)

afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await rm(folder, { recursive: true, force: true })
})

const pagesOf = (stepId: string): readonly ObservationOf<'page'>[] =>
  evidence.observations.filter((each): each is ObservationOf<'page'> => each.kind === 'page' && each.stepId === stepId)

const requestsOn = (stepId: string): readonly string[] =>
  evidence.observations.flatMap((each) =>
    each.kind === 'request' && each.stepId === stepId ? [new URL(each.url).pathname] : [],
  )

test('the scan comes to its end', () => {
  expect(evidence.environment.ended).toBe('complete')
})

for (const name of names) {
  const [, ...gaps] = HOSTILE[name] ?? ['']
  test(`a page that ${name.replaceAll('-', ' ')} costs ${gaps.length === 0 ? 'nothing' : 'a gap'}, and no other step`, () => {
    const kinds = new Set(evidence.gaps.filter(({ stepId }) => stepId === name).map(({ kind }) => kind))
    const allowed = new Set(gaps.flatMap((each) => each.split('|')))
    expect([...kinds].filter((kind) => !allowed.has(kind))).toEqual([])
    if (allowed.size > 0) expect(kinds.size).toBeGreaterThan(0)
    const after = `calm-after-${name}`
    expect(evidence.gaps.filter(({ stepId }) => stepId === after)).toEqual([])
    expect(pagesOf(after)).toMatchObject([{ url: `${SITE}/${after}`, quiet: true, title: after }])
    expect(requestsOn(after)).toContain(`/seen-${after}`)
  })
}

test('what a popup sends is recorded, on the step that opened it, and it covers nothing', () => {
  const opened = evidence.observations.flatMap((each) =>
    each.kind === 'request' && each.url.includes('popup') ? [`${each.stepId} ${new URL(each.url).pathname}`] : [],
  )
  expect(opened).toEqual(['calm /popup', 'calm /said-by-popup'])
  expect(evidence.gaps.filter(({ stepId }) => stepId === 'calm' || stepId === 'popped')).toEqual([])
})
