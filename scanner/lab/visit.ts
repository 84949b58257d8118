import { gateOpens } from './gate-opens.ts'
import { consentCookie, jarKey, newCookie, seenBy } from './jar.ts'
import type {
  Act,
  CookieSpec,
  CookieTruth,
  CookieWriteTruth,
  GateAct,
  LabSite,
  LabStep,
  LoadAct,
  RequestTruth,
  StepTruth,
  StorageTruth,
  StoreAct,
  Transport,
} from './model.ts'
import { pageOf } from './pages.ts'

/** What one visitor's browser holds from step to step. */
export interface Visitor {
  readonly jar: Map<string, CookieTruth>
  readonly storage: Map<string, StorageTruth>
}

export interface VisitOptions {
  /** What the visitor has allowed before; `null`: no choice yet. */
  readonly allowed: boolean | null
  /** The choice made on this page once it has loaded. */
  readonly chooses: boolean | null
  readonly arrival: string
  readonly thirdPartyCookies: 'allow' | 'block'
}

export function newVisitor(): Visitor {
  return { jar: new Map(), storage: new Map() }
}

/** Goes through the acts of one page as a browser would, and tells what follows; the visitor keeps what was stored. */
export function visit(site: LabSite, step: LabStep, visitor: Visitor, options: VisitOptions): StepTruth {
  const page = new URL(`https://${site.host}${step.path}`)
  page.search = options.arrival
  const walk = beginWalk(site, page, visitor, options)
  const top: Place = { scriptHost: site.host, document: page, vendor: null }
  load(walk, pageOf(site, step), top)
  if (options.chooses !== null) {
    walk.allowed = options.chooses
    keepCookie(walk, consentCookie(site), 'script', top)
    for (const { act, place } of walk.waiting.splice(0)) passGate(walk, act, place)
  }
  walk.phase = 'leave'
  for (const { acts, place } of walk.leaving) run(walk, acts, place)
  return {
    stepId: step.id,
    url: page.href,
    banner: options.allowed === null,
    hosts: [...new Set([...walk.requests.values()].map(({ url }) => new URL(url).hostname))].toSorted(),
    requests: [...walk.requests.values()],
    cookiesWritten: [...walk.cookiesWritten.values()],
    cookies: [...visitor.jar.values()],
    storageWritten: [...walk.storageWritten.values()],
    storage: [...visitor.storage.values()].filter(({ origin }) => walk.origins.has(origin)),
  }
}

/** Where an act runs: whose script, in which document. */
interface Place {
  readonly scriptHost: string
  readonly document: URL
  readonly vendor: string | null
}

/** One visit under way. */
interface Walk {
  readonly site: LabSite
  readonly page: URL
  readonly visitor: Visitor
  readonly thirdPartyCookies: VisitOptions['thirdPartyCookies']
  allowed: boolean | null
  phase: RequestTruth['phase']
  readonly requests: Map<string, RequestTruth>
  readonly cookiesWritten: Map<string, CookieWriteTruth>
  readonly storageWritten: Map<string, StorageTruth>
  /** Origins of the documents on the page. */
  readonly origins: Set<string>
  readonly waiting: { readonly act: GateAct; readonly place: Place }[]
  readonly leaving: { readonly acts: readonly Act[]; readonly place: Place }[]
}

function beginWalk(site: LabSite, page: URL, visitor: Visitor, options: VisitOptions): Walk {
  return {
    site,
    page,
    visitor,
    thirdPartyCookies: options.thirdPartyCookies,
    allowed: options.allowed,
    phase: 'load',
    requests: new Map(),
    cookiesWritten: new Map(),
    storageWritten: new Map(),
    origins: new Set([page.origin]),
    waiting: [],
    leaving: [],
  }
}

function run(walk: Walk, acts: readonly Act[], place: Place): void {
  for (const act of acts) perform(walk, act, place)
}

