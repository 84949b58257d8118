import { signals } from '../index.ts'
import type { Decoded, Place, Reading, Signal } from '../signal.ts'

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
  readonly raw: string
  readonly reading: Decoded<Reading>
}

/** Expressions a page is asked to find the signals it can tell of itself. */
export const pageExpressions: readonly string[] = signals.flatMap(({ places }) =>
  places.flatMap((place) => (place.in === 'page' ? [place.expression] : [])),
)

/** Every signal in these traces, decoded. Home-made stores only where no CMP's own store was found. */
export function findSignals(traces: Traces): readonly FoundSignal[] {
  const found = signals.flatMap((signal) =>
    signal.places.flatMap((place) =>
      at(place, traces).map(({ name, value }) => ({
        signal,
        place,
        where: name,
        raw: value,
        reading: signal.decode(value),
      })),
    ),
  )
  const known = new Set(found.filter(({ signal }) => signal.standard !== 'home-made').map(({ where }) => where))
  return found.filter(({ signal, where }) => signal.standard !== 'home-made' || !known.has(where))
}

function at(place: Place, { cookies, locals, page, requests }: Traces): readonly Stored[] {
  switch (place.in) {
    case 'cookie':
      return named('cookie', cookies, place.name)
    case 'local':
      return named('local storage', locals, place.name)
    case 'cookies':
      return together('cookies', cookies, place.name)
    case 'locals':
      return together('local storage', locals, place.name)
    case 'page': {
      const value = page.get(place.expression)
      return value === undefined ? [] : [{ name: 'the page itself', value }]
    }
    case 'query':
      return requests.flatMap((url) => inQuery(url, place.parameter, place.host))
  }
}

const named = (what: string, stored: readonly Stored[], wanted: RegExp): readonly Stored[] =>
  stored.filter(({ name }) => wanted.test(name)).map(({ name, value }) => ({ name: `${what} ${name}`, value }))

function together(what: string, stored: readonly Stored[], wanted: RegExp): readonly Stored[] {
  const fit = stored.filter(({ name }) => wanted.test(name))
  if (fit.length === 0) return []
  const names = fit.map(({ name }) => name).join(', ')
  return [{ name: `${what} ${names}`, value: fit.map(({ name, value }) => `${name}=${value}`).join('; ') }]
}

function inQuery(url: string, parameter: string, host: RegExp): readonly Stored[] {
  const parsed = URL.canParse(url) ? new URL(url) : null
  const value = parsed && host.test(parsed.hostname) ? parsed.searchParams.get(parameter) : null
  return parsed && value !== null ? [{ name: `request to ${parsed.hostname}, ${parameter}=`, value }] : []
}
