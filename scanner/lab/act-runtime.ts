import type { Act, CookieAct, Gate, LoadAct, Purpose, StoreAct, Transport } from './model.ts'
import type { WireTransport } from './wire/acts.ts'
import { wireRuntime } from './wire/runtime.ts'

/** What a page needs to know of an act: everything but the server's answers. */
export type ClientAct = ForClient<Act>
type ForClient<A> = A extends LoadAct
  ? Omit<A, 'answer'>
  : A extends { readonly acts: unknown }
    ? Omit<A, 'acts'> & { readonly acts: readonly ClientAct[] }
    : A

/** The acts a script carries for one site; another site's page runs its own. */
export interface ScriptPart {
  readonly site: string
  readonly acts: readonly ClientAct[]
}

/** Called by `consent-runtime.ts`: starts a tag when its gate opens, at once or after the click. */
export type WhenConsent = (gate: Gate, purpose: Purpose, start: () => void) => void

/** JavaScript that does these acts wherever it is loaded, in the middle of a page as well. */
export function actScript(parts: readonly ScriptPart[]): string {
  const script = `(${runActs.toString()})(${JSON.stringify(parts)}, ${wireRuntime.toString()})`
  return script.replaceAll('</', '<\\/')
}

/** Serialized into pages and vendors' scripts: it may use nothing from this module. */
function runActs(parts: readonly ScriptPart[], wires: typeof wireRuntime): void {
  const random = (digits: string, length: number): string =>
    Array.from({ length }, () => digits[Math.floor(Math.random() * digits.length)]).join('')
  const hex = (length: number): string => random('0123456789abcdef', length)
  const cookieValue = (name: string): string =>
    document.cookie
      .split('; ')
      .find((pair) => pair.startsWith(`${name}=`))
      ?.slice(name.length + 1) ?? ''
  const query = new URLSearchParams(location.search)

  const tokens: Record<string, (of: string) => string> = {
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`,
    hex: () => hex(32),
    digits: () => random('123456789', 10),
    ms: () => String(Date.now()),
    s: () => String(Math.floor(Date.now() / 1000)),
    seconds: () => String(Math.round(performance.now() / 1000)),
    scroll: () => String(Math.round(window.scrollY)),
    height: () => String(document.documentElement.scrollHeight),
    url: () => location.href,
    path: () => location.pathname,
    title: () => document.title,
    referrer: () => document.referrer,
    query: (of) => query.get(of) ?? '',
    cookie: cookieValue,
  }
  const fill = (template: string): string =>
    template.replaceAll(
      /\{(\w+)(?::([^{}]*))?\}/g,
      (whole: string, token: string, of?: string) => tokens[token]?.(of ?? '') ?? whole,
    )

  const scriptOf = (acts: readonly ClientAct[]): string =>
    `(${runActs.toString()})(${JSON.stringify([{ site: '', acts }])}, ${wires.toString()})`
  const wire = wires({ run, fill, scriptOf })

  const plain: Record<Exclude<Transport, WireTransport>, (url: string, body: string | null) => void> = {
    script: (src) => document.head.append(Object.assign(document.createElement('script'), { src, async: true })),
    stylesheet: (href) =>
      document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href })),
    image: (src) => void Object.assign(new Image(1, 1), { src }),
    frame: (src) =>
      document.body.append(Object.assign(document.createElement('iframe'), { src, hidden: true, title: 'embedded' })),
    beacon: (url, body) => void navigator.sendBeacon(url, body ?? ''),
    fetch: (url, body) =>
      void fetch(url, { method: body === null ? 'GET' : 'POST', body, credentials: 'include', keepalive: true }).catch(
        () => {},
      ),
    xhr(url, body) {
      const request = new XMLHttpRequest()
      request.open(body === null ? 'GET' : 'POST', url)
      request.withCredentials = true
      request.send(body)
    },
    document: (url) => location.assign(url),
  }

  const transports = { ...plain, ...wire.transports }

  function load(act: Omit<LoadAct, 'answer'>): void {
    const url = new URL(act.url)
    for (const [name, value] of Object.entries(act.query)) url.searchParams.set(name, fill(value))
    transports[act.via](url.href, act.body === null ? null : fill(act.body))
  }

  function writeCookie(act: CookieAct): void {
    const name = fill(act.name)
    if (act.write === 'absent' && cookieValue(name) !== '') return
    const attributes = [
      `${name}=${fill(act.value)}`,
      `path=${act.path}`,
      act.domain === null ? '' : `domain=${act.domain}`,
      act.days === null ? '' : `max-age=${Math.round(act.days * 86_400)}`,
      act.sameSite === null ? '' : `samesite=${act.sameSite}`,
      act.secure ? 'secure' : '',
      act.httpOnly ? 'httponly' : '',
      act.partitioned ? 'partitioned' : '',
    ]
    document.cookie = attributes.filter((attribute) => attribute !== '').join('; ')
  }

  function keep(act: StoreAct): void {
    const area = act.area === 'local' ? localStorage : sessionStorage
    if (act.write === 'absent' && area.getItem(act.key) !== null) return
    area.setItem(act.key, fill(act.value))
  }

  function run(acts: readonly ClientAct[]): void {
    for (const act of acts) perform(act)
  }

  function perform(act: ClientAct): void {
    switch (act.do) {
      case 'load':
        return load(act)
      case 'cookie':
        return writeCookie(act)
      case 'store':
        return keep(act)
      case 'after':
        return void setTimeout(() => run(act.acts), act.ms)
      case 'leave':
        addEventListener('beforeunload', () => run(act.acts))
        return document.addEventListener('visibilitychange', () => {
          if (document.visibilityState === 'hidden') run(act.acts)
        })
      case 'on-page':
        return act.paths.includes(location.pathname) ? run(act.acts) : undefined
      case 'with-query':
        return act.names.every((name) => query.has(name)) ? run(act.acts) : undefined
      case 'gate': {
        const gate = act.gates[location.pathname]
        const { labConsent } = window as unknown as { labConsent?: WhenConsent }
        return gate === undefined ? undefined : labConsent?.(gate, act.purpose, () => run(act.acts))
      }
      default:
        return wire.perform(act)
    }
  }

  // Frames run under their own host, so there the first part is the only one that can be meant.
  run((parts.find((part) => part.site === location.hostname) ?? parts[0])?.acts ?? [])
}
