import type { Observation, ObservationOf } from '../model.ts'

type Request = ObservationOf<'request'>
type Place = Pick<Observation, 'run' | 'journey' | 'at'>

/** Finds requests of the same visitor: the last one before a moment, or where none was, the first after it. */
export interface RequestsSeen {
  at(url: string, when: Place): Request | null
  withId(requestId: string | null, when: Place): Request | null
}

export function requestsSeen(observations: readonly Observation[]): RequestsSeen {
  const byUrl = new Map<string, Request[]>()
  const byRequestId = new Map<string, Request[]>()
  for (const seen of observations) {
    if (seen.kind !== 'request') continue
    add(byUrl, placeKey(seen, withoutFragment(seen.url)), seen)
    add(byRequestId, placeKey(seen, seen.requestId), seen)
  }
  // A request is written when it has ended, and stamped when it began.
  for (const list of [...byUrl.values(), ...byRequestId.values()]) list.sort((a, b) => a.at - b.at)
  return {
    at: (url, when) => latest(byUrl.get(placeKey(when, withoutFragment(url))), when.at),
    withId: (id, when) => (id === null ? null : latest(byRequestId.get(placeKey(when, id)), when.at)),
  }
}

function add(to: Map<string, Request[]>, key: string, request: Request): void {
  const known = to.get(key)
  if (known) known.push(request)
  else to.set(key, [request])
}

function latest(requests: readonly Request[] | undefined, at: number): Request | null {
  return requests?.findLast((request) => request.at <= at) ?? requests?.[0] ?? null
}

function withoutFragment(url: string): string {
  return url.replace(/#.*$/, '')
}

export function placeKey({ run, journey }: Pick<Observation, 'run' | 'journey'>, name: string): string {
  return `${run} ${journey} ${name}`
}
