import type { Protocol } from 'puppeteer-core'
import type { PageError } from '../model.ts'
import type { Collector, Pen, RecordedTarget, Recording, Tell } from './collector.ts'
import { framesOf } from './initiator.ts'

/**
 * Exceptions and rejections nobody caught, and what scripts log as errors. The inspector tells them to a session that
 * listens for other reasons already; nothing is switched on in the page for it. Requests that fail are not among them.
 */
export const pageErrors: Collector = {
  id: 'page-errors',
  sees: ['page-errors'],
  begin: (pen) => new PageErrorRecording(pen),
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

class PageErrorRecording implements Recording {
  readonly #pen: Pen
  readonly #errors = new Map<string, Mutable<PageError>>()
  #isCut = false

  constructor(pen: Pen) {
    this.#pen = pen
  }

  attach({ session }: RecordedTarget): void {
    /** Worlds of ours in its frames, such as the one in which banners are looked for. */
    const notThePages = new Set<number>()
    session.on('Runtime.executionContextCreated', ({ context }) => {
      const of: { isDefault?: boolean } = context.auxData ?? {}
      if (of.isDefault === false) notThePages.add(context.id)
    })
    session.on('Runtime.executionContextsCleared', () => notThePages.clear())
    session.on('Runtime.exceptionThrown', ({ exceptionDetails }) => {
      if (!notThePages.has(exceptionDetails.executionContextId ?? 0)) this.#note(thrown(exceptionDetails))
    })
    session.on('Runtime.consoleAPICalled', (call) => {
      // What reports to us does so through a console of its own, which has a name.
      if (call.type === 'error' && !call.context && !notThePages.has(call.executionContextId)) this.#note(logged(call))
    })
  }

  async snapshot(): Promise<Tell> {
    return () => this.#write()
  }

  flush(): void {
    // What came after the end of the step, or on a step that did not come to its end.
    if (this.#errors.size > 0) this.#write()
  }

  #note(told: Omit<PageError, 'count' | 'at'>): void {
    const key = JSON.stringify(told)
    const known = this.#errors.get(key)
    if (known) known.count += 1
    else if (this.#errors.size < MOST) this.#errors.set(key, { ...told, count: 1, at: this.#pen.stamp().at })
    else if (!this.#isCut) {
      this.#isCut = true
      this.#pen.gap('not-recorded', ['page-errors'], `page-errors: more than ${MOST} different ones on one page`)
    }
  }

  #write(): void {
    this.#pen.write({ kind: 'page-errors', errors: [...this.#errors.values()], isCut: this.#isCut })
    this.#errors.clear()
    this.#isCut = false
  }
}

const MOST = 50
const MOST_LETTERS = 300

type Told = Omit<PageError, 'count' | 'at'>

function thrown({ text, exception, url, lineNumber, stackTrace }: Protocol.Runtime.ExceptionDetails): Told {
  const [frame] = framesOf(stackTrace)
  return {
    how: text.includes('in promise') ? 'rejected' : 'thrown',
    text: firstLine(exception?.description ?? String(exception?.value ?? text)),
    url: bare(url ?? frame?.url),
    line: url === undefined ? (frame?.line ?? null) : lineNumber + 1,
  }
}

function logged({ args, stackTrace }: Protocol.Runtime.ConsoleAPICalledEvent): Told {
  const [frame] = framesOf(stackTrace)
  const words = args.map(({ value, description, type }) => (typeof value === 'string' ? value : (description ?? type)))
  return { how: 'logged', text: firstLine(words.join(' ')), url: bare(frame?.url), line: frame?.line ?? null }
}

/** Below it stands the stack; nobody has to read where in a minified file that was. */
function firstLine(text: string): string {
  const line = text.trim().split('\n', 1)[0] ?? ''
  return line.length > MOST_LETTERS ? `${line.slice(0, MOST_LETTERS)}…` : line
}

/** Where it came from without what was asked with it, which may be a visitor's own. */
function bare(url: string | undefined): string | null {
  return url ? url.replace(/[?#].*$/s, '').slice(0, MOST_LETTERS) : null
}
