import type { ClientAct } from '../act-runtime.ts'
import type { ReadApi, WireAct, WireTransport } from './acts.ts'

export type ClientWireAct = Extract<ClientAct, { readonly do: WireAct['do'] }>

/** What the acts of `act-runtime.ts` lend to these. */
export interface Lent {
  run(acts: readonly ClientAct[]): void
  fill(template: string): string
  /** JavaScript that does these acts elsewhere. */
  scriptOf(acts: readonly ClientAct[]): string
}

export interface WireRuntime {
  readonly transports: Record<WireTransport, (url: string, body: string | null) => void>
  perform(act: ClientWireAct): void
}

/** Serialized into pages and workers: it may use nothing from this module. */
export function wireRuntime({ run, fill, scriptOf }: Lent): WireRuntime {
  /** What nobody holds is collected, and ends. */
  const kept: unknown[] = []
  Object.assign(globalThis, { labKept: kept })

  const ask = (url: string, body: BodyInit | null, headers: Record<string, string> = {}): void => {
    const answer = fetch(url, { method: body === null ? 'GET' : 'POST', body, headers, credentials: 'include' })
    void answer.then(
      (response) => kept.push(response),
      () => {},
    )
  }
  const zipped = async (text: string): Promise<Blob> =>
    new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))).blob()

  const link = (rel: string, href: string, as: string): void =>
    document.head.append(Object.assign(document.createElement('link'), { rel, href, as }))

  const transports: WireRuntime['transports'] = {
    'brief-fetch': (url, body) => ask(url, body),
    'json-fetch': (url, body) => ask(url, body ?? '{}', { 'content-type': 'application/json' }),
    'gzip-fetch': (url, body) => void zipped(body ?? '').then((blob) => ask(url, blob.slice())),
    'binary-beacon': (url) => void navigator.sendBeacon(url, new Blob([Uint8Array.from([0, 255, 128, 1])])),
    preload: (url) => link('preload', url, 'image'),
    icon: (url) => link('icon', url, ''),
    'event-stream': (url) => void kept.push(new EventSource(url, { withCredentials: true })),
    worker: (url) => void kept.push(new Worker(url)),
    'shared-worker': (url) => void kept.push(new SharedWorker(url)),
    'service-worker': (url) => void navigator.serviceWorker.register(url).catch(() => {}),
    popup: (url) => void window.open(url, '_blank', 'popup,width=320,height=240'),
    'policy-report': () => {},
  }

  function write(of: Extract<ClientWireAct, { readonly do: 'cookie-store' }>): void {
    const { form, name, path, domain, days, sameSite, partitioned } = of
    const store = cookieStore
    const value = fill(of.value)
    if (form === 'pair') return void store.set(name, value).catch(() => {})
    void store
      .set({
        name,
        value,
        path,
        domain: domain?.replace(/^\./, '') ?? null,
        expires: days === null ? null : Date.now() + days * 86_400_000,
        sameSite: (sameSite?.toLowerCase() ?? 'strict') as CookieSameSite,
        partitioned,
      })
      .catch(() => {})
  }

  function fillDatabase({ name, stores }: Extract<ClientWireAct, { readonly do: 'database' }>): void {
    const opening = indexedDB.open(name, 1)
    opening.addEventListener('upgradeneeded', () => {
      for (const [store, entries] of Object.entries(stores)) {
        const made = opening.result.createObjectStore(store)
        for (let index = 0; index < entries; index += 1) made.put({ index }, `entry-${index}`)
      }
    })
    opening.addEventListener('success', () => opening.result.close())
  }

  function connect(act: Extract<ClientWireAct, { readonly do: 'socket' }>): void {
    const socket = new WebSocket(act.url)
    kept.push(socket)
    let replies = 0
    socket.addEventListener('open', () => {
      for (const message of act.messages) socket.send(act.isBinary ? new TextEncoder().encode(message) : message)
    })
    socket.addEventListener('message', () => {
      replies += 1
      if (act.closes && replies === act.messages.length) socket.close()
    })
  }

  const canvas = (): HTMLCanvasElement => document.createElement('canvas')
  const plane = (): CanvasRenderingContext2D | null => canvas().getContext('2d')
  // Nobody reads a canvas without a context: it looks the same everywhere.
  const reads: Record<ReadApi, () => unknown> = {
    'HTMLCanvasElement.toDataURL': () => plane()?.canvas.toDataURL(),
    'CanvasRenderingContext2D.getImageData': () => plane()?.getImageData(0, 0, 1, 1),
    'CanvasRenderingContext2D.measureText': () => plane()?.measureText('mmmwwwlli'),
    'WebGLRenderingContext.getParameter': () => canvas().getContext('webgl')?.getParameter(7937),
    OfflineAudioContext: () => new OfflineAudioContext(1, 128, 44_100),
    RTCPeerConnection: () => new RTCPeerConnection().close(),
    'FontFaceSet.check': () => document.fonts.check('12px Arial'),
    'Navigator.hardwareConcurrency': () => navigator.hardwareConcurrency,
    'Navigator.languages': () => navigator.languages,
    'Navigator.plugins': () => navigator.plugins,
    'Screen.width': () => screen.width,
    'Screen.colorDepth': () => screen.colorDepth,
    'WorkerNavigator.hardwareConcurrency': () => navigator.hardwareConcurrency,
  }

  function inline(act: Extract<ClientWireAct, { readonly do: 'inline' }>): void {
    const source = scriptOf(act.acts)
    if (act.as === 'blob-worker') {
      const url = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }))
      return void kept.push(new Worker(url))
    }
    const frame = document.createElement('iframe')
    frame.srcdoc = `<!doctype html><title>inline</title><body><script>${source.replaceAll('</', '<\\/')}</script>`
    document.body.append(frame)
  }

  /** Holds the visitor back for a moment, as trackers of outbound links do. */
  function beforeGoingOn(acts: readonly ClientAct[]): void {
    addEventListener('click', (event) => {
      if (!(event.target instanceof HTMLAnchorElement)) return
      const { href } = event.target
      event.preventDefault()
      run(acts)
      setTimeout(() => location.assign(href), 1_200)
    })
  }

  function perform(act: ClientWireAct): void {
    switch (act.do) {
      case 'cookie-store':
        return write(act)
      case 'cookie-drop':
        return void cookieStore.delete(act.form === 'pair' ? act.name : ({ name: act.name } as never)).catch(() => {})
      case 'property': {
        const area = act.area === 'local' ? localStorage : sessionStorage
        area[act.key] = fill(act.value)
        return
      }
      case 'forget': {
        const area = act.area === 'local' ? localStorage : sessionStorage
        return act.key === null ? area.clear() : area.removeItem(act.key)
      }
      case 'database':
        return fillDatabase(act)
      case 'cache':
        return void caches.open(act.name).then((cache) => {
          for (const path of act.paths) void cache.put(path, new Response('kept'))
        })
      case 'socket':
        return connect(act)
      case 'transport': {
        const transport = new WebTransport(act.url)
        for (const end of [transport.ready, transport.closed]) end.catch(() => {})
        return void kept.push(transport)
      }
      case 'read':
        for (let time = 0; time < act.times; time += 1) reads[act.api]()
        return
      case 'inline':
        return inline(act)
      case 'hear':
        if (act.event === 'click') return beforeGoingOn(act.acts)
        return (act.event === 'visibilitychange' ? document : globalThis).addEventListener(act.event, () =>
          run(act.acts),
        )
      case 'close':
        return close()
    }
  }

  return { transports, perform }
}
