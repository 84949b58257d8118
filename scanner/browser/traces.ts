import type { CDPSession } from 'puppeteer-core'
import type { IsolatedFrames } from './isolated-frames.ts'

/** What a page holds and sent at a moment, as far as it may speak of consent. */
export interface PageTraces {
  readonly cookies: readonly { readonly name: string; readonly value: string }[]
  readonly locals: readonly { readonly name: string; readonly value: string }[]
  readonly page: ReadonlyMap<string, string>
  /** Addresses of the requests since these traces were first looked for. */
  readonly requests: readonly string[]
}

/**
 * Looks for traces of consent in cookies, local storage, the page's own answers and, where it is to listen, its requests.
 * Only reads.
 */
export function traceReader(
  frames: IsolatedFrames,
  expressions: readonly string[],
  { listens = true }: { readonly listens?: boolean } = {},
): () => Promise<PageTraces> {
  const requests: string[] = []
  const listenTo = (session: CDPSession): void => {
    session.on('Network.requestWillBeSent', ({ request }) => {
      if (request.url.startsWith('http') && requests.length < MAX_REQUESTS) requests.push(request.url)
    })
    // A frame that has gone away has nothing to tell.
    void session.send('Network.enable').catch(() => undefined)
  }
  if (listens) frames.onSession(listenTo)
  return async () => {
    const all = await frames.list()
    const urls = [...new Set(all.map(({ url }) => url).filter((url) => url.startsWith('http')))]
    const [main] = all
    const [cookies, locals, answers] = await Promise.all([
      frames.session.send('Network.getCookies', { urls }),
      Promise.all(all.map(({ run }) => run(localItems, MAX_ITEM))),
      main?.read(together(expressions)),
    ])
    const told = Array.isArray(answers) ? (answers as unknown[]) : []
    const page = expressions.map((expression, index) => [expression, told[index]] as const)
    return {
      cookies: cookies.cookies.map(({ name, value }) => ({ name, value })),
      locals: locals.flatMap((items) => items ?? []),
      page: new Map(page.filter((entry): entry is [string, string] => typeof entry[1] === 'string')),
      requests: [...requests],
    }
  }
}

const MAX_REQUESTS = 500
const MAX_ITEM = 50_000

/** One question for all: an expression that throws, or never ends, answers `null`. */
function together(expressions: readonly string[]): string {
  const asked = expressions.map(
    (expression) => `(async () => { try { return await (${expression}) } catch { return null } })()`,
  )
  const late = `new Promise((end) => setTimeout(end, ${ANSWER_MS}, null))`
  return `((late) => Promise.all([${asked.join(',')}].map((answer) => Promise.race([answer, late]))))(${late})`
}

const ANSWER_MS = 800

/** Runs in every frame, in our world. A sandboxed frame has no storage. */
function localItems(maxLength: number): { name: string; value: string }[] {
  try {
    const names = Object.keys(localStorage)
    return names.map((name) => ({ name, value: (localStorage.getItem(name) ?? '').slice(0, maxLength) }))
  } catch {
    return []
  }
}
