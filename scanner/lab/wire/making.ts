import type { Act, Answer, CookieSpec, Gate, GateAct, LoadAct, Transport } from '../model.ts'
import { headerCookie } from '../vendors/vendor.ts'
import type { CookieDropAct, CookieStoreAct, HearAct, ReadAct, ReadApi, SocketAct } from './acts.ts'

/** Asks for an address by any transport; the answer is a 204 unless told otherwise. */
export function ask(via: Transport, url: string, more: { body?: string; answer?: Answer } = {}): LoadAct {
  const { body = null, answer = nothing() } = more
  return { do: 'load', via, url, query: {}, body, answer }
}

export function nothing(...cookies: readonly CookieSpec[]): Answer {
  return { kind: 'nothing', cookies }
}

export function scripted(acts: readonly Act[], ...cookies: readonly CookieSpec[]): Answer {
  return { kind: 'script', acts, cookies }
}

export function framed(acts: readonly Act[], ...cookies: readonly CookieSpec[]): Answer {
  return { kind: 'frame', acts, cookies }
}

/** Sends the browser on, with cookies of its own. */
export function hop(to: LoadAct, ...cookies: readonly CookieSpec[]): Answer {
  return { kind: 'redirect', to, cookies }
}

/** A beginning that nothing follows. */
export function endless(type: string, text: string): Answer {
  return { kind: 'endless', type, text, cookies: [] }
}

export function unasked(because: 'csp' | 'mixed-content', report: LoadAct | null = null): Answer {
  return { kind: 'unasked', because, report, cookies: [] }
}

/** A cookie of the site's own answers. */
export function own(name: string, days: number | null, attributes: Partial<CookieSpec> = {}): CookieSpec {
  return headerCookie(name, days, { sameSite: 'Lax', ...attributes })
}

export function storeCookie(form: CookieStoreAct['form'], name: string, days: number | null): CookieStoreAct {
  return { do: 'cookie-store', form, ...headerCookie(name, days, { sameSite: 'Strict', value: '{uuid}' }) }
}

export function dropCookie(form: CookieDropAct['form'], name: string): CookieDropAct {
  return { do: 'cookie-drop', name, form }
}

export function socket(url: string, messages: readonly string[], more: Partial<SocketAct> = {}): SocketAct {
  return { do: 'socket', url, messages, isRefused: false, isBinary: false, closes: false, ...more }
}

export function reads(times: number, ...apis: readonly ReadApi[]): readonly ReadAct[] {
  return apis.map((api) => ({ do: 'read', api, times }))
}

export function hear(event: HearAct['event'], ...acts: readonly Act[]): HearAct {
  return { do: 'hear', event, acts }
}

/** What the page at this path does only behind a gate. */
export function behind(gate: Gate, path: string, ...acts: readonly Act[]): GateAct {
  return { do: 'gate', vendor: 'wire', purpose: 'marketing', gates: { [path]: gate }, acts }
}
