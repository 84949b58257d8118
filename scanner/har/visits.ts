import { getDomain } from 'tldts'
import type { HarEntry } from './entry.ts'
import type { HarFile, HarPage } from './read-har.ts'

/** One page of the funnel as HAR files show it. */
export interface HarVisit {
  readonly run: number
  /** Address of the document, after redirects; null when the files do not hold it. */
  readonly url: string | null
  readonly requestedUrl: string | null
  readonly status: number | null
  readonly title: string | null
  /** Milliseconds since the epoch; null when it is not told. */
  readonly loadedAt: number | null
  /** In the order of their times. */
  readonly entries: readonly HarEntry[]
}

/**
 * The pages of all files in the order of their times: as the files name them, else one for each document that came in
 * front of the visitor.
 */
export function visitsOf(files: readonly HarFile[]): readonly HarVisit[] {
  const visits = files.flatMap((file) => [
    ...distinct(file.pages)
      .map((page) => visit(page, entriesOf(file, page)))
      .filter(({ entries }) => entries.length > 0),
    ...withoutPage(file).map((entries) => visit(null, entries)),
  ])
  return visits.toSorted((a, b) => a.run - b.run || startOf(a) - startOf(b))
}

export function startOf({ entries }: HarVisit): number {
  return entries[0]?.startedAt ?? 0
}

/** Two pages of one id share their entries; these must not count twice. */
function distinct(pages: readonly HarPage[]): readonly HarPage[] {
  return pages.filter(({ id }, index) => pages.findIndex((page) => page.id === id) === index)
}

function entriesOf({ entries }: HarFile, page: HarPage): readonly HarEntry[] {
  return inTime(entries.filter(({ pageId }) => pageId === page.id))
}

/** Entries of programs that know no pages, cut where a document came in front. */
function withoutPage({ entries, pages }: HarFile): readonly (readonly HarEntry[])[] {
  const known = new Set(pages.map(({ id }) => id))
  const left = inTime(entries.filter(({ pageId }) => pageId === null || !known.has(pageId)))
  const parts: HarEntry[][] = []
  let site: string | null = null
  let redirect: string | null = null
  for (const entry of left) {
    const isHop = redirect !== null && entry.url.href.split('#')[0] === redirect
    // Without the browser's own word a frame looks like a page; a page of another site then is one of its frames.
    const isOwn = entry.headers['sec-fetch-dest'] === 'document' || site === null || siteOf(entry) === site
    const current = parts.at(-1)
    if (!current || (entry.isNavigation && isOwn && !isHop)) parts.push([entry])
    else current.push(entry)
    if (entry.isNavigation && isOwn) {
      site ??= siteOf(entry)
      redirect = entry.redirectsTo
    }
  }
  return parts
}

function visit(page: HarPage | null, entries: readonly HarEntry[]): HarVisit {
  const first = entries.find(({ isNavigation }) => isNavigation)
  const last = first && endOfRedirects(first, entries)
  // Many programs put the address where the title belongs.
  const isName = page !== null && page.title !== '' && !/https?:\/\//.test(page.title)
  const startedAt = page?.startedAt ?? entries[0]?.startedAt ?? 0
  return {
    run: page?.run ?? 1,
    url: last?.url.href ?? null,
    requestedUrl: first?.url.href ?? null,
    status: last?.status ?? null,
    title: isName ? page.title : null,
    loadedAt: page?.loadedAfter === null || page === null ? null : startedAt + page.loadedAfter,
    entries,
  }
}

function endOfRedirects(first: HarEntry, entries: readonly HarEntry[]): HarEntry {
  let end = first
  for (const entry of entries)
    if (end.redirectsTo !== null && entry !== end && entry.url.href.split('#')[0] === end.redirectsTo) end = entry
  return end
}

function siteOf({ url }: HarEntry): string {
  return getDomain(url.hostname) ?? url.hostname
}

function inTime(entries: readonly HarEntry[]): readonly HarEntry[] {
  return entries.toSorted((a, b) => a.startedAt - b.startedAt)
}
