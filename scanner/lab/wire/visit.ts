import { dropCookie, takeCookie } from '../jar.ts'
import type { Act, SocketTruth } from '../model.ts'
import type { Place, Walk } from '../walk.ts'
import type { ReadAct, SocketAct, WireAct } from './acts.ts'
import { forget, keep } from './keep.ts'

/** What follows from one of these acts; `run` goes on with the acts it leads to. */
export function visitWire(
  walk: Walk,
  act: WireAct,
  place: Place,
  run: (walk: Walk, acts: readonly Act[], place: Place) => void,
): void {
  const always = { entries: null, write: 'always' } as const
  switch (act.do) {
    case 'cookie-store':
      return takeCookie(walk, act, 'script', place)
    case 'cookie-drop':
      return dropCookie(walk, act.name, place)
    case 'property':
      return keep(walk, { ...always, area: act.area, key: act.key }, place)
    case 'forget':
      return forget(walk, act.area, act.key, place)
    case 'database':
      for (const [store, entries] of Object.entries(act.stores))
        keep(walk, { ...always, area: 'indexeddb', key: `${act.name}/${store}`, entries }, place)
      return
    case 'cache':
      return keep(walk, { ...always, area: 'cache', key: act.name, entries: act.paths.length }, place)
    case 'socket':
      return void walk.sockets.push(socketOf(act))
    case 'transport':
      return void walk.sockets.push({ protocol: 'webtransport', url: act.url, isEstablished: false, ...UNTOLD })
    case 'read':
      return read(walk, act, place)
    case 'inline':
      return run(walk, act.acts, { ...place, realm: `${act.as} in ${place.realm}` })
    case 'hear':
      if (act.event !== 'click' || isClickedOn(walk)) walk.leaving.push({ acts: act.acts, place })
      return
    case 'close':
  }
}

function isClickedOn({ site, page }: Walk): boolean {
  const at = site.steps.findIndex(({ path }) => path === page.pathname)
  return site.steps[at + 1]?.reach === 'click'
}

function socketOf({ url, isRefused, messages }: SocketAct): SocketTruth {
  const frames = isRefused ? 0 : messages.length
  const first = frames === 0 ? null : Buffer.from(messages[0] ?? '').toString('base64')
  return {
    protocol: 'websocket',
    url,
    isEstablished: !isRefused,
    framesSent: frames,
    framesReceived: frames,
    firstSent: first,
    firstReceived: first,
  }
}

/** Of a WebTransport the browser tells no frames. */
const UNTOLD = { framesSent: null, framesReceived: null, firstSent: null, firstReceived: null }

function read(walk: Walk, { api, times }: ReadAct, { realm, document, scriptHost }: Place): void {
  const key = `${realm} ${api}`
  const count = (walk.reads.get(key)?.count ?? 0) + times
  walk.reads.set(key, { api, origin: document.origin, count, by: walk.reads.get(key)?.by ?? scriptHost })
}
