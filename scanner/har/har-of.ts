import type { ConsentState, Evidence, ObservationOf } from '../model.ts'
import { harEntryOf } from './har-entry-of.ts'
import { writtenCookies } from './written-cookies.ts'

export interface HarOptions {
  readonly state: ConsentState
  readonly run: number
  /** Bodies of requests by SHA-256. */
  readonly bodies: ReadonlyMap<string, Uint8Array>
}

/**
 * One journey as HAR 1.2: a page for each visit of a step, an entry for each hop of each request, in the order they were
 * sent. Cookies that scripts set and storage have no place in HAR; durations are not recorded.
 */
export function harOf(evidence: Evidence, { state, run, bodies }: HarOptions) {
  const own = evidence.observations.filter((seen) => seen.journey === state && seen.run === run)
  const requests = own.filter((seen) => seen.kind === 'request').toSorted((a, b) => a.at - b.at)
  const nextHop = new Map(requests.map(({ redirectedFrom, url }) => [redirectedFrom, url]))
  const writes = writtenCookies(own)
  const pages = own.filter((seen) => seen.kind === 'page')
  const { tool, browser } = evidence.environment
  const [product = '', version = ''] = browser.product.split('/')
  return {
    log: {
      version: '1.2',
      creator: { name: 'Tagtrail', version: tool.version },
      browser: { name: product, version },
      pages: pagesOf(requests).map(({ id, first }) => {
        const page = pages.find((each) => pageId(each) === id)
        return {
          startedDateTime: first.utc,
          id,
          title: page?.title || (page?.url ?? id),
          pageTimings: { onContentLoad: -1, onLoad: -1 },
          comment: first.state === 'choosing' ? 'until the choice was proven; not judged' : '',
        }
      }),
      entries: requests.map((request) =>
        harEntryOf(request, {
          pageref: pageId(request),
          bodies,
          nextHop: nextHop.get(request.requestId) ?? '',
          writes: writes.get(request.id) ?? [],
        }),
      ),
      comment: `Made by Tagtrail from evidence of the consent state "${state}", run ${run}. Cookies set by scripts, storage and durations are not in here.`,
    },
  }
}

export type Har = ReturnType<typeof harOf>

interface SeenPage {
  readonly id: string
  readonly first: ObservationOf<'request'>
}

function pagesOf(requests: readonly ObservationOf<'request'>[]): readonly SeenPage[] {
  return [...Map.groupBy(requests, pageId)].flatMap(([id, [first]]) => (first ? [{ id, first }] : []))
}

/** The step of the choice is visited twice: to choose, and under the choice. */
function pageId({ stepId, state, journey }: ObservationOf<'request'> | ObservationOf<'page'>): string {
  return state === journey ? stepId : `${stepId} (choosing)`
}
