import type { PageTable } from './tables.ts'

/** What a page holds that may be a declaration; plain values only. */
export interface PageLists {
  readonly url: string
  readonly tables: readonly PageTable[]
  /** Tables in Cookiebot's own declaration or dialog. */
  readonly cookiebot: readonly PageTable[]
  readonly oneTrust: unknown
  readonly usercentrics: unknown
}

/** Runs in the page: reads its tables, lists of terms and what consent platforms tell of their cookies. Hidden ones too. */
export async function readLists(): Promise<PageLists> {
  const MOST_TABLES = 400
  const MOST_ROWS = 2000
  const textOf = (element: Element): string => {
    // Hidden text has no lines of its own; breaks and blocks are told by hand.
    const copy = element.cloneNode(true) as Element
    for (const br of copy.querySelectorAll('br, li, p, div')) br.append('\n')
    return (copy.textContent ?? '')
      .replace(/[ \t\r\f\v\u00a0]+/g, ' ')
      .replace(/ ?\n[\n ]*/g, '\n')
      .trim()
      .slice(0, 600)
  }
  const headingOf = (element: Element): string | null => {
    const caption = element.querySelector(':scope > caption')
    if (caption) return textOf(caption).slice(0, 200)
    for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) {
      const label = at.getAttribute('aria-label')
      if (label) return label.slice(0, 200)
      for (let before = at.previousElementSibling; before; before = before.previousElementSibling) {
        if (before.matches('table, dl')) continue
        const heading = before.matches('h1, h2, h3, h4, h5, h6, summary, legend, button, [role="heading"]')
          ? before
          : [...before.querySelectorAll('h1, h2, h3, h4, h5, h6, summary, [role="heading"]')].at(-1)
        if (heading) return textOf(heading).slice(0, 200)
      }
    }
    return null
  }
  const rowsOf = (table: HTMLTableElement): string[][] =>
    [...table.rows].slice(0, MOST_ROWS).map((row) => [...row.cells].map(textOf))
  const termsOf = (list: Element): string[][] =>
    [...list.querySelectorAll('dt')].slice(0, MOST_ROWS).map((term) => {
      const value = term.nextElementSibling
      return [textOf(term), value?.matches('dd') ? textOf(value) : '']
    })
  const tables: PageTable[] = []
  const cookiebot: PageTable[] = []
  for (const element of [...document.querySelectorAll('table, dl')].slice(0, MOST_TABLES)) {
    const rows = element instanceof HTMLTableElement ? rowsOf(element) : termsOf(element)
    const table = { heading: headingOf(element), rows }
    const isCookiebots = element.closest('.CookieDeclaration, #CookieDeclaration, #CybotCookiebotDialog') !== null
    if (isCookiebots) cookiebot.push(table)
    else tables.push(table)
  }
  const plain = (value: unknown): unknown => {
    try {
      const json: string | undefined = JSON.stringify(value)
      return json === undefined || json.length > 5_000_000 ? null : (JSON.parse(json) as unknown)
    } catch {
      return null
    }
  }
  interface Platforms {
    readonly OneTrust?: { readonly GetDomainData?: () => unknown }
    readonly UC_UI?: { readonly getServicesFullInfo?: () => unknown }
  }
  const { OneTrust, UC_UI } = globalThis as Platforms
  const told = async (ask: (() => unknown) | undefined): Promise<unknown> => {
    try {
      return plain(await ask?.())
    } catch {
      return null
    }
  }
  return {
    url: location.href,
    tables,
    cookiebot,
    oneTrust: await told(OneTrust?.GetDomainData && (() => OneTrust.GetDomainData?.())),
    usercentrics: await told(UC_UI?.getServicesFullInfo && (() => UC_UI.getServicesFullInfo?.())),
  }
}
