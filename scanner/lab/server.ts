import { createHash, randomUUID } from 'node:crypto'
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { openTo, replyOf, type Reply } from './answers.ts'
import { bannerAnswers, VISITOR_COOKIE } from './banners/answer.ts'
import { bannerSites } from './banners/index.ts'
import type { BannerSite } from './banners/model.ts'
import { hostOf } from './banners/site.ts'
import { makeCertificates } from './certificates.ts'
import { endpointsOf, findEndpoint, socketsOf } from './endpoints.ts'
import { findingAnswers, type LateReply } from './findings/answer.ts'
import { findingSites } from './findings/index.ts'
import type { FindingSite } from './findings/model.ts'
import { hostsOf } from './findings/page.ts'
import { openFrontDoor, type Scheme } from './front-door.ts'
import type { LabSite } from './model.ts'
import { sites as allSites } from './sites/index.ts'
import { echoOn } from './wire/web-socket.ts'

export interface LabOptions {
  /** 0 or absent: any free port. Both ports speak both schemes. */
  readonly httpPort?: number
  readonly httpsPort?: number
  readonly now?: () => Date
  readonly randomId?: () => string
  readonly sites?: readonly LabSite[]
  readonly banners?: readonly BannerSite[]
  readonly findings?: readonly FindingSite[]
}

export interface Lab {
  readonly httpAddress: string
  readonly httpsAddress: string
  /** The lab's own authority: every host name of the lab is valid under it. */
  readonly caPem: string
  readonly log: readonly LabHit[]
  /** Empties the log. */
  clear(): void
  close(): Promise<void>
}

/** One request the lab got. */
export interface LabHit {
  readonly at: string
  readonly scheme: Scheme
  readonly method: string
  readonly host: string
  readonly path: string
  /** With its question mark, or empty. */
  readonly query: string
  /** The `Cookie` header, or empty. */
  readonly cookies: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
  /** Of the whole body as it came; `null` when there was none. */
  readonly bodySha256: string | null
  readonly status: number
}

/** A small internet on loopback: it answers to any host name, and the `Host` header decides as whom. */
export async function startLab(options: LabOptions = {}): Promise<Lab> {
  const { sites = allSites, banners = bannerSites, findings = findingSites } = options
  const { now = () => new Date(), randomId = randomUUID } = options
  const endpoints = endpointsOf(sites)
  const sockets = socketsOf(sites)
  const findingHosts = new Set(findings.flatMap(hostsOf))
  const smallHosts = new Set([...banners.map(hostOf), ...findingHosts])
  const answersOfBanners = bannerAnswers(banners)
  const answersOfFindings = findingAnswers(findings)
  const certificates = await makeCertificates([...endpoints.keys(), ...smallHosts], now)
  const log: LabHit[] = []

  function decide(scheme: Scheme, request: IncomingMessage, url: URL | null): Reply | LateReply {
    if (url === null) return plainText(400, 'This is no address.')
    const isSite = sites.some(({ host }) => host === url.hostname) || smallHosts.has(url.hostname)
    if (scheme === 'http' && isSite) return movedTo(`https://${url.hostname}${url.pathname}${url.search}`)
    const origin = request.headers.origin ?? null
    if (request.method === 'OPTIONS') return { status: 204, headers: openTo(origin), body: '', isEndless: false }
    // Vendors are played in more than one way: on the pages of the findings lab in its own.
    const ofFinding = findingHosts.has(URL.parse(request.headers.referer ?? url.href)?.hostname ?? '')
      ? answersOfFindings(url, origin)
      : null
    if (ofFinding !== null) return ofFinding
    const endpoint = findEndpoint(endpoints, url)
    const cookies = cookiesOf(request)
    if (endpoint !== null) return replyOf(endpoint, { cookies, origin, randomId })
    const ofBanner = answersOfBanners(url, { isKnown: cookies.has(VISITOR_COOKIE), randomId })
    if (ofBanner !== null) return ofBanner
    return plainText(404, `Nothing in the lab answers at ${url.hostname}${url.pathname}. ${whereToGo(sites)}`)
  }

  async function answer(scheme: Scheme, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const at = now().toISOString()
    const url = addressOf(scheme, request)
    const body = await readBody(request)
    // The visitor went away in the middle of asking.
    if (body === null) return
    const decided = decide(scheme, request, url)
    const reply = 'reply' in decided ? decided.reply : decided
    log.push({ at, ...askedIn(scheme, request, url), ...body, status: reply.status })
    if ('reply' in decided && decided.afterMs > 0) await wait(decided.afterMs)
    response.writeHead(reply.status, { ...reply.headers })
    if (reply.isEndless) response.write(reply.body)
    else response.end(request.method === 'HEAD' ? undefined : reply.body)
  }

  function upgrade(scheme: Scheme, request: IncomingMessage, socket: Duplex): void {
    const url = addressOf(scheme, request)
    const isWelcome = url !== null && sockets.has(`${url.origin.replace('http', 'ws')}${url.pathname}`)
    const status = isWelcome ? 101 : 403
    log.push({ at: now().toISOString(), ...askedIn(scheme, request, url), body: '', bodySha256: null, status })
    socket.on('error', () => socket.destroy())
    if (isWelcome) echoOn(socket, request.headers['sec-websocket-key'] ?? '')
    else socket.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n')
  }

  const door = await openFrontDoor({
    ports: [options.httpPort ?? 0, options.httpsPort ?? 0],
    certificates,
    listener: (scheme) => (request, response) => void answer(scheme, request, response),
    upgrade,
  })
  const [httpAddress = '', httpsAddress = ''] = door.addresses
  return {
    httpAddress,
    httpsAddress,
    caPem: certificates.caPem,
    log,
    clear: () => void log.splice(0),
    close: () => door.close(),
  }
}

