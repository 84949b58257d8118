import type { Act, Answer, LabSite, LoadAct } from './model.ts'
import { pageOf } from './pages.ts'

/** One address the lab answers at, and what each site's pages make of the answer. */
export interface Endpoint {
  readonly url: URL
  readonly answer: Answer
  /** Acts of a script or frame by host of the site that embeds it: one vendor's file serves many sites. */
  readonly acts: ReadonlyMap<string, readonly Act[]>
}

export type Endpoints = ReadonlyMap<string, readonly Endpoint[]>

/** Every address that any page of these sites can ask for, by host. */
export function endpointsOf(sites: readonly LabSite[]): Endpoints {
  const found = new Map<string, Endpoint>()
  for (const site of sites) {
    for (const load of site.steps.flatMap((step) => loadsOf(pageOf(site, step)))) {
      found.set(load.url, joined(found.get(load.url), load, site.host))
    }
  }
  const hosts = new Set([...found.values()].map(({ url }) => url.hostname))
  return new Map([...hosts].map((host) => [host, [...found.values()].filter(({ url }) => url.hostname === host)]))
}

/** Addresses at which a WebSocket of these sites is let in. */
export function socketsOf(sites: readonly LabSite[]): ReadonlySet<string> {
  const pages = sites.flatMap((site) => site.steps.map((step) => pageOf(site, step)))
  const acts = pages.flatMap(loadsOf).flatMap(({ answer }) => ('acts' in answer ? answer.acts.flatMap(actsWithin) : []))
  return new Set(acts.flatMap((act) => (act.do === 'socket' && !act.isRefused ? [act.url] : [])))
}

/** What is known of an endpoint, and what one more page expects there. */
function joined(known: Endpoint | undefined, load: LoadAct, site: string): Endpoint {
  const acts = 'acts' in load.answer ? load.answer.acts : []
  const before = known?.acts.get(site) ?? acts
  const isSame = spoken(known?.answer ?? load.answer) === spoken(load.answer)
  if (!isSame || JSON.stringify(before) !== JSON.stringify(acts)) {
    throw new Error(`the lab would have to answer ${load.url} in two ways`)
  }
  return { url: new URL(load.url), answer: load.answer, acts: new Map([...(known?.acts ?? []), [site, acts]]) }
}

/** The endpoint whose own parameters all occur in this address; of several, the one that names most. */
export function findEndpoint(endpoints: Endpoints, asked: URL): Endpoint | null {
  const matching = (endpoints.get(asked.hostname) ?? []).filter(
    ({ url }) =>
      url.pathname === asked.pathname &&
      [...url.searchParams].every(([name, value]) => asked.searchParams.get(name) === value),
  )
  return matching.toSorted((a, b) => b.url.searchParams.size - a.url.searchParams.size)[0] ?? null
}

/** An answer without what pages make of it, which may differ from site to site. */
function spoken(answer: Answer): string {
  return JSON.stringify({ ...answer, acts: [] })
}

/** This load and everything that can follow from its answer. */
function loadsOf(load: LoadAct): readonly LoadAct[] {
  const { answer } = load
  if (answer.kind === 'redirect') return [load, ...loadsOf(answer.to)]
  if (answer.kind === 'unasked') return answer.report === null ? [load] : [load, ...loadsOf(answer.report)]
  const parts = answer.kind === 'page' ? answer.parts : []
  const acts = 'acts' in answer ? answer.acts : []
  return [load, ...parts, ...acts.flatMap(loadsWithin)]
}

function loadsWithin(act: Act): readonly LoadAct[] {
  if (act.do === 'load') return loadsOf(act)
  return 'acts' in act ? act.acts.flatMap(loadsWithin) : []
}

function actsWithin(act: Act): readonly Act[] {
  return 'acts' in act ? [act, ...act.acts.flatMap(actsWithin)] : [act]
}
