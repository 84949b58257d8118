import type { CDPSession, Protocol } from 'puppeteer-core'

/** A call of one of the browser's own functions by a script of the page. */
export interface NativeCallEvent {
  readonly point: keyof typeof WINDOW_POINTS
  /** Primitive arguments as passed; `null` for anything that could run code of the page when read. */
  readonly arguments: readonly (string | number | boolean | null)[]
  /** Which of the two the call was made on, for the points of `Storage`. */
  readonly storage: 'local' | 'session'
  /** Origin of the realm that called, `null` when it is opaque. */
  readonly origin: string | null
  readonly stack: Protocol.Runtime.StackTrace | undefined
}

/** Name of the point -> expression for the native function. */
const WINDOW_POINTS = {
  'document.cookie': `D(Document.prototype,'cookie').set`,
  'cookieStore.set': `CookieStore.prototype.set`,
  'cookieStore.delete': `CookieStore.prototype.delete`,
  'storage.setItem': `Storage.prototype.setItem`,
  'storage.removeItem': `Storage.prototype.removeItem`,
}
const WORKER_POINTS = {
  'cookieStore.set': WINDOW_POINTS['cookieStore.set'],
  'cookieStore.delete': WINDOW_POINTS['cookieStore.delete'],
}
/** Armed and let go in each new realm: that makes V8 walk the heap and arm the realm's copies of what is armed already. */
const SENTINEL = 'Document.prototype.queryCommandIndeterm'

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
): void {
  const isWorker = /worker/.test(targetType)
  const points = Object.entries(isWorker ? WORKER_POINTS : WINDOW_POINTS)
  const source = armingScript(
    secret,
    points.map(([, expression]) => expression),
    isWorker ? null : SENTINEL,
  )
  const send: CDPSession['send'] = (method, ...rest) => {
    const answer = session.send(method, ...rest)
    void answer.catch(() => undefined)
    return answer
  }

  const origins = new Map<number, string>()
  session.on('Runtime.executionContextCreated', ({ context }) => origins.set(context.id, context.origin))
  session.on('Runtime.executionContextDestroyed', ({ executionContextId }) => origins.delete(executionContextId))
  session.on('Runtime.executionContextsCleared', () => origins.clear())
  session.on('Runtime.consoleAPICalled', ({ context, args, stackTrace, executionContextId }) => {
    if (!context?.startsWith(`${secret}#`)) return
    const [index, storage, ...given] = args
    const point = points[Number(index?.value)]?.[0] as NativeCallEvent['point'] | undefined
    if (!point) return
    // The two innermost frames are the reporter and the condition.
    const stack = stackTrace && { ...stackTrace, callFrames: stackTrace.callFrames.slice(2) }
    const origin = origins.get(executionContextId) ?? null
    const area = storage?.value === 'local' ? 'local' : 'session'
    onCall({ point, storage: area, arguments: given.map(primitive), origin, stack })
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

/**
 * Runs in every realm before the page does. All functions are read first, because the walk arms only what exists;
 * only primitives are reported, because anything else could run code of the page.
 */
function armingScript(secret: string, expressions: readonly string[], sentinel: string | null): string {
  const arm = expressions.map(
    (_, index) =>
      `if(F[${index}])debug(F[${index}],${JSON.stringify(`typeof ${secret}==='object'&&${secret}.r(${index},arguments,this),false`)});`,
  )
  return `const ${secret}=(()=>{const D=Object.getOwnPropertyDescriptor,F=[];
for(const read of [${expressions.map((expression) => `()=>${expression}`).join(',')}])try{F[F.length]=read()}catch{F[F.length]=null}
const tell=console.context('${secret}').debug;
const p=(v)=>{const t=typeof v;return t==='string'||t==='number'||t==='boolean'?v:null};
const local=D(globalThis,'localStorage')?.get,call=Reflect.apply;
const area=(of)=>{try{return local&&of===call(local,globalThis,[])?'local':'session'}catch{return 'session'}};
return {F,r:(i,a,of)=>tell(i,area(of),p(a[0]),p(a[1]))}})();
{const F=${secret}.F;${sentinel ? `undebug(${sentinel});debug(${sentinel},'false');` : ''}
${arm.join('\n')}}`
}

function primitive({ type, value }: Protocol.Runtime.RemoteObject): string | number | boolean | null {
  return type === 'string' || type === 'number' || type === 'boolean' ? (value as string | number | boolean) : null
}