function perform(walk: Walk, act: Act, place: Place): void {
  switch (act.do) {
    case 'load':
      return load(walk, act, place)
    case 'cookie':
      return keepCookie(walk, act, 'script', place)
    case 'store':
      return store(walk, act, place)
    case 'after':
      return run(walk, act.acts, place)
    case 'leave':
      return void walk.leaving.push({ acts: act.acts, place })
    case 'on-page':
      return act.paths.includes(walk.page.pathname) ? run(walk, act.acts, place) : undefined
    case 'with-query':
      return act.names.every((name) => walk.page.searchParams.has(name)) ? run(walk, act.acts, place) : undefined
    case 'gate':
      return passGate(walk, act, place)
  }
}

function load(walk: Walk, act: LoadAct, place: Place): void {
  const url = new URL(act.url)
  const request: RequestTruth = {
    method: act.via === 'beacon' || act.body !== null ? 'POST' : 'GET',
    url: `${url.origin}${url.pathname}`,
    resourceType: RESOURCE_TYPE[act.via],
    phase: walk.phase,
    vendor: place.vendor,
  }
  walk.requests.set(Object.values(request).join(' '), request)
  for (const cookie of act.answer.cookies) keepCookie(walk, cookie, 'http', { ...place, scriptHost: url.hostname })
  takeAnswer(walk, act, url, place)
}

function takeAnswer(walk: Walk, { answer }: LoadAct, url: URL, place: Place): void {
  switch (answer.kind) {
    case 'page':
      for (const part of answer.parts) load(walk, part, place)
      return run(walk, answer.acts, place)
    case 'script':
      return run(walk, answer.acts, { ...place, scriptHost: url.hostname })
    case 'frame':
      walk.origins.add(url.origin)
      return run(walk, answer.acts, { ...place, scriptHost: url.hostname, document: url })
    case 'redirect':
      return load(walk, answer.to, place)
    case 'file':
    case 'pixel':
    case 'nothing':
  }
}

function keepCookie(walk: Walk, spec: CookieSpec, setBy: CookieWriteTruth['setBy'], place: Place): void {
  const { jar } = walk.visitor
  const host = setBy === 'http' ? place.scriptHost : place.document.hostname
  const isThirdParty = !`.${host}`.endsWith(walk.site.cookieDomain)
  if (isThirdParty && !spec.partitioned && walk.thirdPartyCookies === 'block') return
  const name = fill(spec.name, walk.page)
  const isThere = [...jar.values()].some((held) => held.name === name && seenBy(host, held))
  if (spec.write === 'absent' && isThere) return
  const cookie = newCookie({ ...spec, name }, { host, site: walk.site, vendor: place.vendor })
  jar.set(jarKey(cookie), cookie)
  walk.cookiesWritten.set(`${jarKey(cookie)} ${setBy} ${place.scriptHost}`, { ...cookie, setBy, by: place.scriptHost })
}

function store(walk: Walk, act: StoreAct, place: Place): void {
  const item: StorageTruth = { area: act.area, origin: place.document.origin, key: act.key, vendor: place.vendor }
  const id = `${item.area} ${item.origin} ${item.key}`
  if (act.write === 'absent' && walk.visitor.storage.has(id)) return
  walk.visitor.storage.set(id, item)
  walk.storageWritten.set(id, item)
}

function passGate(walk: Walk, act: GateAct, place: Place): void {
  const gate = act.gates[walk.page.pathname]
  if (gate === undefined) return
  if (gateOpens(gate, walk.allowed)) run(walk, act.acts, { ...place, vendor: act.vendor })
  else walk.waiting.push({ act, place })
}

const RESOURCE_TYPE: Record<Transport, string> = {
  script: 'script',
  stylesheet: 'stylesheet',
  image: 'image',
  fetch: 'fetch',
  xhr: 'xhr',
  beacon: 'ping',
  frame: 'document',
  document: 'document',
}

/** What a cookie's name may depend on; see the templates of `act-runtime.ts`. */
function fill(name: string, page: URL): string {
  return name
    .replaceAll('{path}', page.pathname)
    .replaceAll(/\{query:([^{}]*)\}/g, (_whole, of: string) => page.searchParams.get(of) ?? '')
}
