import { setTimeout as pause } from 'node:timers/promises'
import type { Browser, CDPSession, Frame, Page } from 'puppeteer-core'
import type { LabSite, LabStep, StateTruth } from '../../../scanner/lab/model.ts'
import type { Lab, LabHit } from '../../../scanner/lab/server.ts'

/** What one visit of one step showed, as plain strings that compare with the truth. */
export interface SeenStep {
  readonly stepId: string
  readonly banner: boolean
  /** While the page was open, by CDP: method, address, type. */
  readonly requests: readonly string[]
  /** By the server's log, to the end of leaving: phase, method, address, status below 400. */
  readonly hits: readonly string[]
  readonly cookies: readonly string[]
  readonly cookiesWritten: readonly string[]
  readonly storage: readonly string[]
  readonly storageWritten: readonly string[]
}

/** Walks a site in one state as the scanner does, with nothing of the scanner: raw CDP, hooks in the page, the log. */
export async function tour(
  browser: Browser,
  lab: Lab,
  site: LabSite,
  state: StateTruth['state'],
): Promise<readonly SeenStep[]> {
  const context = await browser.createBrowserContext()
  const root = await browser.target().createCDPSession()
  const page = await context.newPage()
  // The log is shared by all tours: the user agent tells whose a hit is.
  const mark = `Tour/${state}`
  await page.setUserAgent({ userAgent: `${await browser.userAgent()} ${mark}` })
  await page.evaluateOnNewDocument(watchWrites)
  const events = await watchNetwork(page)
  const own = (since: number): readonly LabHit[] =>
    lab.log.slice(since).filter(({ headers }) => headers['user-agent']?.endsWith(mark) === true)

  async function visit(step: LabStep, choose: string | null): Promise<SeenStep> {
    events.clear()
    const since = lab.log.length
    await page.goto(`https://${site.host}${step.path}`)
    await still(events.activity, { forMs: 450 })
    const banner = await page.$eval('#consent', (element) => element.checkVisibility())
    if (choose !== null) {
      await page.locator(`::-p-aria([name="${choose}"][role="button"])`).click()
      await still(events.activity, { forMs: 450 })
    }
    const requests = events.requests()
    const inPage = await Promise.all(page.frames().map((frame) => readFrame(frame)))
    const { cookies } = await root.send('Storage.getCookies', { browserContextId: context.id ?? '' })
    const leavingFrom = own(since).length
    await page.goto('about:blank')
    await still(() => own(since).length, { forMs: 200 })
    return {
      stepId: step.id,
      banner,
      requests,
      hits: unique(own(since).map((hit, index) => hitLine(hit, index < leavingFrom ? 'load' : 'leave'))),
      cookies: unique(cookies.map((cookie) => cookieLine(cookie, Date.now() / 1000))),
      cookiesWritten: unique([...events.headerCookies(), ...inPage.flatMap(({ cookies: written }) => written)]),
      storage: unique(inPage.flatMap(({ present }) => present)),
      storageWritten: unique(inPage.flatMap(({ stored }) => stored)),
    }
  }

  const seen: SeenStep[] = []
  const [first] = site.steps
  if (state !== 'no-choice' && first !== undefined)
    await visit(first, state === 'rejected' ? 'Reject all' : 'Accept all')
  for (const step of site.steps) seen.push(await visit(step, null))
  await context.close()
  return seen
}

/** Resolves once `activity` has not changed for a while; every pause of the lab between two requests is shorter. */
async function still(activity: () => number, { forMs }: { readonly forMs: number }): Promise<void> {
  let [last, since] = [activity(), performance.now()]
  while (performance.now() - since < forMs) {
    await pause(20)
    const now = activity()
    if (now !== last) [last, since] = [now, performance.now()]
  }
}

export function unique(lines: Iterable<string>): readonly string[] {
  return [...new Set(lines)].toSorted()
}

export function cookieLine(
  cookie: {
    readonly name: string
    readonly domain: string
    readonly path: string
    readonly httpOnly: boolean
    readonly secure: boolean
    readonly sameSite?: string | null
    readonly partitionKey?: { readonly topLevelSite: string } | string | null
    readonly expires?: number
    readonly lifetimeDays?: number | null
  },
  nowSeconds: number,
): string {
  const { name, domain, path, httpOnly, secure, sameSite, partitionKey, expires } = cookie
  const fromExpiry = expires === undefined || expires === -1 ? null : (expires - nowSeconds) / 86_400
  const days = cookie.lifetimeDays === undefined ? fromExpiry : cookie.lifetimeDays
  const partition = typeof partitionKey === 'object' ? partitionKey?.topLevelSite : partitionKey
  return [
    `${name} ${domain} ${path}`,
    days === null ? 'session' : `${days.toFixed(3)} d`,
    httpOnly && 'HttpOnly',
    secure && 'Secure',
    sameSite ?? 'SameSite unset',
    partition && `in ${partition}`,
  ]
    .filter(Boolean)
    .join(', ')
}

