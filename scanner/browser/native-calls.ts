import type { CDPSession, Protocol } from 'puppeteer-core'
import { armingScript } from './native-arming.ts'
import { WINDOW_POINTS, WORKER_POINTS } from './native-points.ts'

/** A call of one of the browser's own functions by a script of the page. */
export interface NativeCallEvent {
  /** Name of a `NativePoint`. */
  readonly point: string
  /** Of a reader: how many calls of its realm this stands for, up to the 64th; `null` for a writer. */
  readonly count: number | null
  /** Primitive arguments as passed; `null` for anything that could run code of the page when read. */
  readonly arguments: readonly Primitive[]
  /** Plain fields of a first argument that is a record; what a getter would answer is not among them. */
  readonly record: CallRecord | null
  /** Which of the two the call was made on, for the points of `Storage`. */
  readonly storage: 'local' | 'session'
  /** Identity of the realm that called. */
  readonly realm: number
  /** Origin of the realm that called, `null` when it is opaque. */
  readonly origin: string | null
  /** The realm is of a document that is being left. */
  readonly isLastWord: boolean
  readonly stack: Protocol.Runtime.StackTrace | undefined
}

export type Primitive = string | number | boolean | null

/** Dates as ms since the epoch; a text of more than 100 letters as its first 50, `…` and its last 49. */
export type CallRecord = Readonly<Record<string, Primitive>>

export interface NativeWatch {
  /** The documents there are now are being left. */
  leave(): void
}

/**
 * Tells each call of a few native functions with its stack, unseen by the page: breakpoints on the functions
 * themselves, armed through the command line API before the first script of every realm, whose condition reports
 * through a console context of our own and never pauses. Nothing is wrapped, no property is added.
 * `secret` must be unguessable: it is a lexical name of each realm that no page can list.
 */
export function watchNativeCalls(
  session: CDPSession,
  targetType: string,
  secret: string,
  onCall: (call: NativeCallEvent) => void,
): NativeWatch {
  const isWorker = /worker/.test(targetType)
  const points = isWorker ? WORKER_POINTS : WINDOW_POINTS
  const source = armingScript(secret, points, isWorker)
  const send: CDPSession['send'] = (method, ...rest) => {
    const answer = session.send(method, ...rest)
    void answer.catch(() => undefined)
    return answer
  }

  const origins = new Map<number, string>()
  let left = new Set<number>()
  /** A record is told in the moment before its call. */
  let record: CallRecord | null = null
  session.on('Runtime.executionContextCreated', ({ context }) => origins.set(context.id, context.origin))
  session.on('Runtime.executionContextDestroyed', ({ executionContextId }) => origins.delete(executionContextId))
  session.on('Runtime.executionContextsCleared', () => {
    origins.clear()
    left.clear()
  })
  session.on('Runtime.consoleAPICalled', ({ type, context, args, stackTrace, executionContextId }) => {
    if (!context?.startsWith(`${secret}#`)) return
    const [index, told, ...given] = args
    if (type === 'table') {
      record = recordOf(index?.preview)
      return
    }
    const point = points[Number(index?.value)]
    if (!point) return
    // The two innermost frames are the reporter and the condition.
    const stack = stackTrace && { ...stackTrace, callFrames: stackTrace.callFrames.slice(2) }
    const origin = origins.get(executionContextId) ?? null
    onCall({
      point: point.name,
      count: point.kind === 'reader' ? Number(told?.value) : null,
      storage: told?.value === 'local' ? 'local' : 'session',
      arguments: given.map(primitive),
      record,
      realm: executionContextId,
      origin,
      isLastWord: left.has(executionContextId),
      stack,
    })
    record = null
  })

  void send('Runtime.enable')
  void send('Debugger.enable', { maxScriptsCacheSize: 0 })
  void send('Debugger.setSkipAllPauses', { skip: !isWorker })
  void send('Debugger.setAsyncCallStackDepth', { maxDepth: 8 })
  if (isWorker) armInWorker(session, send, source)
  else {
    // Pauses are skipped, so none is expected; a page that is paused all the same must not hang.
    session.on('Debugger.paused', () => void send('Debugger.resume'))
    void send('Page.addScriptToEvaluateOnNewDocument', { source, includeCommandLineAPI: true, runImmediately: true })
  }
  return { leave: () => (left = new Set(origins.keys())) }
}

/** A worker that waits for the debugger has half a global scope; it is armed in a pause before its first script. */
function armInWorker(session: CDPSession, send: CDPSession['send'], source: string): void {
  let breakpointId = ''
  void send('Debugger.setInstrumentationBreakpoint', { instrumentation: 'beforeScriptExecution' }).then(
    (breakpoint) => {
      breakpointId = breakpoint.breakpointId
    },
    () => undefined,
  )
  session.once('Debugger.paused', () => {
    void send('Runtime.evaluate', { expression: source, includeCommandLineAPI: true, silent: true })
    void send('Debugger.removeBreakpoint', { breakpointId })
    void send('Debugger.setSkipAllPauses', { skip: true })
    void send('Debugger.resume')
  })
}

function primitive({ type, value }: Protocol.Runtime.RemoteObject): Primitive {
  return type === 'string' || type === 'number' || type === 'boolean' ? (value as Primitive) : null
}

/** The preview of a table is the one that leaves out no property; it reads data, never a getter or a proxy's trap. */
function recordOf(preview: Protocol.Runtime.ObjectPreview | undefined): CallRecord {
  const plain = (preview?.properties ?? []).flatMap(({ name, type, subtype, value = '' }): [string, Primitive][] => {
    if (type === 'string') return [[name, value]]
    if (type === 'number') return [[name, Number(value)]]
    if (type === 'boolean') return [[name, value === 'true']]
    if (subtype === 'null') return [[name, null]]
    return subtype === 'date' ? [[name, Date.parse(value)]] : []
  })
  return Object.fromEntries(plain)
}