function askedIn(
  scheme: Scheme,
  request: IncomingMessage,
  url: URL | null,
): Pick<LabHit, 'scheme' | 'method' | 'host' | 'path' | 'query' | 'cookies' | 'headers'> {
  return {
    scheme,
    method: request.method ?? '',
    host: url?.hostname ?? '',
    path: url?.pathname ?? '',
    query: url?.search ?? '',
    cookies: request.headers.cookie ?? '',
    headers: request.headers,
  }
}

function addressOf(scheme: Scheme, request: IncomingMessage): URL | null {
  const address = `${scheme}://${request.headers.host ?? ''}${request.url ?? '/'}`
  return URL.canParse(address) ? new URL(address) : null
}

function cookiesOf(request: IncomingMessage): ReadonlyMap<string, string> {
  const pairs = (request.headers.cookie ?? '').split('; ').filter((pair) => pair.includes('='))
  return new Map(pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]))
}

const KEPT_BODY_BYTES = 64 * 1024

/** The start of the body and the hash of all of it; `null` when it never came to its end. */
async function readBody(request: IncomingMessage): Promise<Pick<LabHit, 'body' | 'bodySha256'> | null> {
  const chunks: Buffer[] = []
  const hash = createHash('sha256')
  let bytes = 0
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      if (bytes < KEPT_BODY_BYTES) chunks.push(chunk.subarray(0, KEPT_BODY_BYTES - bytes))
      hash.update(chunk)
      bytes += chunk.length
    }
  } catch {
    return null
  }
  return { body: Buffer.concat(chunks).toString('utf8'), bodySha256: bytes === 0 ? null : hash.digest('hex') }
}

function movedTo(location: string): Reply {
  return { status: 301, headers: { location, 'cache-control': 'no-store' }, body: '', isEndless: false }
}

function plainText(status: number, body: string): Reply {
  return {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
    body: `${body}\n`,
    isEndless: false,
  }
}

function whereToGo(sites: readonly LabSite[]): string {
  return `Start at ${sites.map(({ host }) => `https://${host}/`).join(' or ')}`
}
