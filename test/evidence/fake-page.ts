import type { Page } from 'puppeteer-core'

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
    waitForSelector: async (selector: string) => ({ click: () => arrive(`${new URL(url).origin}/by-${selector}`) }),
    waitForNavigation: async () => null,
  } as unknown as Page
  return { page, visits }
}