function hitLine({ method, host, path, scheme, status }: LabHit, phase: string): string {
  return `${phase} ${method} ${scheme}://${host}${path}${status < 400 ? '' : ` ${status}`}`
}

async function watchNetwork(page: Page): Promise<{
  clear(): void
  /** Changes with every event, and all the time while a request is open. */
  activity(): number
  requests(): readonly string[]
  headerCookies(): readonly string[]
}> {
  const requests: string[] = []
  const hosts = new Map<string, string[]>()
  const answers = new Map<string, (readonly string[])[]>()
  const open = new Set<string>()
  let events = 0
  function watch(session: CDPSession): void {
    session.on('Network.requestWillBeSent', ({ requestId, request, type }) => {
      const { origin, pathname, hostname, protocol } = new URL(request.url)
      if (protocol !== 'https:') return
      events += 1
      // A beacon may outlive its page and then never ends for this session.
      if (type !== 'Ping') open.add(requestId)
      requests.push(`${request.method} ${origin}${pathname} ${type?.toLowerCase() ?? ''}`)
      hosts.set(requestId, [...(hosts.get(requestId) ?? []), hostname])
    })
    // One of these for every hop of a redirect, in order; the first may come before its request is told.
    session.on('Network.responseReceivedExtraInfo', ({ requestId, headers, blockedCookies }) => {
      const refused = new Set(blockedCookies.map(({ cookieLine: line }) => line))
      const lines = (headers['set-cookie'] ?? '').split('\n').filter((line) => line !== '' && !refused.has(line))
      answers.set(requestId, [...(answers.get(requestId) ?? []), lines])
    })
    for (const end of ['Network.loadingFinished', 'Network.loadingFailed'] as const) {
      session.on(end, ({ requestId }) => {
        events += 1
        open.delete(requestId)
      })
    }
    session.on('sessionattached', (child) => {
      watch(child)
      void child.send('Network.enable').catch(() => {})
      void child.send('Runtime.runIfWaitingForDebugger').catch(() => {})
    })
    void session
      .send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true })
      .catch(() => {})
  }
  const session = await page.createCDPSession()
  watch(session)
  await session.send('Network.enable')
  return {
    clear() {
      requests.length = 0
      hosts.clear()
      answers.clear()
      open.clear()
    },
    activity: () => (open.size > 0 ? performance.now() : events),
    requests: () => unique(requests),
    headerCookies: () =>
      [...answers].flatMap(([requestId, hops]) =>
        hops.flatMap((lines, hop) => lines.map((line) => `${line.split('=')[0]} http ${hosts.get(requestId)?.[hop]}`)),
      ),
  }
}

interface WatchedWindow {
  tourWrites: { readonly kind: 'cookie' | 'store'; readonly what: string }[]
}

/** Runs in every document before its own scripts. */
function watchWrites(): void {
  const page = window as unknown as WatchedWindow
  page.tourWrites = []
  const caller = (): string => {
    const urls = [...(new Error('here').stack ?? '').matchAll(/https:\/\/[^\s)]+/g)].map(
      ([url]) => new URL(url).hostname,
    )
    return urls[0] ?? location.hostname
  }
  const cookie = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie')
  Object.defineProperty(Document.prototype, 'cookie', {
    ...cookie,
    set(this: Document, line: string) {
      page.tourWrites.push({ kind: 'cookie', what: `${line.split('=')[0]} script ${caller()}` })
      cookie?.set?.call(this, line)
    },
  })
  const { setItem } = Storage.prototype
  Storage.prototype.setItem = function (key: string, value: string) {
    const area = this === window.localStorage ? 'local' : 'session'
    page.tourWrites.push({ kind: 'store', what: `${area} ${location.origin} ${key}` })
    setItem.call(this, key, value)
  }
}

async function readFrame(frame: Frame): Promise<{ cookies: string[]; stored: string[]; present: string[] }> {
  return await frame.evaluate(() => {
    const { tourWrites } = window as unknown as WatchedWindow
    const of = (kind: string): string[] => tourWrites.filter((write) => write.kind === kind).map(({ what }) => what)
    const keys = (area: string, storage: Storage): string[] =>
      Object.keys(storage).map((key) => `${area} ${location.origin} ${key}`)
    return {
      cookies: of('cookie'),
      stored: of('store'),
      present: [...keys('local', localStorage), ...keys('session', sessionStorage)],
    }
  })
}
