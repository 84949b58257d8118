/** Requests and sockets, and what caused them. */

/** What became of a request. `attempted`: the page asked, nothing is known of it leaving; `sent`: on the wire, no answer seen. */
export type Fate = 'attempted' | 'sent' | 'answered' | 'failed' | 'blocked'

/** One hop of one request, stamped when it was sent; written when its fate is known or the step ends. */
export interface RequestFact {
  readonly kind: 'request'
  /** Unique within the journey; hops of a redirect chain end in `#1`, `#2` ... */
  readonly requestId: string
  readonly url: string
  readonly method: string
  /** CDP `Network.ResourceType` in lower case: document, script, image, fetch, ping ... */
  readonly resourceType: string
  readonly fate: Fate
  readonly status: number | null
  /** Why it failed or was blocked (`net::ERR_...`, `csp`, `mixed-content` ...). */
  readonly failure: string | null
  /** True when the answer came from a cache of the browser's, or a service worker made it: nothing left the machine. */
  readonly fromCache: boolean
  readonly headers: Readonly<Record<string, string>>
  readonly responseHeaders: Readonly<Record<string, string>>
  /** SHA-256 of the request body, stored as `bodies/<sha256>`. */
  readonly bodySha256: string | null
  /** Names of the parameters or top-level keys of that body, never values; left out where it holds none that are told. */
  readonly bodyNames?: readonly string[] | undefined
  readonly initiator: Initiator
  readonly target: TargetRef
  readonly frameId: string | null
  readonly redirectedFrom: string | null
}

export interface Initiator {
  /** CDP initiator type: parser, script, preload, other ... */
  readonly type: string
  /** Address of the document or script that caused the request. */
  readonly url: string | null
  readonly line: number | null
  /** Innermost call first; async parents follow. */
  readonly stack: readonly StackFrame[]
}

export interface StackFrame {
  readonly function: string
  readonly url: string
  readonly line: number
  readonly column: number
}

export interface TargetRef {
  readonly targetId: string
  /** page, iframe, worker, shared_worker, service_worker ... */
  readonly type: string
  readonly url: string
}

/** A WebSocket or WebTransport, stamped when it was opened, written when it closed or the step ended. */
export interface SocketFact {
  readonly kind: 'socket'
  readonly protocol: 'websocket' | 'webtransport'
  readonly url: string
  readonly isEstablished: boolean
  /** `null` where the browser does not tell frames (WebTransport). */
  readonly framesSent: number | null
  readonly framesReceived: number | null
  /** First bytes of the first frame each way, base64, at most 192 characters. */
  readonly firstSent: string | null
  readonly firstReceived: string | null
  readonly initiator: Initiator
  readonly target: TargetRef
}
