import { gateOpens } from './gate-opens.ts'
import { consentCookie, takeCookie } from './jar.ts'
import type { Act, GateAct, LabSite, LabStep, LoadAct, StepTruth, StoreAct } from './model.ts'
import { pageOf } from './pages.ts'
import { blockOf, firstAddress, methodOf, needsPreflight, resourceTypeOf } from './transports.ts'
import type { Place, Visitor, Walk } from './walk.ts'
import { keep } from './wire/keep.ts'
import { visitWire } from './wire/visit.ts'

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
  const top: Place = {
    scriptHost: site.host,
    document: page,
    firstParty: site.cookieDomain,
    realm: 'page',
    vendor: null,
  }
  load(walk, pageOf(site, step), top)
  if (options.chooses !== null) {
    walk.allowed = options.chooses
    takeCookie(walk, consentCookie(site), 'script', top)
    for (const { act, place } of walk.waiting.splice(0)) passGate(walk, act, place)
  }
  const cookies = [...visitor.jar.values()]
  const storage = [...visitor.storage.values()].filter(({ origin }) => walk.origins.has(origin))
  walk.phase = 'leave'
  for (const { acts, place } of walk.leaving) run(walk, acts, place)
  return {
    stepId: step.id,
    url: page.href,
    banner: options.allowed === null,
    hosts: [...new Set([...walk.requests.values()].map(({ url }) => new URL(url).hostname))].toSorted(),
    requests: [...walk.requests.values()],
    cookiesWritten: walk.cookiesWritten,
    cookies,
    storageWritten: walk.storageWritten,
    storage,
    sockets: walk.sockets,
    reads: [...walk.reads.values()],
  }
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
    cookiesWritten: [],
    storageWritten: [],
    sockets: [],
    reads: new Map(),
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
      return takeCookie(walk, act, 'script', place)
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
    default:
      return visitWire(walk, act, place, run)
  }
}

function load(walk: Walk, act: LoadAct, place: Place): void {
  const url = firstAddress(act)
  const ask = (method: string, resourceType: string, blocked: ReturnType<typeof blockOf>): void => {
    const address = `${url.origin}${url.pathname}`
    const request = { method, url: address, resourceType, phase: walk.phase, blocked, vendor: place.vendor }
    walk.requests.set(Object.values(request).join(' '), request)
  }
  if (needsPreflight(act, place.document)) ask('OPTIONS', 'other', null)
  ask(methodOf(act), resourceTypeOf(act), blockOf(act, place.document))
  // A popup's address is first-party to itself.
  const sender = { ...inPopup(act, url, place), scriptHost: url.hostname, answers: url }
  for (const cookie of act.answer.cookies) takeCookie(walk, cookie, 'http', sender)
  takeAnswer(walk, act, url, place)
}

function takeAnswer(walk: Walk, act: LoadAct, url: URL, place: Place): void {
  const { answer } = act
  const scriptHost = url.hostname
  switch (answer.kind) {
    case 'page':
      for (const part of answer.parts) load(walk, part, place)
      return run(walk, answer.acts, place)
    case 'script':
      return runScript(walk, act, answer.acts, { ...place, scriptHost })
    case 'frame':
      if (act.via === 'frame') walk.origins.add(url.origin)
      return run(walk, answer.acts, { ...inPopup(act, url, place), scriptHost, document: url, realm: url.href })
    case 'redirect':
      return load(walk, answer.to, place)
    case 'unasked':
      return answer.report === null ? undefined : load(walk, answer.report, place)
    case 'file':
    case 'pixel':
    case 'nothing':
    case 'endless':
    case 'closed':
  }
}

/** A script runs in its page, or is a worker of its own; a service worker runs once and is then there. */
function runScript(walk: Walk, { via, url }: LoadAct, acts: readonly Act[], place: Place): void {
  if (via === 'service-worker') {
    const scope = new URL('.', url).href
    if ([...walk.visitor.storage.values()].some(({ area, key }) => area === via && key === scope)) return
    keep(walk, { area: via, key: scope, entries: null, write: 'always' }, place)
  }
  if (via !== 'worker' && via !== 'shared-worker' && via !== 'service-worker') return run(walk, acts, place)
  return run(walk, acts, { ...place, realm: `${via} ${place.scriptHost}` })
}

function inPopup({ via }: LoadAct, url: URL, place: Place): Place {
  return via === 'popup' ? { ...place, firstParty: `.${url.hostname}` } : place
}

function store(walk: Walk, act: StoreAct, place: Place): void {
  keep(walk, { area: act.area, key: act.key, entries: null, write: act.write }, place)
}

function passGate(walk: Walk, act: GateAct, place: Place): void {
  const gate = act.gates[walk.page.pathname]
  if (gate === undefined) return
  if (gateOpens(gate, walk.allowed)) run(walk, act.acts, { ...place, vendor: act.vendor })
  else walk.waiting.push({ act, place })
}
