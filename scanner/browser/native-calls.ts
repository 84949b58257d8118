import type { CDPSession, Protocol } from 'puppeteer-core'
import { GATES, WINDOW_POINTS, WORKER_POINTS, type NativePoint } from './native-points.ts'

/** A call of one of the browser's own functions by a script of the page. */
export interface NativeCallEvent {
  /** Name of a `NativePoint`. */
  readonly point: string
  /** Of a reader: how often its realm has called it by now; told at 1, 2, 4 ... 64 calls. `null` for a writer. */
  readonly count: number | null
  /** Primitive arguments as passed; `null` for anything that could run code of the page when read. */
  readonly arguments: readonly (string | number | boolean | null)[]
  /** Which of the two the call was made on, for the points of `Storage`. */
  readonly storage: 'local' | 'session'
  /** Identity of the realm that called. */
  readonly realm: number
  /** Origin of the realm that called, `null` when it is opaque. */
  readonly origin: string | null
  readonly stack: Protocol.Runtime.StackTrace | undefined
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
  const points = isWorker ? WORKER_POINTS : WINDOW_POINTS
  const source = armingScript(secret, points, isWorker ? null : SENTINEL)
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
    const [index, told, ...given] = args
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
      realm: executionContextId,
      origin,
      stack,
    })
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
 * Runs in every realm before the page does. All functions are read first, because the walk arms only what exists, and
 * the page may put its own in their place; only primitives are reported, because anything else could run code of the
 * page. A reader that was called 64 times is let go: a page that reads in a loop must not be slowed.
 */
function armingScript(secret: string, points: readonly NativePoint[], sentinel: string | null): string {
  const asks = (what: string): string => JSON.stringify(`typeof ${secret}==='object'&&${secret}.${what},false`)
  const arm = points.map(({ kind }, index) => asks(kind === 'writer' ? `w(${index},arguments,this)` : `c(${index})`))
  const armAll = (gate: NativePoint['gate']): string =>
    points.map((point, index) => (point.gate === gate ? `if(F[${index}])B(F[${index}],${arm[index]});` : '')).join('')
  const gates = Object.entries(GATES).filter(([name]) => points.some(({ gate }) => gate === name))
  return `const ${secret}=(()=>{const D=Object.getOwnPropertyDescriptor,B=debug,U=undebug;
const read=(list)=>{const F=[];for(let i=0;i<list.length;i++)try{F[i]=list[i]()}catch{F[i]=null}return F};
const F=read([${points.map(({ expression }) => `()=>${expression}`).join(',')}]);
const tell=console.context('${secret}').debug,counts=new Uint32Array(${points.length});
const p=(v)=>{const t=typeof v;return t==='string'||t==='number'||t==='boolean'?v:null};
const local=D(globalThis,'localStorage')?.get,call=Reflect.apply;
const area=(of)=>{try{return local&&of===call(local,globalThis,[])?'local':'session'}catch{return 'session'}};
const count=(i)=>{const n=++counts[i];if((n&(n-1))!==0)return;tell(i,n);if(n===${LET_GO_AT}){const f=F[i];F[i]=null;if(f)U(f)}};
const gates={${gates.map(([name, ways]) => `${name}:read([${ways.map((way) => `()=>${way}`).join(',')}])`).join(',')}};
const open={${gates.map(([name]) => `${name}:()=>{${armAll(name as keyof typeof GATES)}}`).join(',')}};
const pass=(name)=>{const ways=gates[name];if(!ways)return;gates[name]=null;for(let i=0;i<ways.length;i++)if(ways[i])U(ways[i]);open[name]()};
return {F,gates,pass,w:(i,a,of)=>tell(i,area(of),p(a[0]),p(a[1])),c:count}})();
{const F=${secret}.F,B=debug,G=${secret}.gates;${sentinel ? `undebug(${sentinel});B(${sentinel},'false');` : ''}
${armAll(null)}
${gates.map(([name, ways]) => ways.map((_, index) => `if(G.${name}[${index}])B(G.${name}[${index}],${asks(`pass('${name}')`)});`).join('')).join('')}}`
}

const LET_GO_AT = 64

function primitive({ type, value }: Protocol.Runtime.RemoteObject): string | number | boolean | null {
  return type === 'string' || type === 'number' || type === 'boolean' ? (value as string | number | boolean) : null
}
