import type { Page } from 'puppeteer-core'
import type { Visitor } from '../../scanner/browser/visitor.ts'

/** A page that goes where it is told, notes it, and fails where a test says so. */
export interface FakePage {
  readonly page: Page
  readonly visits: readonly string[]
}

export function fakePage(failures: Readonly<Record<string, string>> = {}): FakePage {
  const visits: string[] = []
  let url = 'about:blank'
  const arrive = async (where: string): Promise<null> => {
    visits.push(where)
    const failure = failures[where]
    if (failure !== undefined) throw new Error(failure)
    url = where
    return null
  }
  const page = {
    url: () => url,
    goto: arrive,
    browserContext: () => ({ pages: async () => [page] }),
    mainFrame: () => frame,
  } as unknown as Page
  const frame = {
    page: () => page,
    childFrames: () => [],
    parentFrame: () => null,
    frameElement: async () => null,
    $$: async (selector: string) => [
      {
        isVisible: async () => true,
        scrollIntoView: async () => undefined,
        evaluate: async () => ({ x: 1, y: 1 }),
        click: () => arrive(URL.canParse(selector) ? selector : `${new URL(url).origin}/by-${selector}`),
      },
    ],
    waitForNavigation: async () => null,
  }
  return { page, visits }
}

/** Whoever walks with one page after another; `lose` takes the one in front. */
export interface FakeWalker extends FakePage {
  readonly walker: Pick<Visitor, 'page' | 'lost' | 'answers' | 'replacePage'> & { readonly isTrusted: boolean }
  readonly replaced: readonly string[]
  lose(why: string): void
}

export function fakeWalker(failures: Readonly<Record<string, string>> = {}): FakeWalker {
  const fake = fakePage(failures)
  let lost = new AbortController()
  const replaced: string[] = []
  const walker = {
    page: fake.page,
    get lost() {
      return lost.signal
    },
    isTrusted: true,
    answers: async () => !lost.signal.aborted,
    replacePage: async () => {
      lost = new AbortController()
      replaced.push(fake.page.url())
      return `T${replaced.length + 1}`
    },
  }
  return { ...fake, walker, replaced, lose: (why) => lost.abort(new Error(why)) }
}
