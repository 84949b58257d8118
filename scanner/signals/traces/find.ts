import { signals } from '../index.ts'
import { pairs, type Decoded, type Place, type Reading, type Signal } from '../signal.ts'
import { told } from '../../said.ts'

/** What a page holds and sent that signals may stand in. */
export interface Traces {
  readonly cookies: readonly Stored[]
  readonly locals: readonly Stored[]
  /** Answers of the page by expression. */
  readonly page: ReadonlyMap<string, string>
  /** Addresses of requests. */
  readonly requests: readonly string[]
}

export interface Stored {
  readonly name: string
  readonly value: string
}

export interface FoundSignal {
  readonly signal: Signal
  readonly place: Place
  /** In words, e.g. `cookie OptanonConsent`. */
  readonly where: string
  /** Of the cookies or items it stands in. */
  readonly names: readonly string[]
  readonly raw: string
  readonly reading: Decoded<Reading>
}

/** Expressions a page is asked to find the signals it can tell of itself. */
export const pageExpressions: readonly string[] = signals.flatMap(({ places }) =>
  places.flatMap((place) => (place.in === 'page' ? [place.expression] : [])),
)

/** Every signal in these traces, decoded. What a CMP is known to keep is not read as home-made once more. */
export function findSignals(traces: Traces): readonly FoundSignal[] {
  const queries = traces.requests.flatMap(queryOf)
  const found = signals.flatMap((signal) =>
    signal.places.flatMap((place) =>
      at(place, traces, queries).map((spot) => ({ signal, place, ...spot, reading: signal.decode(spot.raw) })),
    ),
  )
  const isHomeMade = ({ signal }: FoundSignal): boolean => signal.standard === 'home-made'
  const known = new Set(found.filter((each) => !isHomeMade(each)).flatMap(({ names }) => names))
  return found.filter((each) => !isHomeMade(each) || !each.names.some((name) => known.has(name)))
}

type Spot = Pick<FoundSignal, 'where' | 'names' | 'raw'>

function at(place: Place, { cookies, locals, page }: Traces, queries: readonly Query[]): readonly Spot[] {
  switch (place.in) {
    case 'cookie':
      return each('cookie', cookies, place.name)
    case 'local':
      return each('local storage', locals, place.name)
    case 'cookies':
      return together('cookies', cookies, place.name)
    case 'locals':
      return together('local storage', locals, place.name)
    case 'page': {
      const raw = page.get(place.expression)
      return raw === undefined ? [] : [{ where: told`the page itself`, names: [], raw }]
    }
    case 'query':
      return queries.flatMap((query) => inQuery(query, place.parameter, place.host))
  }
}

const each = (what: string, stored: readonly Stored[], wanted: RegExp): readonly Spot[] =>
  stored
    .filter(({ name }) => wanted.test(name))
    .map(({ name, value }) => ({ where: `${what} ${name}`, names: [name], raw: value }))

function together(what: string, stored: readonly Stored[], wanted: RegExp): readonly Spot[] {
  const fit = stored.filter(({ name }) => wanted.test(name))
  if (fit.length === 0) return []
  const names = fit.map(({ name }) => name)
  const raw = fit.map(({ name, value }) => `${name}=${value}`).join('; ')
  return [{ where: `${what} ${names.join(', ')}`, names, raw }]
}

interface Query {
  readonly host: string
  readonly parameters: ReadonlyMap<string, string>
}

/** Google's Floodlight keeps its parameters in the path, between semicolons. */
function queryOf(url: string): readonly Query[] {
  const parsed = URL.canParse(url) ? new URL(url) : null
  if (!parsed || !/[?;]/.test(url)) return []
  const inPath = pairs(parsed.pathname, /;/, '=')
  return [{ host: parsed.hostname, parameters: new Map([...inPath, ...parsed.searchParams]) }]
}

function inQuery({ host, parameters }: Query, parameter: string, wanted: RegExp): readonly Spot[] {
  const raw = wanted.test(host) ? parameters.get(parameter) : undefined
  return raw === undefined ? [] : [{ where: told`request to ${host}, ${parameter}=`, names: [], raw }]
}
