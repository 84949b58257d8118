import type { NativePoint } from './native-points.ts'

/** A reader that was called this often is let go: a page that reads in a loop must not be slowed. */
export const LET_GO_AT = 64

/**
 * Armed and let go in each new realm: that makes V8 walk the heap and arm the realm's copies of what is armed already.
 * Where contexts are secure one of the points does that by itself: its function is made anew for every realm.
 */
const SENTINEL = `D(Navigator.prototype,'deviceMemory')?null:Document.prototype.queryCommandIndeterm`

/**
 * Source of what runs in every realm before the page does, with the command line API: it arms the points and leaves a
 * reporter under the lexical name `secret`, which the conditions call. All functions are read first, because the walk
 * arms only what exists, and the page may put its own in their place. V8 walks the whole heap for each function it arms
 * for the first time: half a millisecond while the heap is empty, ten to fifty once the page's scripts fill it.
 */
export function armingScript(secret: string, points: readonly NativePoint[], isWorker: boolean): string {
  const functions = points.map(({ expression }) => `()=>${expression}`).join(',')
  const kinds = JSON.stringify(points.map(({ kind }) => kind))
  const sentinel = isWorker ? 'null' : SENTINEL
  return `const ${secret}=((D)=>(${armRealm.toString()})('${secret}',{debug,undebug},{functions:[${functions}],kinds:${kinds},sentinel:${sentinel},letGoAt:${LET_GO_AT}}))(Object.getOwnPropertyDescriptor)`
}

type Native = (...given: never[]) => unknown

interface Arms {
  readonly functions: readonly (() => unknown)[]
  readonly kinds: readonly NativePoint['kind'][]
  readonly sentinel: Native | null
  readonly letGoAt: number
}

interface CommandLine {
  debug(native: Native, condition: string): void
  undebug(native: Native): void
}

interface Reporter {
  wrote(point: number, given: ArrayLike<unknown>, on: unknown): void
  read(point: number): void
}

/**
 * Serialized into the realm: it may use nothing from this module. What is called later than at once keeps to operators
 * and to functions taken now, for the page may have replaced every other by then. Only primitives are reported, and
 * records through a preview of the inspector's, which runs no getter and no trap: anything else could run code of the page.
 */
function armRealm(secret: string, { debug, undebug }: CommandLine, arms: Arms): Reporter {
  const { kinds, letGoAt } = arms
  const find = (get: () => unknown): Native | null => {
    try {
      return (get() as Native | null | undefined) ?? null
    } catch {
      return null
    }
  }
  const functions = arms.functions.map(find)
  const consoles = console as unknown as { context(name: string): Pick<Console, 'debug' | 'table'> }
  const { debug: tell, table } = consoles.context(secret)
  const apply = Reflect.apply.bind(Reflect) as (get: Native, on: unknown, given: readonly unknown[]) => unknown
  const soon = queueMicrotask
  const local = Object.getOwnPropertyDescriptor(globalThis, 'localStorage')?.get

  const ask = (what: string): string => `typeof ${secret}==='object'&&${secret}.${what},false`
  const counts = new Uint32Array(kinds.length)
  const told = new Uint32Array(kinds.length)
  let isTelling = false
  const tellCounts = (): void => {
    isTelling = false
    for (let point = 0; point < kinds.length; point++) {
      const more = (counts[point] ?? 0) - (told[point] ?? 0)
      if (more === 0) continue
      told[point] = counts[point] ?? 0
      tell(point, more)
    }
  }
  const areaOf = (storage: unknown): 'local' | 'session' => {
    try {
      return local && storage === apply(local, globalThis, []) ? 'local' : 'session'
    } catch {
      return 'session'
    }
  }
  const primitive = (value: unknown): unknown => {
    const type = typeof value
    return type === 'string' || type === 'number' || type === 'boolean' ? value : null
  }

  if (arms.sentinel) {
    undebug(arms.sentinel)
    debug(arms.sentinel, 'false')
  }
  functions.forEach((native, point) => {
    if (native) debug(native, ask(kinds[point] === 'writer' ? `wrote(${point},arguments,this)` : `read(${point})`))
  })

  return {
    wrote(point, given, on) {
      const first = given[0]
      if (typeof first === 'object' && first !== null) table(first)
      tell(point, areaOf(on), primitive(first), primitive(given[1]))
    },
    read(point) {
      const count = (counts[point] ?? 0) + 1
      counts[point] = count
      // The first with its stack at once, the others in one go once the script has come to its end.
      if (count === 1) {
        told[point] = 1
        tell(point, 1)
      } else if (!isTelling) {
        isTelling = true
        soon(tellCounts)
      }
      const native = functions[point]
      if (count >= letGoAt && native) {
        functions[point] = null
        undebug(native)
      }
    },
  }
}
