import type { Act, CookieSpec } from '../model.ts'

/** Ways to ask that no emulated vendor needs, and that an instrument must see all the same. */
export type WireTransport =
  /** Ends with its page, unlike `fetch`, which is kept alive. */
  | 'brief-fetch'
  /** JSON to another origin: the browser asks for leave first (CORS preflight). */
  | 'json-fetch'
  | 'gzip-fetch'
  | 'binary-beacon'
  | 'preload'
  | 'icon'
  | 'event-stream'
  | 'worker'
  | 'shared-worker'
  | 'service-worker'
  | 'popup'
  /** Sent by the browser itself. */
  | 'policy-report'

/** What a page can do besides loading, cookies and plain storage. */
export type WireAct =
  | CookieStoreAct
  | CookieDropAct
  | PropertyAct
  | ForgetAct
  | DatabaseAct
  | CacheAct
  | SocketAct
  | TransportAct
  | ReadAct
  | InlineAct
  | HearAct
  | CloseAct

/** `cookieStore.set`: with a name and a value, or with a record of all attributes. Always Secure. */
export interface CookieStoreAct extends CookieSpec {
  readonly do: 'cookie-store'
  readonly form: 'pair' | 'record'
}

/** `cookieStore.delete`, by name or by record. */
export interface CookieDropAct {
  readonly do: 'cookie-drop'
  readonly name: string
  readonly form: 'pair' | 'record'
}

/** `localStorage.key = value`. */
export interface PropertyAct {
  readonly do: 'property'
  readonly area: 'local' | 'session'
  readonly key: string
  readonly value: string
}

export interface ForgetAct {
  readonly do: 'forget'
  readonly area: 'local' | 'session'
  /** `null` clears the area. */
  readonly key: string | null
}

export interface DatabaseAct {
  readonly do: 'database'
  readonly name: string
  readonly stores: Readonly<Record<string, number>>
}

export interface CacheAct {
  readonly do: 'cache'
  readonly name: string
  readonly paths: readonly string[]
}

/** Each message is sent back by the server; one that is refused never opens. */
export interface SocketAct {
  readonly do: 'socket'
  readonly url: string
  readonly isRefused: boolean
  readonly messages: readonly string[]
  /** As bytes rather than as text. */
  readonly isBinary: boolean
  readonly closes: boolean
}

/** `new WebTransport`: nobody in the lab speaks HTTP/3, so none ever opens. */
export interface TransportAct {
  readonly do: 'transport'
  readonly url: string
}

export interface ReadAct {
  readonly do: 'read'
  readonly api: ReadApi
  readonly times: number
}

/** Named as the recorder names them (`browser/native-points.ts`). */
export type ReadApi =
  | 'HTMLCanvasElement.toDataURL'
  | 'CanvasRenderingContext2D.getImageData'
  | 'CanvasRenderingContext2D.measureText'
  | 'WebGLRenderingContext.getParameter'
  | 'OfflineAudioContext'
  | 'RTCPeerConnection'
  | 'FontFaceSet.check'
  | 'Navigator.hardwareConcurrency'
  | 'Navigator.languages'
  | 'Navigator.plugins'
  | 'Screen.width'
  | 'Screen.colorDepth'
  | 'WorkerNavigator.hardwareConcurrency'

/** A document or worker without an address of its own. */
export interface InlineAct {
  readonly do: 'inline'
  readonly as: 'srcdoc' | 'blob-worker'
  readonly acts: readonly Act[]
}

/** `click`: when the visitor clicks on, before the next page is asked for; the others: when the page is left. */
export interface HearAct {
  readonly do: 'hear'
  readonly event: 'pagehide' | 'unload' | 'visibilitychange' | 'click'
  readonly acts: readonly Act[]
}

export interface CloseAct {
  readonly do: 'close'
}
